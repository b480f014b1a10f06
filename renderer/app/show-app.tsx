// SPDX-License-Identifier: MIT
import type { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { tellFailure } from '../bridge/tell-failures';
import { ignoreStrayClicks } from '../ui/stray-clicks';
import { App } from './App';
import { matchedLanguage, speakLanguage } from '../../electron/language/languages';

/** Draws the app into the page, in the language that main served it for. */
export async function showApp(bridge: IpcBridge, queryClient: QueryClient): Promise<void> {
  await speakLanguage(matchedLanguage([document.documentElement.lang]));
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id "root"');
  ignoreStrayClicks(document);
  createRoot(root, {
    onCaughtError: (thrown) => {
      tellFailure(bridge, 'drawing', thrown);
    },
  }).render(<App bridge={bridge} queryClient={queryClient} />);
}
