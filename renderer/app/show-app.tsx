// SPDX-License-Identifier: MIT
import type { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { App } from './App';

/** Draws the app into the page. */
export function showApp(bridge: IpcBridge, queryClient: QueryClient): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root"');
  createRoot(root).render(<App bridge={bridge} queryClient={queryClient} />);
}
