// SPDX-License-Identifier: MIT
/**
 * `npm run test:faults`: every fault 20 times, with those that take minutes. `npm run test:endurance` runs one file of
 * it alone. The last line is "N passed, N failed".
 */
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { runFaults } from '../runner/faults';

void runScript(async () => {
  provideSystemTools('test');
  const { passed, failed } = await runFaults(
    '20 times, and what takes minutes',
    process.argv.slice(2),
  );
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
