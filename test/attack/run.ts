// SPDX-License-Identifier: MIT
/**
 * `npm run test:attack [-- part of a file's name]`: plays attackers on the real thing. The last line is
 * "N passed, N failed".
 */
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { runAttacks } from '../runner/attacks';

void runScript(async () => {
  provideSystemTools('test');
  const { passed, failed } = await runAttacks(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
