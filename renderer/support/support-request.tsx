// SPDX-License-Identifier: MIT
import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { MenuCommand } from '../../electron/contract/ipc-schema';

/** What the menu and the page offer for support. */
export type SupportCommand = Exclude<
  MenuCommand,
  'internet-traffic' | 'countdown' | 'help' | 'keyboard-shortcuts'
>;

/** A command that was chosen; another object asks for it once more. */
export interface SupportRequest {
  readonly command: SupportCommand;
}

interface SupportRequests {
  readonly request: SupportRequest | null;
  readonly ask: (command: SupportCommand) => void;
}

const SupportRequestContext = createContext<SupportRequests | null>(null);

/** Remembers what was asked for last. */
export function SupportRequestProvider({ children }: { readonly children: ReactNode }) {
  const [request, setRequest] = useState<SupportRequest | null>(null);
  const requests = useMemo(
    () => ({
      request,
      ask: (command: SupportCommand) => {
        setRequest({ command });
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
