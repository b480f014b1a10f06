// SPDX-License-Identifier: MIT
// What answers the questions of the page, opened for a run.

import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import { hostname } from 'node:os';
import { StoredEdits } from './changes/stored-edits';
import type { IpcNotifiers } from './contract/ipc-schema';
import type { PageFailure } from './contract/page-failure';
import type { Services } from './handlers';
import { Routes } from './interfaces/routes';
import type { WriteLog } from './ipc/handle';
import { logName } from './log/log-file';
import type { LogFile } from './log/log-file';
import { causeOfPage } from './log/page-cause';
import type { PreferencesStore } from './preferences/preferences';
import { openReadSide } from './read-side';
import type { GivenFile } from './reports/given-file';
import { Support } from './reports/support';
import { NameLookups } from './resolver/name-lookups';
import { remoteSessionOf } from './routes/remote-session';
import type { Run } from './run';
import { Doorkeeper } from './shell/doorkeeper';
import { fileDialogs } from './shell/file-dialogs';
import type { HumanActs } from './shell/human-acts';
import { runsInStandIn } from './shell/places';
import { askAtWindow } from './shell/questions';
import { SignInStarter } from './shell/sign-in-start';
import { managerFor, surroundingsFor, trafficHere } from './surroundings';
import { openWriteSide } from './write-side';

export interface ServicesOptions {
  readonly run: Run;
  readonly isDemo: boolean;
  readonly preferences: PreferencesStore;
  readonly notify: IpcNotifiers;
  readonly acts: HumanActs;
  readonly given: Pick<GivenFile, 'take'>;
  readonly window: () => BrowserWindow | null;
  readonly log: WriteLog;
  /** Counted apart, so that no page can silence main. */
  readonly logOfPage: WriteLog;
  readonly logFile: LogFile;
}

const environmentOf = ({ stack }: Run) => ({
  stack,
  version: app.getVersion(),
  platform: process.platform === 'win32' ? ('windows' as const) : ('linux' as const),
  standInRuntime: runsInStandIn(),
  isRemote: remoteSessionOf(process.env) !== null,
});

/** Opens the log, the read side and the write side, and what stands on them. */
export async function openServices(options: ServicesOptions): Promise<Services> {
  const { run, notify, window, log, logOfPage, logFile } = options;
  // The simulation needs it too; what cannot be written there is told by whoever needs it.
  await run.dataFolder.open().catch(() => undefined);
  await logFile.open(run.dataFolder).catch((cause: unknown) => {
    log('The log cannot be written', cause);
  });
  const interfaces = openReadSide(run);
  const doorkeeper = new Doorkeeper({ acts: options.acts, ask: askAtWindow(window) });
  const changes = await openWriteSide(run, interfaces, notify, doorkeeper, window);
  const managerOf = managerFor(run.stack);
  return {
    environment: environmentOf(run),
    interfaces,
    managerOf,
    routes: new Routes(interfaces, surroundingsFor(changes.lost, managerOf)),
    names: new NameLookups(),
    changes,
    edits: new StoredEdits(run.dataFolder),
    preferences: options.preferences,
    signIn: new SignInStarter(options.isDemo),
    support: new Support({
      computer: hostname(),
      programVersion: app.getVersion(),
      snapshot: () => interfaces.snapshot(),
      traffic: trafficHere,
      historyPage: (first, count) => changes.history.part(first, count),
      dialogs: fileDialogs(window, doorkeeper),
      now: () => new Date(),
      takeGiven: options.given.take,
      logLines: () => logFile.lastLines(),
    }),
    window,
    doorkeeper,
    logFile: run.dataFolder.pathOf(logName),
    notePageFailure: (failure: PageFailure) => {
      logOfPage(`The page failed (${failure.kind})`, causeOfPage(failure));
    },
  };
}
