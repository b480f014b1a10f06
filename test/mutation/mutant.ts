// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { inProject } from '../../build/project-paths';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import type { Mutation } from './mutation';

/** The source with the mutation made; the file itself stays as it is. */
export function mutantOf({ file, text, by }: Mutation): string {
  const source = readFileSync(inProject(file), 'utf8');
  const parts = source.split(text);
  if (parts.length !== 2) {
    throw new SetUpProblem(`${file} holds ${parts.length - 1} times, not once:\n${text}`);
  }
  return parts.join(by);
}
