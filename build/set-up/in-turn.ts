// SPDX-License-Identifier: MIT

/** The last call of each kind of work, whatever became of it. */
const last = new Map<string, Promise<unknown>>();

/** Does work that must not be done twice at the same time, such as writing one folder, once the call before it has ended. */
export function inTurn<Result>(kind: string, work: () => Promise<Result>): Promise<Result> {
  const result = (last.get(kind) ?? Promise.resolve()).then(work);
  last.set(
    kind,
    result.catch(() => undefined),
  );
  return result;
}
