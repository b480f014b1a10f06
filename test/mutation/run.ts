// SPDX-License-Identifier: MIT
/**
 * `npm run test:mutation`: takes one check at a time out of the code that decides; a test must fail each time.
 * The last line is "N passed, N failed": noticed, and not.
 */
import { buildNative } from '../../build/set-up/native-build';
import { runScript, SetUpProblem } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { isNoticedByIpcTests } from './ipc-mutants';
import { ipcMutations, nativeMutations } from './mutations';
import type { Mutation } from './mutations';
import { isNoticedByNativeTests } from './native-mutants';

/** Without a mutation the tests must pass, or every one would seem to be noticed. */
function checkBaseline(): void {
  const [first] = nativeMutations;
  const [firstOfIpc] = ipcMutations;
  if (!first || !firstOfIpc) throw new SetUpProblem('There are no mutations.');
  const unchanged = (mutation: Mutation): Mutation => ({ ...mutation, by: mutation.text });
  if (isNoticedByNativeTests(unchanged(first)) || isNoticedByIpcTests(unchanged(firstOfIpc))) {
    throw new SetUpProblem('The tests fail without a mutation.');
  }
}

function survivors(mutations: readonly Mutation[], isNoticed: (one: Mutation) => boolean) {
  return mutations.filter((mutation) => {
    const noticed = isNoticed(mutation);
    const { file, text, by } = mutation;
    if (!noticed) console.log(`NOT NOTICED ${file}\n  ${text}\n  -> ${by || '(nothing)'}`);
    return !noticed;
  });
}

void runScript(async () => {
  provideSystemTools('test');
  await buildNative('all');
  checkBaseline();
  const failed =
    survivors(nativeMutations, isNoticedByNativeTests).length +
    survivors(ipcMutations, isNoticedByIpcTests).length;
  const all = nativeMutations.length + ipcMutations.length;
  console.log(`Mutation score: ${(100 * (all - failed)) / all} %`);
  console.log(`${all - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
