// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { adapterIdentity, defaultPreferences } from '../../../electron/contract/preferences';
import type { Preferences } from '../../../electron/contract/preferences';
import { PreferencesStore } from '../../../electron/preferences/preferences';
import { dataFolderOfTest } from './data-folder-of-test';

const eth0 = '6 02:fc:00:00:00:01 eth0';
const someKinds = { [eth0]: 'vpn' } as const;
const table: Preferences['interfaceTable'] = {
  columns: { mtu: false, state: true },
  sort: { column: 'metric', descending: true },
};

describe('preferences', () => {
  let folder: string;
  const file = () => path.join(folder, 'preferences.json');
  const open = (changed: (preferences: Preferences) => void = () => undefined) =>
    new PreferencesStore(dataFolderOfTest(folder), changed);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'preferences-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the defaults at first, and nothing is written for them', async () => {
    expect(await open().load()).toEqual({ preferences: defaultPreferences, trouble: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('outlive the run that stored them; members that were not given stay', async () => {
    const first = open();
    await first.store({ adapterKinds: someKinds, remindersOff: [eth0] });
    await first.store({ interfaceTable: table, lasting: { vpn: 'always' } });
    await first.store({ theme: 'dark', language: 'de', deadline: 300, notifications: 'off' });
    await first.store({ isSplitHintDismissed: true });
    expect(await open().load()).toEqual({
      preferences: {
        adapterKinds: someKinds,
        remindersOff: [eth0],
        lasting: { vpn: 'always' },
        interfaceTable: table,
        theme: 'dark',
        language: 'de',
        deadline: 300,
        notifications: 'off',
        isSplitHintDismissed: true,
      },
      trouble: null,
    });
    expect(readdirSync(folder)).toEqual(['preferences.json']);
  });

  it('stored at once are all kept, and told in order', async () => {
    const changed = vi.fn();
    const store = open(changed);
    await Promise.all([
      store.store({ adapterKinds: someKinds }),
      store.store({ remindersOff: [eth0] }),
      store.store({ interfaceTable: table }),
    ]);
    const all = {
      ...defaultPreferences,
      adapterKinds: someKinds,
      remindersOff: [eth0],
      interfaceTable: table,
    };
    expect(changed).toHaveBeenCalledTimes(3);
    expect(changed).toHaveBeenLastCalledWith(all);
    expect((await open().load()).preferences).toEqual(all);
  });

  it('of an earlier program have the defaults for members it did not know', async () => {
    writeFileSync(file(), JSON.stringify({ version: 1, preferences: { remindersOff: [eth0] } }));
    expect((await open().load()).preferences).toEqual({
      ...defaultPreferences,
      remindersOff: [eth0],
    });
  });

  it.each<[string, string, string | Uint8Array]>([
    ['half of a file', 'not-json', '{"version":1,"prefer'],
    ['nothing', 'not-json', ''],
    ['no text', 'not-json', new Uint8Array([0xff, 0xfe, 0x00])],
    ['a prototype key', 'not-json', '{"version":1,"preferences":{"adapterKinds":{"__proto__":1}}}'],
    ['a key of every object', 'not-preferences', good({ adapterKinds: { constructor: 'vpn' } })],
    ['a newer version', 'other-version', '{"version":2,"preferences":{}}'],
    ['a version in words', 'other-version', '{"version":"1","preferences":{}}'],
    ['no version', 'not-preferences', '{"preferences":{}}'],
    ['an unknown member', 'not-preferences', good({ colour: 'dark' })],
    ['a language without a catalogue', 'not-preferences', good({ language: 'xx' })],
    ['an unknown theme', 'not-preferences', good({ theme: 'sepia' })],
    ['an unknown choice of notifications', 'not-preferences', good({ notifications: true })],
    ['a deadline that no plan may have', 'not-preferences', good({ deadline: 6000 })],
    ['an unknown kind', 'not-preferences', good({ adapterKinds: { [eth0]: 'satellite' } })],
    ['an unknown answer', 'not-preferences', good({ lasting: { vpn: 'for ever' } })],
    ['a list', 'not-preferences', '[]'],
    ['null', 'not-preferences', 'null'],
    [
      'far too many adapters',
      'not-preferences',
      good({ remindersOff: Array.from({ length: 2001 }, () => eth0) }),
    ],
  ])('that hold %s are set aside as they are: %s', async (_name, defect, content) => {
    writeFileSync(file(), content);
    const { preferences, trouble } = await open().load();
    expect(preferences).toEqual(defaultPreferences);
    expect(trouble).toEqual({ defect, setAside: expect.stringContaining(file()) as string });
    expect(readFileSync(trouble?.setAside ?? '')).toEqual(Buffer.from(content));
    expect(existsSync(file())).toBe(false);
    expect((await open().load()).trouble).toBeNull();
  });

  it('that are huge are set aside unread', async () => {
    writeFileSync(file(), good({}));
    truncateSync(file(), 8 * 1024 ** 3);
    expect((await open().load()).trouble).toMatchObject({ defect: 'too-large' });
    expect(existsSync(file())).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('that are a pipe are not waited for', async () => {
    execFileSync('mkfifo', [file()]);
    expect((await open().load()).trouble).toMatchObject({ defect: 'unreadable' });
  });

  it('that cannot be moved stay, and choices hold for the run alone', async () => {
    writeFileSync(file(), good({}));
    const changed = vi.fn();
    const store = new PreferencesStore(dataFolderOfTest(path.join(file(), 'below')), changed);
    await expect(store.store({ remindersOff: [eth0] })).rejects.toMatchObject({
      appError: { code: 'internal' },
    });
    expect(changed).toHaveBeenCalledWith({ ...defaultPreferences, remindersOff: [eth0] });
    expect(await store.load()).toMatchObject({
      preferences: { remindersOff: [eth0] },
      trouble: { defect: 'unreadable', setAside: null },
    });
    expect(readFileSync(file(), 'utf8')).toBe(good({}));
  });
});

function good(preferences: object): string {
  return JSON.stringify({ version: 1, preferences });
}

describe('the identity of an adapter', () => {
  const adapter = {
    guid: '',
    type: 6,
    physicalAddress: '02:fc:00:00:00:01',
    alias: 'eth0',
  } as Parameters<typeof adapterIdentity>[0];

  it('is its GUID where it has one, however it is written', () => {
    const guid = '{7e1b0f3a-0000-4000-8000-0000000000ab}';
    const upper = guid.toUpperCase();
    expect(adapterIdentity({ ...adapter, guid })).toBe(upper);
    expect(adapterIdentity({ ...adapter, guid: upper, alias: 'renamed' })).toBe(upper);
  });

  it('is else its type, hardware address and name', () => {
    expect(adapterIdentity(adapter)).toBe(eth0);
    expect(adapterIdentity({ ...adapter, alias: 'eth1' })).not.toBe(eth0);
    expect(adapterIdentity({ ...adapter, physicalAddress: '' })).toBe('6 - eth0');
  });

  it.each(['', 'a b', '__proto__', 'eth0 \u202e\u{1f600}', 'x'.repeat(256), 'line\nend'])(
    'can be stored for the name %j',
    async (alias) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'preferences-'));
      const identity = adapterIdentity({ ...adapter, alias });
      await new PreferencesStore(dataFolderOfTest(folder), () => undefined).store({
        adapterKinds: { [identity]: 'vpn' },
      });
      const { preferences } = await new PreferencesStore(
        dataFolderOfTest(folder),
        () => undefined,
      ).load();
      rmSync(folder, { recursive: true });
      expect(preferences.adapterKinds).toEqual({ [identity]: 'vpn' });
    },
  );
});
