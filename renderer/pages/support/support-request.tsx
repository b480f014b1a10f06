// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Reply } from '../../../electron/contract/errors';
import type { MenuCommand } from '../../../electron/contract/ipc-schema';
import type { OpenResult } from '../../../electron/contract/support';

/** What the menu and the page offer for support. */
export type SupportCommand = Exclude<
  MenuCommand,
  'internet-traffic' | 'countdown' | 'help' | 'keyboard-shortcuts'
>;

/** What is to be done; another object asks for it once more. */
export type SupportRequest =
  | { readonly kind: 'command'; readonly command: SupportCommand }
  /** Shows what came of opening a file. */
  | { readonly kind: 'open'; readonly load: () => Promise<Reply<OpenResult>> };

interface SupportRequests {
  readonly request: SupportRequest | null;
  readonly ask: (command: SupportCommand) => void;
  readonly open: (load: () => Promise<Reply<OpenResult>>) => void;
}

const SupportRequestContext = createContext<SupportRequests | null>(null);

/** Remembers what was asked for last. */
export function SupportRequestProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<SupportRequest | null>(null);
  const requests = useMemo(
    (): SupportRequests => ({
      request,
      ask: (command) => {
        setRequest({ kind: 'command', command });
      },
      open: (load) => {
        setRequest({ kind: 'open', load });
      },
    }),
    [request],
  );
  return (
    <SupportRequestContext.Provider value={requests}>{children}</SupportRequestContext.Provider>
  );
}

/** What was asked for last, and how to ask. */
export function useSupportRequest(): SupportRequests {
  const requests = useContext(SupportRequestContext);
  if (!requests) throw new Error('useSupportRequest needs a SupportRequestProvider around it');
  return requests;
}
