// SPDX-License-Identifier: MIT
/**
 * `npm run test:faults`: every fault 20 times, with those that take minutes, and the kills of the Windows programs
 * twice. `npm run test:endurance` runs one file of it alone. The last line is "N passed, N failed".
 */
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { runAllFaults, runNamedFaults } from '../runner/faults';

void runScript(async () => {
  provideSystemTools('test');
  const files = process.argv.slice(2);
  const { passed, failed } = await (files.length > 0 ? runNamedFaults(files) : runAllFaults());
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
