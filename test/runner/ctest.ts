// SPDX-License-Identifier: MIT
import { runCommand } from '../../build/run-command';
import { judge } from './counts';
import type { Counts } from './counts';
import { readDoctest, reportFile } from './reports';

export interface CtestRun {
  /** The folder of tests. */
  readonly folder: string;
  readonly reportName: string;
  /** Options that choose some of them. */
  readonly filter?: readonly string[];
  /** This process's unless given. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** ctest keeps 1 KiB of a passing program's output otherwise, and the counts stand at its end. */
const uncutOutput = ['passed', 'failed'].flatMap((kind) => [
  `--test-output-size-${kind}`,
  String(16 * 1024 * 1024),
]);

/** Runs the test programs of one folder of tests with ctest. */
export async function runCtest(run: CtestRun): Promise<Counts> {
  const { folder, reportName, filter = [], environment = process.env } = run;
  const report = reportFile(reportName);
  const exitCode = await runCommand(
    'ctest',
    // Visual Studio keeps several configurations in one folder; elsewhere there is none to choose.
    ['--test-dir', folder, '--build-config', 'Release']
      .concat('--output-on-failure', '--output-junit', report)
      .concat(uncutOutput)
      .concat(filter),
    { env: environment },
  );
  return judge(readDoctest(report), exitCode);
}
