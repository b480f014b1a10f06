// SPDX-License-Identifier: MIT

import { visibleText } from '../base/visible-text';
import { entryLines } from './log';
import type { LogSink } from './log';

/** Writes to the error output, so that it can be shown in a terminal. */
export const toErrorOutput: LogSink = (entry) => {
  for (const line of entryLines(entry)) console.error(visibleText(line));
};
