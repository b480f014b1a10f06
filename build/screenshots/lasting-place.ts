// SPDX-License-Identifier: MIT
/**
 * What the helper and the keeper write of lasting settings, beside a simulated network (docs/lasting-settings.md): for
 * pictures and tests of states that a keeper comes to only with time.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Numbers of the field table. */
export const fieldNumbers = { Metric: 25, NlMtu: 26, DisableDefaultRoutes: 34 } as const;

const familyNumbers = { IPv4: 2, IPv6: 23 } as const;

/** In the order of the status's numbers, from 0. */
const states = [
  'absent',
  'arriving',
  'held',
  'refused',
  'failed',
  'given-up',
  'changed',
  'ambiguous',
] as const;

/** One setting, and what the keeper says of it. */
export interface PlacedSetting {
  readonly alias: string;
  /** The adapter's type. */
  readonly type: number;
  readonly family: keyof typeof familyNumbers;
  readonly field: keyof typeof fieldNumbers;
  readonly value: number;
  readonly madeAt: number;
  readonly account: string;
  readonly state: (typeof states)[number];
  /** 0: never. */
  readonly setAgainAt?: number;
  readonly timesSet?: number;
  readonly live?: number;
  readonly refusal?: number;
  /** An errno. */
  readonly code?: number;
}

/** The place of one simulated network. */
export interface SimulatedPlace {
  readonly settings: readonly PlacedSetting[];
  /** Whether a keeper runs; this process stands in for it. */
  readonly isKeeperRunning: boolean;
  /** Whether the list is damaged. */
  readonly isDamaged?: true;
  readonly isOff?: true;
}

function sealed(...parts: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(parts);
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}

/** What names a setting; all of it stands for an adapter without a GUID. */
function idOf({ family, field, type, alias }: PlacedSetting): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(familyNumbers[family], 0);
  head.writeUInt8(fieldNumbers[field], 2);
  head.writeUInt32LE(type, 4);
  return createHash('sha256').update(head).update(alias).digest().subarray(0, 16);
}

function settingBytes(setting: PlacedSetting): Buffer {
  const { family, field, type, value, madeAt } = setting;
  const [alias, account] = [Buffer.from(setting.alias), Buffer.from(setting.account)];
  const head = Buffer.alloc(44);
  head.writeUInt16LE(familyNumbers[family], 0);
  head.writeUInt8(fieldNumbers[field], 2);
  head.writeUInt32LE(type, 4);
  head.writeBigInt64LE(BigInt(value), 8);
  head.writeBigInt64LE(BigInt(madeAt), 16);
  head.writeUInt16LE(alias.length, 40);
  head.writeUInt16LE(account.length, 42);
  return Buffer.concat([head, alias, account]);
}

function statusBytes(setting: PlacedSetting): Buffer {
  const { state, setAgainAt = 0, timesSet = 0, live = 0, refusal = 0, code = 0 } = setting;
  const bytes = Buffer.alloc(64);
  idOf(setting).copy(bytes);
  bytes.writeUInt8(states.indexOf(state), 16);
  bytes.writeUInt8(1, 17);
  bytes.writeUInt16LE(refusal, 18);
  bytes.writeInt32LE(code, 20);
  bytes.writeBigInt64LE(BigInt(setAgainAt), 24);
  bytes.writeBigInt64LE(BigInt(live), 32);
  bytes.writeUInt32LE(timesSet, 40);
  return bytes;
}

function encodedSettings(settings: readonly PlacedSetting[]): Buffer {
  const head = Buffer.alloc(8);
  head.write('IPLS');
  head.writeUInt16LE(1, 4);
  head.writeUInt16LE(settings.length, 6);
  return sealed(head, ...settings.map(settingBytes));
}

/** When this process started: clock ticks since the boot, the 22nd field counted behind the name, and which boot. */
function startedAt(): bigint {
  const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(/.*\) /s);
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 6);
  return BigInt(fields.split(' ')[19] ?? 0) | (BigInt(`0x${boot}`) << 40n);
}

function encodedStatus(settings: readonly PlacedSetting[]): Buffer {
  const head = Buffer.alloc(32);
  head.write('IPKS');
  head.writeUInt16LE(1, 4);
  head.writeUInt16LE(settings.length, 6);
  head.writeUInt32LE(process.pid, 8);
  head.writeBigUInt64LE(startedAt(), 16);
  head.writeBigInt64LE(BigInt(Date.now()), 24);
  return sealed(head, ...settings.map(statusBytes));
}

/** Makes the place beside the simulated network of a file, in place of the one that was there. */
export function writePlace(stateFile: string, place: SimulatedPlace): void {
  const folder = `${stateFile}.lasting`;
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder);
  const ordered = place.settings.toSorted((a, b) => idOf(a).compare(idOf(b)));
  const bytes = encodedSettings(ordered);
  if (place.isDamaged) bytes.writeUInt8(0xff, 8);
  if (ordered.length > 0 || place.isDamaged) {
    writeFileSync(path.join(folder, 'lasting-settings'), bytes);
  }
  if (place.isKeeperRunning) {
    writeFileSync(path.join(folder, 'keeper-status'), encodedStatus(ordered));
  }
  if (place.isOff) writeFileSync(path.join(folder, 'off'), '');
}
