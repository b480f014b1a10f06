// SPDX-License-Identifier: MIT

import { bashCompletion, powershellCompletion } from '../completion';
import type { Command } from '../context';
import { UsageProblem } from '../usage-problem';

const shells: Readonly<Record<string, () => string>> = {
  bash: bashCompletion,
  powershell: powershellCompletion,
};

/** Writes what completes commands in a shell. */
export const completion: Command = ({ line, printText }) => {
  const [shell = ''] = line.arguments;
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!script) throw new UsageProblem(`${shell} is none of: ${Object.keys(shells).join(', ')}.`);
  printText(script());
  return Promise.resolve('done');
};
