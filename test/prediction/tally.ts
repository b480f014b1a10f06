// SPDX-License-Identifier: MIT
// The predictions of a run counted by class, and whether they hold.

import type { Counts } from '../runner/counts';
import { classNames } from './classes';
import type { ClassName } from './classes';
import type { Judgement } from './judgement';
import type { Outcome } from './program';

const judgements: readonly Judgement[] = ['equal', 'all hops', 'tie', 'unreliable', 'different'];

/** Of all configurations, so many must belong to each class. */
const smallestShare = 0.1;
/** Of the plans, so many may the kernel refuse: it looks for a gateway without an incoming link, which no question can. */
const mostRefused = 0.004;
/** Of a class's predictions, so many may be a tie or not reliable. */
const mostUndecided = 0.02;

interface Row {
  readonly name: ClassName | 'all';
  readonly configurations: number;
  readonly counts: Readonly<Record<Judgement, number>>;
}

function rowOf(name: Row['name'], outcomes: readonly Outcome[]): Row {
  const own = outcomes.filter(({ classes }) => name === 'all' || classes.includes(name));
  const count = (judgement: Judgement) =>
    own.reduce((sum, outcome) => sum + (outcome.judgements[judgement] ?? 0), 0);
  const counts = Object.fromEntries(judgements.map((one) => [one, count(one)])) as Row['counts'];
  return { name, configurations: own.length, counts };
}

function problemOf({ configurations, counts }: Row, outcomes: readonly Outcome[]): string {
  const total = judgements.reduce((sum, one) => sum + counts[one], 0);
  const undecided = counts.tie + counts.unreliable;
  if (configurations < smallestShare * outcomes.length) return 'too few';
  if (counts.different > 0) return 'wrong';
  return undecided > mostUndecided * total ? 'too undecided' : '';
}

function line(cells: readonly (string | number)[]): string {
  const [name = '', ...rest] = cells;
  return String(name).padEnd(26) + rest.map((cell) => String(cell).padStart(15)).join('');
}

/** Prints the counts; a configuration without a difference passes, and a class that holds. */
export function tally(outcomes: readonly Outcome[]): Counts {
  const rows = (['all', ...classNames] as const).map((name) => rowOf(name, outcomes));
  console.log(line(['class', 'configurations', ...judgements]));
  for (const row of rows) {
    const { name, configurations, counts } = row;
    const cells = [name, configurations, ...judgements.map((one) => counts[one])];
    console.log(`${line(cells)}  ${problemOf(row, outcomes)}`);
  }
  const wrong = outcomes.filter(({ differences }) => differences.length > 0);
  for (const { seed, differences } of wrong.slice(0, 3)) {
    console.log(`Configuration ${seed}: ${JSON.stringify(differences[0])}`);
  }
  for (const { seed, refused } of outcomes.filter((one) => one.refused.length > 0).slice(0, 3)) {
    console.log(`Configuration ${seed} was refused: ${refused.join(' ')}`);
  }
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
  const applied = sum((outcome) => outcome.applied);
  const refused = sum((outcome) => outcome.refused.length);
  console.log(
    `${applied} plans applied, ${refused} that the kernel would not take and were undone`,
  );
  console.log(
    `sentences held against ${sum((outcome) => outcome.addressesOfSentences)} addresses of the internet`,
  );
  const classesHold = rows.map((row) => problemOf(row, outcomes) === '');
  const holds = [...classesHold, refused <= mostRefused * (applied + refused)];
  const broken = holds.filter((one) => !one).length;
  return {
    passed: outcomes.length - wrong.length + holds.length - broken,
    failed: wrong.length + broken,
  };
}
