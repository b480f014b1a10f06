// SPDX-License-Identifier: MIT
// Electron's `app`, without Electron: where things are, and how a program ends.

import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { BrowserWindow, windowEvents } from './browser-window';
import { isPrevented } from './preventable';

const nothing = () => undefined;

/** The program is started in the project's folder; its own place is somewhere in the output. */
export const projectFolder = process.cwd();

const { productName, version } = JSON.parse(
  readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
) as { productName: string; version: string };

const switchValue = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

class App extends EventEmitter {
  readonly name = productName;
  isPackaged = false;
  readonly commandLine = {
    hasSwitch: (name: string) =>
      process.argv.includes(`--${name}`) || switchValue(name) !== undefined,
    appendSwitch: nothing,
  };
  readonly #paths: Record<string, string> = {
    appData: process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'),
    userData: switchValue('user-data-dir') ?? path.join(homedir(), '.config', productName),
  };
  readonly enableSandbox = nothing;
  readonly getAppPath = () => projectFolder;
  readonly getVersion = () => version;
  readonly getPreferredSystemLanguages = () => [process.env['LANG'] ?? 'en'];
  readonly whenReady = () => Promise.resolve();
  readonly requestSingleInstanceLock = () => true;

  getPath(name: string): string | undefined {
    return this.#paths[name];
  }

  setPath(name: string, place: string): void {
    this.#paths[name] = place;
  }

  constructor() {
    super();
    windowEvents.on('made', (contents) => this.emit('web-contents-created', {}, contents));
    windowEvents.on('all-closed', () => {
      this.quit();
    });
  }

  /** Ends when nobody prevents it: neither the program nor one of its windows. */
  quit(): void {
    if (isPrevented(this, 'before-quit')) return;
    for (const window of BrowserWindow.getAllWindows()) window.close();
    if (BrowserWindow.getAllWindows().length === 0) this.exit(0);
  }

  exit(code: number): void {
    this.emit('quit');
    process.exit(code);
  }
}

export const app = new App();
