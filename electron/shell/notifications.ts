// SPDX-License-Identifier: MIT
// Notifications of the system, for a window that nobody looks at.

import { Notification } from 'electron';
import type { BrowserWindow } from 'electron';

/**
 * By what Windows knows whose a notification is: the packages put it into the shortcut (build/packaging/package-app.ts),
 * and without a shortcut of that name nothing is shown.
 */
export const appUserModelId = 'org.interface-panel.InterfacePanel';

export interface NotificationText {
  /** The only part that may hold a name out of the system: desktops show it as plain text, the body as markup. */
  readonly title: string;
  readonly body: string;
}

/** A button, where the system has them. */
export interface NotificationButton {
  readonly label: string;
  readonly press: () => void;
}

export interface NotificationsOptions {
  readonly window: BrowserWindow;
  /** Whether the user wants any. */
  readonly areWanted: () => boolean;
}

/** One at a time: what is newer is told in the place of what was there. */
export class Notifications {
  readonly #options: NotificationsOptions;
  /** Held, because one that is collected tells nothing any more. */
  #shown: Notification | null = null;

  constructor(options: NotificationsOptions) {
    this.#options = options;
    options.window.on('focus', () => {
      this.withdraw();
    });
    options.window.once('closed', () => {
      this.withdraw();
    });
  }

  /** Shows one unless it is not wanted, or the window has the focus and shows the same. Answers whether it did. */
  show(
    { title, body }: NotificationText,
    click: () => void,
    buttons: readonly NotificationButton[] = [],
  ): boolean {
    const { window, areWanted } = this.#options;
    if (window.isDestroyed() || window.isFocused()) return false;
    if (!areWanted() || !Notification.isSupported()) return false;
    this.withdraw();
    const shown = new Notification({
      title,
      body,
      actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      // A question stays for as long as it can be answered.
      timeoutType: buttons.length > 0 ? 'never' : 'default',
    });
    shown.on('click', click);
    shown.on('action', ({ actionIndex }) => {
      buttons[actionIndex]?.press();
    });
    shown.show();
    this.#shown = shown;
    return true;
  }

  /** Takes away what is shown. */
  withdraw(): void {
    this.#shown?.close();
    this.#shown = null;
  }
}
