// SPDX-License-Identifier: MIT
import { buildNative } from '../../build/set-up/native-build';
import { SetUpProblem } from '../../build/set-up/set-up-problem';
import type { Counts } from '../runner/counts';
import { isNoticedByUnitTests } from './main-mutants';
import { mainMutations } from './main-mutations';
import { mutantOf } from './mutant';
import type { Mutation } from './mutation';
import { isNoticedByNativeTests } from './native-mutants';
import { nativeMutations } from './native-mutations';

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

/** How many nobody noticed; each is told, and every file once it is through. */
async function countSurvivors(mutations: readonly Mutation[], isNoticed: Notice): Promise<number> {
  await checkBaseline(mutations, isNoticed);
  let survivors = 0;
  for (const [index, mutation] of mutations.entries()) {
    const { file, text, by } = mutation;
    if (!(await isNoticed(mutation))) {
      survivors += 1;
      console.log(`NOT NOTICED ${file}\n  ${text}\n  -> ${by || '(nothing)'}`);
    }
    if (mutations[index + 1]?.file !== file) console.log(`${file} is through`);
  }
  return survivors;
}

/** Those of the files asked for. All of them must fit the code. */
function chosen(mutations: readonly Mutation[], part: string): readonly Mutation[] {
  for (const mutation of mutations) mutantOf(mutation);
  return mutations.filter(({ file }) => file.includes(part));
}

/** Makes every mutation of the files whose paths hold `part`, one at a time. Passed: a test noticed. */
export async function mutate(part: string): Promise<Counts> {
  const [native, main] = [nativeMutations, mainMutations].map((mutations) =>
    chosen(mutations, part),
  ) as [readonly Mutation[], readonly Mutation[]];
  await buildNative('all');
  const survivors = await Promise.all([
    countSurvivors(native, isNoticedByNativeTests),
    countSurvivors(main, isNoticedByUnitTests),
  ]);
  const failed = survivors.reduce((sum, some) => sum + some, 0);
  const all = native.length + main.length;
  console.log(`Mutation score: ${(100 * (all - failed)) / all} %`);
  return { passed: all - failed, failed };
}
