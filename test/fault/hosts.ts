// SPDX-License-Identifier: MIT
// The systems that the app's write side and its helper run on while a test looks on from Linux.

import path from 'node:path';
import type { Permission } from '../../electron/contract/changes';
import { inOutput } from '../../build/project-paths';
import { chosenWine } from '../runner/wine';
import { processesThat } from './victims';

export interface Host {
  /** Its Node.js, to which a script and arguments are added. */
  readonly node: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** Folder of the native binaries. */
  readonly natives: string;
  /** What its programs' names end with. */
  readonly programSuffix: string;
  /** How its app asks for consent; nobody is there to answer. */
  readonly permission: Permission;
  /** A place of ours by the name that it has there. */
  readonly place: (file: string) => string;
  /** Ids, as this system counts, of the processes that run a program. */
  readonly processesOf: (program: string) => readonly number[];
}

const natives = (platform: string) => inOutput('native', platform);

export const linux: Host = {
  node: [process.execPath],
  environment: process.env,
  natives: natives(`linux-${process.arch}`),
  programSuffix: '',
  permission: { kind: 'direct' },
  place: (file) => file,
  processesOf: (program) => processesThat(({ executable }) => executable === program),
};

/** Where test/runner/faults.ts says node.exe is; it says which Wine, too. */
export const windowsNodeVariable = 'FAULT_WINDOWS_NODE';

/** Windows as Wine plays it. Its processes are processes of this system, and can be killed as such. */
export const windows: Host = {
  get node() {
    const node = process.env[windowsNodeVariable];
    if (node === undefined)
      throw new Error(`${windowsNodeVariable} does not say where node.exe is`);
    return [chosenWine(), node];
  },
  // Without it node.exe would not start on a system that calls itself older than it is.
  environment: { ...process.env, NODE_SKIP_PLATFORM_CHECK: '1' },
  natives: natives('win32-x64'),
  programSuffix: '.exe',
  // ShellExecuteEx with "runas", which Wine grants without asking.
  permission: { kind: 'prompt', prompt: 'uac', needsPassword: false },
  place: (file) => `Z:${path.resolve(file).replaceAll('/', '\\')}`,
  processesOf: (program) =>
    processesThat(({ commandLine }) => commandLine[0] === windows.place(program)),
};
