// SPDX-License-Identifier: MIT
// An icon that says which way internet traffic goes, brings the window back, and asks whether to keep a change that
// waits. By itself it changes nothing.

import { app, Menu, nativeImage, Tray } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { messages } from '../language/messages';
import type { Decision, WaitingChange } from './outside-window';
import { trayIcon } from './tray-icon';

export interface TrayOptions {
  readonly window: BrowserWindow;
  /** Which way internet traffic goes. */
  readonly text: () => Promise<string>;
  /** Shows the window, as it is left. */
  readonly open: () => void;
  readonly decide: (id: string, decision: Decision) => void;
}

/** The icon that is there. */
export interface ShownTray {
  /** Says the text anew, soon: something may have changed. */
  readonly changed: () => void;
  /** Says all of it anew, at once. */
  readonly languageChanged: () => void;
  /** Asks about a change, or no longer. */
  readonly ask: (change: WaitingChange | null) => void;
}

/** Changes come in bursts; a tooltip need not follow each. Milliseconds. */
const pause = 1_000;

const separator = { type: 'separator' } as const;

/** Words that do nothing. A menu takes `&` for the mark of a key. */
const said = (text: string): MenuItemConstructorOptions => ({
  label: text.replaceAll('&', '&&'),
  enabled: false,
});

function questionItems(
  change: WaitingChange | null,
  { decide }: Pick<TrayOptions, 'decide'>,
): readonly MenuItemConstructorOptions[] {
  if (!change) return [];
  const { id, title, question, revert } = change;
  const item = (label: string, decision: Decision) => ({
    label,
    click: () => {
      decide(id, decision);
    },
  });
  const answers = [item(messages.outside.keep, 'keep'), item(revert, 'revert')];
  return [said(title), said(question), ...answers, separator];
}

/** The menu: what waits for an answer comes first. */
export function trayMenu(
  text: string,
  change: WaitingChange | null,
  options: Omit<TrayOptions, 'text'>,
): MenuItemConstructorOptions[] {
  return [
    ...questionItems(change, options),
    // A tooltip needs a mouse, and some desktops have none: the menu says the same.
    ...text.split('\n').map(said),
    separator,
    { label: messages.tray.open, click: options.open },
    {
      label: messages.tray.quit,
      click: () => {
        options.window.close();
      },
    },
  ];
}

/** Puts the icon into the tray until the window closes. Where a desktop has no tray there is just no icon. */
export function showTray(options: TrayOptions): ShownTray {
  const { window, open } = options;
  const tray = new Tray(nativeImage.createFromDataURL(trayIcon));
  let timer: NodeJS.Timeout | undefined;
  let shown = app.name;
  let asked: WaitingChange | null = null;
  tray.on('click', open);
  const show = () => {
    if (tray.isDestroyed()) return;
    tray.setToolTip(shown);
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(shown, asked, options)));
  };
  show();
  const tell = async () => {
    clearTimeout(timer);
    timer = undefined;
    const text = await options.text();
    // A menu that is open is not taken from under the pointer for the same words.
    if (text === shown) return;
    shown = text;
    show();
  };
  window.once('closed', () => {
    clearTimeout(timer);
    tray.destroy();
  });
  // Without a snapshot there is nothing to say; the next change asks again.
  const tellNow = () => {
    tell().catch(() => undefined);
  };
  return {
    changed: () => {
      timer ??= setTimeout(tellNow, pause);
    },
    languageChanged: () => {
      show();
      tellNow();
    },
    ask: (change) => {
      asked = change;
      show();
    },
  };
}
