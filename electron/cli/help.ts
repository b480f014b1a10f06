// SPDX-License-Identifier: MIT
// What --help says, made of the table of commands.

import { deadlines } from '../contract/changes';
import { messages } from '../language/messages';
import { columns, indented, wrapped } from '../terminal/columns';
import { commands, commonOptions, programName } from './command-table';
import type { CommandDescription, OptionDescription } from './command-table';
import { exitCodes } from './exit-codes';
import type { ExitName } from './exit-codes';

const words = messages.terminal.help;

const inset = (rows: readonly (readonly string[])[]) =>
  columns(rows.map(([first = '', ...rest]) => [`  ${first}`, ...rest]));

/** "--deadline SECONDS", "-h, --help" */
function optionText({ name, short, value }: OptionDescription): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

/** What an option does. */
export function optionHelp({ name }: OptionDescription): string {
  const { options } = messages.terminal;
  return name === 'deadline'
    ? options.deadline({ deadlines: deadlines.join(', ') })
    : options[name];
}

/** What a command is for, in a line. */
export const commandSummary = ({ name }: CommandDescription): string =>
  messages.terminal.commands[name].summary;

/** What to know about a command, a paragraph each. */
export function commandText({ name, countsDown }: CommandDescription): readonly string[] {
  const { commands: texts, countdown } = messages.terminal;
  return [...texts[name].text.split('\n'), ...(countsDown ? [countdown] : [])];
}

/** What an exit code says. */
export const exitLine = (name: ExitName): readonly [code: string, says: string] => [
  String(exitCodes[name]),
  messages.terminal.exitCodes[name],
];

export const exitNames = Object.keys(exitCodes) as ExitName[];

/** Side by side where there is room, and never narrower than a sentence can be read. */
function optionLines(options: readonly OptionDescription[]): readonly string[] {
  return options.flatMap((option) => [
    `  ${optionText(option)}`,
    ...indented(optionHelp(option), 8),
  ]);
}

const exitLines = () => inset(exitNames.map(exitLine));

/** What the program can do. */
export function programHelp(): readonly string[] {
  return [
    words.usage({ usage: `${programName} COMMAND [OPTIONS]` }),
    '',
    ...wrapped(words.about),
    '',
    words.commands,
    ...inset(commands.map((command) => [command.name, commandSummary(command)])),
    '',
    words.options,
    ...optionLines(commonOptions),
    '',
    words.exitCodes,
    ...exitLines(),
    '',
    words.more,
  ];
}

/** How a command is called, and with what. */
export function usageLine({ name, usage }: CommandDescription): string {
  return `${programName} ${name} [OPTIONS]${usage === '' ? '' : ` ${usage}`}`;
}

/** All about one command. */
export function commandHelp(command: CommandDescription): readonly string[] {
  const { name, options, examples } = command;
  return [
    ...wrapped(words.usage({ usage: usageLine(command) })),
    '',
    ...wrapped(commandSummary(command)),
    ...commandText(command).flatMap((paragraph) => ['', ...wrapped(paragraph)]),
    ...(options.length === 0 ? [] : ['', words.options, ...optionLines(options)]),
    '',
    words.optionsOfAll,
    ...optionLines(commonOptions),
    '',
    words.examples,
    ...examples.map((example) => `  ${`${programName} ${name} ${example}`.trimEnd()}`),
    '',
    words.exitCodes,
    ...exitLines(),
  ];
}
