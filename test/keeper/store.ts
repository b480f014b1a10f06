// SPDX-License-Identifier: MIT
// Writes settings and reads statuses as docs/lasting-settings.md has them, by code that nothing else uses.

import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const folder = '/var/lib/interface-panel';
export const storeFile = path.join(folder, 'lasting-settings');
export const statusFile = path.join(folder, 'keeper-status');
export const offFile = path.join(folder, 'off');

const families = { IPv4: 2, IPv6: 23 } as const;

const fields = {
  ForwardingEnabled: 8,
  RouterDiscoveryBehavior: 16,
  DadTransmits: 17,
  BaseReachableTime: 18,
  RetransmitTime: 19,
  LinkLocalAddressBehavior: 21,
  NlMtu: 26,
  DisableDefaultRoutes: 34,
} as const;

/** IANA's number of the type of link. */
export const linkTypes = { Ethernet: 6, tunnel: 131 } as const;

export interface Lasting {
  readonly alias: string;
  readonly type: keyof typeof linkTypes;
  readonly family: keyof typeof families;
  readonly field: keyof typeof fields;
  readonly value: number;
}

function keyOf({ alias, type, family, field }: Lasting): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(families[family], 0);
  head.writeUInt8(fields[field], 2);
  head.writeUInt32LE(linkTypes[type], 4);
  return Buffer.concat([head, Buffer.alloc(16), Buffer.from(alias)]);
}

const idOf = (setting: Lasting): Buffer =>
  createHash('sha256').update(keyOf(setting)).digest().subarray(0, 16);

function bytesOf(setting: Lasting): Buffer {
  const alias = Buffer.from(setting.alias);
  const account = Buffer.from('anna');
  const rest = Buffer.alloc(36);
  rest.writeBigInt64LE(BigInt(setting.value), 0);
  rest.writeBigInt64LE(1_700_000_000_000n, 8);
  rest.writeUInt16LE(alias.length, 32);
  rest.writeUInt16LE(account.length, 34);
  return Buffer.concat([keyOf(setting).subarray(0, 8), rest, alias, account]);
}

const sealed = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);

export function encode(settings: readonly Lasting[], version = 1): Buffer {
  const sorted = settings.toSorted((a, b) => Buffer.compare(idOf(a), idOf(b)));
  const head = Buffer.alloc(8);
  head.write('IPLS');
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(sorted.length, 6);
  return sealed(Buffer.concat([head, ...sorted.map(bytesOf)]));
}

/** Puts bytes in place of the store, as the helper does. */
export function writeBytes(bytes: Buffer): void {
  const made = path.join(mkdtempSync(path.join(folder, 'made-')), 'store');
  writeFileSync(made, bytes, { mode: 0o644 });
  renameSync(made, storeFile);
}

export const write = (...settings: readonly Lasting[]): void => {
  writeBytes(encode(settings));
};

const states = [
  ...['absent', 'arriving', 'held', 'refused'],
  ...['failed', 'given up', 'changed', 'ambiguous'],
];
const troubles = ['none', 'damaged', 'later version', 'not trusted', 'switched off', 'safe mode'];

export interface Told {
  readonly process: number;
  readonly trouble: string;
  readonly states: readonly string[];
  readonly timesSet: readonly number[];
}

/** The status, which must be whole; null before there is one. */
export function told(): Told | null {
  if (!existsSync(statusFile)) return null;
  const bytes = readFileSync(statusFile);
  const count = bytes.readUInt16LE(6);
  const content = bytes.subarray(0, -32);
  if (!sealed(content).equals(bytes) || content.length !== 32 + 64 * count) {
    throw new Error('The status is not whole');
  }
  const places = Array.from({ length: count }, (_, index) => 32 + 64 * index);
  return {
    process: bytes.readUInt32LE(8),
    trouble: troubles[bytes.readUInt32LE(12)] ?? 'unknown',
    states: places.map((place) => states[bytes[place + 16] ?? -1] ?? 'unknown'),
    timesSet: places.map((place) => bytes.readUInt32LE(place + 40)),
  };
}
