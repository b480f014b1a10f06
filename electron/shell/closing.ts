// SPDX-License-Identifier: MIT
// Closing and quitting never leave a change half decided.

import type { App, BrowserWindow, PowerMonitor } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import type { TransactionState } from '../contract/changes';

/** What is used of the write side. */
export interface Closable {
  readonly state: TransactionState;
  readonly isBusy: boolean;
  finish(decision: 'keep' | 'revert'): Promise<boolean>;
}

/** After this long a quitting app goes; the helper reverts by itself when its channel breaks. */
const patience = 5_000;

/** Phases in which only the user can say what becomes of the changes. */
const undecided: readonly TransactionState['phase'][] = ['applying', 'waiting'];

async function closeWhenFinished(window: BrowserWindow, changes: Closable): Promise<void> {
  const decision = changes.state.phase === 'keeping' ? 'keep' : 'revert';
  const isAsAsked = await changes.finish(decision);
  if (isAsAsked && !window.isDestroyed()) window.close();
}

/** Asks before the window closes on changes that wait, and lets everything else that runs end first. */
export function guardClosing(window: BrowserWindow, changes: Closable, ask: () => void): void {
  window.on('close', (event) => {
    // A page that is gone cannot be asked; closing makes the helper revert.
    if (!changes.isBusy || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (undecided.includes(changes.state.phase)) ask();
    else void closeWhenFinished(window, changes);
  });
}

/** Quitting or a signal asks nothing: what is not kept is reverted. */
export function guardQuitting(app: App, changes: Closable): void {
  app.on('before-quit', (event) => {
    if (!changes.isBusy) return;
    event.preventDefault();
    const exit = () => {
      app.exit(0);
    };
    Promise.race([changes.finish('revert'), wait(patience)]).then(exit, exit);
  });
}

/**
 * Nor does the end of the session. Windows tells the window alone, first that it asks and then that it ends, and does
 * not wait for long; other systems tell the power monitor, and quitting waits as it does otherwise.
 */
export function guardSessionEnd(
  app: App,
  powerMonitor: PowerMonitor,
  window: BrowserWindow,
  changes: Closable,
): void {
  const revert = () => {
    if (changes.isBusy) changes.finish('revert').catch(() => undefined);
  };
  window.on('query-session-end', revert);
  window.on('session-end', revert);
  const quit = (event: { preventDefault(): void }) => {
    event.preventDefault();
    app.quit();
  };
  // Electron's types leave the event out, which its documentation names.
  powerMonitor.on('shutdown', quit as () => void);
}

/**
 * Quitting waits for no resolver. A process ends once all its threads have, and one that is inside getaddrinfo cannot
 * be called back; meanwhile the next start would find the app still running and its journal open. When Electron says
 * that it quits nothing else is left to do.
 */
export function endDespiteLookups(app: App, lookups: { readonly isUnderWay: boolean }): void {
  app.once('quit', () => {
    if (lookups.isUnderWay) process.kill(process.pid, 'SIGKILL');
  });
}
