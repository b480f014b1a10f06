// SPDX-License-Identifier: MIT
// Questions between two processes of Node that have an IPC channel, both ways.

import type { ChildProcess } from 'node:child_process';

/** What a side answers, by name. */
export type Answers = Readonly<Record<string, (...given: never[]) => unknown>>;

interface Question {
  readonly kind: 'question';
  readonly id: number;
  readonly name: string;
  readonly given: readonly unknown[];
}

type Answer = { readonly kind: 'answer'; readonly id: number } & (
  { readonly value: unknown } | { readonly error: string }
);

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (cause: Error) => void;
}

/** One end. Values must survive structured cloning (`serialization: 'advanced'`). */
export class Peer {
  readonly #channel: ChildProcess | NodeJS.Process;
  readonly #answers: Answers;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(channel: ChildProcess | NodeJS.Process, answers: Answers) {
    this.#channel = channel;
    this.#answers = answers;
    channel.on('message', (message: unknown) => {
      const told = message as Question | Answer;
      if (told.kind === 'question') void this.#answer(told);
      else this.#settle(told);
    });
  }

  /** Rejects with the other side's error; never settles where that side goes meanwhile. */
  ask(name: string, ...given: readonly unknown[]): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ kind: 'question', id, name, given });
    });
  }

  async #answer({ id, name, given }: Question): Promise<void> {
    try {
      const answer = this.#answers[name];
      if (!answer) throw new Error(`Nobody answers ${name}`);
      const value: unknown = await answer(...(given as never[]));
      this.#send({ kind: 'answer', id, value });
    } catch (cause) {
      this.#send({ kind: 'answer', id, error: String(cause) });
    }
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.value);
  }

  #send(message: Question | Answer): void {
    // To nobody, where the other side has gone meanwhile.
    if (this.#channel.connected) this.#channel.send?.(message, undefined, {}, () => undefined);
  }
}
