// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { inOutput } from '../../build/project-paths';
import { captureCommand, isCommandPresent } from '../../build/run-command';
import { SetUpProblem } from '../../build/set-up/set-up-problem';

/** Debian puts no command of Wine on the path. */
function wineCommand(name: string, ownName: string): string {
  return isCommandPresent(name) ? name : `/usr/lib/wine/${ownName}`;
}

export const wine = (): string => wineCommand('wine64', 'wine64');
const wineServer = (): string => wineCommand('wineserver', 'wineserver64');

/** Keeps Wine's state out of the home folder and its remarks out of the report. */
export const wineEnvironment = { WINEDEBUG: '-all', WINEPREFIX: inOutput('wine') };

/**
 * Makes Wine's folder, and ends what an earlier run left of it: the process that knows the network's adapters
 * stays in the network namespace in which it was started.
 */
export function provideWine(): void {
  const options = { env: { ...process.env, ...wineEnvironment } };
  if (!existsSync(inOutput('wine/system.reg'))) {
    console.log('Preparing Wine');
    const { exitCode, output } = captureCommand(wine(), ['wineboot', '--init'], options);
    if (exitCode !== 0) throw new SetUpProblem(`${output}\nWine could not prepare its folder.`);
    // Its settings are on disk only when its server has ended.
    captureCommand(wineServer(), ['--wait'], options);
  }
  captureCommand(wineServer(), ['--kill'], options);
}
