// SPDX-License-Identifier: MIT
// What was typed after the program's name, checked against the table of commands.

import { parseArgs } from 'node:util';
import { causeText } from '../contract/cause-text';
import { commandNamed, commonOptions } from './command-table';
import type { CommandDescription, OptionDescription } from './command-table';
import { usageLine } from './help';
import { UsageProblem } from './usage-problem';
import { messages } from '../language/messages';

/** What was asked for. Null: nothing but help. */
export interface CommandLine {
  readonly command: CommandDescription | null;
  readonly arguments: readonly string[];
  /** Whether something is to be changed, not shown alone. */
  readonly isToChange: boolean;
  /** Whether an option without a value is there. */
  readonly has: (option: string) => boolean;
  readonly valueOf: (option: string) => string | undefined;
}

function parsed(line: readonly string[], options: readonly OptionDescription[]) {
  try {
    return parseArgs({
      args: [...line],
      options: Object.fromEntries(
        options.map(({ name, short, value }) => [
          name,
          {
            type: value === undefined ? ('boolean' as const) : ('string' as const),
            ...(short !== undefined && { short }),
          },
        ]),
      ),
      allowPositionals: true,
    });
  } catch (cause) {
    throw new UsageProblem(causeText(cause));
  }
}

/** The first word that is no option; values of common options stand behind "=" or after it. */
function commandOf(line: readonly string[]): CommandDescription | null {
  const withValue = commonOptions.flatMap(({ name, value }) => (value ? [`--${name}`] : []));
  const name = line.find(
    (word, index) => !word.startsWith('-') && !withValue.includes(line[index - 1] ?? ''),
  );
  if (name === undefined) return null;
  const command = commandNamed(name);
  if (!command) throw new UsageProblem(messages.terminal.usage.noCommand({ name }));
  return command;
}

function assertCount(command: CommandDescription, given: readonly string[]): void {
  const [least, most] = command.arguments;
  const isWhole = command.name !== 'set' || given.length % 4 === 0;
  if (given.length >= least && given.length <= most && isWhole) return;
  throw new UsageProblem(messages.terminal.help.usage({ usage: usageLine(command) }));
}

/** @throws {UsageProblem} */
export function parseCommandLine(line: readonly string[]): CommandLine {
  const command = commandOf(line);
  const { values, positionals } = parsed(line, [...commonOptions, ...(command?.options ?? [])]);
  const given = positionals.slice(1);
  if (command && values['help'] !== true) assertCount(command, given);
  return {
    command,
    arguments: given,
    isToChange: command?.changes?.(given) === true && values['dry-run'] !== true,
    has: (option) => values[option] === true,
    valueOf: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
  };
}
