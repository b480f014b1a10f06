// SPDX-License-Identifier: MIT
// Shares the cases of a run among namespaces, and tells how they came out.

import path from 'node:path';
import { captureCommand } from '../../build/run-command';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import type { Counts } from '../runner/counts';
import { runLineProgram } from '../runner/line-program';
import { ip } from '../runner/network-namespace';
import { ends, eventKinds } from './law-case';
import type { LawLine } from './trial';
import { scriptOf } from './shrink';

/** Of a run that is to find something. */
export const usualCases = 5000;

export interface LawOptions {
  readonly cases: number;
  readonly seed: number;
  readonly lanes: number;
}

const parts = ['s', 's-n', 't', 't-n'];

/** Runs cases in four namespaces of their own: subject, twin, and the neighbours of each. */
async function runLane(lane: number, seed: number, count: number): Promise<readonly LawLine[]> {
  const name = `law-${process.pid}-${lane}`;
  for (const part of parts) ip('netns', 'add', `${name}-${part}`);
  try {
    const program = path.join(__dirname, 'program.ts');
    const command = ['netns', 'exec', `${name}-s`, process.execPath, '--import', 'tsx', program];
    return await runLineProgram<LawLine>('ip', [...command, String(seed), String(count), name]);
  } finally {
    for (const part of parts) captureCommand('ip', ['netns', 'delete', `${name}-${part}`]);
  }
}

/** Of all cases, so many must have each event, and no more may end before anything is changed. */
const smallestShare = 0.1;
const mostRefused = 0.3;

/** In so many a keeper must have had something to do. */
const smallestSetAgain = 0.02;

/**
 * What a share must be seen at least as often among so many random cases, at least once: three standard deviations less
 * than its part, so that a small run does not fail by chance.
 */
function fewest(share: number, cases: number): number {
  return Math.max(1, share * cases - 3 * Math.sqrt(share * (1 - share) * cases));
}

/** Prints what there was; how many shares are not as they must be. */
function tally(lines: readonly LawLine[]): number {
  const share = (count: number) => `${count} (${((100 * count) / lines.length).toFixed(1)} %)`;
  const had = (kind: string) => lines.filter(({ events }) => events.some((one) => one === kind));
  const counts = eventKinds.map((kind) => ({ kind, count: had(kind).length }));
  for (const { kind, count } of counts) console.log(`  ${kind.padEnd(26)} ${share(count)}`);
  const ways = new Set([...ends, ...lines.map(({ ended }) => ended)]);
  for (const way of ways) {
    console.log(`  ${way.padEnd(26)} ${share(lines.filter(({ ended }) => ended === way).length)}`);
  }
  const kept = lines.filter(({ lawCase }) => lawCase.lasting.length > 0).length;
  const setAgain = lines.filter((line) => line.setAgain > 0).length;
  console.log(
    `  beside a keeper            ${share(kept)}, which set something again in ${share(setAgain)}`,
  );
  const went = lines.filter(({ ended }) => ended !== 'refused').length;
  const idle = went < fewest(1 - mostRefused, lines.length) ? 1 : 0;
  const still = setAgain < fewest(smallestSetAgain, lines.length) ? 1 : 0;
  const rare = counts.filter(({ count }) => count < fewest(smallestShare, lines.length));
  return idle + still + rare.length;
}

/** Runs all cases, prints the failing ones as scripts, and what there was. */
export async function uphold({ cases, seed, lanes }: LawOptions): Promise<Counts> {
  if (process.geteuid?.() !== 0) throw new SetUpProblem('Network namespaces need root.');
  console.log(`${cases} cases from seed ${seed}`);
  const share = Math.ceil(cases / lanes);
  const lines = await Promise.all(
    Array.from({ length: lanes }, (_, lane) => {
      const first = lane * share;
      return runLane(lane, seed + first, Math.max(0, Math.min(share, cases - first)));
    }),
  );
  const all = lines.flat();
  const failed = all.filter(({ problems }) => problems.length > 0);
  for (const line of failed.slice(0, 10)) console.log(`\n${scriptOf(line)}`);
  const wrong = tally(all);
  // A handful of cases says nothing about shares.
  const missing = cases < 100 ? 0 : wrong;
  return { passed: all.length - failed.length, failed: failed.length + missing };
}
