// SPDX-License-Identifier: MIT

import type { CommandLine } from './command-line';
import type { ExitName } from './exit-codes';
import type { Session } from './session';
import type { Terminal } from './terminal';

/** What a command is given. */
export interface Context {
  readonly line: CommandLine;
  readonly session: Session;
  readonly terminal: Terminal;
  /** Whether programs read the output: then what is said to people goes to the error output. */
  readonly isJson: boolean;
  readonly printJson: (value: unknown) => void;
  /** Writes to the output as it is. */
  readonly printText: (text: string) => void;
}

export type Command = (context: Context) => Promise<ExitName>;
