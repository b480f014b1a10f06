// SPDX-License-Identifier: MIT
import { SetUpProblem } from '../set-up/set-up-problem';

/** The processors that packages are made for, as Node.js names them. */
export const architectures = ['x64', 'arm64'] as const;
export type Architecture = (typeof architectures)[number];

/** The one that Node.js names so. Throws a SetUpProblem where no package is made for it. */
export function architectureNamed(name: string): Architecture {
  const known = architectures.find((one) => one === name);
  if (known === undefined) {
    throw new SetUpProblem(`No package is made for ${name}, but for: ${architectures.join(', ')}.`);
  }
  return known;
}
