// SPDX-License-Identifier: MIT
// What the program shows outside its window: tray, taskbar and notifications, put together.

import type { BrowserWindow } from 'electron';
import type { UnderWay } from './changes/under-way';
import type { LostSettings, TransactionState } from './contract/changes';
import type { IpcNotifiers } from './contract/ipc-schema';
import type { Interfaces } from './interfaces/interfaces';
import type { WriteLog } from './ipc/handle';
import type { PreferencesStore } from './preferences/preferences';
import { bringToFront } from './shell/bring-to-front';
import { Notifications } from './shell/notifications';
import { changeWords } from './shell/outside-text';
import { OutsideWindow } from './shell/outside-window';
import type { Decision } from './shell/outside-window';
import { Taskbar } from './shell/taskbar';
import { trafficText } from './shell/tray-text';
import { showTray } from './shell/tray';
import { trafficHere } from './surroundings';
import { messages } from './language/messages';

export interface OutsideOptions {
  readonly window: BrowserWindow;
  readonly interfaces: Interfaces;
  readonly changes: Pick<UnderWay, 'state' | 'keep' | 'revert'>;
  readonly preferences: Pick<PreferencesStore, 'current'>;
  readonly command: IpcNotifiers['app']['menuCommand'];
  readonly log: WriteLog;
}

/** Hears what may be told outside the window. */
export interface Outside {
  trafficChanged(): void;
  stateChanged(state: TransactionState): void;
  lostChanged(lost: readonly LostSettings[]): void;
  /** Says what is said there in the language that is spoken now. */
  languageChanged(): void;
}

/** Which way internet traffic goes, as the tray says it. */
async function trafficNow(interfaces: Interfaces): Promise<string> {
  const snapshot = await interfaces.snapshot();
  return trafficText(trafficHere(snapshot), snapshot.adapters);
}

/** The news that main has for its window, told outside of it too once there is one. */
export function toldOutside(notify: IpcNotifiers, outside: () => Outside | null): IpcNotifiers {
  const { stateChanged, lostChanged } = notify.changes;
  return {
    ...notify,
    changes: {
      ...notify.changes,
      stateChanged: (state) => {
        stateChanged(state);
        outside()?.stateChanged(state);
      },
      lostChanged: (lost) => {
        lostChanged(lost);
        outside()?.lostChanged(lost);
      },
    },
  };
}

/** Puts all of it beside a window, for as long as that is open. */
export function openOutside(options: OutsideOptions): Outside {
  const { window, interfaces, changes, preferences, command, log } = options;
  const open = () => {
    bringToFront(window);
    command(changes.state.phase === 'waiting' ? 'countdown' : 'internet-traffic');
  };
  const decide = (id: string, decision: Decision) => {
    const { state } = changes;
    // A menu or a notification may be older than the state.
    if (state.phase === 'waiting' && state.id === id) changes[decision]();
  };
  const tray = showTray({ window, text: () => trafficNow(interfaces), open, decide });
  const outside = new OutsideWindow({
    window,
    taskbar: new Taskbar(window),
    notifications: new Notifications({
      window,
      areWanted: () => preferences.current.notifications === 'important',
    }),
    askInTray: tray.ask,
    wordsOf: async ({ subject }) => changeWords(subject, await interfaces.snapshot()),
    nameOf: async (luid) => {
      const { adapters } = await interfaces.snapshot();
      return (
        adapters.find((adapter) => adapter.luid === luid)?.alias ??
        messages.outside.adapter({ luid })
      );
    },
    decide,
    showWindow: open,
  });
  const attempt = (telling: Promise<void>) => {
    telling.catch((cause: unknown) => {
      log('Something could not be told outside the window', cause);
    });
  };
  tray.changed();
  return {
    trafficChanged: tray.changed,
    stateChanged: (state) => {
      attempt(outside.follow(state));
    },
    lostChanged: (lost) => {
      attempt(outside.followLost(lost));
    },
    languageChanged: () => {
      tray.languageChanged();
      attempt(outside.askAnew(changes.state));
    },
  };
}
