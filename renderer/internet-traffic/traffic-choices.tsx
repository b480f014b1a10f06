// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Luid } from '../../electron/contract/snapshot';

interface TrafficChoices {
  /** The VPN that the user chose for the presets; null: the connected one that comes first. */
  readonly vpn: Luid | null;
  readonly chooseVpn: (vpn: Luid) => void;
  /** What stands in the box "Address to check". */
  readonly address: string;
  readonly typeAddress: (address: string) => void;
}

const TrafficChoicesContext = createContext<TrafficChoices | null>(null);

/** Remembers what the user asked about traffic, across pages and for the review. */
export function TrafficChoicesProvider({ children }: { readonly children: ReactNode }) {
  const [vpn, chooseVpn] = useState<Luid | null>(null);
  const [address, typeAddress] = useState('');
  const choices = useMemo(() => ({ vpn, chooseVpn, address, typeAddress }), [vpn, address]);
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
