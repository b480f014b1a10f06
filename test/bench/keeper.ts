// SPDX-License-Identifier: MIT
// What a keeper costs and how soon it acts, beside few links and beside many, each with a lasting setting.

import { inProject } from '../../build/project-paths';
import { runLineProgram } from '../runner/line-program';
import { addNetworkNamespace } from '../runner/network-namespace';
import type { KeeperFigures } from './keeper-program';
import { summarise } from './measurement';
import type { Line } from './report';

async function figuresBeside(links: number): Promise<KeeperFigures> {
  const namespace = addNetworkNamespace('bench');
  try {
    const [figures] = await runLineProgram<KeeperFigures>('ip', [
      ...['netns', 'exec', namespace.name, 'unshare', '--mount'],
      ...[process.execPath, '--import', 'tsx'],
      ...[inProject('test', 'bench', 'keeper-program.ts'), String(links)],
    ]);
    if (!figures) throw new Error('The keeper was not measured.');
    return figures;
  } finally {
    namespace.remove();
  }
}

const linesOf = (links: string, figures: KeeperFigures): readonly Line[] => [
  {
    what: `Keeper, ${links}: resident set`,
    unit: 'MB',
    measured: summarise([figures.memory]),
    baseline: { name: 'ip monitor', measured: summarise([figures.monitor.memory]) },
    goal: 2,
  },
  {
    what: `Keeper, ${links}: wake-ups in a minute without changes`,
    unit: '',
    measured: summarise([figures.wakeUps]),
    goal: 0,
  },
  {
    what: `Keeper, ${links}: from a link's last change to its value`,
    unit: 'ms',
    measured: summarise(figures.actions),
    // It waits for a second of quiet, which no machine makes longer.
    goal: 1500,
  },
  {
    what: `Keeper, ${links}: CPU of 10,000 notices`,
    unit: 'ms',
    measured: summarise(figures.storms),
    baseline: { name: 'ip monitor', measured: summarise(figures.monitor.storms) },
    goal: 3,
  },
];

/** Measures in namespaces that are gone afterwards, few and many side by side; needs root. */
export async function measureKeepers(): Promise<readonly Line[]> {
  const [few, many] = await Promise.all([figuresBeside(2), figuresBeside(1000)]);
  return [...linesOf('2 links', few), ...linesOf('1,000 links', many)];
}
