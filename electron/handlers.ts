// SPDX-License-Identifier: MIT
// Who answers which question of the renderer. What came has been checked by electron/ipc.

import { clipboard } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Changes } from './changes/changes';
import type { Edits } from './changes/edits';
import { planDetails } from './commands/plan-details';
import type { Environment, IpcHandlers } from './contract/ipc-schema';
import type { Interfaces } from './interfaces/interfaces';
import type { Support } from './reports/support';
import type { PreferencesStore } from './preferences/preferences';
import type { Routes } from './routes/routes';

export interface Services {
  readonly environment: Omit<Environment, 'permission' | 'journalSetAside'>;
  readonly interfaces: Interfaces;
  readonly routes: Routes;
  readonly changes: Changes;
  readonly edits: Edits;
  readonly preferences: PreferencesStore;
  readonly support: Support;
  readonly window: () => BrowserWindow | null;
}

async function close({ changes, window }: Services, decision: 'keep' | 'revert') {
  const isAsAsked = await changes.finish(decision);
  // Otherwise the window stays, because it shows what went differently.
  if (isAsAsked) window()?.close();
}

/** The first question is answered by the read that is under way since the start, later ones by a new one. */
function snapshots(interfaces: Interfaces) {
  let isFirst = true;
  return () => {
    const snapshot = isFirst ? interfaces.snapshot() : interfaces.refresh();
    isFirst = false;
    return snapshot;
  };
}

/** The handlers of a run. */
export function handlersOf(services: Services): IpcHandlers {
  const { environment, interfaces, routes, changes, edits, preferences, support } = services;
  return {
    app: {
      environment: () => ({
        ...environment,
        permission: changes.permission,
        journalSetAside: changes.journalSetAside,
      }),
      close: async (decision) => {
        await close(services, decision);
        return undefined;
      },
      copyText: async (text) => {
        await clipboard.writeText(text);
        return undefined;
      },
    },
    interfaces: {
      snapshot: snapshots(interfaces),
      bestRoute: (destination) => interfaces.bestRoute(destination),
    },
    changes: {
      state: () => changes.state,
      apply: (plan) => {
        changes.apply(plan);
        return undefined;
      },
      planDetails: async (plan) => planDetails(plan, await interfaces.snapshot()),
      restore: async (request) => {
        await changes.restore(request);
        return undefined;
      },
      stopWaiting: () => {
        changes.stopWaiting();
        return undefined;
      },
      keep: () => {
        changes.keep();
        return undefined;
      },
      revert: () => {
        changes.revert();
        return undefined;
      },
      interrupted: () => changes.interrupted(),
      lost: () => changes.lost(),
      dismissInterrupted: async (id) => {
        await changes.dismissInterrupted(id);
        return undefined;
      },
    },
    history: {
      page: (first, count) => changes.historyPage(first, count),
      transaction: (id) => changes.historyTransaction(id),
    },
    routes: {
      preview: (request) => routes.preview(request),
      standings: () => routes.standings(),
    },
    edits: {
      load: () => edits.load(),
      store: async (drafts) => {
        await edits.store(drafts);
        return undefined;
      },
    },
    support: {
      computer: () => support.computer,
      saveReport: (request) => support.saveReport(request),
      saveEdits: (operations) => support.saveEdits(operations),
      openSavedSet: () => support.openSavedSet(),
    },
    preferences: {
      load: () => preferences.load(),
      store: async (members) => {
        await preferences.store(members);
        return undefined;
      },
    },
  };
}
