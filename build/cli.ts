// SPDX-License-Identifier: MIT
/** `npm run cli -- <command>`: builds what is missing and runs the command line in this Node. */
import { inOutput } from './project-paths';
import { runCommand } from './run-command';
import { provideBundles } from './set-up/bundles';
import { buildNative } from './set-up/native-build';
import { runScript } from './set-up/set-up-problem';

void runScript(async () => {
  await buildNative('app');
  await provideBundles();
  return runCommand(process.execPath, [inOutput('cli', 'index.cjs'), ...process.argv.slice(2)]);
});
