// SPDX-License-Identifier: MIT
// The status of docs/lasting-settings.md, which the keeper writes (native/lasting/keeper_status.cpp).

import { getSystemErrorName } from 'node:util';
import type { AppError } from '../contract/errors';
import { maxLastingSettings } from '../contract/lasting';
import type { LastingState, LastingStatus } from '../contract/lasting';
import { refusalFromNumber } from '../contract/refusals';
import { Damage, SealedBytes, demand } from './sealed-bytes';

const magic = 'IPKS';
const version = 1;
const idBytes = 16;

/** In the order of the status's numbers, from 0. */
const states: readonly LastingState[] = [
  'absent',
  'arriving',
  'held',
  'refused',
  'failed',
  'given-up',
  'changed',
  'ambiguous',
];

/** States in which no value was looked at. */
const statesWithoutValue: readonly LastingState[] = ['absent', 'arriving', 'ambiguous'];

/** In the order of the status's numbers, from 0. */
const troubles = [
  null,
  'damaged',
  'later-version',
  'not-trusted',
  'switched-off',
  'safe-mode',
] as const;

/** What the keeper said last. */
export interface KeeperStatus {
  readonly process: number;
  /** What it found the matter with the store, or with itself. */
  readonly trouble: (typeof troubles)[number];
  /** In the system's own unit. */
  readonly startedAt: bigint;
  /** By the id of the setting. */
  readonly settings: ReadonlyMap<string, LastingStatus>;
}

function at<T>(list: readonly T[], index: number): T {
  demand(index < list.length);
  return list[index] as T;
}

function nameOf(domain: 'win32' | 'errno', code: number): string {
  return domain === 'errno' && code > 0 ? getSystemErrorName(-code) : `error ${code}`;
}

function errorOf(domain: 'win32' | 'errno', code: number): { readonly error?: AppError } {
  if (code === 0) return {};
  const call = 'set again';
  const platform = { domain, name: nameOf(domain, code), number: code, call };
  const message = `It could not be set again: ${platform.name} (${code})`;
  return { error: { code: 'platform', message, platform } };
}

function readStatus(bytes: SealedBytes): readonly [id: string, LastingStatus] {
  const id = bytes.bytes(idBytes).toString('hex');
  const state = at(states, bytes.u8());
  const domain = at(['win32', 'errno'] as const, bytes.u8());
  const refusal = bytes.u16();
  const code = bytes.i32();
  const setAgainAt = bytes.moment();
  const live = Number(bytes.i64());
  const timesSet = bytes.u32();
  bytes.zeros(20);
  const hasValue = !statesWithoutValue.includes(state) && Number.isSafeInteger(live);
  const status = {
    state,
    setAgainAt: setAgainAt === 0 ? null : setAgainAt,
    timesSet,
    live: hasValue ? live : null,
    ...(refusal !== 0 && { refusal: refusalFromNumber(refusal) ?? 'platformError' }),
    ...errorOf(domain, code),
  };
  return [id, status];
}

function read(bytes: SealedBytes): KeeperStatus {
  const count = bytes.u16();
  demand(count <= maxLastingSettings);
  const process = bytes.u32();
  const trouble = at(troubles, bytes.u32());
  const startedAt = bytes.u64();
  bytes.moment();
  const settings = new Map(Array.from({ length: count }, () => readStatus(bytes)));
  bytes.end();
  return { process, trouble, startedAt, settings };
}

/** What the keeper said in these bytes; null for what no keeper of this version writes. */
export function decodeStatus(sealed: Uint8Array): KeeperStatus | null {
  try {
    const bytes = new SealedBytes(sealed);
    demand(bytes.bytes(magic.length).toString('latin1') === magic);
    demand(bytes.u16() === version);
    return read(bytes);
  } catch (cause) {
    if (cause instanceof Damage) return null;
    throw cause;
  }
}
