// SPDX-License-Identifier: MIT

import type { Command } from '../context';
import { restoreWhatIsOpen } from '../restoring';

/** Takes back what an interrupted run left changed. */
export const restore: Command = async ({ session, terminal }) =>
  (await restoreWhatIsOpen(session.writing(false), terminal)) ? 'done' : 'failed';
