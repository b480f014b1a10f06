// SPDX-License-Identifier: MIT
// The transactions of a journal, each record looked at once.

import { fieldKeyId } from '../contract/operation';
import type { Operation } from '../contract/operation';
import type { LastingChange } from '../contract/lasting';
import { begin, continued } from './journal-history';
import type { JournalOperation, JournalTransaction } from './journal-history';
import type { JournalRecord } from './journal-record';
import { isPutBack } from '../protocol/outcomes';

/** One transaction with what of it can be taken back: still open, or kept. */
export interface RestorableTransaction extends JournalTransaction {
  readonly open: readonly JournalOperation[];
  /** Lasting changes that may be in the store. */
  readonly openLasting: readonly LastingChange[];
}

/** What later transactions that were kept have taken back of one. */
export interface Restoration {
  readonly isWhole: boolean;
  /** When the newest of them began; milliseconds of the wall clock. */
  readonly at: number;
}

const isAsBefore = ({ end }: JournalOperation) => end !== null && isPutBack(end.outcome);

/** Whether an operation changed anything for longer than its transaction took, whatever restores did since. */
function tookEffect({ kind, kept, ended }: JournalTransaction, known: JournalOperation): boolean {
  if (kept) return kind === 'set' || known.end?.outcome === 'restored';
  return !ended || !isAsBefore(known);
}

/** Whether the lasting changes of a transaction may have come into the store. */
function isLastingWritten(transaction: JournalTransaction): boolean {
  const { kept, ended, ending, isLastingUnwritten } = transaction;
  return kept ? !isLastingUnwritten : !ended || ending?.kind === 'lost';
}

/** Follows records that only grow, such as a journal's. */
export class TransactionIndex {
  readonly #records: () => readonly JournalRecord[];
  readonly #byId = new Map<string, JournalTransaction>();
  /** Ids in the order the transactions began. */
  readonly #ids: string[] = [];
  /** Ids of the transactions that restore another, by its id. */
  readonly #restores = new Map<string, string[]>();
  /** By the ids of lasting settings, the sequence of the newest kept transaction that changed them. */
  readonly #lasting = new Map<string, number>();
  #seen = 0;

  constructor(records: () => readonly JournalRecord[]) {
    this.#records = records;
  }

  /** How many transactions there are. */
  get size(): number {
    this.#catchUp();
    return this.#ids.length;
  }

  get(id: string): JournalTransaction | undefined {
    this.#catchUp();
    return this.#byId.get(id);
  }

  /** Some transactions, oldest first. */
  slice(first: number, count: number): readonly JournalTransaction[] {
    this.#catchUp();
    return this.#ids.slice(first, first + count).flatMap((id) => this.#byId.get(id) ?? []);
  }

  /**
   * Operations of a transaction that may still be in effect and can be taken back: none of one that was never
   * committed; what was not put back of one that was reverted or has no end; everything of one that was kept;
   * always less what a kept restore has taken back since.
   */
  inEffect(transaction: JournalTransaction): readonly JournalOperation[] {
    this.#catchUp();
    if (!transaction.committed) return [];
    return transaction.operations.filter((known) => this.#isInEffect(transaction, known));
  }

  /**
   * Lasting changes of a transaction that may still be in the store: none of one whose helper said that it was taken
   * back, and none that a later kept transaction changed again.
   */
  lastingInEffect(transaction: JournalTransaction): readonly LastingChange[] {
    this.#catchUp();
    const { committed, sequence, lastingChanges } = transaction;
    if (!committed || !isLastingWritten(transaction)) return [];
    return lastingChanges.filter(({ id }) => (this.#lasting.get(id) ?? 0) <= sequence);
  }

  /** What kept restores have taken back of a transaction, and is not in effect again; null where it is nothing. */
  restoration(transaction: JournalTransaction): Restoration | null {
    this.#catchUp();
    const { id, committed, operations, lastingChanges } = transaction;
    if (!committed || !this.#restores.has(id)) return null;
    const restores = [
      ...operations
        .filter((known) => tookEffect(transaction, known))
        .map(({ operation }) => this.#restoreOf(transaction, operation)),
      ...(isLastingWritten(transaction) ? lastingChanges : []).map((change) =>
        this.#lastingRestoreOf(transaction, change),
      ),
    ];
    const found = restores.filter((restore) => restore !== undefined);
    if (found.length === 0) return null;
    const newest = found.reduce((one, other) => (other.sequence > one.sequence ? other : one));
    return { isWhole: found.length === restores.length, at: newest.startedAt };
  }

  /** A transaction with what of it may still be in effect. */
  restorable(transaction: JournalTransaction): RestorableTransaction {
    const open = this.inEffect(transaction);
    return { ...transaction, open, openLasting: this.lastingInEffect(transaction) };
  }

  /**
   * The transactions whose values may be neither as before nor kept. A restore is among them only where it
   * takes back what was kept: otherwise the transaction it takes back is, until the restore is kept.
   */
  open(): readonly RestorableTransaction[] {
    this.#catchUp();
    return [...this.#byId.values()].flatMap((transaction) => {
      if (!this.#canBeOpen(transaction)) return [];
      const restorable = this.restorable(transaction);
      const { open, openLasting } = restorable;
      return open.length + openLasting.length > 0 ? [restorable] : [];
    });
  }

  #canBeOpen({ kind, restores, committed, kept, acknowledged }: JournalTransaction): boolean {
    if (!committed || kept || acknowledged) return false;
    // One whose original is not known any more is told rather than lost.
    const restored = this.#byId.get(restores ?? '');
    return kind === 'set' || restored === undefined || restored.kept;
  }

  #isInEffect(transaction: JournalTransaction, known: JournalOperation): boolean {
    return (
      tookEffect(transaction, known) && this.#restoreOf(transaction, known.operation) === undefined
    );
  }

  /** The kept restores of a transaction, oldest first. */
  #keptRestoresOf({ id }: JournalTransaction): readonly JournalTransaction[] {
    return (this.#restores.get(id) ?? []).flatMap((restoreId) => {
      const restore = this.#byId.get(restoreId);
      return restore?.kept ? [restore] : [];
    });
  }

  /** The newest kept restore of a transaction that took back an operation of it, and holds. */
  #restoreOf(
    transaction: JournalTransaction,
    operation: Operation,
  ): JournalTransaction | undefined {
    const key = fieldKeyId(operation);
    return this.#keptRestoresOf(transaction).findLast((restore) => {
      const known = restore.operations.find((other) => fieldKeyId(other.operation) === key);
      return known !== undefined && this.#isInEffect(restore, known);
    });
  }

  /** The same of a lasting change. */
  #lastingRestoreOf(
    transaction: JournalTransaction,
    change: LastingChange,
  ): JournalTransaction | undefined {
    return this.#keptRestoresOf(transaction).findLast(
      (restore) =>
        isLastingWritten(restore) &&
        restore.lastingChanges.some(({ id }) => id === change.id) &&
        this.#lastingRestoreOf(restore, change) === undefined,
    );
  }

  #catchUp(): void {
    const records = this.#records();
    for (; this.#seen < records.length; this.#seen += 1) {
      const record = records[this.#seen];
      if (record) this.#add(record);
    }
  }

  /** Records about a transaction that never started are passed over. */
  #add(record: JournalRecord): void {
    const known = this.#byId.get(record.id);
    if (known) {
      const next = continued(known, record);
      this.#byId.set(record.id, next);
      if (record.state === 'kept') this.#noteLasting(next);
    } else if (record.state === 'started') {
      this.#byId.set(record.id, begin(record, this.#ids.length));
      this.#ids.push(record.id);
      this.#noteRestore(record.id, record.restores);
    }
  }

  #noteLasting({ lastingChanges, sequence, isLastingUnwritten }: JournalTransaction): void {
    if (isLastingUnwritten) return;
    for (const { id } of lastingChanges) this.#lasting.set(id, sequence);
  }

  /** Only what began before can be taken back: a journal that says otherwise would lead in a circle. */
  #noteRestore(id: string, restores: string | null): void {
    if (restores === null || restores === id || !this.#byId.has(restores)) return;
    const others = this.#restores.get(restores);
    if (others) others.push(id);
    else this.#restores.set(restores, [id]);
  }
}
