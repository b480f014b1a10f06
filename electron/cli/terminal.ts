// SPDX-License-Identifier: MIT
// The person at the terminal: what is said to them, and what they answer.

import { createInterface } from 'node:readline';
import type { Interface } from 'node:readline';
import { wrapped } from '../terminal/columns';
import { openInput } from '../terminal/standard-streams';
import { visibleText } from '../base/visible-text';
import { messages } from '../language/messages';

/** The terminal. */
export interface Terminal {
  /** Each text becomes a line of its own, whatever is in it. */
  say(...lines: readonly (string | readonly string[])[]): void;
  /** What is typed; empty at the end of the input. */
  ask(question: string): Promise<string>;
  /** Whether the answer is yes. */
  confirm(question: string): Promise<boolean>;
}

/** The lines of the standard input, from the first question on, and no more of them than are asked for. */
class Answers {
  readonly #lines: string[] = [];
  #reader: Interface | null = null;
  #hasEnded = false;
  #heard: (() => void) | null = null;

  async next(): Promise<string> {
    this.#reader ??= this.#open();
    // Whatever waits its turn comes before an answer that was there already: input without end stops nothing.
    await new Promise(setImmediate);
    while (this.#lines.length === 0 && !this.#hasEnded) {
      this.#reader.resume();
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
    return this.#lines.shift() ?? '';
  }

  #open(): Interface {
    const input = openInput();
    // A terminal that is gone is one that says nothing more.
    input.on('error', () => {
      this.#end();
    });
    const reader = createInterface({ input });
    return reader
      .on('line', (line) => {
        this.#lines.push(line.trim());
        reader.pause();
        this.#heard?.();
      })
      .on('error', () => {
        this.#end();
      })
      .once('close', () => {
        this.#end();
      });
  }

  #end(): void {
    this.#hasEnded = true;
    this.#heard?.();
  }
}

/** In the language of the question, or in English as scripts have it. */
function isYes(answer: string): boolean {
  const { yes, yesInFull } = messages.terminal;
  return ['y', 'yes', yes, yesInFull].includes(answer.toLowerCase());
}

/** The terminal that the program was started in; `write` takes what is said. */
export function openTerminal(write: (text: string) => void): Terminal {
  const answers = new Answers();
  const ask = (question: string) => {
    write(`${wrapped(visibleText(question)).join('\n')} `);
    return answers.next();
  };
  return {
    say: (...lines) => {
      write(
        lines
          .flat()
          .map((line) => `${visibleText(line)}\n`)
          .join(''),
      );
    },
    ask,
    confirm: async (question) => isYes(await ask(messages.terminal.yesOrNo({ question }))),
  };
}
