// SPDX-License-Identifier: MIT
// The real helper, led through a case over its own protocol.

import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { outcomes } from '../../electron/protocol/outcomes';
import { FootprintCollector } from '../../electron/protocol/footprint-collector';
import { decodeFrame, encodeFrame } from '../../electron/protocol/frames';
import type { AppMessage, HelperMessage } from '../../electron/protocol/frames';
import { encodePlan } from '../../electron/protocol/plan';
import type { PlannedOperation } from '../../electron/protocol/plan';
import type { Deadline } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import { loadAddon } from '../../electron/native/addon';
import { startHelper } from '../../electron/native/helper';
import type { HelperExit } from '../../electron/native/helper-channel';
import { processesThat, until } from '../fault/victims';

/** What a helper left behind. */
export interface Told {
  readonly messages: readonly HelperMessage[];
  readonly exit: HelperExit;
}

/** One helper at work. */
export class Conversation {
  readonly messages: HelperMessage[] = [];
  /** When each of them came, by performance.now(). */
  readonly heardAt: number[] = [];
  readonly #collector = new FootprintCollector();
  readonly #footprints: { before?: Uint8Array; after?: Uint8Array }[] = [];
  readonly #helper: string;
  readonly #channel;
  #exit: HelperExit | null = null;
  #sent = 0;

  constructor(helper: string, planned: readonly PlannedOperation[], deadline: number) {
    this.#helper = helper;
    // The helper also takes what people are not offered.
    const plan = encodePlan({
      operations: planned,
      lastingChanges: [],
      deadline: deadline as Deadline,
      account: '',
    });
    this.#channel = startHelper({
      path: helper,
      planHash: plan.hash,
      consent: 'direct',
      onFrame: (frame) => {
        this.#hear(decodeFrame('helper', frame, this.messages.length));
      },
      onClosed: () => undefined,
      onExit: (exit) => {
        this.#exit = exit;
      },
    });
    this.send({ message: 'HELLO', buildId: loadAddon().buildId });
    for (const frame of plan.frames) this.#channel.send(frame);
    this.#sent += plan.frames.length;
  }

  send(message: AppMessage): void {
    this.#channel.send(encodeFrame('app', message, this.#sent));
    this.#sent += 1;
  }

  /** As if the app had died. */
  close(): void {
    this.#channel.close();
  }

  kill(): void {
    this.#channel.kill();
  }

  /** Tells the helper to stop, as a system that shuts down does. */
  stop(): void {
    for (const pid of processesThat(({ executable }) => executable === this.#helper)) {
      process.kill(pid, 'SIGTERM');
    }
  }

  get hasEnded(): boolean {
    return this.#exit !== null;
  }

  /** Waits for a message; false: the helper ended without it. */
  async heard(name: HelperMessage['message']): Promise<boolean> {
    const isThere = () => this.messages.some(({ message }) => message === name);
    await until(`${name} is heard`, () => isThere() || this.hasEnded);
    return isThere();
  }

  /** Waits for APPLIED; false: the plan is being taken back, which may wait for a link that is gone. */
  async applied(): Promise<boolean> {
    const isThere = () => this.messages.some(({ message }) => message === 'APPLIED');
    const fails = () =>
      this.messages.some(
        (one) => one.message === 'STALE' || (one.message === 'OUTCOME' && one.outcome === failed),
      );
    await until('the plan is applied or not', () => isThere() || fails() || this.hasEnded);
    return isThere();
  }

  /** Waits until a helper made to halt has done so; false: it never came there. */
  async halted(): Promise<boolean> {
    const isThere = () => existsSync(`${this.#helper}.halted`);
    await until('the helper halts', () => isThere() || this.hasEnded);
    return isThere();
  }

  async ended(): Promise<Told> {
    await until('the helper ends', () => this.hasEnded);
    if (!this.#exit) throw new Error('The helper ended without a word');
    return { messages: this.messages, exit: this.#exit };
  }

  /** What a journal would know of each operation: the restore plan after a crash. */
  restorePlan(operations: readonly Operation[]): readonly PlannedOperation[] {
    const untouched = this.messages.flatMap((one) =>
      one.message === 'OUTCOME' && one.outcome !== 0 ? [one.operation] : [],
    );
    const planned = operations.flatMap((operation, index): readonly PlannedOperation[] => {
      const { before, after = new Uint8Array() } = this.#footprints[index] ?? {};
      if (!before || untouched.includes(index)) return [];
      const { expected, value } = operation;
      const back = { ...operation, expected: value, value: expected };
      return [{ kind: 'restore', operation: back, before, after }];
    });
    return planned.toReversed();
  }

  #hear(message: HelperMessage): void {
    this.messages.push(message);
    this.heardAt.push(performance.now());
    if (message.message !== 'FOOTPRINT') return;
    const footprint = this.#collector.add(message);
    if (!footprint) return;
    const known = (this.#footprints[footprint.index] ??= {});
    known[footprint.which] = footprint.bytes;
  }
}

const failed = outcomes.indexOf('failed');

/** What a helper halts at (test/fault/points.ts). */
export function haltAt(helper: string, point: string): void {
  rmSync(`${helper}.halted`, { force: true });
  writeFileSync(`${helper}.stop-at`, `${point}\n`);
}

export function goOn(helper: string): void {
  rmSync(`${helper}.stop-at`, { force: true });
}
