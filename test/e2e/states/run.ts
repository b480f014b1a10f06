// SPDX-License-Identifier: MIT
/**
 * `npm run test:states`: every state of the window against axe's rules, every flow by keyboard, and what takes a
 * whole countdown. The last line is "N passed, N failed".
 */
import { runScript } from '../../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../../build/set-up/system-tools';
import { runEndToEnd } from '../../runner/end-to-end';

void runScript(async () => {
  provideSystemTools('test');
  const { passed, failed } = await runEndToEnd('e2e/states');
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 ? 0 : 1;
});
