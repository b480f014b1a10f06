// SPDX-License-Identifier: MIT
// The write side of the app, for somebody at a terminal.

import { openChanges } from '../changes/changes';
import type { Changes, ChangesOptions } from '../changes/changes';
import type { Begun } from '../changes/under-way';
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
    start: () => Promise<Begun> | Begun,
    decide: () => Promise<void>,
  ): Promise<TransactionResult> {
    let unasked: unknown = null;
    this.#hearing.of = ({ phase }) => {
      if (phase !== 'waiting') return;
      decide().catch((cause: unknown) => {
        unasked = cause;
        if (this.changes.underWay.state.phase === 'waiting') this.changes.underWay.revert();
      });
    };
    const { ended } = await start();
    const result = await ended;
    if (unasked instanceof Error && !(unasked instanceof OutputGone)) throw unasked;
    return result;
  }
}
