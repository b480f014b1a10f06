// SPDX-License-Identifier: MIT
// One transaction in a process of its own that halts where the test wants to intervene.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { decodedJournal } from '../unit/electron/decoded-journal';
import type { JournalRecord } from '../../electron/journal/journal-record';
import { TransactionIndex } from '../../electron/journal/transaction-index';
import type { TransactionResult } from '../../electron/contract/changes';
import type { DriverLine, DriverOrder, Usage } from './driver';
import type { FaultLab } from './fault-lab';
import type { CallPoint, Point } from './points';
import type { Host } from './hosts';
import { killAll, until } from './victims';
import { driverBundle, workFolder } from './work-folder';

/** A driver at work. */
export class DriverRun {
  readonly #child: ChildProcess;
  #output = '';
  readonly exited: Promise<void>;

  constructor({ node, environment, place }: Host, order: DriverOrder) {
    const [program = '', ...before] = node;
    this.#child = spawn(program, [...before, place(driverBundle), JSON.stringify(order)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    });
    this.#child.stdout?.on('data', (data) => {
      this.#output += String(data);
    });
    this.exited = new Promise((resolve) => {
      this.#child.once('close', () => {
        resolve();
      });
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get lines(): readonly DriverLine[] {
    return this.#output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as DriverLine);
  }

  /** The results it told, in order. */
  get results(): readonly TransactionResult[] {
    return this.lines.flatMap((line) => ('result' in line ? [line.result] : []));
  }

  get phases(): readonly string[] {
    return this.lines.flatMap((line) => ('phase' in line ? [line.phase] : []));
  }

  /** What the driver held after each round. */
  get usages(): readonly Usage[] {
    return this.lines.flatMap((line) => ('usage' in line ? [line.usage] : []));
  }

  get interrupted(): readonly string[] {
    return this.lines.flatMap((line) => ('interrupted' in line ? line.interrupted : []));
  }
}

/** A journal and a helper of its own, on a lab that others use before and after. */
export class FaultCase {
  readonly #lab: FaultLab;
  readonly folder = mkdtempSync(path.join(workFolder(), 'case-'));
  readonly helper: string;

  constructor(lab: FaultLab) {
    this.#lab = lab;
    this.helper = path.join(this.folder, `helper${lab.host.programSuffix}`);
    linkSync(lab.haltingHelper, this.helper);
  }

  get journal(): readonly JournalRecord[] {
    return this.journalIn(this.folder);
  }

  journalIn(folder: string): readonly JournalRecord[] {
    const file = path.join(folder, 'journal.jsonl');
    return existsSync(file) ? decodedJournal(readFileSync(file)).records : [];
  }

  get transactions(): TransactionIndex {
    const { journal } = this;
    return new TransactionIndex(() => journal);
  }

  get helpers(): readonly number[] {
    return this.#lab.host.processesOf(this.helper);
  }

  start(order: Partial<DriverOrder> = {}): DriverRun {
    const { host, stack, operations } = this.#lab;
    return new DriverRun(host, {
      stack,
      operations,
      lasting: 'until-reconnect',
      decision: 'keep',
      rounds: 1,
      permission: host.permission,
      folder: host.place(this.folder),
      helper: host.place(this.helper),
      ...order,
    });
  }

  /** What runs next halts at this point. */
  haltAt(point: Point | CallPoint): void {
    rmSync(`${this.helper}.halted`, { force: true });
    writeFileSync(`${this.helper}.stop-at`, `${point}\n`);
  }

  /** The helper's frames pile up after a few that nobody reads. */
  shrinkBuffer(): void {
    writeFileSync(`${this.helper}.small-buffer`, '');
  }

  /** Whether somebody has come to the point. */
  get hasHalted(): boolean {
    return existsSync(`${this.helper}.halted`);
  }

  /** How often a helper was launched. */
  get launches(): number {
    const file = `${this.helper}.launches`;
    return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
  }

  async halted(run: DriverRun): Promise<void> {
    await until('the point is reached', () => this.hasHalted || run.hasEnded);
    if (!this.hasHalted) {
      throw new Error(`The point was not passed: ${JSON.stringify(run.lines)}`);
    }
  }

  /** Lets whoever halted and still lives go on. */
  goOn(): void {
    rmSync(`${this.helper}.stop-at`);
  }

  async quiet(run: DriverRun): Promise<void> {
    await run.exited;
    await until('no helper is left', () => this.helpers.length === 0);
  }

  /** The next start of the app, which takes back and keeps whatever it finds open. */
  async nextStart(): Promise<DriverRun> {
    const run = this.start({ operations: [] });
    await this.quiet(run);
    return run;
  }

  remove(): void {
    killAll(this.helpers);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
