// SPDX-License-Identifier: MIT
// One plan, one helper: the app's side of docs/helper-protocol.md. Whatever the helper does or leaves undone,
// run() ends with a result that is true.

import { causeText } from '../contract/cause-text';
import type {
  Deadline,
  Obstacle,
  OperationResult,
  Plan,
  TransactionResult,
  TransactionState,
} from '../contract/changes';
import type { Intent } from '../contract/intent';
import type { LastingChange } from '../contract/lasting';
import type { PlanSubject } from '../contract/plan-subject';
import { appFailure } from '../base/app-failure';
import type { HelperExit } from '../native/helper-channel';
import { Conversation } from './conversation';
import type { ConversationListener, StartHelper } from './conversation';
import { FootprintCollector } from '../protocol/footprint-collector';
import type { CollectedFootprint } from '../protocol/footprint-collector';
import type { HelperMessage } from '../protocol/frames';
import {
  lastingUnwritten,
  operationAt,
  operationResult,
  refusedObstacle,
  staleObstacle,
} from '../protocol/helper-replies';
import type { HelperReply } from '../protocol/helper-replies';
import type { Origin } from '../journal/journal-record';
import { failureFromExit } from './launch-failure';
import type { Consent, Failure } from './launch-failure';
import { outcomeFromLive, revertCauseFromNumber } from '../protocol/outcomes';
import { encodePlan } from '../protocol/plan';
import type { EncodedPlan, Footprint, PlannedOperation } from '../protocol/plan';
import type { LiveReader } from '../protocol/outcomes';
import { TransactionJournal } from './transaction-journal';
import type { TransactionsJournal } from './transaction-journal';
import { subjectOf } from '../journal/subject';
import { committedResult } from '../protocol/transaction-result';
import type { Ending } from '../protocol/transaction-result';

/** What is to be done. */
export interface TransactionRequest {
  /** 32 hexadecimal digits that name it in the journal. */
  readonly id: string;
  readonly kind: 'set' | 'restore';
  /** The transaction that a restore takes back. */
  readonly restores: string | null;
  /** In the order they are to be carried out. */
  readonly operations: readonly PlannedOperation[];
  /** Without operations nobody is asked whether to keep it. */
  readonly lastingChanges: readonly LastingChange[];
  readonly deadline: Deadline;
  /** What a person meant by it, or by what it takes back; absent where the operations say it all. */
  readonly intent?: Intent | undefined;
}

/** What it is done with. */
export interface TransactionTools {
  readonly start: (plan: EncodedPlan) => StartHelper;
  readonly consent: Consent;
  readonly buildId: string;
  /** Who runs the app. */
  readonly account: string;
  readonly journal: TransactionsJournal;
  /** Who and what it is about, for the journal. Never rejects. */
  readonly origin: () => Promise<Origin>;
  /** Reads what is there now, for when the helper cannot be asked any more. */
  readonly readLive: () => Promise<LiveReader>;
  /** Whether the store has what the lasting changes make, for the same case. */
  readonly isLastingWritten: () => Promise<boolean>;
  readonly stateChanged: (state: TransactionState) => void;
}

/** Milliseconds this side waits at most. The helper has its own, shorter limits. */
const limits = {
  hello: 20_000,
  checking: 60_000,
  /** A helper whose channel is gone settles for up to 20 s. */
  channelGone: 30_000,
  exitAfterDone: 2_000,
  /** The helper's own end is 15 minutes after its start, and up to 20 s of settling. */
  helperLife: 15 * 60_000,
  committed: 16 * 60_000,
  /** A stack or a store that does not answer must not keep the end from being told. */
  reading: 30_000,
};

/** An answer, or another one where it fails or does not come in time. */
function inTime<Answer>(answer: Promise<Answer>, otherwise: Answer): Promise<Answer> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, limits.reading, otherwise);
    void answer
      .catch(() => otherwise)
      .then((given) => {
        clearTimeout(limit);
        resolve(given);
      });
  });
}

const nothingReadable: LiveReader = () => null;

/** How often an app that has a transaction under way shows in the journal that it lives, in milliseconds. */
export const signOfLifeInterval = 1_000;

/** How far the deadline may be off by the wall clock before the window is told anew; in milliseconds. */
const clockTolerance = 250;

type ActiveStep =
  'launching' | 'preparing' | 'journalling' | 'applying' | 'waiting' | 'keeping' | 'reverting';
type Step = ActiveStep | 'ended';

const committedSteps: readonly Step[] = ['applying', 'waiting', 'keeping', 'reverting'];

/** In which steps a message of the helper makes sense. */
const stepsOf: Readonly<Record<HelperMessage['message'], readonly Step[]>> = {
  HELLO: ['launching'],
  REFUSED: ['preparing'],
  STALE: ['preparing', ...committedSteps],
  FOOTPRINT: ['preparing', ...committedSteps],
  PREPARED: ['preparing'],
  APPLIED: ['applying', 'reverting'],
  OUTCOME: committedSteps,
  ROLLED_BACK: committedSteps,
  CONFIRMED: committedSteps,
  REVERTED: ['launching', 'preparing', 'journalling', ...committedSteps],
  DONE: ['launching', 'preparing', 'journalling', ...committedSteps],
};

/** A transaction. It can be run once. */
export class Transaction implements ConversationListener {
  readonly id: string;
  readonly #request: TransactionRequest;
  readonly #tools: TransactionTools;
  readonly #plan: Plan;
  readonly #subject: PlanSubject;
  readonly #encoded: EncodedPlan;
  readonly #journal: TransactionJournal;
  readonly #footprints = new FootprintCollector();
  readonly #before: Footprint[] = [];
  readonly #obstacles: Obstacle[] = [];
  readonly #results: OperationResult[];
  readonly #done: Promise<TransactionResult>;
  #resolve: (result: TransactionResult) => void = () => undefined;

  #conversation: Conversation | null = null;
  #step: Step = 'launching';
  #since = Date.now();
  #startedAt = Date.now();
  /** By the clock that nobody sets. */
  #endsAt = 0;
  /** As the window was last told; by the wall clock. */
  #deadlineAt = 0;
  #ending: Ending | null = null;
  #exitCode: number | null = null;
  #failure: Failure | null = null;
  #keepCameTooLate = false;
  #isConcluding = false;
  #isChannelGone = false;
  #limit: NodeJS.Timeout | undefined;
  #hardLimit: NodeJS.Timeout | undefined;
  #signOfLife: NodeJS.Timeout | undefined;

  constructor(request: TransactionRequest, tools: TransactionTools) {
    this.id = request.id;
    this.#request = request;
    this.#tools = tools;
    this.#journal = new TransactionJournal(request.id, tools.journal);
    const operations = request.operations.map(({ operation }) => operation);
    const { kind, lastingChanges, deadline, intent } = request;
    this.#plan = { operations, lastingChanges, deadline, intent };
    this.#subject = subjectOf(kind, this.#plan);
    this.#encoded = encodePlan({ ...request, account: tools.account });
    this.#results = operations.map((operation) => ({
      operation,
      outcome: 'not-applied',
      live: null,
    }));
    this.#done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Whether the helper may have changed something that is neither kept nor taken back yet. */
  get isCommitted(): boolean {
    return committedSteps.includes(this.#step);
  }

  /** Whether revert() has something to take back. */
  get canRevert(): boolean {
    return this.#step === 'waiting' || this.#step === 'applying';
  }

  /** Carries the transaction out and answers how it ended. Never rejects. */
  async run(): Promise<TransactionResult> {
    this.#enter('launching');
    try {
      await this.#journal.assertUsable();
    } catch (cause) {
      this.#fail('journal-unusable', cause);
    }
    if (this.#failure) void this.#conclude();
    else this.#launch();
    return this.#done;
  }

  /** Keeps what was applied. Once the helper has begun to revert, that is what the result will say. */
  keep(): void {
    if (this.#step === 'waiting') {
      this.#confirm();
    } else if (this.#step === 'reverting') {
      this.#keepCameTooLate = true;
    } else {
      throw appFailure('not-found', 'No change waits to be kept.');
    }
  }

  /** Takes back what was applied. */
  revert(): void {
    if (!this.canRevert) throw appFailure('not-found', 'No change waits to be reverted.');
    this.#conversation?.send({ message: 'REVERT' });
    this.#enter('reverting');
  }

  /**
   * Gives up waiting. Before COMMIT nothing was changed and the transaction ends. While operations are
   * applied they are reverted; later the channel is closed, which makes a helper that still lives revert.
   */
  stopWaiting(): void {
    if (!this.isCommitted) {
      this.#fail('stopped-waiting', 'The user stopped waiting.');
      this.#conversation?.kill();
      if (this.#conversation) void this.#conclude();
    } else if (this.#step === 'applying') {
      this.revert();
    } else {
      this.#conversation?.close();
      this.closed();
    }
  }

  message(message: HelperMessage): void {
    if (this.#isConcluding) return;
    if (!stepsOf[message.message].includes(this.#step)) {
      throw new RangeError(`${message.message} is not due`);
    }
    switch (message.message) {
      case 'HELLO':
        this.#hello(message.buildId);
        break;
      case 'REFUSED':
        this.#obstacles.push(refusedObstacle(message, this.#plan.operations));
        break;
      case 'STALE':
        this.#obstacles.push(staleObstacle(message, this.#plan.operations));
        break;
      case 'FOOTPRINT':
        this.#footprint(this.#footprints.add(message));
        break;
      case 'PREPARED':
        this.#prepared(message.operations);
        break;
      case 'APPLIED':
        this.#applied(message.millisecondsLeft);
        break;
      case 'OUTCOME':
        this.#outcome(message);
        break;
      case 'ROLLED_BACK':
        this.#ending = { kind: 'rolled-back' };
        break;
      case 'CONFIRMED':
        this.#ending = { kind: 'kept', ...lastingUnwritten(message) };
        break;
      case 'REVERTED':
        this.#reverted(message);
        break;
      case 'DONE':
        this.#exitCode = message.exitCode;
        this.#wait(limits.exitAfterDone, () => void this.#conclude());
        this.#conversation?.close();
        break;
    }
  }

  broken(why: string): void {
    if (this.isCommitted) {
      // A helper that is no longer understood takes everything back when its channel goes.
      this.#conversation?.close();
      this.closed();
    } else {
      this.#fail('helper-failed', `The helper broke the protocol. ${why}`);
      this.#conversation?.kill();
      void this.#conclude();
    }
  }

  closed(): void {
    if (this.#isConcluding || this.#isChannelGone) return;
    this.#isChannelGone = true;
    if (this.isCommitted && !this.#ending) this.#enter('reverting');
    this.#wait(limits.channelGone, () => void this.#conclude());
  }

  exited(exit: HelperExit): void {
    if (!this.isCommitted && this.#obstacles.length === 0) {
      this.#failure ??= failureFromExit(exit, this.#tools.consent);
    }
    void this.#conclude();
  }

  #launch(): void {
    try {
      this.#conversation = new Conversation(this.#tools.start(this.#encoded), this);
    } catch (cause) {
      this.#fail('helper-failed', cause);
      void this.#conclude();
      return;
    }
    this.#conversation.send({ message: 'HELLO', buildId: this.#tools.buildId });
    // A person may take any time over a prompt.
    if (this.#tools.consent === 'direct') this.#giveUpAfter(limits.hello);
  }

  #hello(buildId: string): void {
    if (buildId !== this.#tools.buildId) {
      this.#fail('other-build', `This is ${this.#tools.buildId}, the helper is ${buildId}.`);
      this.#wait(limits.exitAfterDone, () => void this.#conclude());
      return;
    }
    this.#startedAt = Date.now();
    this.#enter('preparing');
    this.#giveUpAfter(limits.checking);
    this.#conversation?.sendEncoded(this.#encoded.frames);
  }

  #footprint(footprint: CollectedFootprint | null): void {
    if (!footprint) return;
    operationAt(this.#plan.operations, footprint.index);
    if (this.isCommitted) {
      this.#journal.captured(footprint);
    } else if (footprint.which === 'before') {
      this.#before[footprint.index] = footprint.bytes;
    } else {
      throw new RangeError('Nothing was applied yet');
    }
  }

  #prepared(operations: number): void {
    if (operations !== this.#plan.operations.length) throw new RangeError('Another plan');
    void this.#commit();
  }

  /** Writes down what is about to be changed, and only then lets the helper begin. */
  async #commit(): Promise<void> {
    this.#enter('journalling');
    try {
      await this.#writeBeginning();
    } catch (cause) {
      this.#fail('journal-unusable', cause);
      this.#conversation?.kill();
      void this.#conclude();
      return;
    }
    if (this.#isConcluding || this.#isChannelGone) return;
    this.#conversation?.send({ message: 'COMMIT' });
    this.#enter('applying');
    this.#wait(null);
    this.#hardLimit = setTimeout(() => {
      this.#conversation?.close();
      void this.#conclude();
    }, limits.committed);
    this.#signOfLife = setInterval(() => {
      this.#journal.touch();
      this.#followWallClock();
    }, signOfLifeInterval);
  }

  async #writeBeginning(): Promise<void> {
    const { kind, restores, deadline, lastingChanges } = this.#request;
    const { operations } = this.#plan;
    const origin = await this.#tools.origin();
    // What ends meanwhile has changed nothing, and leaves nothing.
    if (this.#isConcluding) return;
    const none = new Uint8Array();
    const before = operations.map((_, index) => this.#before[index] ?? none);
    const beginning = { kind, restores, deadline, operations, lastingChanges, origin };
    await this.#journal.committed(beginning, before);
  }

  #applied(millisecondsLeft: number): void {
    if (this.#step === 'reverting') return;
    this.#endsAt = performance.now() + millisecondsLeft;
    this.#deadlineAt = this.#deadlineByWallClock();
    this.#journal.applied(this.#deadlineAt);
    // What nothing was altered by, nobody has to look at first.
    if (this.#plan.operations.length === 0) this.#confirm();
    else this.#enter('waiting');
    this.#wait(millisecondsLeft, () => {
      this.#enter('reverting');
    });
  }

  #confirm(): void {
    this.#conversation?.send({ message: 'CONFIRM' });
    this.#enter('keeping');
  }

  #deadlineByWallClock(): number {
    return Math.round(Date.now() + this.#endsAt - performance.now());
  }

  /** The window counts down by the wall clock, which somebody may set; the helper does not. */
  #followWallClock(): void {
    const deadlineAt = this.#deadlineByWallClock();
    const isMoved = Math.abs(deadlineAt - this.#deadlineAt) > clockTolerance;
    if (this.#step !== 'waiting' || !isMoved) return;
    this.#deadlineAt = deadlineAt;
    this.#publish(this.#stateOf('waiting'));
  }

  #outcome(message: HelperReply<'OUTCOME'>): void {
    // The error of a failure stays told when what it left is put back.
    const error = this.#results[message.operation]?.error;
    const result = { ...(error && { error }), ...operationResult(message, this.#plan.operations) };
    this.#results[message.operation] = result;
    if (this.#step === 'applying') this.#journal.tried(message.operation, result);
  }

  #reverted({ cause }: HelperReply<'REVERTED'>): void {
    if (!this.isCommitted) return;
    if (this.#step === 'keeping') this.#keepCameTooLate = true;
    this.#ending = { kind: 'reverted', cause: revertCauseFromNumber(cause) };
  }

  #fail(failure: Failure['failure'], cause: unknown): void {
    const detail = causeText(cause);
    this.#failure ??= { failure, detail };
  }

  /** Ends an attempt before COMMIT that takes too long. */
  #giveUpAfter(milliseconds: number): void {
    this.#wait(milliseconds, () => {
      this.#fail('helper-failed', 'The helper did not answer.');
      this.#conversation?.kill();
      void this.#conclude();
    });
  }

  /** Does something later, in place of what was to be done later before. */
  #wait(milliseconds: number | null, then: () => void = () => undefined): void {
    clearTimeout(this.#limit);
    if (milliseconds !== null) this.#limit = setTimeout(then, milliseconds);
  }

  async #conclude(): Promise<void> {
    if (this.#isConcluding) return;
    this.#isConcluding = true;
    this.#wait(null);
    clearTimeout(this.#hardLimit);
    const isCommitted = this.isCommitted;
    const result = isCommitted ? await this.#committedEnd() : await this.#earlyEnd();
    clearInterval(this.#signOfLife);
    this.#conversation?.close();
    this.#step = 'ended';
    this.#publish({ phase: 'ended', ...this.#shown(), result, results: this.#results });
    this.#resolve(result);
  }

  /** The end of a transaction that has changed nothing. */
  async #earlyEnd(): Promise<TransactionResult> {
    const obstacles = this.#obstacles;
    const told = { code: this.#exitCode, signal: null, launchError: null, stderr: '' };
    const failure = this.#failure ?? failureFromExit(told, this.#tools.consent);
    const isRefused = obstacles.length > 0 && this.#failure === null;
    const reason = isRefused ? 'refused' : failure.failure;
    await this.#journal.nothingChanged(reason);
    return isRefused ? { kind: 'refused', obstacles } : { kind: 'not-launched', ...failure };
  }

  async #committedEnd(): Promise<TransactionResult> {
    const ending = this.#ending ?? { kind: 'lost' };
    const isLost = ending.kind === 'lost';
    if (isLost) await this.#readResults();
    const isLastingWritten = isLost && (await inTime(this.#tools.isLastingWritten(), false));
    await this.#journal.ended(ending, this.#results);
    return committedResult({
      ending,
      kind: this.#request.kind,
      isLastingWritten,
      results: this.#results,
      obstacles: this.#obstacles,
      exitCode: this.#exitCode,
      keepCameTooLate: this.#keepCameTooLate,
    });
  }

  /** Finds out by reading what a helper that is lost has left. */
  async #readResults(): Promise<void> {
    const read = await inTime(this.#tools.readLive(), nothingReadable);
    this.#plan.operations.forEach((operation, index) => {
      const live = read(operation);
      this.#results[index] = {
        operation,
        outcome: outcomeFromLive(operation, live),
        live: live === 'gone' ? null : live,
      };
    });
  }

  #shown() {
    return {
      id: this.id,
      plan: this.#plan,
      subject: this.#subject,
      planCode: this.#encoded.code,
    };
  }

  #enter(step: ActiveStep): void {
    this.#step = step;
    this.#since = Date.now();
    this.#publish(this.#stateOf(step));
  }

  #stateOf(step: ActiveStep): TransactionState {
    const shown = this.#shown();
    const since = this.#since;
    switch (step) {
      case 'launching':
        return {
          phase: this.#tools.consent === 'direct' ? 'checking' : 'waiting-for-permission',
          ...shown,
          since,
          revertsBy: null,
        };
      case 'preparing':
      case 'journalling':
        return { phase: 'checking', ...shown, since, revertsBy: null };
      case 'applying': {
        const revertsBy = this.#startedAt + limits.helperLife;
        return { phase: 'applying', ...shown, since, revertsBy };
      }
      case 'waiting':
        return {
          phase: 'waiting',
          ...shown,
          deadlineAt: this.#deadlineAt,
          results: [...this.#results],
        };
      case 'keeping':
      case 'reverting':
        return { phase: step, ...shown, since };
    }
  }

  #publish(state: TransactionState): void {
    this.#tools.stateChanged(state);
  }
}
