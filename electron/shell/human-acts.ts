// SPDX-License-Identifier: MIT
// Whether a person did something just now. A page that has been taken over can call main as it likes; what it cannot
// do is press a key or a button, which come from the system through main's side of the window.

import type { WebContents } from 'electron';

/** Between a click and the call it makes may lie a check of what was entered, not more. Milliseconds. */
const freshFor = 5_000;

const acts: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'keyUp',
  'touchStart',
  'touchEnd',
  'gestureTap',
  'pointerDown',
  'pointerUp',
]);

/** The last act of the person at the window. */
export class HumanActs {
  readonly #now: () => number;
  #lastAt = -Infinity;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Follows what the system sends to a window's page. */
  watch(contents: Pick<WebContents, 'on'>): void {
    contents.on('input-event', (_event, { type }) => {
      if (acts.has(type)) this.note();
    });
  }

  /** Notes one that does not go through the page: an item of the menu. */
  note(): void {
    this.#lastAt = this.#now();
  }

  /** Uses the last one up; false when there is none that is fresh. */
  take(): boolean {
    const isFresh = this.#now() - this.#lastAt <= freshFor;
    this.#lastAt = -Infinity;
    return isFresh;
  }
}
