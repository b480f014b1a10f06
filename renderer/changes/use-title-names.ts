// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { TitleNames } from '../../electron/language/plan-title';
import { useKnownAdapters } from '../app/known-adapters';
import { titleNames } from './plan-text';

/** What titles need, with the adapters of now. */
export function useTitleNames(): TitleNames {
  const adapters = useKnownAdapters();
  return useMemo(() => titleNames(adapters), [adapters]);
}
