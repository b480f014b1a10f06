// SPDX-License-Identifier: MIT
// The command line inside the app: a packaged one comes with no other Node. Electron runs the main script before
// Chromium looks for a display, and for as long as that script does not return there is no Chromium that could
// fail. It needs an event loop meanwhile; a worker has its own.

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ToldToWorker } from '../native/native-folder';

/** Longer than the app takes to end: a worker that is taken apart at the same time aborts it now and then. */
const endOfApp = 5_000;

/** Whatever ends the worker wakes the main thread and leaves the exit code plus one; what it threw is printed here. */
const wakeAtExit = `{
  const { ended } = require('node:worker_threads').workerData;
  process.on('exit', (code) => {
    Atomics.store(ended, 0, code + 1);
    Atomics.notify(ended, 0);
    Atomics.wait(ended, 0, code + 1, ${endOfApp});
  });
  process.on('uncaughtException', (error) => {
    require('node:fs').writeSync(2, String(error).replaceAll(/[^\\x20-\\x7E]/g, '?') + '\\n');
    process.exit(1);
  });
}`;

/**
 * Runs the bundle of the command line to its end and returns its exit code. The bundle is read here and not in
 * the worker, which does not know archives.
 */
export function runWithoutWindow(
  bundle: string,
  commandLine: readonly string[],
  told: ToldToWorker,
): number {
  const ended = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  new Worker(`${wakeAtExit}\n${readFileSync(bundle, 'utf8')}`, {
    eval: true,
    argv: [...commandLine],
    workerData: { ...told, ended },
  });
  Atomics.wait(ended, 0, 0);
  return Atomics.load(ended, 0) - 1;
}
