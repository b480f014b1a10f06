// SPDX-License-Identifier: MIT
// What people wait for: start-up and memory beside a bare Electron window, changes on screen, applying, scrolling.

import { inProject } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { captureCommand } from '../../build/run-command';
import { startVirtualDisplay } from '../../build/virtual-display';
import { addNetworkNamespace } from '../runner/network-namespace';
import type { LongList } from './long-lists';
import { summarise } from './measurement';
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

/** The 95th percentile in place of the median. */
function ninetyFifth(values: readonly number[]): Measurement {
  const sorted = values.toSorted((a, b) => a - b);
  const at = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  return { ...summarise(values), median: at };
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

/** Measures on a display and in a network namespace that are gone afterwards; needs root. */
export async function measureWindows(): Promise<readonly Line[]> {
  await provideElectron();
  await provideBundles();
  const namespace = addNetworkNamespace('bench');
  const display = await startVirtualDisplay();
  try {
    const program = inProject('test', 'bench', 'window-program.ts');
    const { exitCode, output } = captureCommand(
      'ip',
      ['netns', 'exec', namespace.name, process.execPath, '--import', 'tsx', program],
      { env: { ...process.env, DISPLAY: display.name } },
    );
    if (exitCode !== 0) throw new Error(`The windows could not be measured: ${output}`);
    return linesOf(JSON.parse(output) as WindowFigures);
  } finally {
    display.stop();
    namespace.remove();
  }
}
