// SPDX-License-Identifier: MIT
import { dateLocale, messages } from '../language/messages';

/** Whether a moment is of the day that it is now. */
export function isToday(milliseconds: number, now: number = Date.now()): boolean {
  return new Date(milliseconds).toDateString() === new Date(now).toDateString();
}

/** A time of day as the system writes it, with the date when it is not today's. */
export function timeOfDay(milliseconds: number, now: number = Date.now()): string {
  return new Date(milliseconds).toLocaleString(dateLocale(), {
    timeStyle: 'medium',
    ...(isToday(milliseconds, now) ? {} : { dateStyle: 'medium' }),
  });
}

/** A day with its weekday as the system writes it. */
export function longDate(milliseconds: number): string {
  return new Date(milliseconds).toLocaleDateString(dateLocale(), { dateStyle: 'full' });
}

/** Hours, minutes and seconds as the system writes them. */
export function clockTime(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString(dateLocale(), { timeStyle: 'medium' });
}

/** Hours and minutes as the system writes them. */
export function shortTime(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString(dateLocale(), { timeStyle: 'short' });
}

/** A day as the system writes it. */
export function dateText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleDateString(dateLocale(), { dateStyle: 'medium' });
}

/** A stretch of time as m:ss, rounded up so that 0:00 means over. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long a change waits for its answer: "2 minutes". */
export function deadlineText(seconds: number): string {
  return messages.review.deadline({ minutes: seconds / 60 });
}
