// SPDX-License-Identifier: MIT
// What is built for Windows, under a Wine.

import { buildNative, cmakeFolder, crossBuild } from '../../build/set-up/native-build';
import { fromExitCode, judge, sum } from './counts';
import type { Counts } from './counts';
import { runCtest } from './ctest';
import { runWindowsFaults } from './faults';
import { readNodeTest, reportFile } from './reports';
import { runUnderWine } from './windows-tests';
import type { WindowsSuite } from './windows-tests';
import { provideWine, wineEnvironment } from './wine';
import type { Wine } from './wine';

/** Everything compiles for Windows, and the test programs run. */
export async function runTestPrograms(wine: Wine): Promise<Counts> {
  await buildNative('all', crossBuild);
  provideWine(wine);
  const ran = await runCtest({
    folder: cmakeFolder(crossBuild),
    reportName: 'cross.xml',
    environment: wineEnvironment(wine),
  });
  return sum([fromExitCode(0), ran]);
}

/** The real addon and helpers in a Windows program, and kills, which look on from Linux. */
export async function runInWindowsNode(wine: Wine, suite: WindowsSuite): Promise<Counts> {
  await buildNative('all', crossBuild);
  const report = reportFile('windows.xml');
  const exitCode = await runUnderWine(wine, suite, report);
  const counts = judge(readNodeTest(report), exitCode);
  return sum([counts, await runWindowsFaults('a few', wine)]);
}
