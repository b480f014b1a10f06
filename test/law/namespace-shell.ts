// SPDX-License-Identifier: MIT
// A shell that stays inside one network namespace: a command there costs no new process of ours.

import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** What a script printed, and whether all of it worked. */
export interface ShellAnswer {
  readonly output: string;
  readonly worked: boolean;
}

const end = '@end@';

export class NamespaceShell {
  readonly #shell: ChildProcessWithoutNullStreams;
  #output = '';
  #answered: ((answer: ShellAnswer) => void) | null = null;

  constructor(namespace: string) {
    this.#shell = spawn('ip', ['netns', 'exec', namespace, 'sh']);
    this.#shell.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      this.#hear();
    });
    this.#shell.stderr.resume();
  }

  /** Runs a script to its end or its first failure. One at a time. */
  run(script: string): Promise<ShellAnswer> {
    this.#shell.stdin.write(`( set -e\n${script}\n) </dev/null\necho "${end}$?"\n`);
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  }

  close(): void {
    this.#shell.stdin.end();
  }

  #hear(): void {
    const said = new RegExp(`^([^]*)${end}(\\d+)\n$`).exec(this.#output);
    if (!said || !this.#answered) return;
    const answered = this.#answered;
    this.#answered = null;
    this.#output = '';
    answered({ output: said[1] ?? '', worked: said[2] === '0' });
  }
}
