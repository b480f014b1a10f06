// SPDX-License-Identifier: MIT

import type { StackName } from './contract/family';
import { DataFolder } from './files/data-folder';
import { helperFile, keptFolder, simulatedStateFile } from './shell/places';
import type { Switches } from './shell/switches';

/** What a run works on and where its files are. */
export interface Run {
  readonly stack: StackName;
  /** Journal, edits, preferences and the window's place. */
  readonly dataFolder: DataFolder;
  readonly helperFile: string;
  /** The file of the simulated network; absent for real stacks. */
  readonly simulation: { readonly stateFile?: string };
  readonly trustThisFolder: boolean;
}

function stackName({ demo }: Switches): StackName {
  if (demo) return 'simulated';
  return process.platform === 'win32' ? 'windows' : 'linux';
}

/** The run that the command line asks for. The user data folder must be settled by now. */
export function runOf(switches: Switches): Run {
  const stack = stackName(switches);
  const { demo, simulatedState, trustThisFolder } = switches;
  return {
    stack,
    dataFolder: new DataFolder(keptFolder(stack)),
    helperFile: helperFile(stack),
    simulation: demo ? { stateFile: simulatedState ?? simulatedStateFile() } : {},
    trustThisFolder,
  };
}
