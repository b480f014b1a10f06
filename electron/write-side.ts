// SPDX-License-Identifier: MIT

import type { BrowserWindow } from 'electron';
import { accountName } from './permission/account-name';
import { openChanges } from './changes/changes';
import type { Changes } from './changes/changes';
import type { StartHelper } from './transaction/conversation';
import type { Consent } from './transaction/launch-failure';
import { permissionFor } from './permission/permission';
import type { EncodedPlan } from './protocol/plan';
import type { TransactionState } from './contract/changes';
import type { IpcNotifiers } from './contract/ipc-schema';
import type { Interfaces } from './interfaces/interfaces';
import { readLasting } from './lasting/read-lasting';
import { isAdministrator } from './native/administrator';
import { loadAddon } from './native/addon';
import { startHelper } from './native/helper';
import { programPlaces } from './native/native-folder';
import { programFilesFolder } from './native/place-security';
import type { Run } from './run';
import type { Doorkeeper } from './shell/doorkeeper';

/** Starts a helper for a plan; a prompt of Windows belongs to the window. */
function helperStarter(run: Run, window: () => BrowserWindow | null) {
  return (plan: EncodedPlan, consent: Consent): StartHelper => {
    const windowHandle = consent === 'uac' ? window()?.getNativeWindowHandle() : undefined;
    return (events) =>
      startHelper({
        path: run.helperFile,
        planHash: plan.hash,
        consent,
        ...run.simulation,
        ...(windowHandle ? { windowHandle } : {}),
        ...events,
      });
  };
}

/** What the prompt for permission was answered, where a state tells it. */
function answerToPrompt(state: TransactionState): boolean | null {
  if (state.phase === 'waiting' || state.phase === 'keeping') return true;
  if (state.phase !== 'ended' || state.result.kind !== 'not-launched') return null;
  return ['declined', 'not-authorised'].includes(state.result.failure) ? false : null;
}

/** Tells the page, and reads new values as soon as a transaction has set them or taken them back. */
function notifyAndRead(
  notify: IpcNotifiers['changes'],
  interfaces: Interfaces,
  doorkeeper: Pick<Doorkeeper, 'noteAnswer'>,
) {
  return {
    ...notify,
    stateChanged: (state) => {
      notify.stateChanged(state);
      const answer = answerToPrompt(state);
      if (answer !== null) doorkeeper.noteAnswer(answer);
      // A read that fails is told by readFailed.
      if (state.phase === 'waiting' || state.phase === 'ended') {
        interfaces.refresh().catch(() => undefined);
      }
    },
  } satisfies IpcNotifiers['changes'];
}

/** Opens the write side of a run. */
export function openWriteSide(
  run: Run,
  interfaces: Interfaces,
  notify: Pick<IpcNotifiers, 'changes' | 'history'>,
  doorkeeper: Pick<Doorkeeper, 'noteAnswer'>,
  window: () => BrowserWindow | null,
): Promise<Changes> {
  return openChanges({
    folder: run.dataFolder,
    permission: () =>
      permissionFor({
        stack: run.stack,
        helper: run.helperFile,
        program: programPlaces(),
        userId: process.geteuid?.(),
        trustThisFolder: run.trustThisFolder,
        programFiles: programFilesFolder(),
        isAdministrator: isAdministrator(),
      }),
    account: accountName(),
    buildId: () => loadAddon().buildId,
    start: helperStarter(run, window),
    latestSnapshot: () => interfaces.snapshot(),
    freshSnapshot: () => interfaces.refresh(),
    readLasting: () => readLasting(run.simulation.stateFile),
    notify: notifyAndRead(notify.changes, interfaces, doorkeeper),
    historyChanged: () => {
      notify.history.changed();
    },
  });
}
