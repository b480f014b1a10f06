// SPDX-License-Identifier: MIT
// Shares the configurations of a run among namespaces and gathers what became of them.

import path from 'node:path';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import type { Counts } from '../runner/counts';
import { runLineProgram } from '../runner/line-program';
import type { Outcome } from './program';
import { tally } from './tally';

/** Of a run that is to find something. */
export const usualConfigurations = 2000;

export interface PredictOptions {
  readonly configurations: number;
  /** Configurations are numbered from it; each repeats from its own number alone. */
  readonly seed: number;
  readonly workers: number;
}

/** Runs `count` configurations in a namespace of their own. */
function runShare(seed: number, count: number): Promise<readonly Outcome[]> {
  const program = path.join(__dirname, 'program.ts');
  const command = ['--net', process.execPath, '--import', 'tsx', program];
  return runLineProgram<Outcome>('unshare', [...command, String(seed), String(count)]);
}

/** Runs all configurations and prints how they came out. */
export async function predict({ configurations, seed, workers }: PredictOptions): Promise<Counts> {
  if (process.geteuid?.() !== 0) throw new SetUpProblem('Network namespaces need root.');
  console.log(`${configurations} configurations from seed ${seed}`);
  const share = Math.ceil(configurations / workers);
  const shares = Array.from({ length: workers }, (_, worker) => {
    const first = worker * share;
    return runShare(seed + first, Math.max(0, Math.min(share, configurations - first)));
  });
  return tally((await Promise.all(shares)).flat());
}
