// SPDX-License-Identifier: MIT
// The window's button in the taskbar: it asks for attention once, and shows how much of the time is left.

import type { BrowserWindow } from 'electron';

/** How often the bar moves. Milliseconds. */
const pace = 1_000;

const noProgress = -1;

export class Taskbar {
  readonly #window: BrowserWindow;
  #timer: NodeJS.Timeout | undefined;

  constructor(window: BrowserWindow) {
    this.#window = window;
    window.on('focus', () => {
      window.flashFrame(false);
    });
    window.once('closed', () => {
      clearInterval(this.#timer);
    });
  }

  /** Begins to count down to a moment that is so many milliseconds after the beginning. */
  countDown(endsAt: number, length: number): void {
    clearInterval(this.#timer);
    const show = () => {
      const left = Math.max(0, endsAt - Date.now());
      this.#window.setProgressBar(Math.min(1, left / length));
    };
    show();
    this.#timer = setInterval(show, pace);
    if (!this.#window.isFocused()) this.#window.flashFrame(true);
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.#window.isDestroyed()) return;
    this.#window.setProgressBar(noProgress);
    this.#window.flashFrame(false);
  }
}
