// SPDX-License-Identifier: MIT
// The window beside many routes and links of which ten change a second, each beside the same window with few.

import type { CrowdFigures, CrowdRequest } from './crowd-program';
import { figuresOf } from './in-namespace';
import { ninetyFifth, summarise } from './measurement';
import type { Measurement } from './measurement';
import type { Line } from './report';

const seconds = 60;

type Page = CrowdRequest['page'];

function crowdOf(page: Page, ipv4Routes: number, ipv6Routes = 0, links = 0): Promise<CrowdFigures> {
  const request: CrowdRequest = { page, ipv4Routes, ipv6Routes, links, seconds, perSecond: 10 };
  return figuresOf<CrowdFigures>('crowd-program.ts', request);
}

interface Compared {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly of: (figures: CrowdFigures) => Measurement;
  readonly goal: number;
  /** Whether the goal is times what the few take. */
  readonly isRatio: boolean;
}

const one = (value: number) => summarise([value]);

const compared: readonly Compared[] = [
  {
    what: 'Longest frame gap',
    unit: 'ms',
    of: ({ longestGap }) => one(longestGap),
    goal: 3,
    isRatio: true,
  },
  {
    what: 'Change to screen, p95',
    unit: 'ms',
    of: ({ changeToScreen }) => ninetyFifth(changeToScreen),
    goal: 4,
    isRatio: true,
  },
  { what: 'First useful table', unit: 'ms', of: ({ start }) => one(start), goal: 2, isRatio: true },
  {
    what: 'Memory of the window',
    unit: 'MB',
    of: ({ rendererMemory }) => one(rendererMemory),
    goal: 350,
    isRatio: false,
  },
  {
    what: 'Memory of all processes (PSS)',
    unit: 'MB',
    of: ({ allMemory }) => one(allMemory),
    goal: 600,
    isRatio: false,
  },
];

function linesOf(crowd: string, many: CrowdFigures, few: CrowdFigures): readonly Line[] {
  return compared.map(({ what, unit, of, goal, isRatio }) => ({
    what: `${what}, ${crowd}`,
    unit,
    measured: of(many),
    goal,
    ...(isRatio && { baseline: { name: 'few', measured: of(few) } }),
  }));
}

/** Measures one crowd after another; each takes more than a minute. */
export async function measureCrowds(): Promise<readonly Line[]> {
  const few = {
    routes: await crowdOf('routes', 100),
    interfaces: await crowdOf('interfaces', 100),
  };
  const routes = await crowdOf('routes', 200_000, 30_000);
  const links = await crowdOf('interfaces', 100, 0, 1000);
  const growing = [
    await crowdOf('routes', 1000),
    await crowdOf('routes', 10_000),
    await crowdOf('routes', 100_000),
  ];
  const growth = growing.slice(1).flatMap((figures, step): readonly Line[] => {
    const fewer = growing[step];
    if (!fewer) return [];
    const many = `${10 ** (step + 4)} routes`;
    const baseline = { name: 'a tenth', measured: ninetyFifth(fewer.changeToScreen) };
    const measured = ninetyFifth(figures.changeToScreen);
    return [{ what: `Change to screen, p95, ${many}`, unit: 'ms', measured, baseline, goal: 12 }];
  });
  return [
    ...linesOf('230,000 routes', routes, few.routes),
    ...linesOf('1,000 links', links, few.interfaces),
    ...growth,
  ];
}
