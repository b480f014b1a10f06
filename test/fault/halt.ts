// SPDX-License-Identifier: MIT
// Places for the app itself to halt at; the helper has its own (test/fault/helper/stop_point.cpp), by the same files.

import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { appPoints } from './points';

const commitType = 5;
const typeAt = 3;

/** What is used of a helper's channel. */
interface Sender {
  send(frame: Uint8Array): void;
}

/** Halts this whole process, once whoever wants that has said so. */
function haltAt(point: (typeof appPoints)[number], helper: string): void {
  const order = `${helper}.stop-at`;
  if (!existsSync(order) || readFileSync(order, 'utf8').trim() !== point) return;
  writeFileSync(`${helper}.halted.new`, String(process.pid));
  renameSync(`${helper}.halted.new`, `${helper}.halted`);
  const never = new Int32Array(new SharedArrayBuffer(4));
  while (existsSync(order)) Atomics.wait(never, 0, 0, 1);
}

/** The real launch, noted in `<helper>.launches`, halting before it and before COMMIT goes out. */
export function launchHalting<Channel extends Sender>(
  helper: string,
  launch: () => Channel,
): Channel {
  haltAt('channel-made', helper);
  appendFileSync(`${helper}.launches`, 'launch\n');
  const channel = launch();
  return {
    ...channel,
    send: (frame) => {
      if (frame[typeAt] === commitType) haltAt('journal-written', helper);
      channel.send(frame);
    },
  };
}
