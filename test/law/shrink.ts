// SPDX-License-Identifier: MIT
// A smaller case that still fails, and how people read it.

import type { LawCase } from './law-case';
import { creation } from './random-case';
import type { LawLine, Outcome } from './trial';

const mostTries = 40;
/** A case that waits for links that are gone takes seconds. */
const mostMilliseconds = 60_000;

const without = <Item>(list: readonly Item[], index: number): readonly Item[] =>
  list.filter((_, place) => place !== index);

function withoutLink(lawCase: LawCase, name: string): LawCase {
  return {
    ...lawCase,
    links: lawCase.links.filter((link) => link.name !== name && link.parent !== name),
    commands: lawCase.commands.filter(({ links }) => !links.includes(name)),
    settings: lawCase.settings.filter(({ link }) => link !== name),
    announced: lawCase.announced.filter((one) => one !== name),
    operations: lawCase.operations.filter(({ link }) => link !== name),
    lasting: lawCase.lasting.filter(({ link }) => link !== name),
    events: lawCase.events.filter(({ link }) => link !== name),
  };
}

function smallerOnes(lawCase: LawCase): readonly LawCase[] {
  const { events, operations, lasting, links, commands, settings } = lawCase;
  return [
    ...events.map((_, index) => ({ ...lawCase, events: without(events, index) })),
    ...operations.map((_, index) => ({ ...lawCase, operations: without(operations, index) })),
    ...lasting.map((_, index) => ({ ...lawCase, lasting: without(lasting, index) })),
    ...links.map(({ name }) => withoutLink(lawCase, name)),
    ...commands.map((_, index) => ({ ...lawCase, commands: without(commands, index) })),
    ...settings.map((_, index) => ({ ...lawCase, settings: without(settings, index) })),
  ].filter((smaller) => smaller.operations.length > 0);
}

/** Drops what a failure does not need, one thing at a time, in bounded tries and time. */
export async function shrink(
  failing: LawCase,
  outcome: Outcome,
  attempt: (lawCase: LawCase) => Promise<Outcome>,
): Promise<LawLine> {
  let best: LawLine = { ...outcome, lawCase: failing };
  let candidates = [...smallerOnes(failing)];
  const giveUpAt = performance.now() + mostMilliseconds;
  for (let tries = 0; tries < mostTries && performance.now() < giveUpAt; tries += 1) {
    const candidate = candidates.shift();
    if (!candidate) break;
    const found = await attempt(candidate);
    if (found.problems.length === 0) continue;
    best = { ...found, lawCase: candidate };
    candidates = [...smallerOnes(candidate)];
  }
  return best;
}

/** A failing case as a script that somebody can follow by hand. */
export function scriptOf({ lawCase, problems, ended }: LawLine): string {
  const { seed, links, commands, settings, announced, operations, lasting, events, end } = lawCase;
  const network = [
    ...links.flatMap((link) => creation(link, 'NEIGHBOURS')),
    ...commands.map(({ text }) => text),
  ];
  return [
    `# npm run test:law -- --seed ${seed}`,
    ...network.flatMap((text) => text.split('\n')).map((text) => `ip ${text}`),
    ...settings.map(({ script }) => script),
    ...announced.map((name) => `# the neighbour of ${name} announces itself`),
    ...lasting.map(({ script }) => `# to last, with a keeper: ${script}`),
    ...operations.map((one) => `# operation: ${one.field} ${one.family} of ${one.link}`),
    ...events.flatMap(({ step, script, later }) => [
      `# ${step}:\n${script}`,
      ...(later === null ? [] : [`# a while later:\n${later}`]),
    ]),
    `# end: ${end} (${ended})`,
    ...problems.slice(0, 6).map((problem) => `#   ${problem}`),
  ].join('\n');
}
