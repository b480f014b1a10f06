// SPDX-License-Identifier: MIT

import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Doorkeeper } from './doorkeeper';
import type { FileDialogs, FileKind } from '../reports/support';
import { messages } from '../language/messages';

async function askWhereToSave(parent: BrowserWindow, name: string, kind: FileKind) {
  const { filePath, canceled } = await dialog.showSaveDialog(parent, {
    defaultPath: name,
    filters: [{ name: messages.files[kind.name], extensions: [kind.extension] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

async function askWhatToOpen(parent: BrowserWindow, extensions: readonly string[]) {
  const { filePaths } = await dialog.showOpenDialog(parent, {
    properties: ['openFile'],
    filters: [
      { name: messages.files.openable, extensions: [...extensions] },
      { name: messages.files.all, extensions: ['*'] },
    ],
  });
  return filePaths[0] ?? null;
}

/** The system's own dialogs, in front of the window, one at a time. */
export function fileDialogs(
  window: () => BrowserWindow | null,
  doorkeeper: Pick<Doorkeeper, 'openDialog'>,
): FileDialogs {
  const ask = (work: (parent: BrowserWindow) => Promise<string | null>) => {
    const parent = window();
    return parent ? doorkeeper.openDialog(() => work(parent)) : Promise.resolve(null);
  };
  return {
    askWhereToSave: (name, kind) => ask((parent) => askWhereToSave(parent, name, kind)),
    askWhatToOpen: (extensions) => ask((parent) => askWhatToOpen(parent, extensions)),
    showInFolder: (file) => {
      shell.showItemInFolder(file);
    },
  };
}
