// SPDX-License-Identifier: MIT
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openChanges } from '../../../electron/changes/changes';
import type { Changes } from '../../../electron/changes/changes';
import { Journal } from '../../../electron/journal/journal';
import { encodeJournalLine } from '../../../electron/journal/journal-lines';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import { encodePlan } from '../../../electron/protocol/plan';
import type {
  InterruptedTransaction,
  LostSettings,
  Permission,
  PlanRequest,
  TransactionState,
} from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingSettings } from '../../../electron/contract/lasting';
import type { Snapshot } from '../../../electron/contract/snapshot';
import type { LastingContent } from '../../../electron/lasting/lasting-settings';
import { confirmed, FakeHelper } from './fake-helper';
import { dataFolderOfTest } from './data-folder-of-test';
import { contentWith, storedSetting } from './lasting-store';

const buildId = '0.1.0+test';
const mtu: Operation = { luid: '2', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };
const metric: Operation = {
  luid: '1',
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  value: 1300,
};
const plan = { operations: [mtu, metric], lasting: 'until-reconnect', deadline: 60 } as const;
const earlier = 'e'.repeat(32);

let folder: string;
let live: Record<string, number>;
let helpers: FakeHelper[];
let states: TransactionState[];
let interruptedNews: (readonly InterruptedTransaction[])[];
let lostNews: (readonly LostSettings[])[];
let permissions: Permission[];
/** What is judged from then on in place of what a test began with. */
let judged: Permission | null;
/** One adapter; a test may let others be there. */
let adapters: readonly object[];
let historyNews: number;
let lasting: LastingContent;
let lastingReads: number;
let lastingNews: LastingSettings[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'changes-'));
  live = { '1': 1500, '2': 1500 };
  [helpers, states, interruptedNews, lostNews, permissions] = [[], [], [], [], []];
  judged = null;
  historyNews = 0;
  adapters = [
    { luid: '2', alias: 'tun0', type: 131, guid: '', description: '', physicalAddress: '' },
  ];
  lasting = contentWith([]);
  lastingReads = 0;
  lastingNews = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function snapshot(): Promise<Snapshot> {
  const ipInterfaces = Object.entries(live).map(([luid, NlMtu]) => ({
    luid,
    family: 'IPv4',
    values: { NlMtu },
    refusals: {},
  }));
  return Promise.resolve({ stack: 'windows', adapters, ipInterfaces } as unknown as Snapshot);
}

const open = (permission: Permission = { kind: 'direct' }, at = folder): Promise<Changes> =>
  openChanges({
    folder: dataFolderOfTest(at),
    permission: () => judged ?? permission,
    account: 'somebody',
    buildId: () => buildId,
    start: () => {
      const helper = new FakeHelper();
      helpers.push(helper);
      return helper.start;
    },
    latestSnapshot: snapshot,
    freshSnapshot: snapshot,
    readLasting: () => {
      lastingReads += 1;
      return lasting;
    },
    notify: {
      stateChanged: (state) => states.push(state),
      interruptedChanged: (transactions) => interruptedNews.push(transactions),
      lostChanged: (lost) => lostNews.push(lost),
      lastingChanged: (settings) => lastingNews.push(settings),
      permissionChanged: (permission) => permissions.push(permission),
    },
    historyChanged: () => {
      historyNews += 1;
    },
  });

/** What a run after this one finds, were this one killed now. */
function openLater(): Promise<Changes> {
  const later = path.join(folder, 'later');
  cpSync(path.join(folder, 'journal.jsonl'), path.join(later, 'journal.jsonl'));
  return open({ kind: 'direct' }, later);
}

const nthHelper = (number: number): Promise<FakeHelper> =>
  vi.waitFor(() => {
    const helper = helpers[number - 1];
    if (!helper?.started) throw new Error('No helper was started');
    return helper;
  });

const latestHelper = () => nthHelper(Math.max(1, helpers.length));

/** As main does what the window asks for. */
async function apply(changes: Changes, request: PlanRequest): Promise<void> {
  changes.apply(await changes.planOf(request));
}

const reached = (phase: TransactionState['phase']) =>
  vi.waitFor(() => {
    expect(states.at(-1)?.phase).toBe(phase);
  });

/** Lets a helper say everything up to APPLIED. */
async function applyWith(helper: FakeHelper, count = 2): Promise<void> {
  helper.say(
    { message: 'HELLO', buildId },
    ...Array.from({ length: count }, (_, operation) => ({
      message: 'FOOTPRINT' as const,
      operation,
      which: 0,
      offset: 0,
      total: 1,
      bytes: Uint8Array.of(operation + 1),
    })),
    { message: 'PREPARED', operations: count },
  );
  await vi.waitFor(() => {
    expect(helper.names).toContain('COMMIT');
  });
  helper.say({ message: 'APPLIED', operations: count, millisecondsLeft: 60_000 });
}

/** As versions before lasting settings sent it. */
const earlierPlanOf = (operations: readonly Operation[]) =>
  encodePlan({
    operations: operations.map((operation) => ({ kind: 'set', operation })),
    lastingChanges: [],
    deadline: 60,
    account: '',
  });

/** A journal of a run that was killed while two values waited to be kept. */
function writeEarlierRun(): void {
  const about = { id: earlier, time: 1_000 };
  const records: JournalRecord[] = [
    {
      ...about,
      state: 'started',
      kind: 'set',
      restores: null,
      planCode: '0A1B2C3D',
      deadline: 60,
      operations: [metric, mtu],
    },
    { ...about, state: 'prepared', before: ['AQ==', 'Ag=='] },
    { ...about, state: 'committed' },
    { ...about, state: 'applied', deadlineAt: 61_000 },
  ];
  const file = path.join(folder, 'journal.jsonl');
  writeFileSync(file, records.map((record, index) => encodeJournalLine(index, record)).join(''));
  utimesSync(file, 30, 30);
}

describe('applying', () => {
  it('carries out a plan in canonical order and ends kept', async () => {
    const changes = await open();
    await apply(changes, plan);
    const helper = await latestHelper();
    await applyWith(helper);
    await reached('waiting');
    expect(states.at(-1)).toMatchObject({ plan: { operations: [metric, mtu], deadline: 60 } });
    changes.underWay.keep();
    helper.say(confirmed);
    helper.finish(0);
    await reached('ended');
    expect(changes.underWay.state).toMatchObject({ phase: 'ended', result: { kind: 'kept' } });
    await vi.waitFor(() => {
      expect(changes.underWay.isBusy).toBe(false);
    });
  });

  it('is refused while another transaction runs', async () => {
    const changes = await open();
    await apply(changes, plan);
    await expect(apply(changes, plan)).rejects.toThrow('Changes are already being applied.');
    (await latestHelper()).exit({ code: 4 });
    await reached('ended');
    expect(helpers).toHaveLength(1);
  });

  it('is refused where everything is read-only', async () => {
    const detail = '/home/me/panel';
    const changes = await open({ kind: 'read-only', reason: 'folder-writable-by-others', detail });
    await expect(apply(changes, plan)).rejects.toMatchObject({
      appError: { code: 'read-only', message: detail },
    });
    expect(helpers).toEqual([]);
  });

  it.each(['keep', 'revert', 'stopWaiting'] as const)(
    '%s is refused when nothing runs',
    async (verb) => {
      const changes = await open();
      expect(() => {
        changes.underWay[verb]();
      }).toThrow('No change is being applied.');
    },
  );
});

describe('without a journal', () => {
  const blocked = () => {
    writeFileSync(path.join(folder, 'file'), '');
    return path.join(folder, 'file', 'below');
  };

  it('which somebody else holds, the permission says that', async () => {
    const [first, second] = [await open(), await open()];
    expect(second.underWay.permission).toMatchObject({ kind: 'read-only', reason: 'journal-held' });
    // Whoever is forgotten holds nothing any more.
    expect(first.underWay.permission).toEqual({ kind: 'direct' });
  });

  it('nothing is applied, and the permission says why', async () => {
    const changes = await open({ kind: 'direct' }, blocked());
    expect(changes.underWay.permission).toMatchObject({
      kind: 'read-only',
      reason: 'journal-unusable',
      detail: path.join(blocked(), 'journal.jsonl'),
    });
    const unread = { appError: { code: 'journal-unread' } };
    await expect(changes.history.part(0, 1)).rejects.toMatchObject(unread);
    await expect(changes.history.transaction('a'.repeat(32))).rejects.toMatchObject(unread);
    await expect(apply(changes, plan)).rejects.toThrow(/journal .* cannot be used/);
    expect(await changes.interrupted.list()).toEqual([]);
    expect(helpers).toEqual([]);
  });
});

describe('finishing to close', () => {
  it('has nothing to do when nothing runs', async () => {
    expect(await (await open()).underWay.finish('keep')).toBe(true);
  });

  it.each([
    ['keep', confirmed, true],
    ['keep', { message: 'REVERTED', cause: 2 }, false],
    ['revert', { message: 'REVERTED', cause: 1 }, true],
  ] as const)('%s is answered by %j: as asked is %s', async (decision, answer, asAsked) => {
    const changes = await open();
    await apply(changes, plan);
    const helper = await latestHelper();
    await applyWith(helper);
    await reached('waiting');
    const finished = changes.underWay.finish(decision);
    helper.say(answer);
    helper.finish(0);
    expect(await finished).toBe(asAsked);
  });

  it('stops what waits for permission', async () => {
    const changes = await open({ kind: 'prompt', prompt: 'pkexec', needsPassword: true });
    await apply(changes, plan);
    const helper = await latestHelper();
    expect(await changes.underWay.finish('revert')).toBe(true);
    expect(helper.killCalls).toBe(1);
  });
});

describe('the place of the program', () => {
  it('is judged again before each start of a helper', async () => {
    const changes = await open();
    judged = { kind: 'read-only', reason: 'folder-writable-by-others', detail: '/opt/x' };
    await expect(
      apply(changes, { operations: [mtu], lasting: 'until-reconnect', deadline: 60 }),
    ).rejects.toThrow('/opt/x');
    expect(helpers).toEqual([]);
    expect(permissions).toEqual([judged]);
  });
});

describe('attempts that change nothing', () => {
  it('leave nothing in the journal, however many there are', async () => {
    const changes = await open();
    for (let attempt = 0; attempt < 20; attempt += 1) {
      await apply(changes, { operations: [mtu], lasting: 'until-reconnect', deadline: 60 });
      await vi.waitFor(() => {
        expect(helpers).toHaveLength(attempt + 1);
      });
      helpers.at(-1)?.exit({ code: 8 });
      await vi.waitFor(() => {
        expect(changes.underWay.isBusy).toBe(false);
      });
    }
    expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8')).toBe('');
  });
});

describe('an earlier run that was killed', () => {
  it('is told with its last sign of life, and remembered with it', async () => {
    writeEarlierRun();
    const changes = await open();
    expect(await changes.interrupted.list()).toMatchObject([
      {
        id: earlier,
        // Made of the plan, whatever the journal says.
        planCode: earlierPlanOf([metric, mtu]).code,
        account: null,
        startedAt: 1_000,
        lastSeenAt: 30_000,
        operations: [{ stillChanged: false }, { stillChanged: false }],
      },
    ]);
    const again = await openLater();
    expect(await again.interrupted.list()).toMatchObject([{ lastSeenAt: 30_000 }]);
  });

  it('whose values are back is put aside by the user, for good', async () => {
    writeEarlierRun();
    const changes = await open();
    await changes.interrupted.dismiss(earlier);
    // Nothing had been told before; the window had asked.
    expect(interruptedNews.at(-1)).toEqual([]);
    expect(await changes.interrupted.list()).toEqual([]);
    expect(await (await open()).interrupted.list()).toEqual([]);
    expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8')).toContain(earlier);
  });

  it('whose values are still changed cannot be put aside', async () => {
    writeEarlierRun();
    live = { '1': 1300, '2': 1500 };
    const changes = await open();
    await expect(changes.interrupted.dismiss(earlier)).rejects.toMatchObject({
      appError: { code: 'invalid-request' },
    });
    expect(await changes.interrupted.list()).toHaveLength(1);
  });

  it('is restored by a transaction of its own, and closed when that is kept', async () => {
    writeEarlierRun();
    live = { '1': 1300, '2': 1500 };
    const changes = await open();
    await changes.restore({ transactionId: earlier, deadline: 60 });
    const helper = await latestHelper();
    await applyWith(helper, 1);
    expect(helper.heard.find(({ message }) => message === 'OPERATION')).toMatchObject({
      kind: 1,
      luid: 1n,
      expected: 1300n,
      value: 1500n,
      beforeBytes: 1,
      afterBytes: 0,
    });
    await reached('waiting');
    live = { '1': 1500, '2': 1500 };
    changes.underWay.keep();
    helper.say(
      { message: 'OUTCOME', operation: 0, outcome: 3, live: 1500n, domain: 0, code: 0, name: '' },
      confirmed,
    );
    helper.finish(0);
    await reached('ended');
    expect(states.at(-1)).toMatchObject({ result: { kind: 'kept' } });
  });

  it.each(['f'.repeat(32), earlier])('has nothing to restore: %s', async (transactionId) => {
    writeEarlierRun();
    const changes = await open();
    await expect(changes.restore({ transactionId, deadline: 60 })).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
    expect(helpers).toEqual([]);
  });

  it('is compared again when values change, and told only when that says something new', async () => {
    writeEarlierRun();
    live = { '1': 1300, '2': 1500 };
    const changes = await open();
    await changes.interrupted.review();
    await changes.interrupted.review();
    expect(interruptedNews).toHaveLength(1);
    live = { '1': 1500, '2': 1500 };
    await changes.interrupted.review();
    expect(interruptedNews).toHaveLength(2);
    expect(interruptedNews[1]).toMatchObject([{ operations: [{ stillChanged: false }, {}] }]);
  });
});

describe('a transaction of this run', () => {
  it('that is not open while it runs, and is when it leaves something', async () => {
    const changes = await open();
    await apply(changes, plan);
    const helper = await latestHelper();
    await applyWith(helper);
    await reached('waiting');
    expect(await changes.interrupted.list()).toEqual([]);
    live = { '1': 1300, '2': 1400 };
    helper.breakChannel();
    helper.exit({ signal: 9 });
    await reached('ended');
    expect(states.at(-1)).toMatchObject({ result: { kind: 'incomplete', cause: 'helper-lost' } });
    await vi.waitFor(() => {
      expect(interruptedNews.at(-1)).toMatchObject([
        { operations: [{ stillChanged: true }, { stillChanged: true }] },
      ]);
    });
    expect(permissions).toEqual([]);
  });

  it('that a lost helper left as it was is told as reverted', async () => {
    const changes = await open();
    await apply(changes, plan);
    const helper = await latestHelper();
    await applyWith(helper);
    await reached('waiting');
    helper.breakChannel();
    helper.exit({ signal: 9 });
    await reached('ended');
    expect(states.at(-1)).toMatchObject({ result: { kind: 'reverted', cause: 'channel-broken' } });
    expect(await changes.interrupted.list()).toEqual([]);
  });
});

describe('what was kept', () => {
  const keptPlan = { operations: [mtu], lasting: 'until-reconnect', deadline: 60 } as const;

  async function keepOne(changes: Changes): Promise<string> {
    await apply(changes, keptPlan);
    const helper = await latestHelper();
    await applyWith(helper, 1);
    await reached('waiting');
    live = { ...live, '2': 1400 };
    changes.underWay.keep();
    helper.say(confirmed);
    helper.finish(0);
    await reached('ended');
    await vi.waitFor(() => {
      expect(changes.underWay.isBusy).toBe(false);
    });
    const { entries } = await changes.history.part(0, 1);
    return entries[0]?.id ?? '';
  }

  it('is in the history with who did it, and the window is told', async () => {
    const changes = await open();
    const id = await keepOne(changes);
    expect(historyNews).toBeGreaterThan(0);
    expect(await changes.history.transaction(id)).toMatchObject({
      account: 'somebody',
      consent: 'direct',
      result: 'kept',
      changes: [{ operation: mtu, restorability: 'restorable' }],
    });
  });

  it('is restored by its footprints, in a later run too', async () => {
    const id = await keepOne(await open());
    const again = await openLater();
    await again.restore({ transactionId: id, deadline: 60 });
    const helper = await nthHelper(2);
    await applyWith(helper, 1);
    expect(helper.heard.find(({ message }) => message === 'OPERATION')).toMatchObject({
      kind: 1,
      expected: 1400n,
      value: 1500n,
      beforeBytes: 1,
    });
  });

  it('is left alone where somebody else changed it since', async () => {
    const changes = await open();
    const id = await keepOne(changes);
    live = { ...live, '2': 9000 };
    await expect(changes.restore({ transactionId: id, deadline: 60 })).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
    expect(helpers).toHaveLength(1);
  });

  it('is not found under another name', async () => {
    const changes = await open();
    await expect(changes.history.transaction('f'.repeat(32))).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
  });
});

describe('what lasts', () => {
  const always = { operations: [mtu], lasting: 'always', deadline: 60 } as const;
  const setting = storedSetting({ field: 'NlMtu', value: 1400 });
  const older = storedSetting({ field: 'NlMtu', value: 1300 });

  /** Lets a helper carry a plan of lasting changes alone out, up to the moment in which it has written them. */
  async function writeWith(helper: FakeHelper): Promise<void> {
    helper.say({ message: 'HELLO', buildId }, { message: 'PREPARED', operations: 0 });
    await vi.waitFor(() => {
      expect(helper.names).toContain('COMMIT');
    });
    helper.say({ message: 'APPLIED', operations: 0, millisecondsLeft: 60_000 });
    await reached('keeping');
  }

  async function toTheEnd(helper: FakeHelper, changes: Changes): Promise<string> {
    helper.say(confirmed);
    helper.finish(0);
    await reached('ended');
    await vi.waitFor(() => {
      expect(changes.underWay.isBusy).toBe(false);
    });
    const { entries, total } = await changes.history.part(0, 200);
    return entries[total - 1]?.id ?? '';
  }

  async function keepAlways(changes: Changes): Promise<string> {
    await apply(changes, always);
    const helper = await latestHelper();
    await applyWith(helper, 1);
    await reached('waiting');
    live = { ...live, '2': 1400 };
    changes.underWay.keep();
    lasting = contentWith([setting]);
    return toTheEnd(helper, changes);
  }

  /** Makes the value last that is there; its helper is lost as it writes, when the store is `written` or as it was. */
  async function makeLastAndLose(changes: Changes, written = lasting): Promise<void> {
    const already = helpers.length;
    await changes.makeLast([{ luid: '2', family: 'IPv4', field: 'NlMtu', value: 1500 }]);
    const helper = await nthHelper(already + 1);
    await writeWith(helper);
    lasting = written;
    helper.breakChannel();
    helper.exit({ signal: 9 });
    await reached('ended');
    await vi.waitFor(() => {
      expect(changes.underWay.isBusy).toBe(false);
    });
  }

  const madeLast = contentWith([storedSetting({ field: 'NlMtu', value: 1500 })]);
  const latestLasting = () => helpers.at(-1)?.heard.filter(({ message }) => message === 'LASTING');

  it('is part of the plan, of what is shown, and of its code', async () => {
    const changes = await open();
    const planned = await changes.planOf(always);
    expect(planned.lastingChanges).toMatchObject([{ id: setting.id, luid: '2', value: 1400 }]);
    await apply(changes, always);
    const { frames, code } = encodePlan({
      ...planned,
      operations: planned.operations.map((operation) => ({ kind: 'set', operation })),
      account: 'somebody',
    });
    expect(states.at(-1)).toMatchObject({ plan: planned, planCode: code });
    const helper = await latestHelper();
    helper.say({ message: 'HELLO', buildId });
    expect(helper.heard).toHaveLength(1 + frames.length);
    expect(helper.heard[1]).toMatchObject({ lastingChanges: 1, account: 'somebody' });
    helper.exit({ code: 8 });
    await reached('ended');
  });

  it('stops with a plan that is not to last', async () => {
    lasting = contentWith([older]);
    const changes = await open();
    const planned = await changes.planOf({ ...always, lasting: 'until-reconnect' });
    expect(planned.lastingChanges).toMatchObject([{ id: older.id, expected: 1300, value: null }]);
  });

  it.each<Partial<LastingContent>>([
    { keeper: 'not-installed' },
    { problem: 'not-trusted' },
    { problem: 'later-version' },
    { problem: 'unreadable' },
  ])('is not asked for where it cannot be: %j', async (trouble) => {
    lasting = { ...contentWith([]), ...trouble };
    const changes = await open();
    const refused = { appError: { code: 'lasting' } };
    await expect(apply(changes, always)).rejects.toMatchObject(refused);
    await expect(changes.makeLast([mtu])).rejects.toMatchObject(refused);
    expect(() => {
      changes.stopLasting([setting.id]);
    }).toThrow(
      expect.objectContaining({ appError: expect.objectContaining({ code: 'lasting' }) as object }),
    );
    expect(helpers).toEqual([]);
    await expect(changes.planOf(plan)).resolves.toMatchObject({ lastingChanges: [] });
  });

  it('is changed without a question where nothing else is', async () => {
    const changes = await open();
    await changes.makeLast([{ luid: '2', family: 'IPv4', field: 'NlMtu', value: 1500 }]);
    const helper = await latestHelper();
    await writeWith(helper);
    expect(states.map(({ phase }) => phase)).not.toContain('waiting');
    expect(helper.names.slice(1)).toEqual(['PLAN', 'LASTING', 'COMMIT', 'CONFIRM']);
    const id = await toTheEnd(helper, changes);
    expect(states.at(-1)).toMatchObject({ result: { kind: 'kept' } });
    expect(await changes.history.transaction(id)).toMatchObject({
      subject: { about: 'making-last', adapters: [{ alias: 'tun0' }], changes: [{ to: 1500 }] },
      result: 'kept',
    });
  });

  it('is stopped by its id', async () => {
    lasting = contentWith([setting]);
    const changes = await open();
    changes.stopLasting([setting.id]);
    const helper = await latestHelper();
    await writeWith(helper);
    expect(latestLasting()).toMatchObject([{ luid: 0n, expected: 1400n, value: null }]);
    await toTheEnd(helper, changes);
  });

  it('is refused where nothing is left to do', async () => {
    lasting = contentWith([storedSetting({ field: 'NlMtu', value: 1500 })]);
    const changes = await open();
    const nothingLeft = { appError: { code: 'not-found' } };
    await expect(
      changes.makeLast([{ luid: '2', family: 'IPv4', field: 'NlMtu', value: 1500 }]),
    ).rejects.toMatchObject(nothingLeft);
    const noneLasts = 'None of these settings lasts any more.';
    await expect(changes.lastingAmong(['f'.repeat(32)])).rejects.toThrow(noneLasts);
    expect(() => {
      changes.stopLasting(['f'.repeat(32)]);
    }).toThrow(noneLasts);
    expect(helpers).toEqual([]);
  });

  it('is told when it says something new', async () => {
    const changes = await open();
    await changes.lasting.review();
    await changes.lasting.review();
    expect(lastingNews).toHaveLength(1);
    lasting = contentWith([setting]);
    await changes.lasting.review();
    expect(lastingNews).toHaveLength(2);
    expect(lastingNews[1]).toMatchObject({
      settings: [{ id: setting.id, luid: '2', status: { state: 'unknown' } }],
      keeper: 'running',
    });
    expect(await changes.lasting.shown()).toEqual(lastingNews[1]);
  });

  it('that was kept is taken back with the value', async () => {
    const changes = await open();
    const id = await keepAlways(changes);
    expect(await changes.history.transaction(id)).toMatchObject({
      lasting: [{ change: { id: setting.id }, stillChanged: true, present: true }],
    });
    await changes.restore({ transactionId: id, deadline: 60 });
    const helper = await nthHelper(2);
    helper.say({ message: 'HELLO', buildId });
    expect(helper.names.slice(1)).toEqual(['PLAN', 'OPERATION', 'FOOTPRINT', 'LASTING']);
    expect(latestLasting()).toMatchObject([{ expected: 1400n, value: null }]);
    helper.exit({ code: 8 });
    await reached('ended');
  });

  it('that was kept is taken back alone where the value is back already', async () => {
    const changes = await open();
    const id = await keepAlways(changes);
    live = { ...live, '2': 1500 };
    await changes.restore({ transactionId: id, deadline: 60 });
    const helper = await nthHelper(2);
    await writeWith(helper);
    lasting = contentWith([]);
    await toTheEnd(helper, changes);
    expect(states.at(-1)).toMatchObject({ result: { kind: 'kept' } });
    expect(await changes.history.transaction(id)).toMatchObject({
      lasting: [{ stillChanged: false }],
    });
    await expect(changes.restore({ transactionId: id, deadline: 60 })).rejects.toMatchObject({
      appError: { code: 'not-found' },
    });
  });

  it('belongs to the newest transaction that changed it', async () => {
    const changes = await open();
    const first = await keepAlways(changes);
    lasting = contentWith([]);
    await changes.makeLast([{ luid: '2', family: 'IPv4', field: 'NlMtu', value: 1400 }]);
    const helper = await nthHelper(2);
    await writeWith(helper);
    lasting = contentWith([setting]);
    const second = await toTheEnd(helper, changes);
    expect(await changes.history.transaction(first)).toMatchObject({
      lasting: [{ stillChanged: false }],
    });
    expect(await changes.history.transaction(second)).toMatchObject({
      lasting: [{ stillChanged: true }],
    });
  });

  it('is offered to be taken back where a helper was lost after it had written it', async () => {
    const changes = await open();
    await makeLastAndLose(changes, madeLast);
    expect(states.at(-1)).toMatchObject({ result: { kind: 'incomplete', cause: 'helper-lost' } });
    await vi.waitFor(async () => {
      expect(await changes.interrupted.list()).toMatchObject([
        { operations: [], lastingChanges: [{ stillChanged: true, present: true }] },
      ]);
    });
    const [left] = await changes.interrupted.list();
    await expect(changes.interrupted.dismiss(left?.id ?? '')).rejects.toMatchObject({
      appError: { code: 'invalid-request' },
    });
    const { entries } = await changes.history.part(0, 1);
    expect(entries[0]?.result).toBe('incomplete');
    lasting = contentWith([]);
    expect(await changes.interrupted.list()).toEqual([]);
  });

  it('was never so where a helper was lost before it had written it', async () => {
    const changes = await open();
    await makeLastAndLose(changes);
    expect(states.at(-1)).toMatchObject({ result: { kind: 'reverted' } });
    expect(await changes.interrupted.list()).toEqual([]);
  });

  it('is not taken for its doing where another makes the same value last afterwards', async () => {
    const changes = await open();
    await makeLastAndLose(changes);
    await changes.interrupted.review();
    lasting = madeLast;
    expect(await changes.interrupted.list()).toEqual([]);
  });

  it('is read once for a page of the history, and not again for each transaction', async () => {
    const changes = await open();
    await makeLastAndLose(changes);
    await makeLastAndLose(changes, madeLast);
    lastingReads = 0;
    expect((await changes.history.part(0, 200)).entries).toHaveLength(2);
    expect(lastingReads).toBe(1);
  });

  it('is told as left even where the journal cannot take what was settled', async () => {
    const changes = await open();
    await makeLastAndLose(changes, madeLast);
    await vi.waitFor(() => {
      expect(interruptedNews.at(-1)).toHaveLength(1);
    });
    lasting = contentWith([]);
    const append = vi.spyOn(Journal.prototype, 'append').mockRejectedValue(new Error('full'));
    onTestFinished(() => {
      append.mockRestore();
    });
    await expect(changes.interrupted.review()).rejects.toThrow('full');
    expect(interruptedNews.at(-1)).toEqual([]);
  });

  it('is nothing that a person has to set again, while the keeper runs', async () => {
    const changes = await open();
    await keepAlways(changes);
    live = { ...live, '2': 1500 };
    const later = await openLater();
    expect(await later.lost.list()).toEqual([]);
    lasting = { ...lasting, keeper: 'not-running' };
    expect(await later.lost.list()).toMatchObject([{ luid: '2', operations: [mtu] }]);
  });

  it('is something that a person has to set again where the keeper gave it up', async () => {
    const changes = await open();
    await keepAlways(changes);
    live = { ...live, '2': 1500 };
    const later = await openLater();
    const status = { state: 'given-up', setAgainAt: null, timesSet: 5, live: 1500 } as const;
    lasting = contentWith(lasting.settings, new Map([[setting.id, status]]));
    expect(await later.lost.list()).toMatchObject([{ luid: '2', operations: [mtu] }]);
  });
});
