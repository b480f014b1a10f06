// SPDX-License-Identifier: MIT
import { build } from 'vite';
import { cliBundle } from '../../build/vite';
import { bundleProgram } from '../runner/bundle-program';

/** What runs in processes of its own. */
const programs = ['test/fault/driver.ts', 'test/fault/app/halting-main.ts'];

/** Bundles what the tests start: the command line as it ships, and our programs, which are there at once then. */
export async function setup(): Promise<void> {
  await build(cliBundle);
  for (const program of programs) await bundleProgram(program, 'fault-driver');
}
