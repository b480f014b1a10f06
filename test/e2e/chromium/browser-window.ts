// SPDX-License-Identifier: MIT
// Electron's windows and what is in them, without Electron: a page of Chromium that the test has opened.

import { EventEmitter } from 'node:events';
import type { Peer } from './peer';
import { isPrevented } from './preventable';

const nothing = () => undefined;

/** How large the page is, in pixels of the screen, and how far it is zoomed. */
export interface PageShape {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** The side of the channel where the page is; set before the program starts. */
let page: Peer;

export function showPagesBy(peer: Peer): void {
  page = peer;
}

/** 'made' with the contents of a new window, 'all-closed' after the last one. */
export const windowEvents = new EventEmitter();

class WebContents extends EventEmitter {
  readonly id = 1;
  readonly setWindowOpenHandler = nothing;
  readonly setWebRTCIPHandlingPolicy = nothing;
  readonly isCrashed = () => false;
  readonly isDestroyed: () => boolean;
  readonly #reshape: () => void;
  zoom = 1;

  constructor(isDestroyed: () => boolean, reshape: () => void) {
    super();
    this.isDestroyed = isDestroyed;
    this.#reshape = reshape;
  }

  send(channel: string, ...payload: readonly unknown[]): void {
    page.ask('send', channel, payload).catch(nothing);
  }

  reload(): void {
    page.ask('reload').catch(nothing);
  }

  getZoomFactor(): number {
    return this.zoom;
  }

  setZoomFactor(zoom: number): void {
    this.zoom = zoom;
    this.#reshape();
  }
}

export interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly show: boolean;
}

export class BrowserWindow extends EventEmitter {
  static readonly #all = new Set<BrowserWindow>();

  readonly webContents: WebContents;
  readonly setBackgroundColor = nothing;
  readonly setMinimumSize = nothing;
  readonly setPosition = nothing;
  readonly setProgressBar = nothing;
  readonly flashFrame = nothing;
  readonly center = nothing;
  readonly focus = nothing;
  readonly restore = nothing;
  readonly isMinimized = () => false;
  /** A page of Playwright's always has the focus. */
  readonly isFocused = () => true;
  #size: readonly [width: number, height: number];
  #isVisible: boolean;
  #isMaximized = false;

  constructor({ width, height, show }: WindowOptions) {
    super();
    this.#size = [width, height];
    this.#isVisible = show;
    BrowserWindow.#all.add(this);
    this.webContents = new WebContents(
      () => this.isDestroyed(),
      () => {
        this.#reshape();
      },
    );
    this.#reshape();
    windowEvents.emit('made', this.webContents);
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...BrowserWindow.#all];
  }

  async loadURL(url: string): Promise<void> {
    await page.ask('load', url);
    this.webContents.emit('dom-ready');
    this.emit('ready-to-show');
  }

  isDestroyed(): boolean {
    return !BrowserWindow.#all.has(this);
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize');
  }

  setSize(width: number, height: number): void {
    this.#size = [width, height];
    this.#reshape();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const [width, height] = this.#size;
    return { x: 0, y: 0, width, height };
  }

  close(): void {
    if (isPrevented(this, 'close') || this.isDestroyed()) return;
    BrowserWindow.#all.delete(this);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (BrowserWindow.#all.size === 0) windowEvents.emit('all-closed');
  }

  #reshape(): void {
    const [width, height] = this.#size;
    const shape: PageShape = { width, height, zoom: this.webContents.zoom };
    page.ask('reshape', shape).catch(nothing);
  }
}
