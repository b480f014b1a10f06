// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { judge } from './counts';
import type { Counts } from './counts';
import { readVitest, reportFile } from './reports';

/** What one run of Vitest takes. */
export interface VitestRun {
  /** Name of the network namespace it runs in. */
  readonly namespace: string;
  /** The Node.js that runs it; the one of this process unless given. */
  readonly node?: string;
  /** Folder below test/ that holds vitest.config.mts. */
  readonly folder: string;
  readonly reporter: 'default' | 'dot';
  readonly reportName: string;
  /** Parts of the names of test files, and further options. */
  readonly more?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
}

/** Runs the tests of a folder in a network namespace, and counts them. */
export async function runVitestInNamespace(run: VitestRun): Promise<Counts> {
  const { namespace, folder, reporter, reportName } = run;
  const { node = process.execPath, more = [], environment = {} } = run;
  const report = reportFile(reportName);
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const exitCode = await runCommand(
    'ip',
    ['netns', 'exec', namespace, node, vitest, 'run']
      .concat(`--config=test/${folder}/vitest.config.mts`, `--reporter=${reporter}`)
      .concat('--reporter=json', `--outputFile.json=${report}`)
      .concat(more),
    { env: { ...process.env, ...environment } },
  );
  return judge(readVitest(report), exitCode);
}
