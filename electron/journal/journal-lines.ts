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

/** The footprints of the largest plan fill two thirds of such a line. Bytes. */
const longestLine = 96 * 1024 * 1024;

/** Reads the longest beginning of whole, undamaged records in their order, chunk by chunk. */
export class JournalDecoder {
  readonly #records: JournalRecord[] = [];
  #validBytes = 0;
  /** The beginning of a line whose end has not come yet. */
  #begun: Uint8Array = new Uint8Array();

  get content(): JournalContent {
    return { records: this.#records, validBytes: this.#validBytes };
  }

  /** Takes the next bytes; false: nothing that follows can be valid. */
  push(chunk: Uint8Array): boolean {
    const bytes = this.#begun.length === 0 ? chunk : Buffer.concat([this.#begun, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newLine); end !== -1; end = bytes.indexOf(newLine, start)) {
      const record = decodeLine(bytes.subarray(start, end), this.#records.length);
      if (!record) return false;
      this.#records.push(record);
      this.#validBytes += end + 1 - start;
      start = end + 1;
    }
    this.#begun = bytes.subarray(start);
    return this.#begun.length <= longestLine;
  }
}
