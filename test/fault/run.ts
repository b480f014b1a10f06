// SPDX-License-Identifier: MIT
/**
 * `npm run test:faults`: every fault 20 times, with those that take minutes, and the kills of the Windows programs
 * twice. `npm run test:endurance` runs one file of it alone. The last line is "N passed, N failed".
 */
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { sum } from '../runner/counts';
import { runFaults, runWindowsFaults } from '../runner/faults';

/** The files named on the command line, or everything. */
async function runNamed(files: readonly string[]) {
  if (files.some((file) => file.includes('windows'))) return runWindowsFaults('all, twice');
  const here = await runFaults('20 times, and what takes minutes', files);
  return files.length > 0 ? here : sum([here, await runWindowsFaults('all, twice')]);
}

void runScript(async () => {
  provideSystemTools('test');
  const { passed, failed } = await runNamed(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
