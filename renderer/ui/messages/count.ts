// SPDX-License-Identifier: MIT

const grouped = new Intl.NumberFormat('en');

/** A number of things, as people read it: "5,000". Not for values of fields, which stay as the system has them. */
export const amount = (n: number): string => grouped.format(n);

/** "1 route", "5,000 routes" */
export function count(n: number, one: string, many: string): string {
  return `${amount(n)} ${n === 1 ? one : many}`;
}
