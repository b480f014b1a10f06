// SPDX-License-Identifier: MIT
// What only the system can do for a person: choosing in the application menu, and answering a file dialog.

import type { DrivenApp } from './driven-app';

/** Chooses an item of the application menu by its label. */
export async function chooseInMenu(app: DrivenApp, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((top) => top.submenu?.items ?? []) ?? [];
    const item = items.find((one) => one.label === wanted);
    if (!item) throw new Error(`The menu has no item ${wanted}`);
    Reflect.apply(item.click, item, []);
  }, label);
}

/** Answers the file dialogs to come with this file; null: as if they were cancelled. */
export async function answerFileDialogs(app: DrivenApp, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const canceled = chosen === null;
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: chosen ?? '' });
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled, filePaths: chosen === null ? [] : [chosen] });
  }, file);
}
