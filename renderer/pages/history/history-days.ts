// SPDX-License-Identifier: MIT
import type { HistoryPlace } from '../../../electron/contract/history';
import { messages } from '../../../electron/language/messages';
import { longDate } from '../../../electron/texts/time-text';

const words = messages.history;

/** The day of a moment by the computer's clock and calendar, as something to compare. */
const dayOf = (milliseconds: number) => new Date(milliseconds).toDateString();

function yesterday(now: number): number {
  const day = new Date(now);
  return day.setDate(day.getDate() - 1);
}

/** A day as the heading over its transactions: "Today", "Monday, 23 November 2026". */
export function dayText(milliseconds: number, now: number = Date.now()): string {
  const day = dayOf(milliseconds);
  if (day === dayOf(now)) return words.today;
  if (day === dayOf(yesterday(now))) return words.yesterday;
  return longDate(milliseconds);
}

/** Which places, in the order in which they are listed, are of another day than the one before. */
export function startsOfDays(places: readonly HistoryPlace[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let before: string | null = null;
  for (const { sequence, startedAt } of places) {
    const day = dayOf(startedAt);
    if (day !== before) starts.add(sequence);
    before = day;
  }
  return starts;
}
