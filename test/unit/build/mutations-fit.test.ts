// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import { mainMutations } from '../../mutation/main-mutations';
import { mutantOf } from '../../mutation/mutant';
import { nativeMutations } from '../../mutation/native-mutations';

it.each([
  ['main', mainMutations],
  ['native', nativeMutations],
])('every mutation of %s that is made by hand fits the code as it is', (_, mutations) => {
  const unfit = mutations.flatMap((mutation) => {
    try {
      mutantOf(mutation);
      return [];
    } catch (cause) {
      return [`${mutation.file}: ${String(cause)}`];
    }
  });
  expect(unfit).toEqual([]);
});
