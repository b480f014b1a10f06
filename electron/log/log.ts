// SPDX-License-Identifier: MIT
// What main says that nobody else is told: refusals and unexpected failures.

import { thrownText } from '../contract/cause-text';

/** A page may call as often as it likes: beyond this many lines a minute they are counted and not written. */
const mostLines = 60;
const minute = 60_000;

/** One message: a warning, or a failure with what caused it. Texts are as they came, and may hold anything. */
export interface LogEntry {
  readonly message: string;
  readonly cause?: unknown;
}

/** Somewhere that messages are written to. It makes them visible, and throws nothing. */
export type LogSink = (entry: LogEntry) => void;

/** What was thrown, and the frames of it, which come from the engine. */
function linesOfCause(cause: unknown): readonly string[] {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  return [thrownText(cause), ...stack.split('\n').filter((line) => /^ {4}at /.test(line))];
}

/** The lines of a message: it, and what caused it. */
export function entryLines({ message, cause }: LogEntry): readonly string[] {
  return [message, ...(cause === undefined ? [] : linesOfCause(cause))];
}

/** Writes messages, and not too many of them. */
export class Log {
  readonly #sinks: readonly LogSink[];
  readonly #now: () => number;
  #minuteBegan = -minute;
  #lines = 0;
  #left = 0;

  constructor(sinks: readonly LogSink[], now: () => number = () => performance.now()) {
    this.#sinks = sinks;
    this.#now = now;
  }

  /** One message, and what caused it. */
  readonly note = (message: string, cause?: unknown): void => {
    if (this.#now() - this.#minuteBegan >= minute) this.#beginMinute();
    const entry = { message, cause };
    const lines = entryLines(entry).length;
    if (this.#lines + lines > mostLines) {
      this.#left += 1;
      return;
    }
    this.#lines += lines;
    this.#write(entry);
  };

  #beginMinute(): void {
    if (this.#left > 0) this.#write({ message: `${this.#left} more messages were left out.` });
    this.#minuteBegan = this.#now();
    this.#lines = 0;
    this.#left = 0;
  }

  #write(entry: LogEntry): void {
    for (const write of this.#sinks) write(entry);
  }
}
