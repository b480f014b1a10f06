// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { TitleNames } from '../../electron/texts/plan-title';
import { useKnownAdapters } from '../adapters/known-adapters';
import { titleNames } from '../../electron/texts/plan-text';

/** What titles need, with the adapters of now. */
export function useTitleNames(): TitleNames {
  const adapters = useKnownAdapters();
  return useMemo(() => titleNames(adapters), [adapters]);
}
