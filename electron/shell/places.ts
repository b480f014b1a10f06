// SPDX-License-Identifier: MIT
// Where the parts of the program lie, packaged and not.

import { app } from 'electron';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { StackName } from '../contract/family';
import { nativeFolder } from '../native/native-folder';

/** Written by the set-up beside the runtime that stands in for Electron's own where that cannot be had. */
const standInMark = 'stand-in.txt';

const executableSuffix = process.platform === 'win32' ? '.exe' : '';

/** Folder of the bundles main, preload and renderer. */
const bundles = () => path.join(app.getAppPath(), 'out');

export const rendererFolder = () => path.join(bundles(), 'renderer');

/** Written by the build: what it is made of. */
export const buildRecordFile = () => path.join(bundles(), 'about', 'about.json');

/** The documents, beside the packaged program and in the project. */
export const documentsFolder = () =>
  app.isPackaged ? path.join(path.dirname(process.execPath), 'documentation') : app.getAppPath();

/** Licences that are files of their own beside the runtime, as far as they are there. */
export const licenceFiles = (): readonly string[] =>
  ['LICENSE.txt', 'LICENSES.third-party.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html']
    .map((name) => path.join(path.dirname(process.execPath), name))
    .filter((file) => existsSync(file));

export const preloadFile = () => path.join(bundles(), 'preload', 'index.cjs');

export const cliFile = () => path.join(bundles(), 'cli', 'index.cjs');

/** The helper that changes a stack. The simulation has its own, so that the elevated one contains none. */
export function helperFile(stack: StackName): string {
  const name =
    stack === 'simulated' ? 'interface-panel-helper-simulated' : 'interface-panel-helper';
  return path.join(nativeFolder(), `${name}${executableSuffix}`);
}

/** What is kept between runs, apart for each stack: the demo's journal says nothing about this computer. */
export function keptFolder(stack: StackName): string {
  return path.join(app.getPath('userData'), stack);
}

/** The simulated network of the demo, where none is named on the command line. */
export const simulatedStateFile = () => path.join(keptFolder('simulated'), 'network.state');

/** Whether this runs in the stand-in runtime, which is for trying out and testing only. */
export const runsInStandIn = () =>
  existsSync(path.join(path.dirname(process.execPath), standInMark));
