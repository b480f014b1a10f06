// SPDX-License-Identifier: MIT
/**
 * `npm run bench`: figures beside a baseline measured in the same run, as medians of 7 with minimum and
 * maximum, and the goals they should meet. It reports; it never fails because a machine is slow or busy.
 */
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { measureCrowds } from './crowds';
import { measureKeepers } from './keeper';
import { measurePlans } from './plans';
import { measurePreviews } from './preview';
import { table } from './report';
import { measureRoutes } from './routes';
import { measureSnapshots } from './snapshot';
import { measureWindows } from './window';

async function runAll(): Promise<number> {
  provideSystemTools('test');
  await buildNative('app');
  await provideElectron();
  await provideBundles();
  const lines = [
    ...measurePlans(),
    ...(await measureKeepers()),
    ...(await measureSnapshots()),
    ...(await measurePreviews()),
    ...(await measureRoutes()),
    ...(await measureWindows()),
    ...(await measureCrowds()),
  ];
  console.log(`\n${table(lines)}`);
  return 0;
}

void runScript(runAll);
