// SPDX-License-Identifier: MIT
/**
 * `npm run bench [-- PART…]`: figures beside a baseline measured in the same run, as medians of 7 with minimum and
 * maximum, and the goals they should meet. Keeps them in docs/bench, by version. It reports; it never fails because a
 * machine is slow or busy.
 */
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { measureAll } from './measure-all';

void runScript(async () => {
  provideSystemTools('test');
  await measureAll(process.argv.slice(2));
  return 0;
});
