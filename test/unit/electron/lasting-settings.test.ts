// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LastingStatus } from '../../../electron/contract/lasting';
import type { Snapshot } from '../../../electron/contract/snapshot';
import {
  keptUp,
  lastingContent,
  lastingSettings,
  whyUnavailable,
} from '../../../electron/lasting/lasting-settings';
import type { LastingPlace } from '../../../electron/native/addon';
import { contentWith, encodeSettings, storedSetting } from './lasting-store';

const nothing: LastingPlace = { problem: null, settings: null, status: null, isOff: false };
const setting = storedSetting();

/** A status of a keeper with nothing to say but what is the matter. */
function statusBytes(trouble: number): Uint8Array {
  const bytes = Buffer.alloc(32);
  bytes.write('IPKS');
  bytes.writeUInt16LE(1, 4);
  bytes.writeUInt32LE(4242, 8);
  bytes.writeUInt32LE(trouble, 12);
  bytes.writeBigUInt64LE(77n, 16);
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]);
}

const runs = (process: number, startedAt: bigint) => process === 4242 && startedAt === 77n;
const ended = () => false;

describe('what the place holds', () => {
  it.each<[string, Partial<LastingPlace>, object, string | null]>([
    ['is nothing yet', {}, { settings: [], problem: null, keeper: 'not-running' }, null],
    [
      'is a store',
      { settings: encodeSettings([setting]) },
      { settings: [setting], problem: null },
      null,
    ],
    ['is damaged', { settings: Uint8Array.of(1) }, { settings: [], problem: 'damaged' }, null],
    [
      'is not there at all',
      { problem: 'missing' },
      { problem: null, keeper: 'not-installed' },
      'not installed',
    ],
    ['is not trusted', { problem: 'not-trusted' }, { problem: 'not-trusted' }, 'administrators'],
    ['is unreadable', { problem: 'unreadable' }, { problem: 'unreadable' }, 'cannot be read'],
  ])('%s', (_name, place, content, why) => {
    const found = lastingContent({ ...nothing, ...place }, runs);
    expect(found).toMatchObject(content);
    if (why === null) expect(whyUnavailable(found)).toBeNull();
    else expect(whyUnavailable(found)).toContain(why);
  });

  it('is decoded again only once it is another', () => {
    const read = (...settings: (typeof setting)[]) =>
      lastingContent({ ...nothing, settings: encodeSettings(settings) }, runs).settings;
    const first = read(setting);
    expect(read(setting)).toBe(first);
    const changed = { ...setting, value: 0 };
    expect(read(changed)).toEqual([changed]);
    expect(read()).toEqual([]);
    expect(read(setting)).toEqual(first);
  });

  it('is of a later version, and stays as it is', () => {
    const later = Buffer.from(encodeSettings([])).subarray(0, -32);
    later.writeUInt16LE(2, 4);
    const settings = Buffer.concat([later, createHash('sha256').update(later).digest()]);
    const found = lastingContent({ ...nothing, settings }, runs);
    expect(found.problem).toBe('later-version');
    expect(whyUnavailable(found)).toContain('later version');
  });

  it.each<[string, Partial<LastingPlace>, typeof runs, string]>([
    ['runs', { status: statusBytes(0) }, runs, 'running'],
    ['found the store damaged', { status: statusBytes(1) }, runs, 'running'],
    ['has ended', { status: statusBytes(0) }, ended, 'not-running'],
    ['has said nothing that can be read', { status: Uint8Array.of(1) }, runs, 'not-running'],
    ['is switched off', { status: statusBytes(0), isOff: true }, runs, 'switched-off'],
    ['says that it is switched off', { status: statusBytes(4) }, runs, 'switched-off'],
    ['runs in safe mode', { status: statusBytes(5) }, runs, 'safe-mode'],
    ['ran in safe mode', { status: statusBytes(5) }, ended, 'not-running'],
  ])('says that the keeper %s', (_name, place, isRunning, keeper) => {
    expect(lastingContent({ ...nothing, ...place }, isRunning).keeper).toBe(keeper);
  });
});

describe('what the window is shown', () => {
  const adapter = { luid: '7', alias: 'tun0', type: 131, guid: '' };
  const snapshotOf = (...adapters: object[]) =>
    ({ adapters, ipInterfaces: [] }) as unknown as Snapshot;
  const status: LastingStatus = { state: 'held', setAgainAt: 5, timesSet: 2, live: 1 };
  const said = new Map([[setting.id, status]]);

  it('is each setting with the adapter that it means and what the keeper says', () => {
    expect(lastingSettings(contentWith([setting], said), snapshotOf(adapter))).toEqual({
      settings: [{ ...setting, luid: '7', status }],
      problem: null,
      keeper: 'running',
    });
  });

  it('means no adapter that is gone, and none of two', () => {
    const content = contentWith([setting], said);
    const luidIn = (snapshot: Snapshot) => lastingSettings(content, snapshot).settings[0]?.luid;
    expect(luidIn(snapshotOf())).toBeNull();
    expect(luidIn(snapshotOf(adapter, { ...adapter, luid: '8' }))).toBeNull();
  });

  it('is changed where the value is another one than the keeper has heard of', () => {
    const { family, field, value } = setting;
    const shownWith = (live: number, state = status.state) => {
      const ipInterfaces = [{ luid: '7', family, values: { [field]: live } }];
      const content = contentWith([setting], new Map([[setting.id, { ...status, state }]]));
      const snapshot = { adapters: [adapter], ipInterfaces } as unknown as Snapshot;
      return lastingSettings(content, snapshot).settings[0]?.status;
    };
    const other = value === 0 ? 1 : 0;
    expect(shownWith(value)).toMatchObject({ state: 'held' });
    expect(shownWith(other)).toMatchObject({ state: 'changed', live: other, setAgainAt: 5 });
    // It is about to be set.
    expect(shownWith(other, 'arriving')).toMatchObject({ state: 'arriving' });
  });

  it('is unknown where the keeper has not said, or said it before it ended', () => {
    const shown = (content: ReturnType<typeof contentWith>) =>
      lastingSettings(content, snapshotOf(adapter)).settings[0]?.status;
    const unknown = { state: 'unknown', setAgainAt: null, timesSet: 0, live: null };
    expect(shown(contentWith([setting]))).toEqual(unknown);
    const ended = { ...contentWith([setting], said), keeper: 'not-running' as const };
    expect(shown(ended)).toEqual({ ...unknown, setAgainAt: 5 });
  });
});

describe('what a keeper sets again', () => {
  const keptIn = (state: LastingStatus['state']) =>
    keptUp(
      contentWith(
        [setting],
        new Map([[setting.id, { state, setAgainAt: null, timesSet: 0, live: null }]]),
      ),
    );

  it.each(['held', 'changed', 'absent'] as const)('is what is %s', (state) => {
    expect(keptIn(state)).toEqual([setting]);
  });

  it.each(['given-up', 'failed', 'refused'] as const)('is not what is %s', (state) => {
    expect(keptIn(state)).toEqual([]);
  });

  it('is what it has not spoken of yet, and nothing once it has ended', () => {
    expect(keptUp(contentWith([setting]))).toEqual([setting]);
    expect(keptUp({ ...contentWith([setting]), keeper: 'not-running' })).toEqual([]);
  });
});
