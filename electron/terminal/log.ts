// SPDX-License-Identifier: MIT
// Where main writes what nobody else is told: refusals and unexpected failures, on the error output.

import { visibleText } from '../base/visible-text';

/** A page may call as often as it likes: beyond this many lines a minute they are counted and not written. */
const mostLines = 60;
const minute = 60_000;

/** Lines of a stack come from the engine, but for the message in front of them. */
function linesOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) return [String(cause)];
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [`${cause.name}: ${cause.message}`, ...frames];
}

/** Writes lines that are safe to show in a terminal, and not too many of them. */
export class Log {
  readonly #write: (line: string) => void;
  readonly #now: () => number;
  #minuteBegan = -minute;
  #lines = 0;
  #left = 0;

  constructor(write: (line: string) => void, now: () => number = () => performance.now()) {
    this.#write = write;
    this.#now = now;
  }

  /** One message, and the lines of what caused it. */
  readonly note = (message: string, cause?: unknown): void => {
    if (this.#now() - this.#minuteBegan >= minute) this.#beginMinute();
    const lines = [message, ...(cause === undefined ? [] : linesOf(cause))];
    if (this.#lines + lines.length > mostLines) {
      this.#left += 1;
      return;
    }
    this.#lines += lines.length;
    for (const line of lines) this.#write(visibleText(line));
  };

  #beginMinute(): void {
    if (this.#left > 0) this.#write(`${this.#left} more messages were left out.`);
    this.#minuteBegan = this.#now();
    this.#lines = 0;
    this.#left = 0;
  }
}
