// SPDX-License-Identifier: MIT
// The write side as main uses it: at most one transaction at a time, the journal, and what earlier runs left open.

import { randomBytes } from 'node:crypto';
import { causeText } from '../contract/cause-text';
import { deadlines } from '../contract/changes';
import type {
  InterruptedTransaction,
  LostSettings,
  Permission,
  Plan,
  PlanRequest,
  RestoreRequest,
  TransactionResult,
  TransactionState,
} from '../contract/changes';
import type {
  HistoryFilter,
  HistoryOutline,
  HistoryPart,
  HistoryTransaction,
} from '../contract/history';
import type { IpcNotifiers } from '../contract/ipc-schema';
import type { LastingChange, LastingSettings, ShownValue } from '../contract/lasting';
import type { Snapshot } from '../contract/snapshot';
import type { DataFolder } from '../files/data-folder';
import { AppFailure, appFailure } from '../base/app-failure';
import { lastingChangesOf, makingLast, stoppingLast, takingBack } from '../lasting/lasting-changes';
import { WhatLasts } from '../lasting/what-lasts';
import type { WhatLastsOptions } from '../lasting/what-lasts';
import type { StartHelper } from '../transaction/conversation';
import { journalName, openJournal } from '../journal/journal';
import { keptSettings } from '../journal/kept-settings';
import type { KeptSetting } from '../journal/kept-settings';
import { fixedMetrics, lostSettings, nextStates } from '../kept/lost-settings';
import type { KeptStates } from '../kept/lost-settings';
import type { Journal, OpenedJournal } from '../journal/journal';
import { historyPage, historyTransaction } from '../history/history';
import { historyOutline } from '../history/history-outline';
import type { HistorySources } from '../history/history';
import type { Origin } from '../journal/journal-record';
import type { Consent } from '../transaction/launch-failure';
import { canonicalOrder } from '../protocol/plan';
import { planCodeOf } from '../history/plan-code';
import type { EncodedPlan } from '../protocol/plan';
import {
  canBeDismissed,
  interruptedTransaction,
  leftSomething,
  restoringPlan,
  shownBy,
} from '../kept/restore';
import type { WhatIsThere } from '../kept/restore';
import { Transaction } from '../transaction/transaction';
import type { TransactionRequest } from '../transaction/transaction';
import { TransactionIndex } from '../journal/transaction-index';
import type { RestorableTransaction } from '../journal/transaction-index';

export interface ChangesOptions extends WhatLastsOptions {
  /** Where the journal is. */
  readonly folder: DataFolder;
  /** What permissionFor() judges, now and before each start of a helper; an unusable journal takes it away. */
  readonly permission: () => Permission;
  /** Who runs the app, for the journal. */
  readonly account: string;
  readonly buildId: () => string;
  readonly start: (plan: EncodedPlan, consent: Consent) => StartHelper;
  /** A snapshot not older than the question. */
  readonly freshSnapshot: () => Promise<Snapshot>;
  readonly notify: IpcNotifiers['changes'];
  readonly historyChanged: () => void;
}

/** What is running. */
interface Running {
  readonly transaction: Transaction;
  readonly result: Promise<TransactionResult>;
}

/** A transaction that has begun. */
export interface Begun {
  /** Its result, once another one can begin. Never rejects. */
  readonly ended: Promise<TransactionResult>;
}

const transactionId = () => randomBytes(16).toString('hex');

function consentOf(permission: Permission): Consent {
  switch (permission.kind) {
    case 'direct':
      return 'direct';
    case 'prompt':
      return permission.prompt;
    case 'read-only':
      throw appFailure('read-only', permission.technical ?? permission.detail);
  }
}

function unusableJournal(cause: unknown, { folder }: Pick<ChangesOptions, 'folder'>): Permission {
  const technical = causeText(cause);
  const detail = folder.pathOf(journalName);
  const isHeld = cause instanceof AppFailure && cause.appError.code === 'busy';
  const reason = isHeld ? 'journal-held' : 'journal-unusable';
  return { kind: 'read-only', reason, detail, technical };
}

/** Opens the write side. It can be used even without a journal: then it is read-only and says so. */
export async function openChanges(options: ChangesOptions): Promise<Changes> {
  try {
    const opened = await openJournal(options.folder);
    const index = new TransactionIndex(() => opened.journal.records);
    await noticeInterrupted(opened, index);
    return new Changes(options, opened, index, options.permission());
  } catch (cause) {
    if (!(cause instanceof AppFailure)) throw cause;
    return new Changes(
      options,
      null,
      new TransactionIndex(() => []),
      unusableJournal(cause, options),
    );
  }
}

/** Notes for good when the app that ran a transaction without an end was last seen. */
async function noticeInterrupted(
  { journal, lastTouchedAt }: OpenedJournal,
  index: TransactionIndex,
): Promise<void> {
  const found = index.open().filter(({ ended, noticed }) => {
    return !ended && !noticed;
  });
  if (found.length === 0) return;
  await journal.append(
    found.map(({ id, lastSeenAt }) => ({
      id,
      time: Date.now(),
      state: 'interrupted',
      lastSeenAt: Math.max(lastSeenAt, lastTouchedAt),
    })),
    'durable',
  );
}

export class Changes {
  readonly #options: ChangesOptions;
  readonly #journal: Journal | null;
  readonly #index: TransactionIndex;
  #permission: Permission;
  #state: TransactionState = { phase: 'none' };
  #running: Running | null = null;
  /** What was told last, as text. Null: nothing yet, but the window may have asked. */
  #lastInterrupted: string | null = null;
  /** Null: a transaction ended since they were gathered. */
  #kept: readonly KeptSetting[] | null = null;
  /** Null until the first snapshot was compared with them. */
  #keptStates: KeptStates | null = null;
  /** As `lastInterrupted`. */
  #lastLost: string | null = null;
  readonly #lasting: WhatLasts;

  /** Where a damaged part of the journal was put at the start, or null. */
  readonly journalSetAside: string | null;

  constructor(
    options: ChangesOptions,
    opened: OpenedJournal | null,
    index: TransactionIndex,
    permission: Permission,
  ) {
    this.#options = options;
    this.#journal = opened?.journal ?? null;
    this.#index = index;
    this.#permission = permission;
    this.#lasting = new WhatLasts(options, (settings) => {
      options.notify.lastingChanged(settings);
    });
    this.journalSetAside = opened?.setAside ?? null;
  }

  get permission(): Permission {
    return this.#permission;
  }

  get state(): TransactionState {
    return this.#state;
  }

  /** Whether a transaction is on its way, from the prompt to its end. */
  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Who runs the app, as plans name it. */
  get account(): string {
    return this.#options.account;
  }

  /** The plan that a request becomes, by what is there now. */
  async planOf({ operations, intent, lasting, deadline }: PlanRequest): Promise<Plan> {
    const ordered = canonicalOrder(operations);
    const stored = lasting === 'always' ? this.#lasting.changeable() : this.#lasting.stored();
    const snapshot = await this.#options.latestSnapshot();
    const lastingChanges = lastingChangesOf(ordered, lasting, stored, snapshot);
    return { operations: ordered, lastingChanges, deadline, intent };
  }

  /** Starts a transaction; its progress is told by stateChanged. */
  apply({ operations, lastingChanges, deadline, intent }: Plan): Begun {
    return this.#run({
      intent,
      id: transactionId(),
      kind: 'set',
      restores: null,
      operations: operations.map((operation) => ({ kind: 'set', operation })),
      lastingChanges,
      deadline,
    });
  }

  /** Starts a transaction that makes values last that are there now. */
  async makeLast(shown: readonly ShownValue[]): Promise<Begun> {
    const stored = this.#lasting.changeable();
    const changes = makingLast(shown, stored, await this.#options.freshSnapshot());
    if (changes.length === 0) {
      throw appFailure('not-found', 'These values are gone, cannot be set, or last already.');
    }
    return this.#changeLasting(changes);
  }

  /** Starts a transaction that stops lasting settings; the values that are there stay. */
  stopLasting(ids: readonly string[]): Begun {
    const changes = stoppingLast(ids, this.#lasting.changeable());
    if (changes.length === 0) {
      throw appFailure('not-found', 'None of these settings lasts any more.');
    }
    return this.#changeLasting(changes);
  }

  /** Starts to take back what a transaction that was kept, or is still open, changed. */
  async restore({ transactionId: restores, deadline }: RestoreRequest): Promise<Begun> {
    const restorable = this.#restorableTransaction(restores);
    const plan = restoringPlan(restorable, await this.#whatIsThere());
    if (plan.operations.length + plan.lastingChanges.length === 0) {
      throw appFailure('not-found', 'Nothing of this transaction is left to restore.');
    }
    const intent = restorable.origin?.intent;
    return this.#run({ id: transactionId(), kind: 'restore', restores, intent, ...plan, deadline });
  }

  keep(): void {
    this.#active().keep();
  }

  revert(): void {
    this.#active().revert();
  }

  stopWaiting(): void {
    this.#active().stopWaiting();
  }

  /**
   * Brings a running transaction to its end, to close the window or quit. Answers whether it ended as
   * asked; otherwise there is something the user must see.
   */
  async finish(decision: 'keep' | 'revert'): Promise<boolean> {
    const running = this.#running;
    if (!running) return true;
    const { transaction } = running;
    if (this.#state.phase === 'keeping' || this.#state.phase === 'reverting') {
      await running.result;
    } else if (decision === 'keep') transaction.keep();
    else if (transaction.canRevert) transaction.revert();
    else transaction.stopWaiting();
    const { kind } = await running.result;
    return decision === 'keep' ? kind === 'kept' : kind !== 'incomplete' && kind !== 'kept';
  }

  /** Transactions of this and earlier runs that left something neither as before nor kept. */
  async interrupted(): Promise<readonly InterruptedTransaction[]> {
    const open = this.#openTransactions();
    if (open.length === 0) return [];
    const there = this.#beside(await this.#options.latestSnapshot());
    return open.map((transaction) => this.#described(transaction, there)).filter(leftSomething);
  }

  /** What a transaction changed, kept or open, compared with what is there now: for whoever takes it back. */
  async leftBy(transactionId: string): Promise<InterruptedTransaction> {
    const transaction = this.#restorableTransaction(transactionId);
    return this.#described(transaction, await this.#whatIsThere());
  }

  /** Puts a transaction aside that the user has read about. */
  async dismissInterrupted(id: string): Promise<void> {
    const open = this.#openTransaction(id);
    if (!canBeDismissed(this.#described(open, await this.#whatIsThere()))) {
      throw appFailure('invalid-request', 'Values of this transaction are still changed.');
    }
    await this.#putAside([id]);
    await this.reviewInterrupted();
  }

  /** Compares open transactions with what is there now and tells when that says something new. */
  async reviewInterrupted(): Promise<void> {
    this.#tellInterrupted(await this.interrupted());
    await this.#putSettledAside();
  }

  #tellInterrupted(transactions: readonly InterruptedTransaction[]): void {
    const text = JSON.stringify(transactions);
    if (text === this.#lastInterrupted) return;
    this.#lastInterrupted = text;
    this.#options.notify.interruptedChanged(transactions);
    this.#options.historyChanged();
  }

  /** What only may have come into the store, and is not there, is no longer open. */
  async #putSettledAside(): Promise<void> {
    const open = this.#openTransactions().filter((transaction) => transaction.open.length === 0);
    if (open.length === 0) return;
    const there = this.#beside(await this.#options.latestSnapshot());
    if (!there.lasting) return;
    const settled = open.filter((one) => !leftSomething(this.#described(one, there)));
    await this.#putAside(settled.map(({ id }) => id));
  }

  async #putAside(ids: readonly string[]): Promise<void> {
    const time = Date.now();
    const records = ids.map((id) => ({ id, time, state: 'interrupted-acknowledged' }) as const);
    if (records.length > 0) await this.#journal?.append(records, 'durable');
  }

  /** Adapters that came back without values that were kept for them. */
  async lost(): Promise<readonly LostSettings[]> {
    const kept = this.#keptSettings();
    if (kept.length === 0 && this.#keptStates) return [];
    const snapshot = await this.#options.latestSnapshot();
    this.#keptStates = nextStates(kept, snapshot, this.#keptStates);
    return lostSettings(kept, this.#keptStates, this.#lasting.setAgainBy(snapshot));
  }

  /** IP interfaces whose metric a kept change of this program fixed, by `ipInterfaceId`. */
  fixedMetrics(snapshot: Snapshot): ReadonlySet<string> {
    return fixedMetrics(this.#keptSettings(), snapshot);
  }

  /** Compares what was kept with what is there now and tells when something was lost, or is there again. */
  async reviewLost(): Promise<void> {
    const lost = await this.lost();
    const text = JSON.stringify(lost);
    if (text === this.#lastLost) return;
    this.#lastLost = text;
    this.#options.notify.lostChanged(lost);
  }

  /** Everything that is set again whenever its adapter comes back. */
  lasting(): Promise<LastingSettings> {
    return this.#lasting.shown();
  }

  /** Reads what lasts and tells when that says something new. */
  reviewLasting(): Promise<void> {
    return this.#lasting.review();
  }

  /** Some transactions of this and earlier runs, oldest first; `first` counts from 0. */
  async historyPage(first: number, count: number): Promise<HistoryPart> {
    this.#assertRemembered();
    return historyPage(first, count, await this.#historySources());
  }

  /** Where the transactions of this and earlier runs are that a filter lets through. */
  async historyOutline(filter: HistoryFilter): Promise<HistoryOutline> {
    this.#assertRemembered();
    const sources = await this.#historySources();
    const now = await this.#options.latestSnapshot().catch(() => null);
    return historyOutline(filter, sources, now?.adapters ?? []);
  }

  /** Everything that is remembered of one transaction. */
  async historyTransaction(id: string): Promise<HistoryTransaction> {
    this.#assertRemembered();
    const found = historyTransaction(id, await this.#historySources());
    if (!found) throw appFailure('not-found', 'The journal has no such transaction.');
    return found;
  }

  /** Without a journal there may have been any changes: that is not to be told as none. */
  #assertRemembered(): void {
    if (this.#journal) return;
    const { permission } = this;
    const why = permission.kind === 'read-only' ? permission.technical : undefined;
    throw appFailure('journal-unread', why ?? 'The journal cannot be read.');
  }

  #keptSettings(): readonly KeptSetting[] {
    this.#kept ??= keptSettings(this.#index.slice(0, this.#index.size));
    return this.#kept;
  }

  #changeLasting(lastingChanges: readonly LastingChange[]): Begun {
    return this.apply({ operations: [], lastingChanges, deadline: deadlines[0] });
  }

  #run(request: TransactionRequest): Begun {
    if (this.#running) throw appFailure('busy', 'Changes are already being applied.');
    // Somebody may have loosened the program's folder since.
    if (this.#journal && !this.#journal.problem) this.#permit(this.#options.permission());
    const consent = consentOf(this.#permission);
    if (!this.#journal) throw appFailure('journal', 'The journal cannot be used.');
    const transaction = new Transaction(request, {
      start: (plan) => this.#options.start(plan, consent),
      consent,
      buildId: this.#options.buildId(),
      account: this.#options.account,
      journal: this.#journal,
      origin: () => this.#origin(request, consent),
      readLive: async () => (await this.#whatIsThere()).read,
      isLastingWritten: () => this.#isLastingWritten(request.lastingChanges),
      stateChanged: (state) => {
        this.#changeState(state);
      },
    });
    const result = transaction.run().finally(() => {
      this.#ended();
    });
    this.#running = { transaction, result };
    return { ended: result };
  }

  #ended(): void {
    this.#running = null;
    this.#kept = null;
    const problem = this.#journal?.problem;
    void this.#journal?.compact();
    if (problem) this.#permit(unusableJournal(problem, this.#options));
    this.#options.historyChanged();
    // What cannot be read now is compared again with the next snapshot.
    this.reviewInterrupted().catch(() => undefined);
    this.reviewLost().catch(() => undefined);
    this.reviewLasting().catch(() => undefined);
  }

  #permit(permission: Permission): void {
    if (JSON.stringify(permission) === JSON.stringify(this.#permission)) return;
    this.#permission = permission;
    this.#options.notify.permissionChanged(permission);
  }

  #changeState(state: TransactionState): void {
    this.#state = state;
    this.#options.notify.stateChanged(state);
    this.#options.historyChanged();
  }

  #active(): Transaction {
    if (!this.#running) throw appFailure('not-found', 'No change is being applied.');
    return this.#running.transaction;
  }

  #described(transaction: RestorableTransaction, there: WhatIsThere): InterruptedTransaction {
    return interruptedTransaction(transaction, planCodeOf(transaction, this.#index), there);
  }

  #openTransactions(): readonly RestorableTransaction[] {
    const running = this.#running?.transaction.id;
    return this.#index.open().filter(({ id }) => id !== running);
  }

  #openTransaction(id: string): RestorableTransaction {
    const found = this.#openTransactions().find((transaction) => transaction.id === id);
    if (!found) throw appFailure('not-found', 'No such transaction is open.');
    return found;
  }

  #restorableTransaction(id: string): RestorableTransaction {
    const transaction = this.#index.get(id);
    if (!transaction || id === this.#running?.transaction.id) {
      throw appFailure('not-found', 'The journal has no such transaction to restore.');
    }
    return this.#index.restorable(transaction);
  }

  /** Names what a transaction is about, as far as that can be read. */
  async #origin({ operations, intent }: TransactionRequest, consent: Consent): Promise<Origin> {
    const luids = new Set(operations.map(({ operation }) => operation.luid));
    if (intent?.kind === 'split-tunnelling') luids.add(intent.vpn);
    const known = await this.#options.latestSnapshot().then(
      ({ adapters }) => adapters,
      () => [],
    );
    const adapters = known
      .filter(({ luid }) => luids.has(luid))
      .map(({ luid, alias, description, guid, type, physicalAddress }) => {
        return { luid, alias, description, guid, type, physicalAddress };
      });
    return { account: this.#options.account, consent, ...(intent && { intent }), adapters };
  }

  async #historySources(): Promise<HistorySources> {
    // Only the end of an interrupted transaction asks for what is there now.
    const snapshot = await this.#options.latestSnapshot().catch(() => null);
    return {
      index: this.#index,
      running: this.#running?.transaction.id ?? null,
      there: snapshot && this.#beside(snapshot),
    };
  }

  async #whatIsThere(): Promise<WhatIsThere> {
    return this.#beside(await this.#options.freshSnapshot());
  }

  /** What a snapshot shows, and what lasts beside it. */
  #beside(snapshot: Snapshot): WhatIsThere {
    return { ...shownBy(snapshot), lasting: this.#lasting.beside(snapshot) };
  }

  async #isLastingWritten(changes: readonly LastingChange[]): Promise<boolean> {
    const { read, lasting } = await this.#whatIsThere();
    const now = lasting ? takingBack(changes, [], lasting, read) : [];
    return now.length > 0 && now.every(({ stillChanged }) => stillChanged);
  }
}
