// SPDX-License-Identifier: MIT
// How the cost of a plan grows: with the links and routes that are there, and with its operations.

import { spawnSync } from 'node:child_process';
import { inProject } from '../../build/project-paths';
import { captureCommand } from '../../build/run-command';
import { addNetworkNamespace } from '../runner/network-namespace';
import type { NetworkNamespace } from '../runner/network-namespace';
import { runs, summarise } from './measurement';
import type { PlanFigures } from './plan-program';
import type { Line } from './report';

interface Network {
  readonly links: number;
  /** On the first links, each with a default route of the metric that systemd-networkd gives. */
  readonly defaultRoutes: number;
  /** IPv6 routes on the first link. */
  readonly routes: number;
}

function commandsFor({ links, defaultRoutes, routes }: Network): readonly string[] {
  const address = (index: number, host: number) => `10.${(index / 250) | 0}.${index % 250}.${host}`;
  const numbers = Array.from({ length: links }, (_, index) => index);
  return [
    ...numbers.map((index) => `link add name g${index} type ifb`),
    ...numbers.flatMap((index) => [
      `link set g${index} up`,
      `address add ${address(index, 1)}/24 dev g${index}`,
    ]),
    ...numbers
      .slice(0, defaultRoutes)
      .map((index) => `route append default via ${address(index, 2)} dev g${index} metric 1024`),
    ...Array.from(
      { length: routes },
      (_, index) =>
        `route add 2001:db8:${(index >> 16).toString(16)}:${(index & 0xffff).toString(16)}::/64 dev g0`,
    ),
  ];
}

function makeNetwork(network: Network): NetworkNamespace {
  const namespace = addNetworkNamespace('bench');
  const { status, stderr } = spawnSync('ip', ['-n', namespace.name, '-batch', '-'], {
    input: commandsFor(network).join('\n'),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The network could not be made: ${stderr}`);
  return namespace;
}

type Field = 'NlMtu' | 'DisableDefaultRoutes';

function runPlan({ name }: NetworkNamespace, field: Field, operations: number): PlanFigures {
  const program = inProject('test', 'bench', 'plan-program.ts');
  const command = [process.execPath, '--import', 'tsx', program, field, String(operations)];
  const { exitCode, output } = captureCommand('ip', ['netns', 'exec', name, ...command]);
  if (exitCode !== 0) throw new Error(output);
  return JSON.parse(output) as PlanFigures;
}

type Part = keyof PlanFigures;

/** One plan at two sizes, and the most by which each part of the larger may exceed the smaller. */
interface Growth {
  readonly field: Field;
  readonly what: string;
  readonly small: Network;
  readonly large: Network;
  readonly operations: (network: Network) => number;
  readonly goals: Readonly<Partial<Record<Part, number>>>;
}

const parts: Readonly<Record<Part, string>> = {
  prepare: 'prepare',
  apply: 'apply',
  takeBack: 'take back',
  frames: 'frames',
};

/** Twice the work may take 2.3 times as long. */
const byDoubling = (times: number): number => Number((2.3 ** Math.log2(times)).toFixed(1));

const linksAlone = (links: number, defaultRoutes: number): Network => ({
  links,
  defaultRoutes,
  routes: 0,
});

const growths: readonly Growth[] = [
  ...(['NlMtu', 'DisableDefaultRoutes'] as const).flatMap((field): readonly Growth[] => [
    {
      field,
      what: '1 operation, 4,000 links for 10',
      small: linksAlone(10, 10),
      large: linksAlone(4000, 10),
      operations: () => 1,
      goals: { prepare: 1.5 },
    },
    {
      field,
      what: '1,024 on 1,024 links for 100 on 100',
      small: linksAlone(100, 100),
      large: linksAlone(1024, 1024),
      operations: ({ links }) => links,
      goals: { prepare: 12, apply: byDoubling(10.24), takeBack: byDoubling(10.24), frames: 11 },
    },
  ]),
  {
    field: 'NlMtu',
    what: '1 operation, 100,000 routes for 10,000',
    small: { links: 1, defaultRoutes: 0, routes: 10_000 },
    large: { links: 1, defaultRoutes: 0, routes: 100_000 },
    operations: () => 1,
    goals: { prepare: 12, apply: 12, takeBack: 12 },
  },
];

function measure({ field, what, small, large, operations, goals }: Growth): readonly Line[] {
  const networks = [small, large].map((network) => ({
    namespace: makeNetwork(network),
    operations: operations(network),
    figures: [] as PlanFigures[],
  }));
  try {
    for (let round = 0; round < runs; round += 1) {
      for (const one of networks) {
        one.figures.push(runPlan(one.namespace, field, one.operations));
      }
    }
  } finally {
    for (const { namespace } of networks) namespace.remove();
  }
  const [few, many] = networks.map(({ figures }) => figures);
  if (!few || !many) throw new Error('Nothing was measured.');
  return (Object.keys(goals) as Part[]).map((part) => ({
    what: `${field}, ${what}: ${parts[part]}`,
    unit: part === 'frames' ? 'frames' : 'ms',
    measured: summarise(many.map((one) => one[part])),
    baseline: { name: 'the fewer', measured: summarise(few.map((one) => one[part])) },
    goal: goals[part] ?? Number.NaN,
  }));
}

/** Measures in namespaces that are gone afterwards; needs root. */
export function measurePlans(): readonly Line[] {
  return growths.flatMap(measure);
}
