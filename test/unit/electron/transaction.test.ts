// SPDX-License-Identifier: MIT
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HelperMessage } from '../../../electron/protocol/frames';
import type { JournalRecord, Origin } from '../../../electron/journal/journal-record';
import type { Consent } from '../../../electron/transaction/launch-failure';
import type {
  LiveValue,
  OperationResult,
  Outcome,
  TransactionResult,
  TransactionState,
} from '../../../electron/contract/changes';
import type { PlannedOperation } from '../../../electron/protocol/plan';
import { Transaction } from '../../../electron/transaction/transaction';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChange } from '../../../electron/contract/lasting';
import { appFailure } from '../../../electron/base/app-failure';
import { confirmed, FakeHelper } from './fake-helper';
import { lastingChange } from './lasting-store';

const buildId = '0.1.0+test';
const id = '0123456789abcdef0123456789abcdef';
const minute = 60_000;

const operations: readonly Operation[] = [
  { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
  { luid: '2', family: 'IPv6', field: 'DadTransmits', expected: 1, value: 3 },
];

const origin: Origin = {
  account: 'somebody',
  consent: 'direct',
  adapters: [
    {
      luid: '1',
      alias: 'Ethernet',
      description: '',
      guid: '',
      type: 6,
      physicalAddress: '02:fc:00:00:00:01',
    },
  ],
};

interface Options {
  readonly consent?: Consent;
  readonly kind?: 'set' | 'restore';
  readonly operations?: readonly Operation[];
  readonly lastingChanges?: readonly LastingChange[];
  readonly isLastingWritten?: boolean;
  readonly live?: (operation: Operation) => LiveValue;
  /** Neither the stack nor the store ever answers. */
  readonly readsNothing?: boolean;
  /** The state of the first record that cannot be written, or already when it is asked whether it can be used. */
  readonly journalFailsAt?: JournalRecord['state'] | 'usable';
}

/** A transaction with everything around it. */
class Scene {
  readonly helper = new FakeHelper();
  readonly states: TransactionState[] = [];
  readonly records: JournalRecord[] = [];
  /** How many frames the helper had heard when a record was durable. */
  readonly heardAtDurable = new Map<string, string[]>();
  touches = 0;
  result: TransactionResult | null = null;
  readonly transaction: Transaction;

  constructor(options: Options = {}) {
    const footprint = Uint8Array.of(1, 2);
    const kind = options.kind ?? 'set';
    const planned = (options.operations ?? operations).map((operation): PlannedOperation =>
      kind === 'set'
        ? { kind, operation }
        : { kind, operation, before: footprint, after: footprint },
    );
    this.transaction = new Transaction(
      {
        id,
        kind,
        restores: kind === 'set' ? null : id,
        operations: planned,
        lastingChanges: options.lastingChanges ?? [],
        deadline: 60,
      },
      {
        start: () => this.helper.start,
        consent: options.consent ?? 'direct',
        buildId,
        account: 'somebody',
        journal: {
          append: async (records, durable) => {
            await Promise.resolve();
            if (records.some(({ state }) => state === options.journalFailsAt)) {
              throw appFailure('journal', 'No space left on device');
            }
            this.records.push(...records);
            if (durable !== 'durable') return;
            for (const { state } of records) this.heardAtDurable.set(state, this.helper.names);
          },
          assertUsable: async () => {
            await Promise.resolve();
            if (options.journalFailsAt !== 'usable') return;
            throw appFailure('journal', 'No space left on device');
          },
          touch: () => {
            this.touches += 1;
            return Promise.resolve();
          },
        },
        origin: () => Promise.resolve(origin),
        readLive: () =>
          options.readsNothing
            ? new Promise(() => undefined)
            : Promise.resolve(options.live ?? ((operation) => operation.expected)),
        isLastingWritten: () =>
          options.readsNothing
            ? new Promise(() => undefined)
            : Promise.resolve(options.isLastingWritten ?? false),
        stateChanged: (state) => this.states.push(state),
      },
    );
    void this.transaction.run().then((result) => {
      this.result = result;
    });
  }

  get phases(): string[] {
    return this.states.map(({ phase }) => phase);
  }

  get journal(): string[] {
    return this.records.map(({ state }) => state);
  }

  get results(): readonly OperationResult[] {
    const last = this.states.at(-1);
    return last?.phase === 'ended' ? last.results : [];
  }

  get outcomes(): Outcome[] {
    return this.results.map(({ outcome }) => outcome);
  }

  async say(...messages: HelperMessage[]): Promise<void> {
    this.helper.say(...messages);
    await settle();
  }

  async toPreparing(): Promise<this> {
    await settle();
    await this.say({ message: 'HELLO', buildId });
    return this;
  }

  async toApplying(): Promise<this> {
    await this.toPreparing();
    await this.say(...operations.map((_, index) => footprint(index, 0)), {
      message: 'PREPARED',
      operations: operations.length,
    });
    return this;
  }

  async toWaiting(): Promise<this> {
    await this.toApplying();
    await this.say(outcome(0, 0, 1400), footprint(0, 1), outcome(1, 0, 3), footprint(1, 1), {
      message: 'APPLIED',
      operations: 2,
      millisecondsLeft: minute,
    });
    return this;
  }

  async finish(exitCode: number): Promise<void> {
    this.helper.finish(exitCode);
    await settle();
  }
}

/** Lets everything run that waits for no time. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

const footprint = (operation: number, which: 0 | 1): HelperMessage => ({
  message: 'FOOTPRINT',
  operation,
  which,
  offset: 0,
  total: 2,
  bytes: Uint8Array.of(operation, which),
});

const outcome = (operation: number, number: number, live: number | null): HelperMessage => ({
  message: 'OUTCOME',
  operation,
  outcome: number,
  live: live === null ? null : BigInt(live),
  domain: 0,
  code: 0,
  name: '',
});

const takenBack = [outcome(1, 3, 1), outcome(0, 3, 1500)] as const;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the whole way', () => {
  it('keeps what the user keeps', async () => {
    const scene = await new Scene().toWaiting();
    expect(scene.helper.names).toEqual(['HELLO', 'PLAN', 'OPERATION', 'OPERATION', 'COMMIT']);
    scene.transaction.keep();
    await scene.say(confirmed);
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'kept' });
    expect(scene.phases).toEqual([
      'checking',
      'checking',
      'checking',
      'applying',
      'waiting',
      'keeping',
      'ended',
    ]);
    expect(scene.outcomes).toEqual(['applied', 'applied']);
    expect(scene.results.map(({ live }) => live)).toEqual([1400, 3]);
    expect(scene.journal.at(-1)).toBe('kept');
  });

  it('reverts when the user asks for it', async () => {
    const scene = await new Scene().toWaiting();
    scene.transaction.revert();
    expect(scene.helper.names.at(-1)).toBe('REVERT');
    await scene.say(...takenBack, { message: 'REVERTED', cause: 1 });
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'reverted', cause: 'asked', keepCameTooLate: false });
    expect(scene.outcomes).toEqual(['restored', 'restored']);
    expect(scene.records.at(-1)).toMatchObject({
      state: 'reverted',
      ends: [
        { outcome: 'restored', live: 1500 },
        { outcome: 'restored', live: 1 },
      ],
    });
  });

  it('says that it reverts once the deadline is over, and reports the deadline as the cause', async () => {
    const scene = await new Scene().toWaiting();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.phases.at(-1)).toBe('reverting');
    await scene.say(...takenBack, { message: 'REVERTED', cause: 2 });
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'reverted', cause: 'deadline', keepCameTooLate: false });
  });

  it('shows the helper’s deadline, not its own', async () => {
    const scene = await new Scene().toApplying();
    await scene.say({ message: 'APPLIED', operations: 2, millisecondsLeft: 41_000 });
    expect(scene.states.at(-1)).toMatchObject({
      phase: 'waiting',
      deadlineAt: Date.now() + 41_000,
    });
  });

  const [hour, year] = [60 * minute, 365 * 24 * 60 * minute];
  it.each([
    ['a year back', () => Date.now() - year],
    ['an hour back', () => Date.now() - hour],
    ['an hour ahead', () => Date.now() + hour],
    ['a year ahead', () => Date.now() + year],
    ['to where summer time begins', () => Date.parse('2026-03-29T00:59:59.500Z')],
    ['beyond the last second of 32 bits', () => 2 ** 31 * 1_000],
  ])('keeps its deadline when the clock is set %s while it waits', async (_name, setTo) => {
    const scene = await new Scene().toWaiting();
    await vi.advanceTimersByTimeAsync(10_000);
    vi.setSystemTime(setTo());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(scene.states.at(-1)).toMatchObject({
      phase: 'waiting',
      deadlineAt: Date.now() + minute - 11_000,
    });
    expect(scene.phases.filter((phase) => phase === 'waiting')).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(minute - 11_001);
    expect(scene.phases.at(-1)).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(scene.phases.at(-1)).toBe('reverting');
  });

  it('asks a person first where consent is needed, for as long as it takes', async () => {
    const scene = new Scene({ consent: 'pkexec' });
    await vi.advanceTimersByTimeAsync(24 * 60 * minute);
    expect(scene.phases).toEqual(['waiting-for-permission']);
    await scene.say({ message: 'HELLO', buildId });
    expect(scene.phases.at(-1)).toBe('checking');
  });

  it('leaves a sign of life every second while something is neither kept nor reverted', async () => {
    const scene = await new Scene().toWaiting();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(scene.touches).toBe(5);
    scene.transaction.keep();
    await scene.say(confirmed);
    await scene.finish(0);
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.touches).toBe(5);
  });
});

describe('the journal', () => {
  it('has the footprints on disk before COMMIT is sent', async () => {
    const scene = await new Scene().toApplying();
    expect(scene.heardAtDurable.get('prepared')).not.toContain('COMMIT');
    expect(scene.heardAtDurable.get('committed')).not.toContain('COMMIT');
    expect(scene.helper.names).toContain('COMMIT');
    expect(scene.records.find(({ state }) => state === 'prepared')).toMatchObject({
      before: [Uint8Array.of(0, 0), Uint8Array.of(1, 0)].map((bytes) =>
        Buffer.from(bytes).toString('base64'),
      ),
    });
  });

  it('learns each operation and its footprint as they come', async () => {
    const scene = await new Scene().toWaiting();
    expect(scene.journal).toEqual([
      'started',
      'prepared',
      'committed',
      'operation',
      'footprint',
      'operation',
      'footprint',
      'applied',
    ]);
  });

  it('takes a footprint before that an earlier operation had altered', async () => {
    const scene = await new Scene().toApplying();
    await scene.say(outcome(0, 0, 1400), footprint(0, 1), footprint(1, 0));
    expect(scene.records.at(-1)).toMatchObject({ state: 'footprint', index: 1, which: 'before' });
  });

  it('that fails at the start launches nothing', async () => {
    const scene = new Scene({ journalFailsAt: 'usable' });
    await settle();
    expect(scene.helper.started).toBe(false);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'journal-unusable' });
  });

  it('that fails before COMMIT changes nothing', async () => {
    const scene = await new Scene({ journalFailsAt: 'committed' }).toApplying();
    expect(scene.helper.names).not.toContain('COMMIT');
    expect(scene.helper.killCalls).toBe(1);
    expect(scene.result).toEqual({
      kind: 'not-launched',
      failure: 'journal-unusable',
      detail: 'No space left on device',
    });
  });

  it('that fails after COMMIT does not hide how it ended', async () => {
    const scene = await new Scene({ journalFailsAt: 'reverted' }).toWaiting();
    scene.transaction.revert();
    await scene.say(...takenBack, { message: 'REVERTED', cause: 1 });
    await scene.finish(0);
    expect(scene.result).toMatchObject({ kind: 'reverted' });
  });
});

describe('nothing is changed', () => {
  it('when the helper refuses operations or the plan', async () => {
    const scene = await new Scene().toPreparing();
    await scene.say(
      {
        message: 'REFUSED',
        operation: 1,
        refusal: 40,
        code: 1,
        domain: 1,
        name: 'EPERM',
      },
      { message: 'REFUSED', operation: 0xffff, refusal: 2, code: 0, domain: 0, name: '' },
    );
    await scene.finish(8);
    expect(scene.result).toEqual({
      kind: 'refused',
      obstacles: [
        {
          kind: 'refused',
          operation: operations[1],
          refusal: 'platformError',
          error: {
            code: 'platform',
            message: 'set DadTransmits failed: EPERM (1)',
            platform: { domain: 'errno', name: 'EPERM', number: 1, call: 'set DadTransmits' },
          },
        },
        { kind: 'refused', refusal: 'hashMismatch' },
      ],
    });
    expect(scene.records).toEqual([]);
  });

  it('when a value is not the one that was reviewed', async () => {
    const scene = await new Scene().toPreparing();
    await scene.say({ message: 'STALE', operation: 0, live: 1480n });
    await scene.finish(8);
    expect(scene.result).toEqual({
      kind: 'refused',
      obstacles: [{ kind: 'stale', operation: operations[0], live: 1480 }],
    });
  });

  it('when the helper is of another build', async () => {
    const scene = new Scene();
    await settle();
    await scene.say({ message: 'HELLO', buildId: '0.0.9' });
    await scene.finish(7);
    expect(scene.helper.names).toEqual(['HELLO']);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'other-build' });
  });

  it.each([
    [{ code: 126 }, 'declined'],
    [{ code: 127 }, 'not-authorised'],
    [{ code: 3 }, 'not-privileged'],
    [{ code: 4 }, 'busy'],
    [{ code: 2 }, 'helper-failed'],
    [{ signal: 9 }, 'helper-failed'],
  ])('when the helper ends with %j: %s', async (exit, failure) => {
    const scene = new Scene({ consent: 'pkexec' });
    await settle();
    scene.helper.breakChannel();
    scene.helper.exit(exit);
    await settle();
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure });
    expect(scene.phases).toEqual(['waiting-for-permission', 'ended']);
  });

  it('126 and 127 are the helper’s own business where pkexec is not asked', async () => {
    const scene = new Scene({ consent: 'direct' });
    await settle();
    scene.helper.breakChannel();
    scene.helper.exit({ code: 127, stderr: 'no such library\n' });
    await settle();
    expect(scene.result).toEqual({
      kind: 'not-launched',
      failure: 'helper-failed',
      detail: 'no such library',
    });
  });

  it.each([
    ['errno', 2, 'helper-missing'],
    ['errno', 13, 'policy'],
    ['errno', 24, 'helper-failed'],
    ['win32', 1223, 'declined'],
    ['win32', 2, 'helper-missing'],
    ['win32', 225, 'helper-missing'],
    ['win32', 5, 'policy'],
    ['win32', 1260, 'policy'],
    ['win32', 8235, 'policy'],
    ['win32', 740, 'not-privileged'],
  ] as const)('when it cannot be launched: %s %i is %s', async (domain, number, failure) => {
    const scene = new Scene({ consent: domain === 'win32' ? 'uac' : 'pkexec' });
    await settle();
    scene.helper.breakChannel();
    scene.helper.exit({ launchError: { domain, number, name: 'NAME', call: 'launch' } });
    await settle();
    expect(scene.result).toEqual({
      kind: 'not-launched',
      failure,
      detail: `launch: NAME (${number})`,
    });
  });

  it.each([
    [5, 'channel-taken'],
    [231, 'channel-taken'],
    [87, 'helper-failed'],
  ])('when the pipe cannot be made: %i is %s', async (number, failure) => {
    const scene = new Scene({ consent: 'uac' });
    await settle();
    scene.helper.breakChannel();
    const launchError = { domain: 'win32', number, name: 'NAME', call: 'CreateNamedPipe' } as const;
    scene.helper.exit({ launchError });
    await settle();
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure });
  });

  it('when the user stops waiting at the prompt', async () => {
    const scene = new Scene({ consent: 'pkexec' });
    await settle();
    scene.transaction.stopWaiting();
    await settle();
    expect(scene.helper.killCalls).toBe(1);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'stopped-waiting' });
  });

  it('when the user stops waiting while the journal is written', async () => {
    const scene = await new Scene().toPreparing();
    scene.helper.say(...operations.map((_, index) => footprint(index, 0)), {
      message: 'PREPARED',
      operations: 2,
    });
    scene.transaction.stopWaiting();
    await settle();
    expect(scene.helper.names).not.toContain('COMMIT');
    expect(scene.result).toMatchObject({ failure: 'stopped-waiting' });
    expect(scene.journal).toEqual([]);
  });

  it('when the helper does not answer', async () => {
    const scene = new Scene();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.helper.killCalls).toBe(1);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'helper-failed' });
  });

  it('when the helper stops answering while it checks', async () => {
    const scene = await new Scene().toPreparing();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(scene.helper.killCalls).toBe(1);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'helper-failed' });
  });

  it('when the channel is gone and the exit never told', async () => {
    const scene = await new Scene().toPreparing();
    scene.helper.breakChannel();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'helper-failed' });
  });

  it.each<[string, (scene: Scene) => void]>([
    [
      'garbage',
      (scene) => {
        scene.helper.sayBytes(new Uint8Array(64));
      },
    ],
    [
      'a short frame',
      (scene) => {
        scene.helper.sayBytes(new Uint8Array(63));
      },
    ],
    [
      'a message out of turn',
      (scene) => {
        scene.helper.say(confirmed);
      },
    ],
    [
      'another number of operations',
      (scene) => {
        scene.helper.say({ message: 'PREPARED', operations: 3 });
      },
    ],
    [
      'a footprint of an operation that does not exist',
      (scene) => {
        scene.helper.say(footprint(2, 0));
      },
    ],
    [
      'a footprint after before anything was applied',
      (scene) => {
        scene.helper.say(footprint(0, 1));
      },
    ],
    [
      'a footprint with a gap',
      (scene) => {
        scene.helper.say({
          message: 'FOOTPRINT',
          operation: 0,
          which: 0,
          offset: 48,
          total: 50,
          bytes: Uint8Array.of(1, 2),
        });
      },
    ],
    [
      'a refusal of an operation that does not exist',
      (scene) => {
        scene.helper.say({
          message: 'REFUSED',
          operation: 9,
          refusal: 2,
          code: 0,
          domain: 0,
          name: '',
        });
      },
    ],
  ])('when the helper breaks the protocol with %s', async (_name, speak) => {
    const scene = await new Scene().toPreparing();
    speak(scene);
    await settle();
    expect(scene.helper.killCalls).toBe(1);
    expect(scene.helper.names).not.toContain('COMMIT');
    expect(scene.result).toMatchObject({ kind: 'not-launched', failure: 'helper-failed' });
  });
});

describe('a failure while applying', () => {
  const failed: HelperMessage = {
    message: 'OUTCOME',
    operation: 1,
    outcome: 2,
    live: 1n,
    domain: 1,
    code: 22,
    name: 'EINVAL',
  };

  it('is rolled back and told with the platform’s error', async () => {
    const scene = await new Scene().toApplying();
    await scene.say(
      ...[outcome(0, 0, 1400), footprint(0, 1), failed, outcome(1, 3, 1), outcome(0, 3, 1500)],
      { message: 'ROLLED_BACK' },
    );
    await scene.finish(10);
    expect(scene.result).toMatchObject({
      kind: 'rolled-back',
      error: { platform: { name: 'EINVAL', number: 22 } },
    });
    expect(scene.outcomes).toEqual(['restored', 'restored']);
  });

  it('is not taken for put back while only the failure is told', async () => {
    const scene = await new Scene().toApplying();
    await scene.say(outcome(0, 0, 1400), footprint(0, 1), failed, outcome(0, 3, 1500), {
      message: 'ROLLED_BACK',
    });
    await scene.finish(10);
    expect(scene.result).toMatchObject({ kind: 'incomplete' });
  });

  it('is incomplete when something could not be rolled back', async () => {
    const scene = await new Scene().toApplying();
    await scene.say(outcome(0, 0, 1400), footprint(0, 1), failed, outcome(0, 5, null), {
      message: 'ROLLED_BACK',
    });
    await scene.finish(11);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'rolled-back' });
  });

  it('is incomplete when the stack did not settle, whatever the outcomes say', async () => {
    const scene = await new Scene().toApplying();
    await scene.say(failed, { message: 'ROLLED_BACK' });
    await scene.finish(11);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'rolled-back' });
  });

  it('names the value another program changed at the last moment', async () => {
    const scene = await new Scene().toApplying();
    await scene.say({ message: 'STALE', operation: 0, live: 9000n }, outcome(0, 1, 9000), {
      message: 'ROLLED_BACK',
    });
    await scene.finish(10);
    expect(scene.result).toEqual({
      kind: 'refused',
      obstacles: [{ kind: 'stale', operation: operations[0], live: 9000 }],
    });
  });

  it('can be taken back by the user before it is through', async () => {
    const scene = await new Scene().toApplying();
    scene.transaction.stopWaiting();
    expect(scene.helper.names.at(-1)).toBe('REVERT');
    await scene.say({ message: 'APPLIED', operations: 2, millisecondsLeft: minute });
    expect(scene.phases.at(-1)).toBe('reverting');
    await scene.say(...takenBack, { message: 'REVERTED', cause: 1 });
    await scene.finish(0);
    expect(scene.result).toMatchObject({ kind: 'reverted', cause: 'asked' });
  });
});

describe('keeping', () => {
  it('tells that Keep came too late when the helper had already reverted', async () => {
    const scene = await new Scene().toWaiting();
    scene.transaction.keep();
    await scene.say(...takenBack, { message: 'REVERTED', cause: 2 });
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'reverted', cause: 'deadline', keepCameTooLate: true });
  });

  it('tells the same when Keep is selected after the deadline', async () => {
    const scene = await new Scene().toWaiting();
    await vi.advanceTimersByTimeAsync(minute);
    scene.transaction.keep();
    expect(scene.helper.names).not.toContain('CONFIRM');
    await scene.say(...takenBack, { message: 'REVERTED', cause: 2 });
    await scene.finish(0);
    expect(scene.result).toMatchObject({ kind: 'reverted', keepCameTooLate: true });
  });

  it('is kept even when DONE never comes', async () => {
    const scene = await new Scene().toWaiting();
    scene.transaction.keep();
    await scene.say(confirmed);
    scene.helper.breakChannel();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.result).toEqual({ kind: 'kept' });
  });

  it('and reverting are refused before anything waits', async () => {
    const scene = await new Scene().toPreparing();
    expect(() => {
      scene.transaction.keep();
    }).toThrow('No change waits to be kept.');
    expect(() => {
      scene.transaction.revert();
    }).toThrow('No change waits to be reverted.');
  });

  it('a restore that found values of others is not called kept', async () => {
    const scene = await new Scene({ kind: 'restore' }).toApplying();
    await scene.say(outcome(0, 3, 1400), outcome(1, 4, 7), {
      message: 'APPLIED',
      operations: 2,
      millisecondsLeft: minute,
    });
    scene.transaction.keep();
    await scene.say(confirmed);
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'asked' });
    expect(scene.outcomes).toEqual(['restored', 'foreign']);
  });
});

describe('reverting', () => {
  it.each([
    [4, 'foreign'],
    [5, 'gone'],
    [6, 'restore-failed'],
  ] as const)('is incomplete when an outcome is %i (%s)', async (number, name) => {
    const scene = await new Scene().toWaiting();
    await scene.say(outcome(1, number, 9), outcome(0, 3, 1500), { message: 'REVERTED', cause: 2 });
    await scene.finish(11);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'deadline' });
    expect(scene.outcomes).toEqual(['restored', name]);
  });

  it.each([
    [3, 'channel-broken'],
    [4, 'told-to-stop'],
  ] as const)('reports cause %i as %s', async (number, cause) => {
    const scene = await new Scene().toWaiting();
    await scene.say(...takenBack, { message: 'REVERTED', cause: number });
    await scene.finish(0);
    expect(scene.result).toMatchObject({ kind: 'reverted', cause });
  });

  it('uses the last of several outcomes of one operation', async () => {
    const scene = await new Scene().toWaiting();
    scene.transaction.revert();
    await scene.say(outcome(1, 5, null), outcome(0, 3, 1500), outcome(1, 3, 1), {
      message: 'REVERTED',
      cause: 1,
    });
    await scene.finish(0);
    expect(scene.result).toMatchObject({ kind: 'reverted' });
  });
});

describe('a helper that is lost', () => {
  const lose = async (scene: Scene) => {
    scene.helper.breakChannel();
    scene.helper.exit({ signal: 9 });
    await settle();
  };

  it.each(['toApplying', 'toWaiting'] as const)(
    'after %s, with everything as before',
    async (to) => {
      const scene = await new Scene()[to]();
      await lose(scene);
      expect(scene.result).toEqual({
        kind: 'reverted',
        cause: 'channel-broken',
        keepCameTooLate: false,
      });
      expect(scene.records.at(-1)).toMatchObject({ state: 'helper-lost' });
    },
  );

  it('with values still changed names each one', async () => {
    const live = new Map<string, LiveValue>([
      ['NlMtu', 1400],
      ['DadTransmits', 'gone'],
    ]);
    const scene = new Scene({ live: ({ field }) => live.get(field) ?? null });
    await scene.toWaiting();
    await lose(scene);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
    expect(scene.outcomes).toEqual(['applied', 'gone']);
    expect(scene.records.at(-1)).toMatchObject({
      ends: [
        { outcome: 'applied', live: 1400 },
        { outcome: 'gone', live: null },
      ],
    });
  });

  it('while it keeps, with the new values there, is not called kept', async () => {
    const scene = new Scene({ live: ({ value }) => value });
    await scene.toWaiting();
    scene.transaction.keep();
    await lose(scene);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
  });

  it('is waited for while it may still take things back, but not for ever', async () => {
    const scene = await new Scene().toWaiting();
    scene.helper.breakChannel();
    await settle();
    expect(scene.phases.at(-1)).toBe('reverting');
    expect(scene.result).toBeNull();
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.result).toMatchObject({ kind: 'reverted', cause: 'channel-broken' });
  });

  it.each(['revert', 'keep'] as const)('that never answers %s ends in a result', async (verb) => {
    const scene = await new Scene({ live: () => 5 }).toWaiting();
    scene.transaction[verb]();
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(scene.helper.closeCalls).toBeGreaterThan(0);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
    expect(scene.outcomes).toEqual(['foreign', 'foreign']);
  });

  it('ends in a result although what it left cannot be read', async () => {
    const scene = await new Scene({ readsNothing: true }).toWaiting();
    await lose(scene);
    expect(scene.result).toBeNull();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
    expect(scene.results.map(({ live }) => live)).toEqual([null, null]);
  });

  it('that hangs while applying ends in a result', async () => {
    const scene = await new Scene({ live: () => null }).toApplying();
    expect(scene.states.at(-1)).toMatchObject({
      phase: 'applying',
      revertsBy: Date.now() + 15 * minute,
    });
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
  });

  it('can be given up by the user while it reverts', async () => {
    const scene = await new Scene().toWaiting();
    scene.transaction.revert();
    scene.transaction.stopWaiting();
    expect(scene.helper.closeCalls).toBe(1);
    await vi.advanceTimersByTimeAsync(minute);
    expect(scene.result).toMatchObject({ kind: 'reverted', cause: 'channel-broken' });
  });

  it('by breaking the protocol after COMMIT is made to revert', async () => {
    const scene = await new Scene().toWaiting();
    scene.helper.sayBytes(new Uint8Array(64));
    expect(scene.helper.closeCalls).toBe(1);
    expect(scene.phases.at(-1)).toBe('reverting');
    await lose(scene);
    expect(scene.result).toMatchObject({ kind: 'reverted' });
  });
});

describe('what is to last', () => {
  const change = lastingChange();
  const alone = { operations: [], lastingChanges: [change] };

  async function toKeeping(options: Options = alone): Promise<Scene> {
    const scene = await new Scene(options).toPreparing();
    await scene.say({ message: 'PREPARED', operations: 0 });
    await scene.say({ message: 'APPLIED', operations: 0, millisecondsLeft: minute });
    return scene;
  }

  it('is shown, sent and journalled before COMMIT', async () => {
    const scene = await new Scene({ lastingChanges: [change] }).toWaiting();
    expect(scene.states.at(-1)).toMatchObject({ plan: { lastingChanges: [change] } });
    expect(scene.helper.names.slice(1)).toEqual([
      'PLAN',
      'OPERATION',
      'OPERATION',
      'LASTING',
      'COMMIT',
    ]);
    expect(scene.records[0]).toMatchObject({ state: 'started', lastingChanges: [change] });
    expect(scene.heardAtDurable.get('committed')).not.toContain('COMMIT');
  });

  it('is confirmed by itself where nothing else is changed', async () => {
    const scene = await toKeeping();
    expect(scene.phases).not.toContain('waiting');
    expect(scene.phases.at(-1)).toBe('keeping');
    expect(scene.helper.names.at(-1)).toBe('CONFIRM');
    await scene.say(confirmed);
    await scene.finish(0);
    expect(scene.result).toEqual({ kind: 'kept' });
    expect(scene.records.at(-1)).not.toHaveProperty('isLastingUnwritten');
  });

  it('waits for the person where something else is changed', async () => {
    const scene = await new Scene({ lastingChanges: [change] }).toWaiting();
    expect(scene.helper.names).not.toContain('CONFIRM');
  });

  it('is told where it could not be written, and why', async () => {
    const scene = await new Scene({ lastingChanges: [change] }).toWaiting();
    scene.transaction.keep();
    await scene.say({ ...confirmed, unwritten: 1, domain: 1, code: 28, name: 'ENOSPC' });
    await scene.finish(0);
    const platform = {
      domain: 'errno',
      name: 'ENOSPC',
      number: 28,
      call: 'write lasting settings',
    };
    expect(scene.result).toMatchObject({ kind: 'kept', lastingUnwritten: { platform } });
    expect(scene.records.at(-1)).toMatchObject({ state: 'kept', isLastingUnwritten: true });
  });

  it('leaves a transaction incomplete that was written but not confirmed', async () => {
    const scene = await toKeeping({ ...alone, isLastingWritten: true });
    scene.helper.breakChannel();
    scene.helper.exit({ signal: 9 });
    await settle();
    expect(scene.result).toEqual({ kind: 'incomplete', cause: 'helper-lost' });
    expect(scene.records.at(-1)?.state).toBe('helper-lost');
  });

  it('is as before where a lost helper had not written it', async () => {
    const scene = await toKeeping();
    scene.helper.breakChannel();
    scene.helper.exit({ signal: 9 });
    await settle();
    expect(scene.result).toMatchObject({ kind: 'reverted' });
  });
});
