// SPDX-License-Identifier: MIT
// The journal's text: one line of JSON per record, with a checksum over the bytes that follow it.

import { createHash } from 'node:crypto';
import { journalRecord } from './journal-record';
import type { JournalRecord } from './journal-record';

const version = 1;
const newLine = 0x0a;

const checksumOf = (entry: string) => createHash('sha256').update(entry).digest('hex').slice(0, 16);

const lineOf = (entry: string) => `{"checksum":"${checksumOf(entry)}","entry":${entry}}`;

const entryPattern = /^\{"checksum":"[0-9a-f]{16}","entry":(.*)\}$/s;

/** One record as a line, its end included. */
export function encodeJournalLine(sequence: number, record: JournalRecord): string {
  return `${lineOf(JSON.stringify({ version, sequence, record }))}\n`;
}

function decodeLine(line: Uint8Array, sequence: number): JournalRecord | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
    const entry = entryPattern.exec(text)?.[1];
    if (entry === undefined || lineOf(entry) !== text) return null;
    const decoded = JSON.parse(entry) as Readonly<Record<string, unknown>>;
    if (decoded['version'] !== version || decoded['sequence'] !== sequence) return null;
    return journalRecord.safeParse(decoded['record']).data ?? null;
  } catch {
    return null;
  }
}

/** What could be read of a journal. */
export interface JournalContent {
  readonly records: readonly JournalRecord[];
  /** Where the longest valid beginning ends; what follows is torn, damaged or of a later version. */
  readonly validBytes: number;
}

/** Reads the longest beginning of whole, undamaged records in their order. */
export function decodeJournal(bytes: Uint8Array): JournalContent {
  const records: JournalRecord[] = [];
  let validBytes = 0;
  for (;;) {
    const end = bytes.indexOf(newLine, validBytes);
    if (end === -1) break;
    const record = decodeLine(bytes.subarray(validBytes, end), records.length);
    if (!record) break;
    records.push(record);
    validBytes = end + 1;
  }
  return { records, validBytes };
}
