// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Operation } from '../../electron/contract/operation';
import type { OpenStackOptions } from '../../electron/native/stack';
import type { FaultLab } from './fault-lab';
import { linux } from './hosts';
import type { Host } from './hosts';
import { workFolder } from './work-folder';

const control = path.join(linux.natives, 'simulated-control');

const ethernet = '1689399632855040';
const wiFi = '19985273135824896';
const contoso = '14918723571810304';

const operations: readonly Operation[] = [
  // Turns the automatic metric off as well.
  { luid: ethernet, family: 'IPv4', field: 'Metric', expected: 25, value: 50 },
  { luid: wiFi, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
  { luid: contoso, family: 'IPv6', field: 'DadTransmits', expected: 0, value: 3 },
  { luid: ethernet, family: 'IPv4', field: 'DisableDefaultRoutes', expected: 0, value: 1 },
];

/** The simulated network, seen and changed by its own control program on Linux, whoever else works on it. */
export class SimulatedLab implements FaultLab {
  readonly #folder = mkdtempSync(path.join(workFolder(), 'simulated-'));
  readonly #state = path.join(this.#folder, 'network.state');
  readonly #lastingFolder = `${this.#state}.lasting`;
  readonly host: Host;
  readonly stack: OpenStackOptions;
  readonly haltingHelper: string;
  readonly operations = operations;

  constructor(host: Host = linux) {
    this.host = host;
    this.stack = { stack: 'simulated', stateFile: host.place(this.#state) };
    const helper = `halting-helper-simulated${host.programSuffix}`;
    this.haltingHelper = path.join(host.natives, 'test', helper);
    this.reset();
  }

  control(...command: readonly string[]): string {
    return execFileSync(control, [this.#state, ...command], { encoding: 'utf8' });
  }

  /** Without the first line, which counts writes. */
  witness(): string {
    const rows = operations.map(({ luid, family }) =>
      this.control('show', luid, family.toLowerCase()),
    );
    return [this.control('show').replace(/^.*\n/, ''), ...rows].join('\n');
  }

  live({ luid, family, field }: Operation): number {
    const text = this.control('show', luid, family.toLowerCase());
    const value = new RegExp(`^\\s*${field}\\s+(-?\\d+)`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`${field} is not in:\n${text}`);
    return Number(value);
  }

  setFromOutside({ luid, family, field }: Operation, value: number): void {
    this.control('set', luid, family.toLowerCase(), field, String(value));
  }

  putBackFromOutside(operation: Operation): void {
    if (operation.field === 'Metric') {
      this.control('set', operation.luid, 'ipv4', 'UseAutomaticMetric', '1');
    } else {
      this.setFromOutside(operation, operation.expected);
    }
  }

  vanish({ luid }: Operation): void {
    this.control('vanish', luid);
  }

  comeBack({ luid }: Operation, as: 'itself' | 'another'): void {
    this.control('return', luid, as === 'itself' ? 'kept' : 'replaced');
  }

  makeLastingPlace(): string {
    mkdirSync(this.#lastingFolder);
    return this.#lastingFolder;
  }

  removeLastingPlace(): void {
    rmSync(this.#lastingFolder, { recursive: true });
  }

  reset(): void {
    this.control('reset');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
