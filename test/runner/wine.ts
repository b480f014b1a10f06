// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inOutput } from '../../build/project-paths';
import { captureCommand, isCommandPresent } from '../../build/run-command';
import { SetUpProblem } from '../../build/set-up/set-up-problem';

/** One release of Wine. */
export interface Wine {
  /** The program that runs Windows programs. */
  readonly program: string;
  readonly server: string;
  /** Where its state is, out of the home folder; no two releases share one. */
  readonly prefix: string;
}

/** Debian puts no command of Wine on the path. */
function wineCommand(name: string, ownName: string): string {
  return isCommandPresent(name) ? name : `/usr/lib/wine/${ownName}`;
}

/** The one of this system. On Debian 12 every process is elevated there. */
export const systemWine = (): Wine => ({
  program: wineCommand('wine64', 'wine64'),
  server: wineCommand('wineserver', 'wineserver64'),
  prefix: inOutput('wine'),
});

const programVariable = 'WINE';

/** The program of the Wine that whoever started this one chose. */
export function chosenWine(): string {
  const program = process.env[programVariable];
  if (program === undefined) throw new Error(`${programVariable} does not say which Wine`);
  return program;
}

/** Chooses a Wine for whatever is started with it, and keeps its remarks out of the report. */
export const wineEnvironment = ({ program, prefix }: Wine): NodeJS.ProcessEnv => ({
  ...process.env,
  [programVariable]: program,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
});

/**
 * Makes Wine's folder, and ends what an earlier run left of it: the process that knows the network's adapters
 * stays in the network namespace in which it was started.
 */
export function provideWine(wine: Wine): void {
  const options = { env: wineEnvironment(wine) };
  if (!existsSync(path.join(wine.prefix, 'system.reg'))) {
    console.log('Preparing Wine');
    const { exitCode, output } = captureCommand(wine.program, ['wineboot', '--init'], options);
    if (exitCode !== 0) throw new SetUpProblem(`${output}\nWine could not prepare its folder.`);
    // Its settings are on disk only when its server has ended.
    captureCommand(wine.server, ['--wait'], options);
  }
  captureCommand(wine.server, ['--kill'], options);
}
