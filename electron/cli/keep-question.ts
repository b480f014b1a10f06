// SPDX-License-Identifier: MIT
// Asks whether to keep what was applied, and counts down meanwhile.

import type { Changes } from '../changes/changes';
import type { Deadline } from '../contract/changes';
import type { Terminal } from './terminal';
import { messages } from '../language/messages';

const words = messages.terminal.review;

/** When the time that is left is told, in seconds before the end. */
const toldAt: readonly number[] = [300, 120, 60, 30, 10];

/** A question whose answer is keep; no, silence and a terminal that is gone take everything back. */
export class KeepQuestion {
  readonly #changes: Changes;
  readonly #terminal: Terminal;
  readonly #deadline: Deadline;
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(changes: Changes, terminal: Terminal, deadline: Deadline) {
    this.#changes = changes;
    this.#terminal = terminal;
    this.#deadline = deadline;
  }

  /** Asks until there is an answer, or nothing to answer any more. */
  async ask(): Promise<void> {
    this.#countDown();
    this.#terminal.say(words.applied({ n: this.#deadline }));
    for (;;) {
      const answer = (await this.#terminal.ask(words.keepOrRevert)).toLowerCase();
      if (this.#changes.underWay.state.phase !== 'waiting') return;
      // The end of the input, which is what a connection that is gone leaves, is an empty answer.
      if (answer === 'keep' || ['revert', 'no', 'n', ''].includes(answer)) {
        this.#decide(answer === 'keep' ? 'keep' : 'revert');
        return;
      }
    }
  }

  /** Counts no further. */
  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  #countDown(): void {
    this.#timers = toldAt
      .filter((seconds) => seconds < this.#deadline)
      .map((seconds) =>
        setTimeout(
          () => {
            this.#tell(seconds);
          },
          (this.#deadline - seconds) * 1_000,
        ),
      );
  }

  #tell(seconds: number): void {
    try {
      this.#terminal.say('', words.secondsLeft({ n: seconds }));
    } catch {
      this.#decide('revert');
    }
  }

  /** By then the deadline may have answered. */
  #decide(decision: 'keep' | 'revert'): void {
    if (this.#changes.underWay.state.phase !== 'waiting') return;
    this.end();
    if (decision === 'keep') this.#changes.underWay.keep();
    else this.#changes.underWay.revert();
  }
}
