// SPDX-License-Identifier: MIT

import type { Permission, TransactionResult, TransactionState } from '../contract/changes';
import { vpnMeant } from '../contract/intent';
import type { IpcNotifiers } from '../contract/ipc-schema';
import type { LastingChange } from '../contract/lasting';
import { appFailure } from '../base/app-failure';
import type { DataFolder } from '../files/data-folder';
import type { Journal } from '../journal/journal';
import type { Origin } from '../journal/journal-record';
import type { Snapshots, ThereNow } from '../kept/there-now';
import { takingBack } from '../lasting/lasting-changes';
import type { EncodedPlan } from '../protocol/plan';
import type { StartHelper } from '../transaction/conversation';
import type { Consent } from '../transaction/launch-failure';
import { Transaction } from '../transaction/transaction';
import type { TransactionRequest } from '../transaction/transaction';
import { unusableJournal } from './unusable-journal';

export interface UnderWayOptions extends Pick<Snapshots, 'latestSnapshot'> {
  readonly folder: DataFolder;
  /** Null where it cannot be used. */
  readonly journal: Journal | null;
  readonly permission: () => Permission;
  readonly account: string;
  readonly buildId: () => string;
  readonly start: (plan: EncodedPlan, consent: Consent) => StartHelper;
  readonly thereNow: ThereNow;
  readonly notify: Pick<IpcNotifiers['changes'], 'stateChanged' | 'permissionChanged'>;
  readonly historyChanged: () => void;
  /** Told before whoever waits for the transaction's result. */
  readonly ended: () => void;
}

/** A transaction that has begun. */
export interface Begun {
  /** Its result, once another one can begin. Never rejects. */
  readonly ended: Promise<TransactionResult>;
}

interface Running {
  readonly transaction: Transaction;
  readonly result: Promise<TransactionResult>;
}

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

/** At most one transaction at a time, and whether one may begin. */
export class UnderWay {
  readonly #options: UnderWayOptions;
  #permission: Permission;
  #state: TransactionState = { phase: 'none' };
  #running: Running | null = null;

  constructor(options: UnderWayOptions, permission: Permission) {
    this.#options = options;
    this.#permission = permission;
  }

  get permission(): Permission {
    return this.#permission;
  }

  get state(): TransactionState {
    return this.#state;
  }

  /** The transaction that is on its way, if one is, from the prompt to its end. */
  get id(): string | undefined {
    return this.#running?.transaction.id;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  /** Starts a transaction; its progress is told by stateChanged. */
  begin(request: TransactionRequest): Begun {
    if (this.#running) throw appFailure('busy', 'Changes are already being applied.');
    const { account, buildId, journal, permission, start, thereNow } = this.#options;
    // Somebody may have loosened the program's folder since.
    if (journal && !journal.problem) this.#permit(permission());
    const consent = consentOf(this.#permission);
    if (!journal) throw appFailure('journal', 'The journal cannot be used.');
    const transaction = new Transaction(request, {
      start: (plan) => start(plan, consent),
      consent,
      buildId: buildId(),
      account,
      journal,
      origin: () => this.#origin(request, consent),
      readLive: async () => (await thereNow.fresh()).read,
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

  #ended(): void {
    this.#running = null;
    const { ended, folder, journal } = this.#options;
    const problem = journal?.problem;
    void journal?.compact();
    if (problem) this.#permit(unusableJournal(problem, folder));
    ended();
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

  /** Names what a transaction is about, as far as that can be read. */
  async #origin({ operations, intent }: TransactionRequest, consent: Consent): Promise<Origin> {
    const { account, latestSnapshot } = this.#options;
    const luids = new Set(operations.map(({ operation }) => operation.luid));
    const vpn = vpnMeant(intent);
    if (vpn !== null) luids.add(vpn);
    const known = await latestSnapshot().then(
      ({ adapters }) => adapters,
      () => [],
    );
    const adapters = known
      .filter(({ luid }) => luids.has(luid))
      .map(({ luid, alias, description, guid, type, physicalAddress }) => {
        return { luid, alias, description, guid, type, physicalAddress };
      });
    return { account, consent, ...(intent && { intent }), adapters };
  }

  async #isLastingWritten(changes: readonly LastingChange[]): Promise<boolean> {
    const { read, lasting } = await this.#options.thereNow.fresh();
    const now = lasting ? takingBack(changes, [], lasting, read) : [];
    return now.length > 0 && now.every(({ stillChanged }) => stillChanged);
  }
}
