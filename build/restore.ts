// SPDX-License-Identifier: MIT
/** `npm run restore [-- --user-data-dir=<folder>]`: builds what is missing and runs the restore command in this Node. */
import { inOutput } from './project-paths';
import { runCommand } from './run-command';
import { provideBundles } from './set-up/bundles';
import { buildNative } from './set-up/native-build';
import { runScript } from './set-up/set-up-problem';

void runScript(async () => {
  await buildNative('app');
  await provideBundles();
  const command = inOutput('restore-command', 'index.cjs');
  return runCommand(process.execPath, [command, ...process.argv.slice(2)]);
});
