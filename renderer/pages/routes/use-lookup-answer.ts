// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { adapterName } from '../../../electron/texts/adapter-name';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { useInterfaces } from '../../adapters/use-interfaces';
import { answerText, noAnswerText, rowOfAnswer } from './lookup-text';
import { useLookup } from './use-lookup';

/** What the typed address leads to: the sentence, and the row that says so. */
export function useLookupAnswer(address: string, rows: readonly RouteRow[]) {
  const lookup = useLookup(address, useInterfaces().data?.revision);
  const adapters = useKnownAdapters();
  const row = useMemo(
    () => (lookup?.kind === 'answered' ? rowOfAnswer(rows, lookup.route) : undefined),
    [lookup, rows],
  );
  const id = row?.id;
  // Another lookup of the same route brings it into sight again.
  const shown = useMemo(
    () => (id === undefined || !lookup ? null : { id, address: lookup.address }),
    [id, lookup],
  );
  if (!lookup) return { answer: null, shown };
  if (lookup.kind === 'failed') {
    const text = noAnswerText(lookup.address, lookup.error);
    return { answer: { text, hasFailed: true }, shown };
  }
  const { route } = lookup;
  const name = adapterName(adapters.get(route.luid), route.luid);
  return { answer: { text: answerText(lookup.address, route, name), hasFailed: false }, shown };
}
