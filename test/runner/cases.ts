// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { buildNative } from '../../build/set-up/native-build';
import { judge } from './counts';
import type { Counts } from './counts';
import { readVitest, reportFile } from './reports';

/** Builds the networks of people's reports, each in namespaces of its own, and holds what is said of them against the kernel. */
export async function runCases(): Promise<Counts> {
  await buildNative('app');
  const report = reportFile('cases.json');
  const exitCode = await runCommand(process.execPath, [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--config=test/cases/vitest.config.mts', '--reporter=dot'],
    ...['--reporter=json', `--outputFile.json=${report}`],
  ]);
  return judge(readVitest(report), exitCode);
}
