// SPDX-License-Identifier: MIT
// Where the app keeps what it knows, found without the app's runtime.

import { readlinkSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** The product's name, under which Electron keeps user data. */
const product = 'Interface Panel';

/** What Electron answers to getPath('userData'). */
export function usualUserData(): string {
  const folder =
    process.platform === 'win32'
      ? (process.env['APPDATA'] ?? path.join(homedir(), 'AppData', 'Roaming'))
      : (process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'));
  return path.join(folder, product);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the app is open on this user data: on Linux Chromium leaves a link named SingletonLock to
 * <host>-<process>. On Windows the journal itself can be open but once.
 */
export function isAppOpen(userData: string): boolean {
  try {
    const pid = /-(\d+)$/.exec(readlinkSync(path.join(userData, 'SingletonLock')))?.[1];
    return pid !== undefined && isAlive(Number(pid));
  } catch {
    return false;
  }
}
