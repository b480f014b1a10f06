// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { Adapter, Snapshot } from '../../../electron/contract/snapshot';
import type { EditsToSave, OpenedSet, SavedEditFit } from '../../../electron/contract/support';
import { GivenFile } from '../../../electron/reports/given-file';
import { Support } from '../../../electron/reports/support';
import type { SupportOptions } from '../../../electron/reports/support';
import type { Report } from '../../../electron/reports/report';
import { nowhere } from '../renderer/sample-preview';
import {
  adapter,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
  vpnLuid,
} from '../renderer/sample-snapshot';
import { sampleChange } from './sample-change';

const operation: Operation = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  value: 1400,
};

/** Two adapters with GUIDs of their own. */
function here(): Snapshot {
  const snapshot = sampleSnapshot();
  const adapters = snapshot.adapters.map((one, index) => ({
    ...one,
    guid: `{0f0e0d0c-0b0a-0908-0706-00000000000${index}}`,
  }));
  return { ...snapshot, adapters };
}

let folder: string;
const file = () => path.join(folder, 'set.ipedits');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'saved-set-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function support(snapshot: Snapshot = here(), some: Partial<SupportOptions> = {}) {
  return new Support({
    computer: 'here',
    programVersion: '0.1.0',
    snapshot: () => Promise.resolve(snapshot),
    dialogs: {
      askWhereToSave: () => Promise.resolve(file()),
      askWhatToOpen: () => Promise.resolve(file()),
      showInFolder: () => undefined,
    },
    traffic: () => ({ IPv4: nowhere, IPv6: nowhere }),
    historyPage: () => Promise.resolve({ total: 0, entries: [] }),
    takeGiven: () => null,
    logLines: () => Promise.resolve([]),
    now: () => new Date('2026-11-26T12:00:00Z'),
    ...some,
  });
}

interface SetFile {
  intent?: Record<string, unknown>;
  version: unknown;
  computer: string;
  edits: Record<string, unknown>[];
}

/** A set that was saved and then changed by hand. */
async function changedSet(
  change: (set: SetFile) => void,
  edits: EditsToSave = { operations: [operation] },
): Promise<void> {
  await support().saveEdits(edits);
  const set = JSON.parse(readFileSync(file(), 'utf8')) as SetFile;
  change(set);
  writeFileSync(file(), JSON.stringify(set));
}

async function opened(snapshot?: Snapshot): Promise<OpenedSet> {
  const result = await support(snapshot).openFile();
  if (result?.kind !== 'opened') throw new Error(JSON.stringify(result));
  return result;
}

async function fitHere(snapshot: Snapshot): Promise<SavedEditFit | undefined> {
  await support().saveEdits({ operations: [operation] });
  return (await opened(snapshot)).edits[0]?.fit;
}

describe('a saved set', () => {
  it('is opened with what it would change here', async () => {
    expect(await support().saveEdits({ operations: [operation] })).toEqual({
      name: 'set.ipedits',
      folder: path.basename(path.dirname(file())),
    });
    expect(await opened()).toEqual({
      kind: 'opened',
      id: 1,
      name: 'set.ipedits',
      computer: 'here',
      isOtherComputer: false,
      savedAt: '2026-11-26T12:00:00.000Z',
      intent: null,
      edits: [
        {
          adapter: 'Ethernet',
          family: 'IPv4',
          field: 'NlMtu',
          expected: 1500,
          value: 1400,
          fit: { kind: 'fits', luid: ethernetLuid, field: 'NlMtu', live: 1500 },
        },
      ],
    });
  });

  it('of another computer says so, and is matched by name and type', async () => {
    await changedSet((set) => {
      set.computer = 'elsewhere';
    });
    const there = adapter({ guid: '{11111111-0000-0000-0000-000000000000}', luid: '99' });
    const set = await opened({
      ...here(),
      adapters: [there],
      ipInterfaces: [ipInterface({ luid: '99' })],
    });
    expect(set.isOtherComputer).toBe(true);
    expect(set.edits[0]?.fit).toMatchObject({ kind: 'fits', luid: '99' });
  });

  it('names an adapter that is gone', async () => {
    const adapters = [adapter({ guid: '', alias: 'Ethernet 9' })];
    expect(await fitHere({ ...here(), adapters })).toEqual({ kind: 'adapter-gone' });
  });

  it('does not choose between two adapters that could be meant', async () => {
    const twins = ['5', '6'].map((luid) => adapter({ luid, guid: '' }));
    expect(await fitHere({ ...here(), adapters: twins })).toEqual({ kind: 'ambiguous' });
  });

  it('says when the family is missing', async () => {
    const ipInterfaces = [ipInterface({ family: 'IPv6' })];
    expect(await fitHere({ ...here(), ipInterfaces })).toEqual({
      kind: 'family-missing',
    });
  });

  it('says when there is nothing to do, and when it is refused', async () => {
    const values = { NlMtu: 1400 };
    const done = { ...here(), ipInterfaces: [ipInterface({ values })] };
    expect(await fitHere(done)).toEqual({ kind: 'already-so', luid: ethernetLuid });
    const refusals = { NlMtu: 'loopbackReadOnly' } as const;
    const refused = { ...here(), ipInterfaces: [ipInterface({ refusals })] };
    expect(await fitHere(refused)).toEqual({ kind: 'refused', refusal: 'loopbackReadOnly' });
  });

  it.each<[string, Record<string, unknown>, Partial<SavedEditFit>]>([
    ['a value out of range', { value: 5 }, { kind: 'out-of-range' }],
    ['a field of a later version', { field: 'Colour' }, { kind: 'unknown-field' }],
    ['a field of every object', { field: 'constructor' }, { kind: 'unknown-field' }],
    ['a field that is status', { field: 'Connected', value: 1 }, { kind: 'not-settable' }],
    [
      'a choice that is none',
      { field: 'RouterDiscoveryBehavior', value: 9 },
      { kind: 'not-a-choice' },
    ],
  ])('says why %s does not fit, and keeps the others', async (_name, members, fit) => {
    await changedSet((set) => {
      set.edits.push({ ...set.edits[0], ...members });
    });
    const { edits } = await opened();
    expect(edits[0]?.fit.kind).toBe('fits');
    expect(edits[1]?.fit).toMatchObject(fit);
  });

  it.each<[string, (set: SetFile) => void, string]>([
    ['of a newer version', (set) => (set.version = 2), 'other-version'],
    ['with an unknown member', (set) => Object.assign(set, { force: true }), 'unknown-members'],
    [
      'with an unknown member of an edit',
      (set) => Object.assign(set.edits[0] ?? {}, { force: true }),
      'unknown-members',
    ],
    [
      'with a value that is text',
      (set) => Object.assign(set.edits[0] ?? {}, { value: '1' }),
      'not-a-set',
    ],
    ['without edits', (set) => (set.edits = []), 'not-a-set'],
    [
      'with too many edits',
      (set) => (set.edits = Array.from({ length: 1025 }, () => set.edits[0] ?? {})),
      'not-a-set',
    ],
  ])('%s is told as such', async (_name, change, defect) => {
    await changedSet((set) => {
      change(set);
    });
    const before = readFileSync(file());
    expect(await support().openFile()).toEqual({
      kind: 'unusable',
      name: 'set.ipedits',
      defect,
    });
    expect(readFileSync(file())).toEqual(before);
  });

  it.each<[string, string, string]>([
    ['half of a file', '{"format":"interface-panel-edits","ver', 'not-json'],
    ['nothing', '', 'not-json'],
    [
      'a prototype key',
      '{"format":"interface-panel-edits","version":1,"__proto__":{}}',
      'not-json',
    ],
    ['a report', '{"format":"interface-panel-report","version":1}', 'not-a-set'],
    ['a list', '[]', 'not-a-set'],
  ])('that is %s is told as such', async (_name, content, defect) => {
    writeFileSync(file(), content);
    expect(await support().openFile()).toMatchObject({ kind: 'unusable', defect });
  });

  it('that is huge is not read', async () => {
    writeFileSync(file(), '{}');
    truncateSync(file(), 4 * 1024 ** 3);
    expect(await support().openFile()).toMatchObject({ defect: 'too-large' });
  });

  it('that is not there, or a folder, is told as such', async () => {
    expect(await support().openFile()).toMatchObject({ defect: 'unreadable' });
    const dialogs = {
      askWhereToSave: () => Promise.resolve(folder),
      askWhatToOpen: () => Promise.resolve(folder),
      showInFolder: () => undefined,
    };
    const there = support(here(), { dialogs });
    expect(await there.openFile()).toMatchObject({ defect: 'unreadable' });
    await expect(there.saveEdits({ operations: [operation] })).rejects.toMatchObject({
      appError: { code: 'file' },
    });
  });

  it('is neither written nor read when no file is chosen', async () => {
    const nowhere = () => Promise.resolve(null);
    const dialogs = {
      askWhereToSave: nowhere,
      askWhatToOpen: nowhere,
      showInFolder: () => undefined,
    };
    const cancelled = support(here(), { dialogs });
    expect(await cancelled.saveEdits({ operations: [operation] })).toBeNull();
    expect(await cancelled.openFile()).toBeNull();
  });

  it('is not written without any adapter of its edits', async () => {
    await expect(
      support().saveEdits({ operations: [{ ...operation, luid: '5' }] }),
    ).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
  });
});

/** "Turn split tunnelling on", as it is saved. */
const splitOn = {
  operations: [
    { ...operation, luid: vpnLuid, field: 'DisableDefaultRoutes', expected: 0, value: 1 },
  ],
  intent: { kind: 'split-tunnelling', isOn: true, vpn: vpnLuid, blocksOthers: false },
} as const satisfies EditsToSave;

const vpnThere = () => here().adapters.filter(({ luid }) => luid === vpnLuid);

describe('what was meant by a saved set', () => {
  it('is in the file with its VPN as edits name their adapter, and comes back with the VPN here', async () => {
    await support().saveEdits(splitOn);
    const { intent, edits } = JSON.parse(readFileSync(file(), 'utf8')) as SetFile;
    expect(intent).toEqual({ ...splitOn.intent, vpn: edits[0]?.['adapter'] });
    expect(JSON.stringify(intent)).not.toContain(vpnLuid);
    expect((await opened()).intent).toEqual({
      ...splitOn.intent,
      vpn: { name: 'Contoso VPN', luid: vpnLuid },
    });
  });

  it.each<[string, readonly Adapter[], OpenedSet['intent']]>([
    [
      'of another computer, by name and type',
      vpnThere().map((vpn) => ({ ...vpn, guid: '', luid: '99' })),
      { ...splitOn.intent, vpn: { name: 'Contoso VPN', luid: '99' } },
    ],
    ['that is not there', [], { ...splitOn.intent, vpn: { name: 'Contoso VPN', luid: null } }],
    [
      'that may be several',
      ['5', '6'].flatMap((luid) => vpnThere().map((vpn) => ({ ...vpn, guid: '', luid }))),
      null,
    ],
  ])('is about a VPN %s', async (_name, adapters, intent) => {
    await support().saveEdits(splitOn);
    expect((await opened({ ...here(), adapters })).intent).toEqual(intent);
  });

  it('is no VPN’s where none is meant', async () => {
    const operations = [{ ...splitOn.operations[0], expected: 1, value: 0 }];
    await support().saveEdits({ operations, intent: { kind: 'system-default' } });
    expect((await opened()).intent).toEqual({ kind: 'system-default' });
  });

  it('is not saved without its VPN', async () => {
    await support().saveEdits({ operations: [operation], intent: { ...splitOn.intent, vpn: '5' } });
    expect(readFileSync(file(), 'utf8')).not.toContain('intent');
  });

  const first = (set: SetFile) => set.edits[0] ?? {};
  it.each<[string, (set: SetFile) => void]>([
    ['does the opposite', (set) => Object.assign(first(set), { expected: 1, value: 0 })],
    ['sets another field', (set) => Object.assign(first(set), { field: 'ForwardingEnabled' })],
    ['sets a field of a later version', (set) => Object.assign(first(set), { field: 'Colour' })],
    ['sets more', (set) => set.edits.push({ ...first(set), field: 'NlMtu', value: 1400 })],
    [
      'is about another adapter',
      (set) =>
        Object.assign(set.intent ?? {}, {
          vpn: { ...(first(set)['adapter'] as object), guid: '{1}' },
        }),
    ],
    ['blocks nobody', (set) => Object.assign(set.intent ?? {}, { blocksOthers: true })],
  ])('is not believed of a set that %s, whose edits stay', async (_name, change) => {
    await changedSet(change, splitOn);
    const { intent, edits } = await opened();
    expect(intent).toBeNull();
    expect(edits.length).toBeGreaterThan(0);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['of a later version', { kind: 'per-program' }, 'unknown-members'],
    ['with a title of its own', { title: 'Harmless' }, 'unknown-members'],
    [
      'of a VPN that is named otherwise, too',
      { vpn: { guid: '', alias: 'x', description: '', type: 53, physicalAddress: '', luid: '5' } },
      'unknown-members',
    ],
    ['that is no intent', { isOn: 'yes' }, 'not-a-set'],
    ['of a VPN without identity', { vpn: 'Contoso VPN' }, 'not-a-set'],
    [
      'of a VPN with an endless name',
      {
        vpn: { guid: '', alias: 'x'.repeat(1025), description: '', type: 53, physicalAddress: '' },
      },
      'not-a-set',
    ],
  ])('%s is told as such', async (_name, members, defect) => {
    await changedSet((set) => Object.assign(set.intent ?? {}, members), splitOn);
    expect(await support().openFile()).toMatchObject({ kind: 'unusable', defect });
  });
});

describe('a file that the system gave', () => {
  it('is read once', async () => {
    await support().saveEdits({ operations: [operation] });
    const given = new GivenFile(file(), () => undefined);
    const there = support(here(), { takeGiven: given.take });
    expect(await there.takeGiven()).toMatchObject({ kind: 'opened', name: 'set.ipedits' });
    expect(await there.takeGiven()).toBeNull();
  });

  it.skipIf(process.platform === 'win32')(
    'is read where a link leads to it, and a pipe is not waited for',
    async () => {
      await support().saveEdits({ operations: [operation] });
      const [link, pipe] = [path.join(folder, 'link'), path.join(folder, 'pipe')];
      symlinkSync(file(), link);
      execFileSync('mkfifo', [pipe]);
      const taken = (given: string) => support(here(), { takeGiven: () => given }).takeGiven();
      expect(await taken(link)).toMatchObject({ kind: 'opened', name: 'link' });
      expect(await taken(pipe)).toMatchObject({ kind: 'unusable', defect: 'unreadable' });
    },
  );

  it('is told to the page when it comes later, and a second one takes its place', () => {
    const tell = vi.fn();
    const given = new GivenFile(null, tell);
    given.give('/a');
    given.give('/b');
    expect(tell).toHaveBeenCalledTimes(2);
    expect(given.take()).toBe('/b');
    expect(given.take()).toBeNull();
  });
});

describe('a saved set that waits', () => {
  it('fits once its adapter is there, and is known by a number', async () => {
    let snapshot: Snapshot = { ...here(), adapters: [] };
    await support().saveEdits({ operations: [operation] });
    const there = support(here(), { snapshot: () => Promise.resolve(snapshot) });
    const set = await there.openFile();
    if (set?.kind !== 'opened') throw new Error(JSON.stringify(set));
    expect(set.edits[0]?.fit).toEqual({ kind: 'adapter-gone' });
    snapshot = here();
    expect((await there.fitAgain(set.id))?.edits[0]?.fit.kind).toBe('fits');
    expect(await there.fitAgain(set.id + 1)).toBeNull();
  });

  it('is forgotten once many others were opened', async () => {
    await support().saveEdits({ operations: [operation] });
    const there = support();
    for (let times = 0; times < 20; times += 1) await there.openFile();
    expect(await there.fitAgain(1)).toBeNull();
    expect(await there.fitAgain(20)).not.toBeNull();
  });
});

describe('a report file', () => {
  it('tells the last 20 changes, newest first, or that the journal cannot be read', async () => {
    const all = Array.from({ length: 25 }, (_, second) =>
      sampleChange({ startedAt: second * 1_000 }),
    );
    const historyPage = (first: number, count: number) =>
      Promise.resolve({ total: all.length, entries: all.slice(first, first + count) });
    const saved = async (some: Partial<SupportOptions>) => {
      await support(here(), some).saveReport({ scope: null, format: 'json', isMasked: false });
      return (JSON.parse(readFileSync(file(), 'utf8')) as Report).changes;
    };
    expect((await saved({ historyPage }))?.map(({ startedAt }) => startedAt)).toEqual(
      all
        .slice(5)
        .map(({ startedAt }) => new Date(startedAt).toISOString())
        .reverse(),
    );
    expect(await saved({ historyPage: () => Promise.reject(new Error('unread')) })).toBeNull();
  });

  it('is shown in its folder once, and nothing else is', async () => {
    const shown: string[] = [];
    const dialogs = {
      askWhereToSave: () => Promise.resolve(file()),
      askWhatToOpen: () => Promise.resolve(null),
      showInFolder: (path: string) => shown.push(path),
    };
    const some = support(here(), { dialogs });
    const show = () => {
      some.showSaved();
    };
    expect(show).toThrow('Nothing was saved');
    await some.saveReport({ scope: null, format: 'json', isMasked: false });
    show();
    expect(show).toThrow('Nothing was saved');
    expect(shown).toEqual([file()]);
  });

  it.each(['json', 'html'] as const)(
    'is written as %s under a name any system takes',
    async (format) => {
      const names: string[] = [];
      const dialogs = {
        askWhereToSave: (name: string) => {
          names.push(name);
          return Promise.resolve(file());
        },
        askWhatToOpen: () => Promise.resolve(null),
        showInFolder: () => undefined,
      };
      const odd = support(here(), { dialogs, computer: 'a/b:c*"<>|?\u0000' });
      await odd.saveReport({ scope: null, format, isMasked: false });
      expect(names).toEqual([`Interface Panel report of a_b_c_______ 2026-11-26 12.00.${format}`]);
      expect(readFileSync(file(), 'utf8').startsWith(format === 'json' ? '{' : '<!doctype')).toBe(
        true,
      );
    },
  );
});
