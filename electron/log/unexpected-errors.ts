// SPDX-License-Identifier: MIT

import type { Log } from './log';

/** What of Node's process tells of unexpected errors. */
type Process = Pick<NodeJS.EventEmitter, 'on'>;

/**
 * Notes what nobody caught. An exception is looked at only: what becomes of the program is the runtime's to decide, and
 * Electron shows it. A rejected promise ends nothing, as in Electron without this: a change that waits goes on.
 */
export function noteUnexpectedErrors(process: Process, note: Log['note']): void {
  process.on('uncaughtExceptionMonitor', (cause: unknown) => {
    note('An exception was not caught', cause);
  });
  process.on('unhandledRejection', (cause: unknown) => {
    note('A rejected promise was not handled', cause);
  });
}
