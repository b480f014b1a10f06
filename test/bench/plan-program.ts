// SPDX-License-Identifier: MIT
// Runs one plan on the first links of the namespace that it is started in, through the real helper, and takes it back;
// prints how long each part took.

import path from 'node:path';
import { canonicalOrder } from '../../electron/contract/canonical-order';
import type { Operation } from '../../electron/contract/operation';
import type { Snapshot } from '../../electron/contract/snapshot';
import { nativeFolder } from '../../electron/native/native-folder';
import { openStack } from '../../electron/native/stack';
import { Conversation } from '../law/conversation';

/** Milliseconds, but for the last. */
export interface PlanFigures {
  /** From the start of the helper. */
  readonly prepare: number;
  readonly apply: number;
  readonly takeBack: number;
  /** That the helper sent. */
  readonly frames: number;
}

/** Each of the links that the bench made, in their order, up to `count`. */
function operationsOn(snapshot: Snapshot, field: Operation['field'], count: number): Operation[] {
  const aliases = new Map(snapshot.adapters.map(({ luid, alias }) => [luid, alias]));
  return snapshot.ipInterfaces
    .filter(({ luid, family }) => family === 'IPv4' && /^g\d+$/.test(aliases.get(luid) ?? ''))
    .slice(0, count)
    .map(({ luid, family, values }) => {
      const expected = Number(values[field]);
      return { luid, family, field, expected, value: field === 'NlMtu' ? expected - 100 : 1 };
    });
}

async function run(): Promise<void> {
  const [field = '', count = ''] = process.argv.slice(2);
  const snapshot = await openStack({ stack: 'linux' }).snapshot();
  const operations = operationsOn(snapshot, field as Operation['field'], Number(count));
  const planned = canonicalOrder(operations).map(
    (operation) => ({ kind: 'set', operation }) as const,
  );
  const began = performance.now();
  const talk = new Conversation(path.join(nativeFolder(), 'interface-panel-helper'), planned, 600);
  const passed = async (name: 'PREPARED' | 'APPLIED' | 'REVERTED'): Promise<number> => {
    if (!(await talk.heard(name)))
      throw new Error(`${name} did not come: ${JSON.stringify(talk.messages.at(-2))}`);
    return talk.heardAt[talk.messages.findIndex(({ message }) => message === name)] ?? Number.NaN;
  };
  const prepared = await passed('PREPARED');
  talk.send({ message: 'COMMIT' });
  const committed = performance.now();
  const applied = await passed('APPLIED');
  talk.send({ message: 'REVERT' });
  const reverting = performance.now();
  const reverted = await passed('REVERTED');
  const figures: PlanFigures = {
    prepare: prepared - began,
    apply: applied - committed,
    takeBack: reverted - reverting,
    frames: talk.messages.length,
  };
  await talk.ended();
  console.log(JSON.stringify(figures));
}

void run().then(() => process.exit(0));
