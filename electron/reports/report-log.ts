// SPDX-License-Identifier: MIT
// The end of the log as a report tells it.

import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { visibleText } from '../base/visible-text';
import { parseJson } from '../files/json-file';

/** How much of the log a report tells, in characters: it goes through mail. */
const mostText = 4_000;

/** The calls that led to a failure, from the last on. */
const mostFrames = 4;

/** One message of the log. */
export interface ReportedLogEntry {
  /** ISO 8601. */
  readonly time: string;
  readonly level: 'warn' | 'error';
  /** The message, what caused it, and where. */
  readonly lines: readonly string[];
}

/** A line of the log's file (log/log-file.ts); more members tell nothing here. */
const logLine = z.object({
  time: z.iso.datetime(),
  level: z.enum(['warn', 'error']),
  msg: z.string(),
  cause: z.object({ text: z.string(), stack: z.string().optional() }).optional(),
});

/** Frames of the engine, and of what caused a failure the name. */
const isTold = (line: string) => /^(\s+at |caused by: )/.test(line);

function entryOf(line: string): readonly ReportedLogEntry[] {
  const content = parseJson(line);
  const { data } = logLine.safeParse('value' in content ? content.value : null);
  if (!data) return [];
  const { time, level, msg, cause } = data;
  const frames = (cause?.stack ?? '').split('\n').filter(isTold).slice(0, mostFrames);
  const lines = [msg, ...(cause ? [cause.text] : []), ...frames.map((frame) => frame.trim())];
  return [{ time, level, lines }];
}

const lengthOf = ({ time, level, lines }: ReportedLogEntry) =>
  [time, level, ...lines].reduce((sum, part) => sum + part.length, 0);

/** The messages in lines of the log's file, as many of the newest as a report has room for, oldest first. */
export function logEntries(lines: readonly string[]): readonly ReportedLogEntry[] {
  let left = mostText;
  const fits = (entry: ReportedLogEntry) => (left -= lengthOf(entry)) >= 0;
  const all = lines.flatMap(entryOf).toReversed();
  const end = all.findIndex((entry) => !fits(entry));
  return all.slice(0, end < 0 ? all.length : end).toReversed();
}

/** Entries whose texts pass through `mask`, each line to be read as one. */
export function tellLog(
  entries: readonly ReportedLogEntry[],
  mask: (text: string) => string,
): readonly ReportedLogEntry[] {
  return entries.map((entry) => ({
    ...entry,
    lines: entry.lines.map((line) => visibleText(mask(line))),
  }));
}

/** What paths in the log may call the person by: account and home folder. */
export function namesOfPerson(): readonly string[] {
  const names = [path.basename(homedir())];
  try {
    return [...names, userInfo().username];
  } catch {
    // An account may have no name.
    return names;
  }
}
