// SPDX-License-Identifier: MIT
/** `npm run keeper`: builds what is missing and runs the keeper of this system in this terminal until Ctrl+C. */
import { hostPlatform, inOutput } from './project-paths';
import { runCommand } from './run-command';
import { buildNative } from './set-up/native-build';
import { runScript, SetUpProblem } from './set-up/set-up-problem';

const program = inOutput('native', hostPlatform, 'interface-panel-keeper');

void runScript(async () => {
  await buildNative('app');
  if (process.platform !== 'win32' && process.getuid?.() !== 0) {
    throw new SetUpProblem(
      `Only root can change IP interfaces. What was built starts with:\n  sudo ${program} --foreground`,
    );
  }
  return runCommand(program, ['--foreground']);
});
