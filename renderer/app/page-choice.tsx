// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

export type PageId =
  'internet-traffic' | 'interfaces' | 'routes' | 'history' | 'lasting' | 'settings' | 'help';

interface PageChoice {
  readonly current: PageId;
  readonly go: (page: PageId) => void;
}

const PageChoiceContext = createContext<PageChoice | null>(null);

/** Remembers which page is shown. */
export function PageChoiceProvider({ children }: { readonly children: ReactNode }) {
  const [current, go] = useState<PageId>('internet-traffic');
  const choice = useMemo(() => ({ current, go }), [current]);
  return <PageChoiceContext.Provider value={choice}>{children}</PageChoiceContext.Provider>;
}

/** Which page is shown, and how to go to another. */
export function usePageChoice(): PageChoice {
  const choice = useContext(PageChoiceContext);
  if (!choice) throw new Error('usePageChoice needs a PageChoiceProvider around it');
  return choice;
}
