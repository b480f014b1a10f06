// SPDX-License-Identifier: MIT
// What some numbers of a route mean (rtnetlink.h). Windows has one table and plain routes, told by the same numbers.

/** RT_TABLE_MAIN and RT_TABLE_LOCAL. */
export const mainTable = 254;
export const localTable = 255;

/** RTN_UNICAST: it leads somewhere. */
export const unicast = 1;

/** native/stack/linux/parking_table.h: each link has a table of each kind, for its static and its learnt routes. */
export const parkedTable = 0x49000000;
export const parkedLearntTable = 0x4a000000;

/** How much of a parking table's number names its link. */
export const parkedLinkMask = 0xffffff;

/** Whether default routes wait in this table until their interface is switched on again. */
export function isParkingTable(table: number): boolean {
  const kind = table - (table & parkedLinkMask);
  return kind === parkedTable || kind === parkedLearntTable;
}
