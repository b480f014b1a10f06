// SPDX-License-Identifier: MIT
import path from 'node:path';
import { projectFolder } from './app';
import { run } from './shell';

/** Changes the simulated network from outside, as another program would. */
export function simulatedControl(state: string, ...command: readonly string[]): string {
  const program = path.join(projectFolder, 'out/native/linux-x64/simulated-control');
  return run(program, state, ...command);
}
