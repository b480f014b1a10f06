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

/** Milliseconds of the same thing done barely and by the window. */
interface Timed {
  readonly bare: readonly number[];
  readonly panel: readonly number[];
}

/** What window-program.ts prints. */
export interface WindowFigures {
  readonly startUp: Compared;
  readonly memory: Compared;
  readonly change: Timed;
  readonly apply: Timed;
  readonly bare: Readonly<Record<'key' | 'click' | 'open', readonly number[]>>;
  readonly key: readonly number[];
  readonly click: readonly number[];
  readonly scrolling: LongList['scrolling'];
  readonly moved: readonly number[];
  readonly routes: LongList;
  readonly history: LongList;
}

function besideHello(what: string, unit: string, { hello, panel }: Compared, goal: number): Line {
  return { what, unit, measured: panel, baseline: { name: 'hello', measured: hello }, goal };
}

/** Milliseconds beside those of something bare. */
function beside(
  name: string,
  what: string,
  { bare, panel }: Timed,
  goal: number,
  of: (values: readonly number[]) => Measurement = summarise,
): Line {
  return { what, unit: 'ms', measured: of(panel), baseline: { name, measured: of(bare) }, goal };
}

function lineOfScrolling(what: string, { frames, blank }: LongList['scrolling']): Line {
  return {
    what: `Blank frames of ${frames.toString()}, ${what} scrolling`,
    unit: 'frames',
    measured: summarise([blank]),
    goal: 0,
  };
}

function linesOf(figures: WindowFigures): readonly Line[] {
  const { startUp, memory, change, apply, bare, key, click, scrolling, moved } = figures;
  const { routes, history } = figures;
  const list = 'bare list';
  return [
    besideHello('First useful table', 'ms', startUp, 1.25),
    besideHello('Memory of all processes (PSS)', 'MB', memory, 1.1),
    beside('ip monitor, ip -j', 'Notified change to screen, p95', change, 10, ninetyFifth),
    beside('helper alone', 'Apply to applied', apply, 6),
    beside(
      list,
      'Key to matching rows of 5,000, p95',
      { bare: bare.key, panel: key },
      3,
      ninetyFifth,
    ),
    beside(list, 'Click to fields, 5,000 rows', { bare: bare.click, panel: click }, 5),
    beside(
      list,
      'Switch to what it would do, 5,000 rows, p95',
      { bare: bare.click, panel: moved },
      5,
      ninetyFifth,
    ),
    beside(list, 'Key to 10,000 routes', { bare: bare.open, panel: routes.open }, 6),
    beside(list, 'Key to 10,000 transactions', { bare: bare.open, panel: history.open }, 6),
    lineOfScrolling('5,000 rows', scrolling),
    lineOfScrolling('10,000 routes', routes.scrolling),
    lineOfScrolling('10,000 transactions', history.scrolling),
  ];
}

/** Measures one window after another. */
export async function measureWindows(): Promise<readonly Line[]> {
  return linesOf(await figuresOf<WindowFigures>('window-program.ts'));
}
