// SPDX-License-Identifier: MIT
// The manual page, in English, made of the table of commands. docs/interface-panel-cli.1 is it; a test compares the two.

import { commands, commonOptions, programName } from './command-table';
import type { CommandDescription, OptionDescription } from './command-table';
import { commandSummary, commandText, exitLine, exitNames, optionHelp, usageLine } from './help';

/** Text as roff takes it for text: nothing in it is a request or an escape, and hyphens can be copied. */
function escaped(text: string): string {
  const safe = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(safe) ? `\\&${safe}` : safe;
}

function optionLines(option: OptionDescription): readonly string[] {
  const { name, short, value } = option;
  const flag = short === undefined ? `--${name}` : `-${short}, --${name}`;
  const argument = value === undefined ? '' : ` \\fI${escaped(value)}\\fR`;
  return ['.TP', `\\fB${escaped(flag)}\\fR${argument}`, escaped(optionHelp(option))];
}

function commandLines(command: CommandDescription): readonly string[] {
  const { options, examples, name } = command;
  return [
    `.SS ${escaped(usageLine(command))}`,
    escaped(commandSummary(command)),
    ...commandText(command).flatMap((paragraph) => ['.PP', escaped(paragraph)]),
    ...options.flatMap(optionLines),
    '.PP',
    'Examples:',
    '.PP',
    '.nf',
    ...examples.map((example) => escaped(`    ${programName} ${name} ${example}`.trimEnd())),
    '.fi',
  ];
}

/** The whole page. */
export function manPage(): string {
  const lines = [
    '.\\" SPDX-License-Identifier: MIT',
    '.\\" Made of electron/cli/command-table.ts: vitest -u writes it anew.',
    `.TH ${escaped(programName.toUpperCase())} 1 "" "Interface Panel" "User Commands"`,
    '.SH NAME',
    `${escaped(programName)} \\- properties of IP interfaces in the terminal`,
    '.SH SYNOPSIS',
    `\\fB${escaped(programName)}\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]`,
    '.SH DESCRIPTION',
    escaped(
      'Shows which way internet traffic goes and why, and changes it safely: a change reverts by itself unless somebody keeps it.',
    ),
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH OPTIONS',
    'Every command takes these.',
    ...commonOptions.flatMap(optionLines),
    '.SH EXIT STATUS',
    ...exitNames.map(exitLine).flatMap(([code, says]) => ['.TP', code, escaped(says)]),
  ];
  return `${lines.join('\n')}\n`;
}
