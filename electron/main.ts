// SPDX-License-Identifier: MIT
// Start-up, in the order things happen.

import { app, nativeTheme, powerMonitor, session, systemPreferences } from 'electron';
import type { BrowserWindow } from 'electron';
import { release } from 'node:os';
import path from 'node:path';
import type { Changes } from './changes/changes';
import { runWithoutWindow } from './cli/without-window';
import { causeText } from './contract/cause-text';
import type { IpcNotifiers, MenuCommand } from './contract/ipc-schema';
import type { LanguageChoice } from './contract/preferences';
import { assertNotForeign } from './files/data-folder';
import type { DataFolder } from './files/data-folder';
import { handlersOf } from './handlers';
import { handle } from './ipc/handle';
import { electronIpc } from './ipc/main-ipc';
import { createNotifiers } from './ipc/notify';
import { payloadsFor } from './ipc/payloads';
import { TrustedSenders } from './ipc/trusted-senders';
import { nativeFolder } from './native/native-folder';
import { openOutside, toldOutside } from './outside';
import type { Outside } from './outside';
import { PreferencesStore } from './preferences/preferences';
import { readWindowPlace } from './preferences/window-place';
import type { WindowPlace } from './preferences/window-place';
import { startWatching } from './read-side';
import { GivenFile } from './reports/given-file';
import { runOf } from './run';
import { openServices } from './services';
import { followAccent } from './shell/accent';
import { appFiles } from './shell/app-files';
import { registerAppScheme, serveApp } from './shell/app-protocol';
import { bringToFront } from './shell/bring-to-front';
import { endDespiteLookups, guardClosing, guardQuitting, guardSessionEnd } from './shell/closing';
import { HumanActs } from './shell/human-acts';
import { keepWindowPlace, restoreWindowPlace } from './shell/keep-window-place';
import type { OnceWanted } from './shell/keep-window-place';
import { setMenu } from './shell/menu';
import { appUserModelId } from './shell/notifications';
import { cliFile, preloadFile, rendererFolder } from './shell/places';
import { noteGoneProcesses, reloadWhenGone, returnWhenLeft } from './shell/recovery';
import { refuseForAllContents, refuseForSession, refuseNetwork } from './shell/refusals';
import { showAndQuit } from './shell/screenshot';
import { becomeOnlyInstance } from './shell/single-instance';
import { parseSwitches, refuseWindowOfRoot, wordsForTerminal } from './shell/switches';
import type { Switches } from './shell/switches';
import { createWindow, loadStartPage } from './shell/window';
import { hasMica } from './shell/window-look';
import { toErrorOutput } from './log/error-output';
import { Log } from './log/log';
import { LogFile } from './log/log-file';
import { noteUnexpectedErrors } from './log/unexpected-errors';
import { SpokenLanguage } from './shell/spoken-language';
import { messages } from './language/messages';

const developerTools = !app.isPackaged;

const logFile = new LogFile();
const sinks = [toErrorOutput, logFile.write];
const { note: log } = new Log(sinks);
/** What a page makes main say is counted apart, so that no page can silence main. */
const { note: logOfPage } = new Log(sinks);
noteUnexpectedErrors(process, log);
noteGoneProcesses(app, log);

/** Must be done before anything is waited for. */
const runInTerminal = (words: readonly string[]) =>
  runWithoutWindow(cliFile(), words, {
    nativeFolder: nativeFolder(),
    isPackaged: app.isPackaged,
  });

/** Everything Electron must know before it is ready. */
function prepareElectron(switches: Switches): void {
  // Root can run Chromium only without its sandbox; this call would bring it back for child processes.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  if (switches.demo && !app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', `${app.getPath('userData')} Demo`);
  }
  if (process.platform === 'win32') app.setAppUserModelId(appUserModelId);
  registerAppScheme();
  refuseForAllContents(app);
  refuseNetwork(app);
}

/** What is compared with each reading of the network. */
function reviewsOf(changes: Changes, trafficChanged: () => void) {
  const attempt = (review: Promise<void>, failure: string) => {
    review.catch((cause: unknown) => {
      log(failure, cause);
    });
  };
  return {
    changed: () => {
      trafficChanged();
      attempt(changes.interrupted.review(), 'Interrupted transactions could not be compared');
      attempt(changes.lost.review(), 'Kept values could not be compared');
    },
    // The keeper writes its status without any news of the network.
    read: () => {
      attempt(changes.lasting.review(), 'Lasting settings could not be read');
    },
  };
}

/** Makes the window, where the last one was. */
function openWindow(
  switches: Switches,
  place: WindowPlace | null,
): { readonly window: BrowserWindow; readonly onceWanted: OnceWanted } {
  const window = createWindow({
    title: switches.demo ? messages.app.demoTitle : messages.app.name,
    preload: preloadFile(),
    developerTools,
    inTray: switches.inTray,
  });
  const onceWanted: OnceWanted = (work) => {
    if (switches.inTray) window.once('show', work);
    else work();
  };
  if (place) restoreWindowPlace(window, place, onceWanted);
  reloadWhenGone(window, log);
  returnWhenLeft(window);
  return { window, onceWanted };
}

/** What a window does that is closed, or moved. */
function followWindow(
  window: BrowserWindow,
  onceWanted: OnceWanted,
  changes: Changes,
  notify: IpcNotifiers,
  dataFolder: DataFolder,
): void {
  guardClosing(window, changes.underWay, () => {
    // Whoever quits in the tray is asked, too.
    bringToFront(window);
    notify.app.closeRequested();
  });
  guardSessionEnd(app, powerMonitor, window, changes.underWay);
  dataFolder.open().then(
    (folder) => {
      if (window.isDestroyed()) return;
      onceWanted(() => {
        keepWindowPlace(window, folder);
      });
    },
    // What cannot be written there is told by whoever needs it: the journal, the edits.
    () => undefined,
  );
}

async function start(): Promise<void> {
  const commandLine = process.argv.slice(app.isPackaged ? 1 : 2);
  const words = wordsForTerminal(commandLine);
  if (words) process.exit(runInTerminal(words));
  const switches = parseSwitches(commandLine, app.isPackaged);
  refuseWindowOfRoot(switches, process.geteuid?.());
  prepareElectron(switches);
  // Before Chromium looks at what lies there: it kills whom a planted lock names.
  assertNotForeign(app.getPath('userData'));

  let window: BrowserWindow | null = null;
  let outside: Outside | null = null;
  const currentWindow = () => window;
  const file = switches.file === null ? null : path.resolve(switches.file);
  const toWindow = createNotifiers(() => (window ? [window.webContents] : []));
  const notify = toldOutside(toWindow, () => outside);
  const given = new GivenFile(file, notify.support.given);
  if (!becomeOnlyInstance(app, currentWindow, file, given.give)) {
    log('Interface Panel is already running; its window comes to the front.');
    app.exit(switches.screenshot === null ? 0 : 1);
    return;
  }

  const run = runOf(switches);
  const acts = new HumanActs();
  const senders = new TrustedSenders();
  const command = (name: MenuCommand) => {
    // An item of the menu was chosen, which the page does not see.
    acts.note();
    notify.app.menuCommand(name);
  };
  const language = new SpokenLanguage(() => app.getPreferredSystemLanguages());
  const followLanguage = async (choice: LanguageChoice) => {
    if (!(await language.follow(choice)) || !window) return;
    setMenu({ window, developerTools, command });
    outside?.languageChanged();
    // Edits and a change that waits are main's; the page asks for them again.
    window.webContents.reload();
  };
  const preferences = new PreferencesStore(run.dataFolder, (changed) => {
    nativeTheme.themeSource = changed.theme;
    notify.preferences.changed(changed);
    void followLanguage(changed.language);
  });
  // How the window looks; all else is opened while its process starts, which takes longest.
  const [{ preferences: chosen }, place] = await Promise.all([
    preferences.load(),
    readWindowPlace(run.dataFolder),
    app.whenReady(),
  ]);
  // Before there is a window, so that its first frame has the right colour; pages follow by their media query.
  nativeTheme.themeSource = chosen.theme;
  await language.follow(chosen.language);

  refuseForSession(session.defaultSession, developerTools);
  serveApp(appFiles(rendererFolder()), () => ({
    language: language.current,
    isOnMaterial: hasMica({ platform: process.platform, release: release() }),
  }));
  const { window: made, onceWanted } = openWindow(switches, place);
  window = made;
  made.once('closed', () => {
    window = null;
    outside = null;
  });
  acts.watch(made.webContents);
  senders.add(made.webContents);
  const loading = loadStartPage(made);
  // It is waited for below, and may have failed by then.
  loading.catch(() => undefined);
  // Before the window is seen: Electron has a menu of its own.
  setMenu({ window: made, developerTools, command });

  // While the page loads; what it asks is answered as soon as they are open.
  const opening = openServices({
    run,
    isDemo: switches.demo,
    preferences,
    notify,
    acts,
    given,
    window: currentWindow,
    log,
    logOfPage,
    logFile,
  });
  handle(electronIpc, opening.then(handlersOf), payloadsFor(run.stack), senders, logOfPage);
  const { interfaces, changes, names } = await opening;
  // Whoever has closed the window by now has quit.
  if (made.isDestroyed()) return;
  made.once('closed', () => {
    interfaces.stop();
  });
  followAccent(systemPreferences, notify.app.accentChanged);
  startWatching(
    interfaces,
    notify.interfaces,
    reviewsOf(changes, () => outside?.trafficChanged()),
  );
  guardQuitting(app, changes.underWay);
  endDespiteLookups(app, names);
  followWindow(made, onceWanted, changes, notify, run.dataFolder);
  outside = openOutside({
    window: made,
    interfaces,
    changes: changes.underWay,
    preferences,
    command: notify.app.menuCommand,
    log,
  });
  await loading;
  if (switches.screenshot !== null) {
    await showAndQuit(app, made, () => interfaces.snapshot(), switches.screenshot);
  }
}

start().catch((cause: unknown) => {
  log(causeText(cause));
  app.exit(1);
});
