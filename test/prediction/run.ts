// SPDX-License-Identifier: MIT
/**
 * `npm run test:prediction [-- --configurations N] [--seed N]`: predictions against the Linux kernel in network
 * namespaces. A seed that was printed repeats a run. The last line is "N passed, N failed".
 */
import { availableParallelism } from 'node:os';
import { buildNative } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import type { Counts } from '../runner/counts';
import { predict } from './predict';

const usualConfigurations = 2000;

function numberAfter(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  if (at === -1) return otherwise;
  const number = Number(process.argv[at + 1]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetUpProblem(`${name} needs a whole number.`);
}

async function run(): Promise<number> {
  const configurations = numberAfter('--configurations', usualConfigurations);
  const seed = numberAfter('--seed', Date.now() % 1_000_000_000);
  await buildNative('app');
  const counts: Counts = await predict({ configurations, seed, workers: availableParallelism() });
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 ? 0 : 1;
}

void runScript(run);
