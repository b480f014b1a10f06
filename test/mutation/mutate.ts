// SPDX-License-Identifier: MIT
import { buildNative } from '../../build/set-up/native-build';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import { fromChecks, sum } from '../runner/counts';
import type { Counts } from '../runner/counts';
import { isNoticedByUnitTests } from './main-mutants';
import { mainMutations } from './main-mutations';
import { mutantOf } from './mutant';
import type { Mutation } from './mutation';
import { isNoticedByNativeTests } from './native-mutants';
import { nativeMutations } from './native-mutations';
import { checkRoom } from './room-score';
import { mutatedRooms } from './rooms';

type Notice = (mutation: Mutation) => Promise<boolean>;

/** Without a mutation the tests must pass, or every one would seem to be noticed. */
async function checkBaseline(mutations: readonly Mutation[], isNoticed: Notice): Promise<void> {
  const firstOfTests = new Map(mutations.map((mutation) => [mutation.tests, mutation]));
  for (const [tests, mutation] of firstOfTests) {
    if (await isNoticed({ ...mutation, by: mutation.text })) {
      throw new SetUpProblem(`${tests} fails without a mutation.`);
    }
  }
}

/** Makes the mutations of a list, one at a time; each that nobody noticed is told, and every file once it is through. */
async function makeAll(mutations: readonly Mutation[], isNoticed: Notice): Promise<Counts> {
  await checkBaseline(mutations, isNoticed);
  let failed = 0;
  for (const [index, mutation] of mutations.entries()) {
    const { file, text, by } = mutation;
    if (!(await isNoticed(mutation))) {
      failed += 1;
      console.log(`NOT NOTICED ${file}\n  ${text}\n  -> ${by || '(nothing)'}`);
    }
    if (mutations[index + 1]?.file !== file) console.log(`${file} is through`);
  }
  return { passed: mutations.length - failed, failed };
}

/** Those of the files asked for. All of them must fit the code. */
function chosen(mutations: readonly Mutation[], part: string): readonly Mutation[] {
  for (const mutation of mutations) mutantOf(mutation);
  return mutations.filter(({ file }) => file.includes(part));
}

/** Mutates the rooms of main one after another. Each is one check. */
async function checkRooms(part: string): Promise<Counts> {
  const checks = [];
  for (const room of mutatedRooms) {
    if (room.name.includes(part)) checks.push(await checkRoom(room));
  }
  return fromChecks(checks);
}

/**
 * Makes every mutation of the files, and of the rooms of main, whose paths hold `part`. Passed: a test noticed, or the
 * tests of a room noticed as much as they must.
 */
export async function mutate(part: string): Promise<Counts> {
  const [native, main] = [nativeMutations, mainMutations].map((mutations) =>
    chosen(mutations, part),
  ) as [readonly Mutation[], readonly Mutation[]];
  await buildNative('all');
  const inMain = async () => [await makeAll(main, isNoticedByUnitTests), await checkRooms(part)];
  const [ofNative, ofMain] = await Promise.all([makeAll(native, isNoticedByNativeTests), inMain()]);
  return sum([ofNative, ...ofMain]);
}
