// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import type { RouteRow } from '../../../electron/texts/route-rows';

/** A route that is looked at, and how it was opened. */
interface Opened {
  readonly id: string;
  readonly movesFocus: boolean;
}

/** The route that is looked at, while it is there, and the way to look at another or at none. */
export function useOpenedRoute(rows: readonly RouteRow[]) {
  const [opened, open] = useState<Opened | null>(null);
  const row = useMemo(
    () => (opened ? rows.find(({ id }) => id === opened.id) : undefined),
    [rows, opened],
  );
  return { opened, row, open };
}
