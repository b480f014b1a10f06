// SPDX-License-Identifier: MIT
// The command that lists what was changed.

import { historyPart } from '../../history/history';
import type { HistoryPart } from '../../contract/history';
import { columns } from '../../terminal/columns';
import { changesText, titleText } from '../../texts/transaction-text';
import { withoutIsolates } from '../../texts/isolates';
import { messages } from '../../language/messages';
import { terminalNames } from '../adapters';
import type { Command } from '../context';
import type { Session } from '../session';
import { UsageProblem } from '../usage-problem';

const words = messages.history;
const usualCount = 20;

/** Enough of an id to tell transactions apart; restore takes it. */
const shownDigits = 8;

/** The newest transactions, oldest first. */
export async function newest(session: Session, count: number): Promise<HistoryPart> {
  const { index, running } = await session.history();
  const there = session.beside(await session.snapshot());
  return historyPart(Math.max(0, index.size - count), count, {
    index,
    running,
    there,
  });
}

/** The newest so many, newest first. */
export async function historyLines(session: Session, count: number): Promise<readonly string[]> {
  const { entries } = await newest(session, count);
  if (entries.length === 0) return [words.none];
  const names = terminalNames(await session.snapshot());
  const rows = [...entries]
    .reverse()
    .map((entry) => [
      entry.id.slice(0, shownDigits),
      new Date(entry.startedAt).toLocaleString('sv'),
      words.results[entry.result],
      withoutIsolates(titleText(entry, names)),
      withoutIsolates(changesText(entry, names)),
    ]);
  return columns(rows);
}

function countOf(text: string | undefined): number {
  if (text === undefined) return usualCount;
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageProblem(messages.terminal.usage.count);
  return Number(text);
}

export const history: Command = async ({ session, line, terminal, isJson, printJson }) => {
  const count = countOf(line.valueOf('count'));
  if (isJson) printJson(await newest(session, count));
  else terminal.say(await historyLines(session, count));
  return 'done';
};
