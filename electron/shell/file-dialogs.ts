// SPDX-License-Identifier: MIT

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { FileDialogs, FileKind } from '../reports/support';

const filtersFor = ({ label, extension }: FileKind) => [{ name: label, extensions: [extension] }];

/** The system's own dialogs, in front of the window. */
export function fileDialogs(window: () => BrowserWindow | null): FileDialogs {
  return {
    askWhereToSave: async (suggestedName, kind) => {
      const parent = window();
      if (!parent) return null;
      const { filePath, canceled } = await dialog.showSaveDialog(parent, {
        defaultPath: suggestedName,
        filters: filtersFor(kind),
      });
      return canceled || filePath === '' ? null : filePath;
    },
    askWhatToOpen: async (kind) => {
      const parent = window();
      if (!parent) return null;
      const { filePaths } = await dialog.showOpenDialog(parent, {
        properties: ['openFile'],
        filters: [...filtersFor(kind), { name: 'All files', extensions: ['*'] }],
      });
      return filePaths[0] ?? null;
    },
  };
}
