// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import type { Luid } from '../../electron/contract/snapshot';
import type { NameLookup } from './name-lookup';

/** What stands in the box "Check a website or address". */
export interface Typed {
  readonly text: string;
  /** Of the name in the text; null: not looked up as it stands now. */
  readonly lookup: NameLookup | null;
}

interface TrafficChoices {
  /** The VPN that the user chose for the presets; null: the connected one that comes first. */
  readonly vpn: Luid | null;
  readonly chooseVpn: (vpn: Luid) => void;
  readonly typed: Typed;
  readonly setTyped: Dispatch<SetStateAction<Typed>>;
}

const TrafficChoicesContext = createContext<TrafficChoices | null>(null);

/** Remembers what the user asked about traffic, across pages and for the review. */
export function TrafficChoicesProvider({ children }: { readonly children: ReactNode }) {
  const [vpn, chooseVpn] = useState<Luid | null>(null);
  const [typed, setTyped] = useState<Typed>({ text: '', lookup: null });
  const choices = useMemo(() => ({ vpn, chooseVpn, typed, setTyped }), [vpn, typed]);
  return (
    <TrafficChoicesContext.Provider value={choices}>{children}</TrafficChoicesContext.Provider>
  );
}

/** What the user asked about traffic, and how to ask something else. */
export function useTrafficChoices(): TrafficChoices {
  const choices = useContext(TrafficChoicesContext);
  if (!choices) throw new Error('useTrafficChoices needs a TrafficChoicesProvider around it');
  return choices;
}
