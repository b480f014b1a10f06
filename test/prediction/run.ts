// SPDX-License-Identifier: MIT
/**
 * `npm run test:prediction [-- --configurations N] [--seed N]`: predictions against the Linux kernel in network
 * namespaces. A seed that was printed repeats a run. The last line is "N passed, N failed".
 */
import { availableParallelism } from 'node:os';
import { buildNative } from '../../build/set-up/native-build';
import { runAlone } from '../runner/alone';
import { numberAfter } from '../runner/command-line';
import { anySeed } from '../runner/seed';
import { predict, usualConfigurations } from './predict';

runAlone(async () => {
  const configurations = numberAfter('--configurations') ?? usualConfigurations;
  const seed = numberAfter('--seed') ?? anySeed();
  await buildNative('app');
  return predict({ configurations, seed, workers: availableParallelism() });
});
