// SPDX-License-Identifier: MIT
import { useLayoutEffect, useMemo, useState } from 'react';

/** What was drawn last. */
class Drawn<Result> {
  result: Result | undefined = undefined;

  keep(result: Result): void {
    this.result = result;
  }
}

/**
 * What `step` makes of what it made when this was drawn last, undefined at first. For what follows from news and from
 * what was there before them: nothing is drawn twice for it, as it would be with a state that is set while drawing.
 * @param step from `useCallback`: another function is a reason to make another result.
 */
export function useFold<Result>(step: (before: Result | undefined) => Result): Result {
  const [drawn] = useState(() => new Drawn<Result>());
  const result = useMemo(() => step(drawn.result), [step, drawn]);
  // A drawing that React throws away is remembered by nobody.
  useLayoutEffect(() => {
    drawn.keep(result);
  }, [drawn, result]);
  return result;
}
