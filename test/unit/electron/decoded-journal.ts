// SPDX-License-Identifier: MIT
import { JournalDecoder } from '../../../electron/journal/journal-lines';
import type { JournalContent } from '../../../electron/journal/journal-lines';

/** What the bytes of a journal hold. */
export function decodedJournal(bytes: Uint8Array): JournalContent {
  const decoder = new JournalDecoder();
  decoder.push(bytes);
  return decoder.content;
}
