// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { useInterfaces } from '../adapters/use-interfaces';
import { adapterCards } from './adapter-cards';
import type { AdapterCard } from './adapter-cards';
import { useAdapterKinds } from '../adapters/use-adapter-kinds';

const noCards: readonly AdapterCard[] = [];

/** The cards of all adapters that are there; none until that is known. */
export function useAdapterCards(): readonly AdapterCard[] {
  const { data: snapshot } = useInterfaces();
  const kinds = useAdapterKinds();
  return useMemo(() => (snapshot ? adapterCards(snapshot, kinds) : noCards), [snapshot, kinds]);
}
