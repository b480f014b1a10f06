// SPDX-License-Identifier: MIT
// From the words of a command line to an exit code.

import { AppFailure } from '../base/app-failure';
import { causeText } from '../contract/cause-text';
import { wrapped } from '../terminal/columns';
import { OutputGone, print, printError } from '../terminal/standard-streams';
import { visibleJson, visibleText } from '../base/visible-text';
import { parseCommandLine } from './command-line';
import type { CommandLine } from './command-line';
import type { Command } from './context';
import { exitCodes } from './exit-codes';
import type { ExitName } from './exit-codes';
import { commandHelp, programHelp } from './help';
import { Session } from './session';
import { openTerminal } from './terminal';
import { UsageProblem } from './usage-problem';
import { speakLanguage } from '../language/languages';
import { terminalLanguage } from './terminal-language';
import { messages } from '../language/messages';

export type Commands = Readonly<Record<string, Command>>;

function printHelp({ command }: CommandLine): void {
  openTerminal(print).say(command ? commandHelp(command) : programHelp());
}

async function run(line: CommandLine, commands: Commands): Promise<ExitName> {
  const command = line.command && commands[line.command.name];
  if (!command || line.has('help')) {
    printHelp(line);
    return line.command || line.has('help') ? 'done' : 'usage';
  }
  const isJson = line.has('json');
  return command({
    line,
    session: await Session.open(line),
    terminal: openTerminal(isJson ? printError : print),
    isJson,
    printJson: (value) => {
      print(`${visibleJson(value)}\n`);
    },
    printText: print,
  });
}

/** Whoever stops reading what is shown has seen enough; nobody who stops reading has agreed to a change. */
async function runUnlessUnread(line: CommandLine, commands: Commands): Promise<ExitName> {
  try {
    return await run(line, commands);
  } catch (cause) {
    if (!(cause instanceof OutputGone)) throw cause;
    return line.isToChange ? 'failed' : 'done';
  }
}

function tell(cause: unknown): ExitName {
  const why = causeText(cause);
  const isUsage = cause instanceof UsageProblem;
  const lines = isUsage
    ? [...wrapped(visibleText(why)), messages.terminal.help.whatThereIs]
    : [visibleText(why)];
  for (const line of lines) printError(`${line}\n`);
  if (isUsage) return 'usage';
  const isRefused = cause instanceof AppFailure && refusing.has(cause.appError.code);
  return isRefused ? 'unchanged' : 'failed';
}

const refusing: ReadonlySet<string> = new Set(['read-only', 'lasting', 'busy', 'journal']);

/** Runs a command to its end. Whoever stops reading what it writes ends it. */
export async function runCommandLine(
  words: readonly string[],
  commands: Commands,
): Promise<number> {
  try {
    await speakLanguage(terminalLanguage(process.env, process.platform));
    return exitCodes[await runUnlessUnread(parseCommandLine(words), commands)];
  } catch (cause) {
    try {
      return exitCodes[tell(cause)];
    } catch {
      return exitCodes.failed;
    }
  }
}
