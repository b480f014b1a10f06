// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { FieldName } from '../../electron/contract/fields';
import type { IpInterfaceKey } from '../../electron/contract/snapshot';
import { usePageChoice } from './page-choice';

/** What the detail pane shows; `field` is the one to move to. */
export interface DetailsTarget extends IpInterfaceKey {
  readonly field?: FieldName;
  /** Whether focus goes into the pane. */
  readonly movesFocus?: true;
}

interface Details {
  readonly target: DetailsTarget | null;
  /** Shows an IP interface on the page of interfaces. */
  readonly open: (target: DetailsTarget) => void;
  readonly close: () => void;
}

const DetailsContext = createContext<Details | null>(null);

/** Remembers which IP interface is looked at, across pages. */
export function DetailsProvider({ children }: { readonly children: ReactNode }) {
  const [target, setTarget] = useState<DetailsTarget | null>(null);
  const { go } = usePageChoice();
  const details = useMemo(
    () => ({
      target,
      open: (next: DetailsTarget) => {
        setTarget(next);
        go('interfaces');
      },
      close: () => {
        setTarget(null);
      },
    }),
    [target, go],
  );
  return <DetailsContext.Provider value={details}>{children}</DetailsContext.Provider>;
}

/** What the detail pane shows, and how to show something else. */
export function useDetails(): Details {
  const details = useContext(DetailsContext);
  if (!details) throw new Error('useDetails needs a DetailsProvider around it');
  return details;
}
