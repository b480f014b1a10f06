// SPDX-License-Identifier: MIT
import { inProject } from '../../build/project-paths';
import { runCommand } from '../../build/run-command';
import { provideBundles } from '../../build/set-up/bundles';
import { buildNative } from '../../build/set-up/native-build';
import { judge } from './counts';
import type { Counts } from './counts';
import { readVitest, reportFile } from './reports';

/** Types at the command line as it ships, in some Node.js, in networks of the kernel's own, also from afar. */
export async function runCli(node: string): Promise<Counts> {
  await buildNative('app');
  await provideBundles();
  const report = reportFile('cli.json');
  const exitCode = await runCommand(node, [
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--config=test/cli/vitest.config.mts', '--reporter=default'],
    ...['--reporter=json', `--outputFile.json=${report}`],
  ]);
  return judge(readVitest(report), exitCode);
}
