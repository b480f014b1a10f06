// SPDX-License-Identifier: MIT
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
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

/**
 * Measures the named parts, or all; keeps the figures in docs/bench and prints them beside their baselines and goals.
 * @throws {SetUpProblem} when there is no such part.
 */
export async function measureAll(named: readonly string[] = []): Promise<void> {
  const unknown = named.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    throw new SetUpProblem(`There is no ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}.`);
  }
  await buildNative('app');
  await provideElectron();
  await provideBundles();
  for (const [name, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(name)) continue;
    const lines = await measure();
    keepResults(name, lines);
    console.log(`\n${name}\n${table(lines)}`);
  }
}
