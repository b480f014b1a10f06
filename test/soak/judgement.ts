// SPDX-License-Identifier: MIT
// What a soak must show, and its figures in words.

import type { Counts } from '../runner/counts';

/** What was seen of the processes' memory at one moment. */
export interface MemorySample {
  /** Since the beginning. */
  readonly minutes: number;
  /** Live objects of the window and of the main process after a collection, in MB. */
  readonly window: number;
  readonly main: number;
  /** PSS of all processes, in MB; collections come and go in it. */
  readonly all: number;
}

export interface SoakFigures {
  readonly minutes: number;
  readonly changes: number;
  /** Tasks of the window that took longer than 50 ms, in milliseconds. */
  readonly longTasks: readonly number[];
  readonly memory: readonly MemorySample[];
  /** Whether the window showed the last change. */
  readonly isUpToDate: boolean;
}

/** The window answers within so many milliseconds, also on a machine that has other things to do. */
const longestTask = 400;
/** Milliseconds of long tasks in one minute, in which the window lets one wait: 4 % of the time. */
const mostLong = 2400;
/** Megabytes a minute. */
const steepestHeap = 0.25;
const steepestAll = 1.5;
/** Caches fill at first. */
const warmUp = 2;
/** What all processes never fall below in so many minutes is what they really hold. */
const bucket = 2;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The slope of a line through the points (least squares). */
function slope(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const covariance = mean(({ x, y }) => (x - middleX) * (y - middleY));
  return covariance / mean(({ x }) => (x - middleX) ** 2);
}

/** The lowest of every two minutes. */
function lowest(points: readonly Point[]): readonly Point[] {
  const least = new Map<number, number>();
  for (const { x, y } of points) {
    const begin = bucket * Math.floor(x / bucket);
    least.set(begin, Math.min(y, least.get(begin) ?? Infinity));
  }
  return [...least].map(([x, y]) => ({ x, y }));
}

/** Prints what was seen beside what is allowed. */
export function judge({ minutes, changes, longTasks, memory, isUpToDate }: SoakFigures): Counts {
  const longest = Math.max(0, ...longTasks);
  const long = longTasks.reduce((sum, task) => sum + task, 0) / minutes;
  const late = memory.filter((sample) => sample.minutes >= warmUp);
  const points = (of: 'window' | 'main' | 'all') =>
    late.map((sample) => ({ x: sample.minutes, y: sample[of] }));
  const checks: readonly (readonly [what: string, seen: number, most: number])[] = [
    ['Longest task of the window, ms', longest, longestTask],
    ['Tasks over 50 ms, ms in a minute', long, mostLong],
    ["Growth of the window's heap, MB/min", slope(points('window')), steepestHeap],
    ["Growth of main's heap, MB/min", slope(points('main')), steepestHeap],
    ['Growth of all processes, MB/min', slope(lowest(points('all'))), steepestAll],
  ];
  console.log(`${changes} changes in ${minutes} minutes, ${longTasks.length} tasks over 50 ms`);
  for (const { minutes: at, window, main, all } of memory) {
    const megabytes = [window, main, all].map((one) => one.toFixed(1).padStart(7)).join('');
    console.log(`${at.toFixed(1).padStart(5)} min  MB of window, main, all: ${megabytes}`);
  }
  for (const [what, seen, most] of checks) {
    console.log(
      `${what.padEnd(38)} ${seen.toFixed(2)} (at most ${most}) ${seen <= most ? '' : 'missed'}`,
    );
  }
  console.log(isUpToDate ? 'The last change is on screen' : 'The last change is not on screen');
  const held = [...checks.map(([, seen, most]) => seen <= most), isUpToDate];
  const passed = held.filter(Boolean).length;
  return { passed, failed: held.length - passed };
}
