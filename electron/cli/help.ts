// SPDX-License-Identifier: MIT
// What --help says, made of the table of commands.

import { columns, indented, wrapped } from '../terminal/columns';
import { commands, commonOptions, programName } from './command-table';
import type { CommandDescription, OptionDescription } from './command-table';
import { exitCodes } from './exit-codes';

const inset = (rows: readonly (readonly string[])[]) =>
  columns(rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]));

/** "--deadline SECONDS", "-h, --help" */
export function optionText({ name, short, value }: OptionDescription): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

/** Side by side where there is room, and never narrower than a sentence can be read. */
function optionLines(options: readonly OptionDescription[]): readonly string[] {
  return options.flatMap((option) => [`  ${optionText(option)}`, ...indented(option.help, 8)]);
}

const exitLines = () =>
  inset(Object.values(exitCodes).map(({ code, says }) => [String(code), says]));

/** What the program can do. */
export function programHelp(): readonly string[] {
  return [
    `Usage: ${programName} COMMAND [OPTIONS]`,
    '',
    ...wrapped(
      'Properties of IP interfaces in the terminal. Changes revert by themselves unless you keep them.',
    ),
    '',
    'Commands:',
    ...inset(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...optionLines(commonOptions),
    '',
    'Exit codes:',
    ...exitLines(),
    '',
    `${programName} COMMAND --help says more about a command.`,
  ];
}

/** How a command is called, and with what. */
export function usageLine({ name, usage }: CommandDescription): string {
  return `${programName} ${name} [OPTIONS]${usage === '' ? '' : ` ${usage}`}`;
}

/** All about one command. */
export function commandHelp(command: CommandDescription): readonly string[] {
  const { name, summary, text, options, examples } = command;
  return [
    ...wrapped(`Usage: ${usageLine(command)}`),
    '',
    ...wrapped(summary),
    ...text.flatMap((paragraph) => ['', ...wrapped(paragraph)]),
    ...(options.length === 0 ? [] : ['', 'Options:', ...optionLines(options)]),
    '',
    'Options of every command:',
    ...optionLines(commonOptions),
    '',
    'Examples:',
    ...examples.map((example) => `  ${`${programName} ${name} ${example}`.trimEnd()}`),
    '',
    'Exit codes:',
    ...exitLines(),
  ];
}
