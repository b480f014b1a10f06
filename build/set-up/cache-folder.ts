// SPDX-License-Identifier: MIT
import { homedir } from 'node:os';
import path from 'node:path';

/** Root's cache is readable by all, because tests also start the app as an ordinary user. */
function cacheRoot(): string {
  const chosen = process.env['XDG_CACHE_HOME'];
  if (chosen) return chosen;
  return process.getuid?.() === 0 ? '/var/cache' : path.join(homedir(), '.cache');
}

/** Where something that was fetched is kept, outside node_modules: `npm ci` would fetch it again. */
export const cacheFolder = (name: string): string =>
  path.join(cacheRoot(), 'interface-panel', name);
