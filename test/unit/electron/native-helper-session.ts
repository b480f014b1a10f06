// SPDX-License-Identifier: MIT
import path from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { Deadline } from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import { decodeFrame, encodeFrame } from '../../../electron/protocol/frames';
import type { AppMessage, HelperMessage } from '../../../electron/protocol/frames';
import { encodePlan } from '../../../electron/protocol/plan';
import type { EncodedPlan } from '../../../electron/protocol/plan';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import type { HelperChannel, HelperExit } from '../../../electron/native/helper-channel';
import { nativeFolder } from '../../../electron/native/native-folder';
import { openStack } from '../../../electron/native/stack';

export const simulatedHelper = path.join(nativeFolder(), 'interface-panel-helper-simulated');

const patience = { timeout: 20_000, interval: 5 };

/** A real simulated helper, started through the addon, and all it said. */
export class HelperSession {
  readonly channel: HelperChannel;
  readonly told: HelperMessage['message'][] = [];
  /** Frames, "closed" and "exit" in the order in which they were told. */
  readonly order: string[] = [];
  exit: HelperExit | null = null;
  #sent = 0;

  constructor(stateFile: string, planHash: string) {
    this.channel = startHelper({
      path: simulatedHelper,
      planHash,
      stateFile,
      consent: 'direct',
      onFrame: (frame) => {
        this.told.push(decodeFrame('helper', frame, this.told.length).message);
        this.order.push('frame');
      },
      onClosed: () => this.order.push('closed'),
      onExit: (exit) => {
        this.order.push('exit');
        this.exit = exit;
      },
    });
    onTestFinished(() => {
      this.channel.kill();
    });
  }

  send(message: AppMessage): void {
    this.channel.send(encodeFrame('app', message, this.#sent));
    this.#sent += 1;
  }

  /** HELLO and a plan, as fast as they can be queued. */
  sendPlan(plan: EncodedPlan): void {
    this.send({ message: 'HELLO', buildId: loadAddon().buildId });
    for (const frame of plan.frames) this.channel.send(frame);
    this.#sent += plan.frames.length;
  }

  async until(message: HelperMessage['message']): Promise<void> {
    await vi.waitUntil(() => this.exit ?? this.told.includes(message), patience);
    if (!this.told.includes(message)) throw new Error(`Ended: ${JSON.stringify(this.exit)}`);
  }

  async ended(): Promise<HelperExit> {
    return vi.waitUntil(() => this.exit, patience);
  }
}

/** An edit of a simulated network: its operation, and what the field holds. */
export interface SimulatedEdit {
  readonly operation: Operation;
  live(): Promise<unknown>;
}

/** Halves the MTU of the first IPv4 interface that has one of 1500. */
export async function mtuEdit(stateFile: string): Promise<SimulatedEdit> {
  const stack = openStack({ stack: 'simulated', stateFile });
  const { ipInterfaces } = await stack.snapshot();
  const row = ipInterfaces.find(({ family, values }) => family === 'IPv4' && values.NlMtu === 1500);
  if (!row) throw new Error('The network has no IPv4 interface with an MTU of 1500');
  const { luid, family } = row;
  return {
    operation: { luid, family, field: 'NlMtu', expected: 1500, value: 1400 },
    live: async () => (await stack.ipInterface(luid, family)).values.NlMtu,
  };
}

export function planOf(operations: readonly Operation[], deadline: Deadline = 60): EncodedPlan {
  return encodePlan({
    operations: operations.map((operation) => ({ kind: 'set', operation })),
    lastingChanges: [],
    deadline,
    account: '',
  });
}
