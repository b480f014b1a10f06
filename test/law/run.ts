// SPDX-License-Identifier: MIT
/**
 * `npm run test:law [-- --cases N] [-- --seed N]`: random networks, plans, foreign events and ends, judged by `ip`
 * and a twin in which the foreign events happen alone. A seed alone repeats its one case. The last line is
 * "N passed, N failed". To see that it finds something, break a restore in native/stack/linux and run it.
 */
import { availableParallelism } from 'node:os';
import { buildNative } from '../../build/set-up/native-build';
import { runAlone } from '../runner/alone';
import { numberAfter } from '../runner/command-line';
import { anySeed } from '../runner/seed';
import { uphold, usualCases } from './law';

runAlone(async () => {
  const seed = numberAfter('--seed');
  const cases = numberAfter('--cases') ?? (seed === null ? usualCases : 1);
  await buildNative('all');
  const lanes = cases === 1 ? 1 : availableParallelism();
  return uphold({ cases, seed: seed ?? anySeed(), lanes });
});
