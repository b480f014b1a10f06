// SPDX-License-Identifier: MIT
// Takes back what earlier runs left open, or one transaction of the history, asking before each step.

import type { Changes } from '../changes/changes';
import { hasJournal } from '../journal/journal';
import { canBeDismissed } from '../kept/restore';
import type { InterruptedTransaction, TransactionResult } from '../contract/changes';
import type { Snapshot } from '../contract/snapshot';
import type { ExitName } from './exit-codes';
import type { Terminal } from './terminal';
import { TerminalChanges } from './terminal-changes';
import type { TerminalOptions } from './terminal-changes';
import { dismissQuestion, restorePrompt, restoreResultText, transactionLines } from './words';
import { messages } from '../language/messages';

const words = messages.terminal.restoring;

const deadline = 60;

function sayWhyNotFromHere({ permission: ask }: TerminalOptions, terminal: Terminal): void {
  const permission = ask();
  if (permission.kind !== 'read-only') return;
  terminal.say(words.notFromHere({ why: permission.technical ?? permission.detail }));
}

/** Opens the journal as the app does, with the same code, and goes through it. True when nothing is left open. */
export async function restoreWhatIsOpen(
  options: TerminalOptions,
  terminal: Terminal,
): Promise<boolean> {
  const { folder } = options;
  sayWhyNotFromHere(options, terminal);
  // Nothing is made where nothing is: a folder of somebody else's making would be in the user's way.
  if (!(await hasJournal(folder))) {
    terminal.say(words.noJournal({ folder: folder.path }), words.nothingOpen);
    return true;
  }
  terminal.say(words.journal({ folder: folder.path }));
  return new Restoring(await TerminalChanges.open(options), options, terminal).run();
}

/** The same for one transaction of the history, kept or open, by its whole id. */
export async function restoreTransaction(
  id: string,
  options: TerminalOptions,
  terminal: Terminal,
): Promise<ExitName> {
  sayWhyNotFromHere(options, terminal);
  return new Restoring(await TerminalChanges.open(options), options, terminal).runFor(id);
}

function exitOf(result: TransactionResult | null): ExitName {
  switch (result?.kind) {
    case undefined:
      return 'unchanged';
    case 'kept':
      return result.lastingUnwritten ? 'failed' : 'done';
    case 'reverted':
    case 'incomplete':
      return result.kind;
    case 'not-launched':
    case 'refused':
    case 'rolled-back':
      return 'failed';
  }
}

class Restoring {
  readonly #opened: TerminalChanges;
  readonly #changes: Changes;
  readonly #snapshot: () => Promise<Snapshot>;
  readonly #account: string;
  readonly #terminal: Terminal;

  constructor(
    opened: TerminalChanges,
    { freshSnapshot, account }: TerminalOptions,
    terminal: Terminal,
  ) {
    this.#opened = opened;
    this.#changes = opened.changes;
    this.#snapshot = freshSnapshot;
    this.#account = account;
    this.#terminal = terminal;
  }

  async run(): Promise<boolean> {
    // Without the journal nobody knows whether something is open.
    if (this.#isWithoutJournal()) return false;
    const open = await this.#changes.interrupted.list();
    if (open.length === 0) this.#terminal.say(words.nothingOpen);
    for (const transaction of open) await this.#settle(transaction);
    return (await this.#changes.interrupted.list()).length === 0;
  }

  async runFor(id: string): Promise<ExitName> {
    if (this.#isWithoutJournal()) return 'failed';
    const transaction = await this.#changes.interrupted.leftBy(id);
    this.#terminal.say(transactionLines(transaction, await this.#snapshot(), words.ended));
    if (canBeDismissed(transaction)) {
      this.#terminal.say(words.nothingLeft);
      return 'unchanged';
    }
    if (this.#changes.underWay.permission.kind === 'read-only') return 'failed';
    return exitOf((await this.#isMeant(transaction)) ? await this.#restore(transaction) : null);
  }

  #isWithoutJournal(): boolean {
    const { permission } = this.#changes.underWay;
    if (permission.kind !== 'read-only' || permission.technical === undefined) return false;
    this.#terminal.say(words.notFromHere({ why: permission.technical }));
    return true;
  }

  async #settle(transaction: InterruptedTransaction): Promise<void> {
    this.#terminal.say(transactionLines(transaction, await this.#snapshot(), words.transaction));
    if (!(await this.#isMeant(transaction))) return;
    if (canBeDismissed(transaction)) await this.#dismiss(transaction);
    else await this.#restore(transaction);
  }

  /** What another account changed is not taken back along with one's own. */
  async #isMeant({ account }: InterruptedTransaction): Promise<boolean> {
    if (account === null || account === this.#account) return true;
    return this.#terminal.confirm(words.ofAnother({ account, me: this.#account }));
  }

  async #dismiss(transaction: InterruptedTransaction): Promise<void> {
    if (!(await this.#terminal.confirm(dismissQuestion(transaction)))) return;
    await this.#changes.interrupted.dismiss(transaction.id);
  }

  /** Null where nobody wants it, or nobody can. */
  async #restore(transaction: InterruptedTransaction): Promise<TransactionResult | null> {
    if (this.#changes.underWay.permission.kind === 'read-only') return null;
    if (!(await this.#terminal.confirm(restorePrompt(transaction)))) return null;
    const { id } = transaction;
    const result = await this.#transact(id);
    this.#terminal.say(restoreResultText(result));
    const left = (await this.#changes.interrupted.list()).find((one) => one.id === id);
    if (left && canBeDismissed(left)) await this.#dismiss(left);
    return result;
  }

  #transact(transactionId: string): Promise<TransactionResult> {
    return this.#opened.transact(
      () => this.#changes.restore({ transactionId, deadline }),
      () => this.#askToKeep(),
    );
  }

  async #askToKeep(): Promise<void> {
    const isKept = await this.#terminal.confirm(words.keep({ n: deadline }));
    // By then the deadline may have answered.
    if (this.#changes.underWay.state.phase !== 'waiting') return;
    if (isKept) this.#changes.underWay.keep();
    else this.#changes.underWay.revert();
  }
}
