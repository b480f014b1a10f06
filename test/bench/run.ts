// SPDX-License-Identifier: MIT
/**
 * `npm run bench [-- PART…]`: figures beside a baseline measured in the same run, as medians of 7 with minimum and
 * maximum, and the goals they should meet. Keeps them in docs/bench, by version. It reports; it never fails because a
 * machine is slow or busy.
 */
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { measureCrowds } from './crowds';
import { measureKeepers } from './keeper';
import { measurePlans } from './plans';
import { measurePreviews } from './preview';
import { table } from './report';
import type { Line } from './report';
import { keepResults } from './results';
import { measureRoutes } from './routes';
import { measureSnapshots } from './snapshot';
import { measureWindows } from './window';

const parts: Readonly<Record<string, () => readonly Line[] | Promise<readonly Line[]>>> = {
  plans: measurePlans,
  keepers: measureKeepers,
  snapshots: measureSnapshots,
  previews: measurePreviews,
  routes: measureRoutes,
  windows: measureWindows,
  crowds: measureCrowds,
};

async function run(): Promise<number> {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new SetUpProblem(`There is no ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
  }
  provideSystemTools('test');
  await buildNative('app');
  await provideElectron();
  await provideBundles();
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const lines = await measure();
    keepResults(name, lines);
    console.log(`\n${name}\n${table(lines)}`);
  }
  return 0;
}

void runScript(run);
