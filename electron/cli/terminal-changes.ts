// SPDX-License-Identifier: MIT
// The write side of the app, for somebody at a terminal.

import { openChanges } from '../changes/changes';
import type { Changes, ChangesOptions } from '../changes/changes';
import type { TransactionResult, TransactionState } from '../contract/changes';
import { OutputGone } from '../terminal/standard-streams';

export type TerminalOptions = Omit<ChangesOptions, 'notify' | 'historyChanged' | 'latestSnapshot'>;

/** Whoever hears of the transaction that runs. */
interface Hearing {
  of?: (state: TransactionState) => void;
}

/** The write side, opened with the app's own code, and how a transaction of it is followed to its end. */
export class TerminalChanges {
  readonly changes: Changes;
  readonly #hearing: Hearing;

  private constructor(changes: Changes, hearing: Hearing) {
    this.changes = changes;
    this.#hearing = hearing;
  }

  static async open(options: TerminalOptions): Promise<TerminalChanges> {
    const hearing: Hearing = {};
    const changes = await openChanges({
      ...options,
      latestSnapshot: options.freshSnapshot,
      historyChanged: () => undefined,
      notify: {
        stateChanged: (state) => {
          hearing.of?.(state);
        },
        interruptedChanged: () => undefined,
        lostChanged: () => undefined,
        lastingChanged: () => undefined,
        permissionChanged: () => undefined,
      },
    });
    return new TerminalChanges(changes, hearing);
  }

  /**
   * Starts a transaction and answers how it ended; `decide` is called when somebody has to keep or revert it. Whoever
   * cannot be asked has not agreed: it is reverted.
   */
  async transact(
    start: () => Promise<void> | void,
    decide: () => Promise<void>,
  ): Promise<TransactionResult> {
    let unasked: unknown = null;
    const end = new Promise<TransactionResult>((resolve) => {
      this.#hearing.of = (state) => {
        if (state.phase === 'waiting') {
          decide().catch((cause: unknown) => {
            unasked = cause;
            if (this.changes.state.phase === 'waiting') this.changes.revert();
          });
        }
        if (state.phase === 'ended') resolve(state.result);
      };
    });
    await start();
    const result = await end;
    while (this.changes.isBusy) await new Promise(setImmediate);
    if (unasked instanceof Error && !(unasked instanceof OutputGone)) throw unasked;
    return result;
  }
}
