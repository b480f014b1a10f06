// SPDX-License-Identifier: MIT
import { availableParallelism } from 'node:os';
import type { Stryker as MutationTest } from '@stryker-mutator/core';
import { inOutput } from '../../build/project-paths';
import type { CheckLine } from '../runner/counts';
import type { MutatedRoom } from './rooms';

type Mutants = Awaited<ReturnType<MutationTest['runMutationTest']>>;

/** Where people read which mutants of a room nobody noticed. */
const reportOf = (room: MutatedRoom): string =>
  inOutput('mutation', `${room.name.replace('/', '-')}.html`);

/** Mutates a copy of the project. Throws when the tests fail without a mutation. */
async function mutantsOf(room: MutatedRoom): Promise<Mutants> {
  // It is an ES module, which cannot be required.
  const { Stryker } = await import('@stryker-mutator/core');
  // Stryker's own choice of test files does not reach mutants of what a module does while it loads.
  process.env['MUTANT_TESTS'] = room.tests;
  return new Stryker({
    mutate: [room.files],
    // Words decide nothing: where one is compared, the comparison is mutated too.
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.mts', related: false },
    coverageAnalysis: 'perTest',
    // Beside it the native mutants are compiled.
    concurrency: Math.max(1, availableParallelism() - 1),
    ignorePatterns: ['/out/*', '!/out/native'],
    tempDirName: inOutput('mutation', 'copy'),
    reporters: ['html'],
    htmlReporter: { fileName: reportOf(room) },
  }).runMutationTest();
}

/** In percent: what noticed, a test that fails or one that no longer ends, of all that could be noticed. */
function scoreOf(mutants: Mutants): number {
  const count = (...states: readonly Mutants[number]['status'][]): number =>
    mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return (100 * noticed) / (noticed + count('Survived', 'NoCoverage'));
}

/** Whether the tests of a room notice as many of its mutants as they must. */
export async function checkRoom(room: MutatedRoom): Promise<CheckLine> {
  const score = scoreOf(await mutantsOf(room));
  console.log(`${room.name}: ${score.toFixed(1)} % of its mutants are noticed`);
  const isEnough = score >= room.leastScore;
  const problem = `less than ${room.leastScore} %: ${reportOf(room)}`;
  return { name: `mutants of ${room.name}`, problem: isEnough ? null : problem };
}
