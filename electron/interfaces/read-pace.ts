// SPDX-License-Identifier: MIT
// How often a stack is read: soon after news, seldom without, and never so often that reading itself
// becomes a load.

import type { StackName } from '../contract/family';

export interface ReadPace {
  /** Milliseconds between the end of a read and a read for news that came since. */
  afterNews(lastRead: number): number;
  /** Milliseconds between the end of a read and the next without news. */
  withoutNews(lastRead: number): number;
}

/** Long enough for the messages of one change to arrive together, short beside the 100 ms people wait. */
const gathering = 25;

/** What is not notified changes seldom, but on Linux it is much: accept_ra, dad_transmits, IPv4 timers. */
const poll: Readonly<Record<StackName, number>> = { linux: 1000, windows: 2000, simulated: 2000 };

/** With this many times the duration of a read between two, reading takes a tenth of a core. */
const pollShare = 9;

/** Under a steady stream of news reading, which is another thread's work, may take half of a core. */
const newsShare = 1;

/** However slow a read is, the next one comes. */
const longest = 30_000;

/** The pace of a stack; the callers give the milliseconds that the last read took. */
export function readPace(stack: StackName): ReadPace {
  return {
    afterNews: (lastRead) => Math.min(longest, Math.max(gathering, newsShare * lastRead)),
    withoutNews: (lastRead) => Math.min(longest, Math.max(poll[stack], pollShare * lastRead)),
  };
}
