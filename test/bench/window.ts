// SPDX-License-Identifier: MIT
// What people wait for: start-up and memory beside a bare Electron window, changes on screen, applying, scrolling.

import type { LongList } from './long-lists';
import { figuresOf } from './in-namespace';
import { ninetyFifth, summarise } from './measurement';
import type { Measurement } from './measurement';
import type { Line } from './report';

interface Compared {
  readonly hello: Measurement;
  readonly panel: Measurement;
}

/** What window-program.ts prints. */
export interface WindowFigures {
  readonly startUp: Compared;
  readonly memory: Compared;
  readonly change: readonly number[];
  readonly apply: readonly number[];
  readonly key: readonly number[];
  readonly open: readonly number[];
  readonly scrolling: LongList['scrolling'];
  readonly moved: readonly number[];
  readonly routes: LongList;
  readonly history: LongList;
}

function compare(what: string, unit: string, { hello, panel }: Compared, goal: number): Line {
  return { what, unit, measured: panel, baseline: { name: 'hello', measured: hello }, goal };
}

function linesOfScrolling(what: string, { frames, blank }: LongList['scrolling']): Line {
  return {
    what: `Blank frames of ${frames.toString()}, ${what} scrolling`,
    unit: 'frames',
    measured: summarise([blank]),
    goal: 0,
  };
}

function linesOfList(what: string, { open, scrolling }: LongList): readonly Line[] {
  return [
    { what: `Key to ${what}`, unit: 'ms', measured: summarise(open), goal: 100 },
    linesOfScrolling(what, scrolling),
  ];
}

function linesOf(figures: WindowFigures): readonly Line[] {
  const { startUp, memory, change, apply, key, open, scrolling, moved } = figures;
  return [
    compare('First useful table', 'ms', startUp, 1.4),
    compare('Memory of all processes (PSS)', 'MB', memory, 1.15),
    {
      what: 'Notified change to screen, p95',
      unit: 'ms',
      measured: ninetyFifth(change),
      goal: 100,
    },
    {
      what: 'Key to matching rows of 5,000, p95',
      unit: 'ms',
      measured: ninetyFifth(key),
      goal: 50,
    },
    { what: 'Click to fields, 5,000 rows', unit: 'ms', measured: summarise(open), goal: 50 },
    { what: 'Apply to applied', unit: 'ms', measured: summarise(apply), goal: 150 },
    {
      what: 'Switch to what it would do, 5,000 rows, p95',
      unit: 'ms',
      measured: ninetyFifth(moved),
      goal: 50,
    },
    linesOfScrolling('5,000 rows', scrolling),
    ...linesOfList('10,000 routes', figures.routes),
    ...linesOfList('10,000 transactions', figures.history),
  ];
}

/** Measures one window after another. */
export async function measureWindows(): Promise<readonly Line[]> {
  return linesOf(await figuresOf<WindowFigures>('window-program.ts'));
}
