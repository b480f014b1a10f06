// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

const pageIds = [
  'internet-traffic',
  'interfaces',
  'routes',
  'history',
  'lasting',
  'settings',
  'help',
] as const;

export type PageId = (typeof pageIds)[number];

interface PageChoice {
  readonly current: PageId;
  readonly go: (page: PageId) => void;
}

const PageChoiceContext = createContext<PageChoice | null>(null);

/** Has this page shown when the window loads anew. */
export function rememberPage(page: PageId): void {
  history.replaceState(page, '');
}

/** The page that was to be remembered; it is forgotten. */
function rememberedPage(): PageId | undefined {
  const page = pageIds.find((id) => id === history.state);
  if (page !== undefined) history.replaceState(null, '');
  return page;
}

/** Remembers which page is shown. */
export function PageChoiceProvider({ children }: { readonly children: ReactNode }) {
  const [current, go] = useState<PageId>(() => rememberedPage() ?? 'internet-traffic');
  const choice = useMemo(() => ({ current, go }), [current]);
  return <PageChoiceContext.Provider value={choice}>{children}</PageChoiceContext.Provider>;
}

/** Which page is shown, and how to go to another. */
export function usePageChoice(): PageChoice {
  const choice = useContext(PageChoiceContext);
  if (!choice) throw new Error('usePageChoice needs a PageChoiceProvider around it');
  return choice;
}
