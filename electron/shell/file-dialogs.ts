// SPDX-License-Identifier: MIT

import { dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Doorkeeper } from './doorkeeper';
import type { FileDialogs, FileKind } from '../reports/support';
import { messages } from '../language/messages';

const filtersFor = (kinds: readonly FileKind[]) =>
  kinds.map(({ name, extension }) => ({ name: messages.files[name], extensions: [extension] }));

async function askWhereToSave(parent: BrowserWindow, name: string, kind: FileKind) {
  const { filePath, canceled } = await dialog.showSaveDialog(parent, {
    defaultPath: name,
    filters: filtersFor([kind]),
  });
  return canceled || filePath === '' ? null : filePath;
}

async function askWhatToOpen(parent: BrowserWindow, kinds: readonly FileKind[]) {
  const { filePaths } = await dialog.showOpenDialog(parent, {
    properties: ['openFile'],
    filters: [...filtersFor(kinds), { name: messages.files.all, extensions: ['*'] }],
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
    askWhatToOpen: (kinds) => ask((parent) => askWhatToOpen(parent, kinds)),
    showInFolder: (file) => {
      shell.showItemInFolder(file);
    },
  };
}
