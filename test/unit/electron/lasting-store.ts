// SPDX-License-Identifier: MIT
// What the helper and the keeper would have written.
import { createHash } from 'node:crypto';
import type { LastingChange, LastingStatus } from '../../../electron/contract/lasting';
import { familyNumber } from '../../../electron/contract/family';
import { fieldNumber } from '../../../electron/contract/fields';
import type { LastingContent } from '../../../electron/lasting/lasting-settings';
import type { StoredSetting } from '../../../electron/lasting/lasting-settings-codec';
import { settingId } from '../../../electron/lasting/setting-id';

/** A setting with the id that it has. */
export function storedSetting(some: Partial<Omit<StoredSetting, 'id'>> = {}): StoredSetting {
  const setting = {
    alias: 'tun0',
    type: 131,
    guid: '',
    family: 'IPv4',
    field: 'DisableDefaultRoutes',
    value: 1,
    madeAt: 1_000,
    account: 'anna',
    ...some,
  } as const;
  return { id: settingId(setting, setting.family, setting.field), ...setting };
}

/** A change that makes an MTU of 1400 last, but for what a test says. */
export const lastingChange = (some: Partial<LastingChange> = {}): LastingChange => ({
  id: 'd'.repeat(32),
  alias: 'tun0',
  luid: '1',
  family: 'IPv4',
  field: 'NlMtu',
  expected: null,
  value: 1400,
  ...some,
});

/** A store with these settings, and a keeper that runs and said this of them. */
export function contentWith(
  settings: readonly StoredSetting[],
  said: ReadonlyMap<string, LastingStatus> = new Map(),
): LastingContent {
  const status = { process: 1, trouble: null, startedAt: 1n, settings: said };
  const ordered = settings.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { settings: ordered, problem: null, keeper: 'running', said: status };
}

function guidBytes(guid: string): Buffer {
  const digits = Buffer.from(guid.replaceAll(/[{}-]/g, '') || '0'.repeat(32), 'hex');
  const part = (from: number, to: number) => Buffer.from(digits.subarray(from, to));
  return Buffer.concat([
    part(0, 4).reverse(),
    part(4, 6).reverse(),
    part(6, 8).reverse(),
    part(8, 16),
  ]);
}

function settingBytes(setting: StoredSetting): Buffer {
  const [alias, account] = [Buffer.from(setting.alias), Buffer.from(setting.account)];
  const head = Buffer.alloc(44);
  head.writeUInt16LE(familyNumber[setting.family], 0);
  head.writeUInt8(fieldNumber(setting.field), 2);
  head.writeUInt32LE(setting.type, 4);
  head.writeBigInt64LE(BigInt(setting.value), 8);
  head.writeBigInt64LE(BigInt(setting.madeAt), 16);
  guidBytes(setting.guid).copy(head, 24);
  head.writeUInt16LE(alias.length, 40);
  head.writeUInt16LE(account.length, 42);
  return Buffer.concat([head, alias, account]);
}

/** The bytes of a store. */
export function encodeSettings(settings: readonly StoredSetting[]): Uint8Array {
  const head = Buffer.alloc(8);
  head.write('IPLS');
  head.writeUInt16LE(1, 4);
  head.writeUInt16LE(settings.length, 6);
  const bytes = Buffer.concat([head, ...settings.map(settingBytes)]);
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}
