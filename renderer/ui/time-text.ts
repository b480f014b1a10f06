// SPDX-License-Identifier: MIT

/** A time of day as the system writes it, with the date when it is not today's. */
export function timeOfDay(milliseconds: number, now: number = Date.now()): string {
  const time = new Date(milliseconds);
  const sameDay = time.toDateString() === new Date(now).toDateString();
  return time.toLocaleString(undefined, {
    timeStyle: 'medium',
    ...(sameDay ? {} : { dateStyle: 'medium' }),
  });
}

/** A day as the system writes it. */
export function dateText(milliseconds: number): string {
  return new Date(milliseconds).toLocaleDateString(undefined, { dateStyle: 'medium' });
}

/** A stretch of time as m:ss, rounded up so that 0:00 means over. */
export function minutesAndSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
