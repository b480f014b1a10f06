// SPDX-License-Identifier: MIT

import { causeText } from '../contract/cause-text';
import type { Permission } from '../contract/changes';
import { AppFailure } from '../base/app-failure';
import type { DataFolder } from '../files/data-folder';
import { journalName } from '../journal/journal';

/** What may be done without a journal: to read. It says why there is none. */
export function unusableJournal(cause: unknown, folder: DataFolder): Permission {
  const technical = causeText(cause);
  const detail = folder.pathOf(journalName);
  const isHeld = cause instanceof AppFailure && cause.appError.code === 'busy';
  const reason = isHeld ? 'journal-held' : 'journal-unusable';
  return { kind: 'read-only', reason, detail, technical };
}
