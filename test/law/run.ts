// SPDX-License-Identifier: MIT
/**
 * `npm run test:law [-- --cases N] [-- --seed N]`: random networks, plans, foreign events and ends, judged by `ip`
 * and a twin in which the foreign events happen alone. A seed alone repeats its one case. The last line is
 * "N passed, N failed". To see that it finds something, break a restore in native/stack/linux and run it.
 */
import { availableParallelism } from 'node:os';
import { buildNative } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import { uphold } from './law';

const usualCases = 5000;

function numberAfter(name: string): number | null {
  const at = process.argv.indexOf(name);
  if (at === -1) return null;
  const number = Number(process.argv[at + 1]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new SetUpProblem(`${name} needs a whole number.`);
}

async function run(): Promise<number> {
  const seed = numberAfter('--seed');
  const cases = numberAfter('--cases') ?? (seed === null ? usualCases : 1);
  await buildNative('all');
  const lanes = cases === 1 ? 1 : availableParallelism();
  const { passed, failed } = await uphold({
    cases,
    seed: seed ?? Date.now() % 1_000_000_000,
    lanes,
  });
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

void runScript(run);
