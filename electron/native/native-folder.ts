// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';

/** What Electron adds to Node's process; absent under plain Node (tests, benchmarks). */
interface ElectronProcess {
  readonly resourcesPath?: string;
  /** True when Electron runs the project's folder, absent when the app is packaged. */
  readonly defaultApp?: boolean;
}

/** What a worker of the app is told, because Electron tells it nothing (cli/without-window.ts). */
export interface ToldToWorker {
  readonly nativeFolder: string;
  readonly isPackaged: boolean;
}

/** Null on a main thread. */
export const toldToWorker = (): ToldToWorker | null => {
  const told = workerData as Partial<ToldToWorker> | null;
  return told?.nativeFolder === undefined ? null : (told as ToldToWorker);
};

function isPackaged({ defaultApp }: ElectronProcess): boolean {
  return 'electron' in process.versions && defaultApp !== true;
}

/** The nearest folder upwards that holds package.json: this file runs as source and inside a bundle. */
function findProjectRoot(start: string): string {
  let folder = start;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) return start;
    folder = parent;
  }
  return folder;
}

const isPackagedHere = (): boolean => toldToWorker()?.isPackaged ?? isPackaged(process);

/**
 * Everything of the program that is executed or loaded, files or whole folders: packaged the folder of the executable,
 * with its libraries, archive, addon and helper; in the project what a start there takes.
 */
export function programPlaces(): readonly string[] {
  if (isPackagedHere()) return [path.dirname(process.execPath)];
  return [process.execPath, __dirname, nativeFolder()];
}

/**
 * Where the addon and the helpers are: `native` in the resources of the packaged app, otherwise
 * `out/native/<platform>` of the project, such as `linux-x64`.
 */
export function nativeFolder(): string {
  const told = toldToWorker();
  if (told) return told.nativeFolder;
  const electronProcess: ElectronProcess = process;
  if (isPackaged(electronProcess) && electronProcess.resourcesPath !== undefined) {
    return path.join(electronProcess.resourcesPath, 'native');
  }
  const platform = `${process.platform}-${process.arch}`;
  return path.join(findProjectRoot(__dirname), 'out', 'native', platform);
}
