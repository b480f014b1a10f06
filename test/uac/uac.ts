// SPDX-License-Identifier: MIT
import { sum } from '../runner/counts';
import type { Counts } from '../runner/counts';
import { runInWindowsNode, runTestPrograms } from '../runner/under-wine';
import { provideWineWithUac } from './wine-with-uac';

/** Everything that runs under the system's Wine, and what takes a difference between app and helper; needs root. */
export async function runUac(): Promise<Counts> {
  const wine = await provideWineWithUac();
  return sum([await runTestPrograms(wine), await runInWindowsNode(wine, 'uac-suite')]);
}
