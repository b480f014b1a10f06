// SPDX-License-Identifier: MIT

/** One check taken out of the code that decides. */
export interface Mutation {
  readonly file: string;
  /** Must occur exactly once; a list that has fallen behind the code is an error. */
  readonly text: string;
  readonly by: string;
  /** What must notice: a test program, or the files of unit tests. */
  readonly tests: string;
}

/** The mutations of one file, each as what stands there and what is put in its place. */
export function mutationsOf(
  file: string,
  tests: string,
  changes: readonly (readonly [text: string, by: string])[],
): readonly Mutation[] {
  return changes.map(([text, by]) => ({ file, text, by, tests }));
}
