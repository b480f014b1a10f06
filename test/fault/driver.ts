// SPDX-License-Identifier: MIT
// The app's write side without its window: what main does, in a process that a test may kill. It runs one
// transaction, or takes back what an earlier run left open, and tells each step as a line of JSON.

import { userInfo } from 'node:os';
import { readdirSync, writeSync } from 'node:fs';
import { DataFolder } from '../../electron/files/data-folder';
import { openChanges } from '../../electron/changes/changes';
import type { Changes } from '../../electron/changes/changes';
import type { StartHelper } from '../../electron/transaction/conversation';
import type { Consent } from '../../electron/transaction/launch-failure';
import type {
  InterruptedTransaction,
  Permission,
  TransactionResult,
  TransactionState,
} from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import type { LastingChoice } from '../../electron/contract/lasting';
import { readLasting } from '../../electron/lasting/read-lasting';
import { loadAddon } from '../../electron/native/addon';
import { startHelper } from '../../electron/native/helper';
import { openStack } from '../../electron/native/stack';
import type { OpenStackOptions } from '../../electron/native/stack';
import { launchHalting } from './halt';

export interface DriverOrder {
  readonly stack: OpenStackOptions;
  /** Of the journal. */
  readonly folder: string;
  readonly helper: string;
  /** How the user's consent is asked for. */
  readonly permission: Permission;
  /** What to apply; nothing means: restore what is open. */
  readonly operations: readonly Operation[];
  readonly lasting: LastingChoice;
  /** What to answer once the change waits. */
  readonly decision: 'keep' | 'revert' | 'none';
  /** How many times to do all this. */
  readonly rounds: number;
}

/** What this process holds: open descriptors, threads, and bytes of memory. */
export interface Usage {
  readonly descriptors: number;
  readonly threads: number;
  readonly memory: number;
}

/** What a line says. */
export type DriverLine =
  | { readonly interrupted: readonly string[] }
  | { readonly phase: TransactionState['phase'] }
  | { readonly result: TransactionResult }
  | { readonly usage: Usage }
  | { readonly problem: string };

const deadline = 60;

/** Not process.stdout, which cannot write to a pipe under Wine. */
function say(line: DriverLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

function usage(): Usage {
  return {
    descriptors: readdirSync('/proc/self/fd').length,
    threads: readdirSync('/proc/self/task').length,
    memory: process.memoryUsage.rss(),
  };
}

/** The real launch, with places to halt at. */
function haltingStart(
  { helper, stack }: DriverOrder,
  planHash: string,
  consent: Consent,
): StartHelper {
  const { stateFile } = stack;
  return (events) =>
    launchHalting(helper, () =>
      startHelper({
        path: helper,
        planHash,
        consent,
        ...(stateFile === undefined ? {} : { stateFile }),
        ...events,
      }),
    );
}

/** One write side, and the end of whatever it is told to begin. */
class Driver {
  readonly #order: DriverOrder;
  #changes: Changes | null = null;
  #ended: (result: TransactionResult) => void = () => undefined;

  constructor(order: DriverOrder) {
    this.#order = order;
  }

  async run(): Promise<void> {
    const changes = await this.#open();
    const open = await changes.interrupted.list();
    say({ interrupted: open.map(({ id }) => id) });
    const { operations, lasting, rounds } = this.#order;
    if (operations.length === 0) {
      for (const transaction of open) await this.#restore(changes, transaction);
      // As main does with every snapshot.
      await changes.interrupted.review();
    }
    for (let round = 0; operations.length > 0 && round < rounds; round += 1) {
      const plan = await changes.planOf({ operations, lasting, deadline });
      await this.#toTheEnd(() => {
        changes.apply(plan);
      });
      if (rounds > 1) say({ usage: usage() });
    }
  }

  async #open(): Promise<Changes> {
    const stack = openStack(this.#order.stack);
    this.#changes = await openChanges({
      folder: new DataFolder(this.#order.folder),
      permission: () => this.#order.permission,
      account: userInfo().username,
      historyChanged: () => undefined,
      buildId: () => loadAddon().buildId,
      start: (plan, consent) => haltingStart(this.#order, plan.hash, consent),
      latestSnapshot: () => stack.snapshot(),
      freshSnapshot: () => stack.snapshot(),
      readLasting: () => readLasting(this.#order.stack.stateFile),
      notify: {
        stateChanged: (state) => {
          this.#hear(state);
        },
        interruptedChanged: () => undefined,
        lostChanged: () => undefined,
        lastingChanged: () => undefined,
        permissionChanged: () => undefined,
      },
    });
    return this.#changes;
  }

  #hear(state: TransactionState): void {
    say({ phase: state.phase });
    const { decision } = this.#order;
    if (state.phase === 'waiting' && decision !== 'none') this.#changes?.underWay[decision]();
    if (state.phase === 'ended') this.#ended(state.result);
  }

  /** As a user does: takes back what is still changed, then puts the transaction aside. */
  async #restore(changes: Changes, { id, operations }: InterruptedTransaction): Promise<void> {
    if (operations.some(({ stillChanged }) => stillChanged)) {
      await this.#toTheEnd(() => changes.restore({ transactionId: id, deadline }));
    }
    const stillOpen = (await changes.interrupted.list()).some(
      (transaction) => transaction.id === id,
    );
    if (stillOpen) await changes.interrupted.dismiss(id);
  }

  async #toTheEnd(begin: () => unknown): Promise<void> {
    const end = new Promise<TransactionResult>((resolve) => {
      this.#ended = resolve;
    });
    await begin();
    say({ result: await end });
    // The next one may begin once this one has settled its books.
    while (this.#changes?.underWay.isBusy) await new Promise(setImmediate);
  }
}

new Driver(JSON.parse(process.argv[2] ?? '') as DriverOrder).run().then(
  () => process.exit(0),
  (cause: unknown) => {
    say({ problem: cause instanceof Error ? cause.message : String(cause) });
    process.exit(1);
  },
);
