// SPDX-License-Identifier: MIT

import { visibleText } from '../base/visible-text';
import { linesOf } from './log';
import type { LogSink } from './log';

/** Writes to the error output, so that it can be shown in a terminal. */
export const toErrorOutput: LogSink = (entry) => {
  for (const line of linesOf(entry)) console.error(visibleText(line));
};
