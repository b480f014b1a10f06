// SPDX-License-Identifier: MIT

import type { App, BrowserWindow } from 'electron';
import path from 'node:path';
import { bringToFront } from './bring-to-front';
import { inTraySwitch, namesFile } from './switches';

/** What a second start tells the first. */
interface Told {
  readonly file: string | null;
}

/** The file that a second start names: any program of this user can claim to be one. */
function fileToldOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('file' in data)) return null;
  const { file } = data;
  return typeof file === 'string' && path.isAbsolute(file) && namesFile(path.basename(file))
    ? file
    : null;
}

/**
 * Whether this is the only running app of this user data folder. It is the one that stays; a second start
 * brings its window to the front, unless it is the start at sign-in, has it open what was to be opened, and ends.
 */
export function becomeOnlyInstance(
  app: App,
  window: () => BrowserWindow | null,
  file: string | null,
  open: (file: string) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ file } satisfies Told)) return false;
  app.on('second-instance', (_event, commandLine, _folder, data) => {
    const told = fileToldOf(data);
    if (told !== null) open(told);
    const shown = window();
    if (shown && !commandLine.includes(inTraySwitch)) bringToFront(shown);
  });
  return true;
}
