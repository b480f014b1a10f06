// SPDX-License-Identifier: MIT
// Takes back what earlier runs left open, asking before each step.

import { openChanges } from '../changes/changes';
import { hasJournal } from '../changes/journal';
import type { Changes, ChangesOptions } from '../changes/changes';
import type {
  InterruptedTransaction,
  TransactionResult,
  TransactionState,
} from '../contract/changes';
import type { Snapshot } from '../contract/snapshot';
import { resultText, transactionLines } from './words';

/** The terminal. */
export interface Terminal {
  /** Each text becomes a line of its own, whatever is in it. */
  say(...lines: readonly string[]): void;
  /** Whether the answer is yes. */
  confirm(question: string): Promise<boolean>;
}

export type RestoringOptions = Omit<ChangesOptions, 'notify' | 'historyChanged' | 'latestSnapshot'>;

const deadline = 60;

/** Whoever hears of the transaction that runs. */
interface Hearing {
  of: (state: TransactionState) => void;
}

/** Opens the journal as the app does, with the same code, and goes through it. True when nothing is left open. */
export async function restoreWhatIsOpen(
  options: RestoringOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { folder } = options;
  const permission = options.permission();
  if (permission.kind === 'read-only') {
    terminal.say(`Nothing can be restored from here: ${permission.detail}`);
  }
  // Nothing is made where nothing is: a folder of somebody else's making would be in the user's way.
  if (!(await hasJournal(folder))) {
    terminal.say(`There is no journal in ${folder.path}.`, 'Nothing is open.');
    return true;
  }
  terminal.say(`The journal in ${folder.path}:`);
  const hearing: Hearing = { of: () => undefined };
  const changes = await openChanges({
    ...options,
    latestSnapshot: options.freshSnapshot,
    historyChanged: () => undefined,
    notify: {
      stateChanged: (state) => {
        hearing.of(state);
      },
      interruptedChanged: () => undefined,
      lostChanged: () => undefined,
      lastingChanged: () => undefined,
      permissionChanged: () => undefined,
    },
  });
  return new Restoring(changes, hearing, options, terminal).run();
}

class Restoring {
  readonly #changes: Changes;
  readonly #hearing: Hearing;
  readonly #snapshot: () => Promise<Snapshot>;
  readonly #account: string;
  readonly #terminal: Terminal;

  constructor(
    changes: Changes,
    hearing: Hearing,
    { freshSnapshot, account }: RestoringOptions,
    terminal: Terminal,
  ) {
    this.#changes = changes;
    this.#hearing = hearing;
    this.#snapshot = freshSnapshot;
    this.#account = account;
    this.#terminal = terminal;
  }

  async run(): Promise<boolean> {
    const { permission } = this.#changes;
    if (permission.kind === 'read-only' && permission.reason === 'journal-unusable') {
      this.#terminal.say(`Nothing can be restored from here: ${permission.detail}`);
      // Without the journal nobody knows whether something is open.
      return false;
    }
    const open = await this.#changes.interrupted();
    if (open.length === 0) this.#terminal.say('Nothing is open.');
    for (const transaction of open) await this.#settle(transaction);
    return (await this.#changes.interrupted()).length === 0;
  }

  async #settle(transaction: InterruptedTransaction): Promise<void> {
    this.#terminal.say(...transactionLines(transaction, await this.#snapshot()));
    if (!(await this.#isMeant(transaction))) return;
    const changed = transaction.operations.filter(({ stillChanged }) => stillChanged).length;
    if (changed > 0) await this.#restore(transaction, changed);
    else await this.#dismiss(transaction);
  }

  /** What another account changed is not taken back along with one's own. */
  async #isMeant({ account }: InterruptedTransaction): Promise<boolean> {
    if (account === null || account === this.#account) return true;
    const question = `This was changed by ${account}, not by ${this.#account}. Go on with it?`;
    return this.#terminal.confirm(question);
  }

  async #dismiss({ id }: InterruptedTransaction): Promise<void> {
    const question = 'Nothing of it is still as it was set. Stop showing it?';
    if (await this.#terminal.confirm(question)) await this.#changes.dismissInterrupted(id);
  }

  async #restore({ id }: InterruptedTransaction, changed: number): Promise<void> {
    if (this.#changes.permission.kind === 'read-only') return;
    const values = changed === 1 ? 'this value' : `these ${changed} values`;
    if (!(await this.#terminal.confirm(`Put back ${values}?`))) return;
    const result = await this.#transact(id);
    this.#terminal.say(resultText(result));
    const left = (await this.#changes.interrupted()).find((one) => one.id === id);
    if (left?.operations.every(({ stillChanged }) => !stillChanged)) await this.#dismiss(left);
  }

  async #transact(transactionId: string): Promise<TransactionResult> {
    const end = new Promise<TransactionResult>((resolve) => {
      this.#hearing.of = (state) => {
        if (state.phase === 'waiting') void this.#askToKeep();
        if (state.phase === 'ended') resolve(state.result);
      };
    });
    await this.#changes.restore({ transactionId, deadline });
    const result = await end;
    while (this.#changes.isBusy) await new Promise(setImmediate);
    return result;
  }

  async #askToKeep(): Promise<void> {
    const question = `Put back. Keep it so? Without an answer it is undone in ${deadline} seconds.`;
    const isKept = await this.#terminal.confirm(question);
    // By then the deadline may have answered.
    if (this.#changes.state.phase !== 'waiting') return;
    if (isKept) this.#changes.keep();
    else this.#changes.revert();
  }
}
