// SPDX-License-Identifier: MIT
import { onTestFinished } from 'vitest';
import { DataFolder } from '../../../electron/files/data-folder';

/** A data folder that is closed with the test. */
export function dataFolderOfTest(folder: string): DataFolder {
  const data = new DataFolder(folder);
  onTestFinished(() => data.close());
  return data;
}
