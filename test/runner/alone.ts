// SPDX-License-Identifier: MIT
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import type { Purpose } from '../../build/set-up/system-tools';
import type { Counts } from './counts';

/** For a script that is one suite: sets up, runs it, and says "N passed, N failed" last. */
export function runAlone(run: () => Promise<Counts>, purpose: Purpose = 'test'): void {
  void runScript(async () => {
    provideSystemTools(purpose);
    const { passed, failed } = await run();
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}
