// SPDX-License-Identifier: MIT
// The write side as main uses it: what can be changed, what was, what of it was lost, and what lasts.

import { randomBytes } from 'node:crypto';
import { deadlines } from '../contract/changes';
import type { Permission, Plan, PlanRequest, RestoreRequest } from '../contract/changes';
import type { IpcNotifiers } from '../contract/ipc-schema';
import type { LastingChange, LastingSetting, ShownValue } from '../contract/lasting';
import type { DataFolder } from '../files/data-folder';
import { AppFailure, appFailure } from '../base/app-failure';
import { lastingChangesOf, makingLast, stoppingLast } from '../lasting/lasting-changes';
import { WhatLasts } from '../lasting/what-lasts';
import type { WhatLastsOptions } from '../lasting/what-lasts';
import { Remembered } from '../history/remembered';
import { openJournal } from '../journal/journal';
import type { OpenedJournal } from '../journal/journal';
import { TransactionIndex } from '../journal/transaction-index';
import { InterruptedTransactions } from '../kept/interrupted-transactions';
import { LostValues } from '../kept/lost-values';
import { restoringPlan } from '../kept/restore';
import { ThereNow } from '../kept/there-now';
import type { Snapshots } from '../kept/there-now';
import type { Consent } from '../transaction/launch-failure';
import type { StartHelper } from '../transaction/conversation';
import type { TransactionRequest } from '../transaction/transaction';
import { canonicalOrder } from '../contract/canonical-order';
import type { EncodedPlan } from '../protocol/plan';
import { unusableJournal } from './unusable-journal';
import { UnderWay } from './under-way';
import type { Begun } from './under-way';

export interface ChangesOptions extends WhatLastsOptions, Snapshots {
  /** Where the journal is. */
  readonly folder: DataFolder;
  /** What permissionFor() judges, now and before each start of a helper; an unusable journal takes it away. */
  readonly permission: () => Permission;
  /** Who runs the app, for the journal. */
  readonly account: string;
  readonly buildId: () => string;
  readonly start: (plan: EncodedPlan, consent: Consent) => StartHelper;
  readonly notify: IpcNotifiers['changes'];
  readonly historyChanged: () => void;
}

function whyWithoutJournal(permission: Permission): string {
  const technical = permission.kind === 'read-only' ? permission.technical : undefined;
  return technical ?? 'The journal cannot be read.';
}

const noneLasts = () => appFailure('not-found', 'None of these settings lasts any more.');

const transactionId = () => randomBytes(16).toString('hex');

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
      unusableJournal(cause, options.folder),
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
  /** The one transaction that may be on its way, and who lets it. */
  readonly underWay: UnderWay;
  /** What earlier runs left open. */
  readonly interrupted: InterruptedTransactions;
  /** What was kept and is not there any more. */
  readonly lost: LostValues;
  /** What is set again whenever its adapter comes back. */
  readonly lasting: WhatLasts;
  readonly history: Remembered;
  /** Where a damaged part of the journal was put at the start, or null. */
  readonly journalSetAside: string | null;
  readonly #options: ChangesOptions;
  readonly #thereNow: ThereNow;

  constructor(
    options: ChangesOptions,
    opened: OpenedJournal | null,
    index: TransactionIndex,
    permission: Permission,
  ) {
    const { notify, latestSnapshot, historyChanged } = options;
    const journal = opened?.journal ?? null;
    const runningId = () => this.underWay.id;
    this.#options = options;
    this.journalSetAside = opened?.setAside ?? null;
    this.lasting = new WhatLasts(options, notify.lastingChanged);
    const thereNow = new ThereNow(options, this.lasting);
    this.#thereNow = thereNow;
    this.underWay = new UnderWay(
      {
        ...options,
        journal,
        thereNow,
        ended: () => {
          this.#ended();
        },
      },
      permission,
    );
    this.interrupted = new InterruptedTransactions({
      index,
      journal,
      thereNow,
      runningId,
      changed: (transactions) => {
        notify.interruptedChanged(transactions);
        historyChanged();
      },
    });
    const { lasting } = this;
    this.lost = new LostValues({ index, lasting, latestSnapshot, changed: notify.lostChanged });
    const whyUnread = () => (journal ? null : whyWithoutJournal(this.underWay.permission));
    this.history = new Remembered({ index, whyUnread, thereNow, latestSnapshot, runningId });
  }

  /** Who runs the app, as plans name it. */
  get account(): string {
    return this.#options.account;
  }

  /** The plan that a request becomes, by what is there now. */
  async planOf({ operations, intent, lasting, deadline }: PlanRequest): Promise<Plan> {
    const ordered = canonicalOrder(operations);
    const stored = lasting === 'always' ? this.lasting.changeable() : this.lasting.stored();
    const snapshot = await this.#options.latestSnapshot();
    const lastingChanges = lastingChangesOf(ordered, lasting, stored, snapshot);
    return { operations: ordered, lastingChanges, deadline, intent };
  }

  /** Starts a transaction; its progress is told by stateChanged. */
  apply({ operations, lastingChanges, deadline, intent }: Plan): Begun {
    return this.underWay.begin({
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
    const stored = this.lasting.changeable();
    const changes = makingLast(shown, stored, await this.#options.freshSnapshot());
    if (changes.length === 0) {
      throw appFailure('not-found', 'These values are gone, cannot be set, or last already.');
    }
    return this.#changeLasting(changes);
  }

  /** The lasting settings that have one of some ids. @throws {AppFailure} where there is none. */
  async lastingAmong(ids: readonly string[]): Promise<readonly LastingSetting[]> {
    const { settings } = await this.lasting.shown();
    const found = settings.filter(({ id }) => ids.includes(id));
    if (found.length === 0) throw noneLasts();
    return found;
  }

  /** Starts a transaction that stops lasting settings; the values that are there stay. */
  stopLasting(ids: readonly string[]): Begun {
    const changes = stoppingLast(ids, this.lasting.changeable());
    if (changes.length === 0) throw noneLasts();
    return this.#changeLasting(changes);
  }

  /** The transaction that takes back what one that was kept, or is still open, changed and is still so. */
  async restoringOf({
    transactionId: restores,
    deadline,
  }: RestoreRequest): Promise<TransactionRequest> {
    const restorable = this.interrupted.restorable(restores);
    const plan = restoringPlan(restorable, await this.#thereNow.fresh());
    if (plan.operations.length + plan.lastingChanges.length === 0) {
      throw appFailure('not-found', 'Nothing of this transaction is left to restore.');
    }
    const intent = restorable.origin?.intent;
    const id = transactionId();
    return { id, kind: 'restore', restores, intent, ...plan, deadline };
  }

  /** Starts to take that back. */
  async restore(request: RestoreRequest): Promise<Begun> {
    return this.underWay.begin(await this.restoringOf(request));
  }

  #changeLasting(lastingChanges: readonly LastingChange[]): Begun {
    return this.apply({ operations: [], lastingChanges, deadline: deadlines[0] });
  }

  /** What was kept, left open and made last may be something else now. */
  #ended(): void {
    this.lost.transactionEnded();
    this.#options.historyChanged();
    // What cannot be read now is compared again with the next snapshot.
    this.interrupted.review().catch(() => undefined);
    this.lost.review().catch(() => undefined);
    this.lasting.review().catch(() => undefined);
  }
}
