// SPDX-License-Identifier: MIT
// What a soak must show, and its figures in words.

import type { Counts } from '../runner/counts';

/** What was seen of the processes' memory at one moment. */
export interface MemorySample {
  /** Since the beginning. */
  readonly minutes: number;
  /** Live objects of the window after a collection, in MB. */
  readonly heap: number;
  /** PSS of all processes, in MB. */
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

/** The slope of a line through the samples after the warm-up (least squares). */
export function slope(samples: readonly MemorySample[], of: 'heap' | 'all'): number {
  const late = samples.filter((sample) => sample.minutes >= warmUp);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(late.map((sample) => sample.minutes));
  const y = mean(late.map((sample) => sample[of]));
  const covariance = mean(late.map((sample) => (sample.minutes - x) * (sample[of] - y)));
  return covariance / mean(late.map((sample) => (sample.minutes - x) ** 2));
}

/** Prints what was seen beside what is allowed. */
export function judge({ minutes, changes, longTasks, memory, isUpToDate }: SoakFigures): Counts {
  const longest = Math.max(0, ...longTasks);
  const long = longTasks.reduce((sum, task) => sum + task, 0) / minutes;
  const checks: readonly (readonly [what: string, seen: number, most: number])[] = [
    ['Longest task of the window, ms', longest, longestTask],
    ['Tasks over 50 ms, ms in a minute', long, mostLong],
    ["Growth of the window's heap, MB/min", slope(memory, 'heap'), steepestHeap],
    ['Growth of all processes, MB/min', slope(memory, 'all'), steepestAll],
  ];
  console.log(`${changes} changes in ${minutes} minutes, ${longTasks.length} tasks over 50 ms`);
  for (const { minutes: at, heap, all } of memory) {
    console.log(`${at.toFixed(1)} min  heap ${heap.toFixed(1)} MB  all ${all.toFixed(0)} MB`);
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
