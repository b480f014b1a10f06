// SPDX-License-Identifier: MIT
// Small, so that it runs at once: main reads and answers while the window is still loading the rest of its code.
import { askFirst } from './bridge/ask-first';
import { tellFailures } from './bridge/tell-failures';

async function start(): Promise<void> {
  const bridge = window.interfacePanel;
  tellFailures(bridge, window);
  const queryClient = askFirst(bridge);
  const { showApp } = await import('./app/show-app');
  await showApp(bridge, queryClient);
}

void start();
