// SPDX-License-Identifier: MIT
// Who answers which question of the renderer. What came has been checked by electron/ipc.

import { clipboard, systemPreferences } from 'electron';
import type { BrowserWindow } from 'electron';
import { about } from './about';
import type { Changes } from './changes/changes';
import type { StoredEdits } from './changes/stored-edits';
import { planDetails } from './commands/plan-details';
import type { Environment, IpcHandlers } from './contract/ipc-schema';
import { toText } from './contract/json-text';
import type { PageFailure } from './contract/page-failure';
import type { Interfaces } from './interfaces/interfaces';
import { elevatesSilently } from './native/administrator';
import { appFailure } from './base/app-failure';
import type { Support } from './reports/support';
import type { NameLookups } from './resolver/name-lookups';
import type { Manager } from './commands/manager-command';
import type { PreferencesStore } from './preferences/preferences';
import type { Routes } from './interfaces/routes';
import { readAccent } from './shell/accent';
import type { Doorkeeper, Question } from './shell/doorkeeper';
import { popUpMenu } from './shell/menu';
import type { SignInStarter } from './shell/sign-in-start';
import {
  applyQuestion,
  copyQuestion,
  keepQuestion,
  lookUpQuestion,
  makeLastQuestion,
  restoreQuestion,
  signInQuestion,
  startQuestion,
  stopLastingQuestion,
} from './shell/questions';

export interface Services {
  readonly environment: Omit<Environment, 'permission' | 'journalSetAside'>;
  readonly interfaces: Interfaces;
  /** By the adapter's index. */
  readonly managerOf: (index: number) => Manager | null;
  readonly routes: Routes;
  readonly names: NameLookups;
  readonly changes: Changes;
  readonly edits: StoredEdits;
  readonly preferences: PreferencesStore;
  readonly signIn: SignInStarter;
  readonly support: Support;
  readonly window: () => BrowserWindow | null;
  readonly doorkeeper: Doorkeeper;
  /** Where the log is. */
  readonly logFile: string;
  readonly notePageFailure: (failure: PageFailure) => void;
}

/** Whether a plan is carried out without anybody else asking for permission: to the simulation nothing can happen. */
function goesUnasked({ changes, environment }: Services): boolean {
  const isUnasked = changes.underWay.permission.kind === 'direct' || elevatesSilently();
  return isUnasked && environment.stack !== 'simulated';
}

/** Lets a plan go on that a person stands behind: by a prompt for permission, or by an answer to main. */
async function demandConsent(services: Services, question: () => Promise<Question>): Promise<void> {
  const { doorkeeper } = services;
  if (goesUnasked(services)) return doorkeeper.demandAnswer(await question());
  doorkeeper.demandPause();
  return doorkeeper.demandAct(startQuestion());
}

async function close({ changes, window, doorkeeper }: Services, decision: 'keep' | 'revert') {
  const runs = () => changes.underWay.isBusy;
  const ran = runs();
  if (decision === 'keep') await doorkeeper.demandAct(keepQuestion());
  // The deadline does not wait for an answer.
  if (ran && !runs()) throw appFailure('not-found', 'It has ended meanwhile.');
  const isAsAsked = await changes.underWay.finish(decision);
  // Otherwise the window stays, because it shows what went differently.
  if (isAsAsked) window()?.close();
}

/** The first question is answered by the read that is under way since the start, later ones by a new one. */
function snapshots(interfaces: Interfaces) {
  let isFirst = true;
  return async () => {
    const read = isFirst ? interfaces.snapshot() : interfaces.refresh();
    isFirst = false;
    await read;
    return toText(await interfaces.windowSnapshot());
  };
}

/** The handlers of a run. */
export function handlersOf(services: Services): IpcHandlers {
  const { environment, interfaces, managerOf, routes, names, changes, edits } = services;
  const { preferences, signIn, support, window, doorkeeper, logFile, notePageFailure } = services;
  return {
    app: {
      environment: () => ({
        ...environment,
        permission: changes.underWay.permission,
        journalSetAside: changes.journalSetAside,
      }),
      accent: () => readAccent(systemPreferences),
      about: () => about(logFile),
      close: async (decision) => {
        await close(services, decision);
        return undefined;
      },
      openMenu: (by) => {
        const open = window();
        if (open) popUpMenu(open, by);
        return undefined;
      },
      copyText: async (text) => {
        await doorkeeper.demandAct(copyQuestion());
        await clipboard.writeText(text);
        return undefined;
      },
      pageFailed: (failure) => {
        notePageFailure(failure);
        return undefined;
      },
      signInStart: () => signIn.state(),
      startAtSignIn: async (isOn) => {
        await doorkeeper.demandAct(signInQuestion(isOn));
        return signIn.set(isOn);
      },
    },
    interfaces: {
      snapshot: snapshots(interfaces),
      bestRoute: (destination) => interfaces.bestRoute(destination),
      manager: async (luid) => {
        const { adapters } = await interfaces.snapshot();
        const adapter = adapters.find((one) => one.luid === luid);
        return (adapter && managerOf(adapter.index)?.name) ?? null;
      },
    },
    changes: {
      state: () => changes.underWay.state,
      apply: async (request) => {
        // What somebody answers to is what is applied, whatever came to last meanwhile.
        const plan = await changes.planOf(request);
        await demandConsent(services, async () => applyQuestion(plan, await interfaces.snapshot()));
        changes.apply(plan);
        return undefined;
      },
      planDetails: async (plan) =>
        planDetails(await changes.planOf(plan), changes.account, await interfaces.snapshot()),
      restore: async (request) => {
        const restoring = await changes.restoringOf(request);
        await demandConsent(services, async () =>
          restoreQuestion(restoring, await interfaces.snapshot()),
        );
        changes.underWay.begin(restoring);
        return undefined;
      },
      stopWaiting: () => {
        changes.underWay.stopWaiting();
        return undefined;
      },
      keep: async () => {
        await doorkeeper.demandAct(keepQuestion());
        changes.underWay.keep();
        return undefined;
      },
      revert: () => {
        changes.underWay.revert();
        return undefined;
      },
      interrupted: () => changes.interrupted.list(),
      lost: () => changes.lost.list(),
      lasting: () => changes.lasting.shown(),
      makeLast: async (keys) => {
        await demandConsent(services, async () =>
          makeLastQuestion(keys, await interfaces.snapshot()),
        );
        await changes.makeLast(keys);
        return undefined;
      },
      stopLasting: async (ids) => {
        // As with a plan: what somebody answers to is what is stopped.
        const lasting = await changes.lastingAmong(ids);
        await demandConsent(services, async () =>
          stopLastingQuestion(lasting, await interfaces.snapshot()),
        );
        changes.stopLasting(lasting.map(({ id }) => id));
        return undefined;
      },
      dismissInterrupted: async (id) => {
        await changes.interrupted.dismiss(id);
        return undefined;
      },
    },
    history: {
      page: (first, count) => changes.history.part(first, count),
      outline: (filter) => changes.history.outline(filter),
      transaction: (id) => changes.history.transaction(id),
    },
    routes: {
      preview: (request) => routes.preview(request),
      standings: () => routes.standings(),
      chunk: (revision, start) => interfaces.routeList.chunk(revision, start),
      since: (revision) => interfaces.routeList.since(revision),
      resolveName: async (name) => {
        await doorkeeper.demandAct(lookUpQuestion(name));
        return names.addressesOf(name);
      },
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
      showSaved: () => {
        support.showSaved();
      },
      saveEdits: (edits) => support.saveEdits(edits),
      openFile: () => support.openFile(),
      openText: (name, text) => support.openText(name, text),
      takeGiven: () => support.takeGiven(),
      fitAgain: (id) => support.fitAgain(id),
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
