// SPDX-License-Identifier: MIT
// Where the app keeps what it knows, found without the app's runtime.

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
