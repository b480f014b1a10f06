// SPDX-License-Identifier: MIT
/** `npm run format`: rewrites every source the way the format suite wants it. */
import { runCommand } from './run-command';
import { cppSources } from './set-up/cpp-sources';
import { runScript } from './set-up/set-up-problem';
import { inProject } from './project-paths';

void runScript(async () => {
  const prettier = inProject('node_modules/prettier/bin/prettier.cjs');
  const exitCode = await runCommand(process.execPath, [
    prettier,
    '--write',
    '--log-level=warn',
    '.',
  ]);
  return exitCode || runCommand('clang-format-16', ['-i', ...cppSources()]);
});
