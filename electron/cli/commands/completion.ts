// SPDX-License-Identifier: MIT

import { bashCompletion, powershellCompletion } from '../completion';
import type { Command } from '../context';
import { UsageProblem } from '../usage-problem';
import { messages } from '../../language/messages';

const shells: Readonly<Record<string, () => string>> = {
  bash: bashCompletion,
  powershell: powershellCompletion,
};

/** Writes what completes commands in a shell. */
export const completion: Command = ({ line, printText }) => {
  const [shell = ''] = line.arguments;
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (!script)
    throw new UsageProblem(
      messages.terminal.usage.shell({ name: shell, known: Object.keys(shells).join(', ') }),
    );
  printText(script());
  return Promise.resolve('done');
};
