// SPDX-License-Identifier: MIT
// Lets a call of the page through that a person stands behind: by an act just now, or by the answer to a question that
// the page can neither draw nor answer. That way assistive programs get through, too: their acts are no input.

import { appFailure } from '../base/app-failure';
import type { HumanActs } from './human-acts';

/** What a person is asked. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  /** What yes is called. */
  readonly yes: string;
}

/** After the second no in a row the next question waits so long, and twice as long after each further one. Milliseconds. */
const firstPause = 2_000;
const longestPause = 5 * 60_000;

export interface DoorkeeperOptions {
  readonly acts: Pick<HumanActs, 'take'>;
  /** Whether the answer is yes. */
  readonly ask: (question: Question) => Promise<boolean>;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/**
 * One for a window. Every refusal is an AppFailure: 'declined' after a no, 'too-soon' in the pause
 * after several, 'dialog-open' while another question waits.
 */
export class Doorkeeper {
  readonly #acts: DoorkeeperOptions['acts'];
  readonly #ask: DoorkeeperOptions['ask'];
  readonly #now: () => number;
  #isAsking = false;
  #refusals = 0;
  #closedUntil = -Infinity;

  constructor({ acts, ask, now = () => performance.now() }: DoorkeeperOptions) {
    this.#acts = acts;
    this.#ask = ask;
    this.#now = now;
  }

  /** Resolves when a person wants this: by an act, or else by the answer. */
  async demandAct(question: Question): Promise<void> {
    if (!this.#acts.take()) await this.demandAnswer(question);
  }

  /** Asks in any case: for what nothing else asks permission. */
  async demandAnswer(question: Question): Promise<void> {
    this.demandPause();
    const isYes = await this.#oneAtATime(() => this.#ask(question));
    this.noteAnswer(isYes);
    if (!isYes) throw appFailure('declined', 'The answer was no.');
  }

  /** Opens a dialog for a file. Null is a no; it counts as one where no act asked for the dialog. */
  async openDialog<Answer>(work: () => Promise<Answer | null>): Promise<Answer | null> {
    if (this.#acts.take()) return this.#oneAtATime(work);
    this.demandPause();
    const answer = await this.#oneAtATime(work);
    this.noteAnswer(answer !== null);
    return answer;
  }

  /** Makes the pause grow, or ends it; also for what was asked elsewhere, such as the prompt for permission. */
  noteAnswer(isYes: boolean): void {
    this.#refusals = isYes ? 0 : this.#refusals + 1;
    if (this.#refusals < 2) return;
    const pause = Math.min(firstPause * 2 ** (this.#refusals - 2), longestPause);
    this.#closedUntil = this.#now() + pause;
  }

  /** Throws while the pause lasts. */
  demandPause(): void {
    const left = Math.ceil((this.#closedUntil - this.#now()) / 1_000);
    if (left > 0) throw appFailure('too-soon', `It was declined just now. Try again in ${left} s.`);
  }

  async #oneAtATime<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.#isAsking) throw appFailure('dialog-open', 'Another question is open already.');
    this.#isAsking = true;
    try {
      return await work();
    } finally {
      this.#isAsking = false;
    }
  }
}
