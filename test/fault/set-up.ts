// SPDX-License-Identifier: MIT
import { provideBundles } from '../../build/set-up/bundles';
import { bundleProgram } from '../runner/bundle-program';

/** What runs in processes of its own. */
const programs = ['test/fault/driver.ts', 'test/fault/app/halting-main.ts'];

/** Bundles what the tests start: the command line as it ships, and our programs, which are there at once then. */
export async function setup(): Promise<void> {
  await provideBundles();
  for (const program of programs) await bundleProgram(program, 'fault-driver');
}
