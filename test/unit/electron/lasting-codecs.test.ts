// SPDX-License-Identifier: MIT
// Both codecs and the rule, held to vectors that were worked out independently; the C++ half is held to the same.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { familyNumber } from '../../../electron/contract/family';
import { fieldNumber } from '../../../electron/contract/fields';
import { decodeStatus } from '../../../electron/lasting/keeper-status-codec';
import { decodeSettings } from '../../../electron/lasting/lasting-settings-codec';
import { meantAmong, signsOf } from '../../../electron/lasting/meant-adapter';
import type { AdapterName } from '../../../electron/lasting/meant-adapter';
import { encodeSettings } from './lasting-store';

interface Named {
  readonly name: string;
  readonly hex: string;
}

interface Vectors {
  readonly stores: readonly (Named & { readonly settings: readonly object[] })[];
  readonly defects: readonly (Named & { readonly defect: string })[];
  readonly statuses: readonly (Named & {
    readonly status: {
      readonly process: number;
      readonly store: number;
      readonly startedAt: string;
      readonly entries: readonly { readonly id: string }[];
    };
  })[];
  readonly statusDefects: readonly Named[];
  readonly meant: readonly {
    readonly name: string;
    readonly setting: AdapterName;
    readonly adapters: readonly (AdapterName & { readonly luid: string })[];
    readonly meant: string | null;
  }[];
}

const vectors = JSON.parse(
  readFileSync(path.join(__dirname, '../../vectors/lasting.json'), 'utf8'),
) as Vectors;

const bytesOf = ({ hex }: Named) => Uint8Array.from(Buffer.from(hex, 'hex'));

function decoded(bytes: Uint8Array) {
  const settings = decodeSettings(bytes);
  if (typeof settings === 'string') throw new Error(settings);
  return settings;
}

describe('a store', () => {
  it.each(vectors.stores)('with $name', (vector) => {
    const settings = decoded(bytesOf(vector));
    expect(
      settings.map((setting) => ({
        ...setting,
        family: familyNumber[setting.family],
        field: fieldNumber(setting.field),
        value: String(setting.value),
      })),
    ).toEqual(vector.settings);
    expect(Buffer.from(encodeSettings(settings)).toString('hex')).toBe(vector.hex);
  });

  it.each(vectors.defects)('is not used: $name', (vector) => {
    expect(decodeSettings(bytesOf(vector))).toBe(vector.defect);
  });

  it('is read where it lies inside a larger buffer', () => {
    const [, two] = vectors.stores;
    if (!two) throw new Error('No vector');
    const bytes = Buffer.concat([Buffer.alloc(3), bytesOf(two), Buffer.alloc(5)]);
    expect(decodeSettings(bytes.subarray(3, -5))).toHaveLength(2);
  });
});

describe('a status', () => {
  it('of two settings', () => {
    const [vector] = vectors.statuses;
    const status = vector && decodeStatus(bytesOf(vector));
    expect(status).toMatchObject({ process: 4242, trouble: null, startedAt: 2n ** 64n - 1n });
    const [held, failed] = vector?.status.entries.map(({ id }) => status?.settings.get(id)) ?? [];
    expect(held).toEqual({ state: 'held', setAgainAt: 1_764_446_460_000, timesSet: 3, live: 1 });
    expect(failed).toMatchObject({
      state: 'failed',
      setAgainAt: null,
      timesSet: 0,
      live: -1,
      refusal: 'platformError',
      error: { code: 'platform', platform: { domain: 'errno', name: 'EPERM', number: 1 } },
    });
  });

  it('of a store that is not trusted', () => {
    const [, vector] = vectors.statuses;
    const status = vector && decodeStatus(bytesOf(vector));
    expect(status).toMatchObject({ process: 1, trouble: 'not-trusted' });
    expect(status?.settings.size).toBe(0);
  });

  it.each(vectors.statusDefects)('is not believed: $name', (vector) => {
    expect(decodeStatus(bytesOf(vector))).toBeNull();
  });
});

describe('which adapter is meant', () => {
  it.each(vectors.meant)('$name', ({ setting, adapters, meant }) => {
    const found = meantAmong(adapters)(setting);
    expect(found === null || found === 'two' ? found : found.luid).toBe(meant);
  });

  it('is never one whose name is no Unicode', () => {
    const adapter = { alias: 'tun\ud800', type: 131, guid: '' };
    expect(meantAmong([adapter])(adapter)).toBeNull();
  });

  it('takes a GUID in whatever case', () => {
    const name = { alias: 'a', type: 6, guid: '{0F0E0D0C-0B0A-0908-0706-050403020100}' };
    expect(signsOf({ ...name, guid: name.guid.toLowerCase() })).toEqual(signsOf(name));
  });
});
