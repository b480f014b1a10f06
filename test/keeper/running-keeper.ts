// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { nativeFolder } from '../../electron/native/native-folder';
import { until } from '../fault/victims';

export const keeperProgram = path.join(nativeFolder(), 'interface-panel-keeper');

const started = new Set<ChildProcess>();

// A check that fails leaves none behind.
process.once('exit', () => {
  for (const one of started) one.kill('SIGKILL');
});

/** The real keeper as a process, and what it says. */
export class RunningKeeper {
  readonly #process: ChildProcess;
  #words = '';

  /** `before`: a program that starts it, with its arguments. */
  constructor(before: readonly string[] = []) {
    const [program, ...rest] = [...before, keeperProgram];
    this.#process = spawn(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: {} });
    started.add(this.#process);
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#words += text;
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  get words(): string {
    return this.#words;
  }

  get hasEnded(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }

  /** How often it has said something. */
  count(part: string): number {
    return this.#words.split(part).length - 1;
  }

  async says(part: string, bound = 10_000): Promise<void> {
    await until(
      `the keeper says "${part}", not only\n${this.#words}`,
      () => this.count(part) > 0,
      bound,
    );
  }

  /** Waits until it has said something so often; what comes from a process takes its time. */
  async saysTimes(part: string, times: number): Promise<void> {
    await until(
      `the keeper says "${part}" ${String(times)} times`,
      () => this.count(part) >= times,
      5_000,
    );
    if (this.count(part) > times)
      throw new Error(`It says "${part}" more than ${String(times)} times`);
  }

  /** Waits until it has read the settings, whatever it makes of them. */
  async begins(): Promise<void> {
    await until('the keeper says something', () => this.#words !== '', 10_000);
  }

  /** Its exit code; null after a kill. */
  async ended(): Promise<number | null> {
    await until('the keeper ends', () => this.hasEnded, 10_000);
    return this.#process.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#process.kill(signal);
    return this.ended();
  }
}

/** Runs something beside a keeper, which ends afterwards. */
export async function withKeeper(body: (keeper: RunningKeeper) => Promise<void>): Promise<void> {
  const keeper = new RunningKeeper();
  try {
    await keeper.begins();
    await body(keeper);
    if (keeper.hasEnded) throw new Error(`The keeper ended by itself:\n${keeper.words}`);
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${what}\nThe keeper said:\n${keeper.words}`, { cause });
  } finally {
    await keeper.stop();
  }
}
