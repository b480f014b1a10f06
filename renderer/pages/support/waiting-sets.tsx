// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { vpnMeant } from '../../../electron/contract/intent';
import type { OpenedSet, SavedEdit } from '../../../electron/contract/support';

/** Saved sets some of whose adapters aren't there yet. */
interface WaitingSets {
  readonly sets: readonly OpenedSet[];
  readonly wait: (set: OpenedSet) => void;
  readonly dismiss: (id: OpenedSet['id']) => void;
}

const WaitingSetsContext = createContext<WaitingSets | null>(null);

/** Whether an edit can become one when its adapter comes; an adapter comes before its IP interfaces. */
export const isAwaited = ({ fit }: SavedEdit): boolean =>
  fit.kind === 'adapter-gone' || fit.kind === 'family-missing';

/** The names of the adapters that a set waits for; none when it waits for nothing. */
export function awaitedNames(set: OpenedSet): readonly string[] {
  const vpn = vpnMeant(set.intent);
  const edited = set.edits.filter(isAwaited).map(({ adapter }) => adapter);
  return [...new Set([...(vpn?.luid === null ? [vpn.name] : []), ...edited])];
}

/** Remembers which saved sets wait. */
export function WaitingSetsProvider({ children }: { readonly children: ReactNode }) {
  const [sets, setSets] = useState<readonly OpenedSet[]>([]);
  const waiting = useMemo(() => {
    const without = (all: readonly OpenedSet[], id: number) => all.filter((set) => set.id !== id);
    return {
      sets,
      wait: (set: OpenedSet) => {
        setSets((all) => [...without(all, set.id), set]);
      },
      dismiss: (id: number) => {
        setSets((all) => without(all, id));
      },
    };
  }, [sets]);
  return <WaitingSetsContext.Provider value={waiting}>{children}</WaitingSetsContext.Provider>;
}

/** Which saved sets wait, and how to begin and end that. */
export function useWaitingSets(): WaitingSets {
  const waiting = useContext(WaitingSetsContext);
  if (!waiting) throw new Error('useWaitingSets needs a WaitingSetsProvider around it');
  return waiting;
}
