// SPDX-License-Identifier: MIT
// A computer with a network and a VPN, a technician beyond its router, and the command line as it ships between them.

import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import type { CommandOutput } from '../../build/run-command';
import { CaseNetwork } from '../cases/case-network';

const cliBundle = inOutput('cli', 'index.cjs');

/** The computer, and the technician whose answers leave it by its default route. */
export const here = '192.0.2.2';
export const technician = '198.51.100.7';

const patience = 20_000;

/** A program at whose terminal somebody sits. */
export class Typing {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  said = '';
  #heard: (() => void) | null = null;

  constructor(program: string, words: readonly string[], environment = process.env) {
    this.child = spawn(program, words, { env: environment });
    const hear = (text: Buffer) => {
      this.said += String(text).replaceAll('\r', '');
      this.#heard?.();
    };
    this.child.stdout.on('data', hear);
    this.child.stderr.on('data', hear);
    // What is typed at a program that has ended is lost.
    this.child.stdin.on('error', () => undefined);
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Waits until it says something, and forgets what it said up to then. */
  async says(text: string): Promise<void> {
    const isOver = Promise.race([
      this.ended.then((code) => `it ended with ${String(code)}`),
      new Promise<string>((resolve) => {
        setTimeout(resolve, patience, 'it did not').unref();
      }),
    ]);
    while (!this.said.includes(text)) {
      const why = await Promise.race([
        isOver,
        new Promise<null>((resolve) => {
          this.#heard = () => {
            resolve(null);
          };
        }),
      ]);
      if (why !== null && !this.said.includes(text)) {
        throw new Error(`"${text}" was to be said: ${why}.\n${this.said}`);
      }
    }
    this.said = this.said.slice(this.said.indexOf(text) + text.length);
  }

  type(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }
}

/** The computer. */
export class Lab {
  readonly network = new CaseNetwork();
  readonly #userData = mkdtempSync(path.join(tmpdir(), 'interface-panel-cli-'));

  private constructor() {
    const { network } = this;
    network.link('lan0');
    network.ip(`
      address add ${here}/24 dev lan0
      route add default via 192.0.2.1 dev lan0 metric 100`);
    for (const command of [
      'address add 192.0.2.1/24 dev f1',
      `address add ${technician}/32 dev lo`,
    ]) {
      captureCommand('ip', ['-n', network.names.far, ...command.split(' ')]);
    }
  }

  /** With `vpn` one that takes all traffic, of which one network is the company's. */
  static async open({ vpn }: { readonly vpn: boolean }): Promise<Lab> {
    const lab = new Lab();
    if (!vpn) return lab;
    await lab.network.tunnel('vpn0');
    lab.network.ip(`
      address add 10.8.0.2/24 dev vpn0
      route add default dev vpn0 metric 50
      route add 10.20.0.0/16 dev vpn0
      route add 203.0.113.10 via 192.0.2.1 dev lan0`);
    return lab;
  }

  /** The command line with words, as a program and its arguments that run here. */
  command(...words: readonly string[]): readonly [string, ...string[]] {
    const program = [process.execPath, cliBundle, ...words, `--user-data-dir=${this.#userData}`];
    return ['ip', 'netns', 'exec', this.network.names.near, ...program];
  }

  /** Runs it to its end, with nobody at the terminal. */
  run(...words: readonly string[]): CommandOutput {
    const [program, ...rest] = this.command(...words);
    return captureCommand(program, rest);
  }

  sits(...words: readonly string[]): Typing {
    const [program, ...rest] = this.command(...words);
    return new Typing(program, rest);
  }

  /** Everything that a change could have altered, as the kernel tells it to `ip` and `sysctl`. */
  witness(): string {
    const { near } = this.network.names;
    const ask = (...words: readonly string[]) =>
      captureCommand('ip', ['-n', near, ...words]).output;
    return [
      ask('-j', '-d', '-4', 'route', 'show', 'table', 'all'),
      ask('-j', '-d', '-6', 'route', 'show', 'table', 'all'),
      ask('-j', '-d', 'link', 'show'),
      ask('-j', 'rule', 'show'),
      captureCommand('ip', [
        ...['netns', 'exec', near, 'sysctl', '-a', '-e'],
        ...['--pattern', '^net\\.ipv[46]\\.(conf|neigh)\\..*(lan0|vpn0)'],
      ]).output,
    ].join('\n');
  }

  /** Waits until the kernel says again what it said before. */
  async isAgain(before: string): Promise<void> {
    const until = performance.now() + patience;
    while (this.witness() !== before) {
      await new Promise(setImmediate);
      if (performance.now() > until) {
        throw new Error(`It is not as before:\n${before}\n\n${this.witness()}`);
      }
    }
  }

  close(): void {
    this.network.remove();
    rmSync(this.#userData, { recursive: true, force: true });
  }
}
