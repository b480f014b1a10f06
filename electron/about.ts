// SPDX-License-Identifier: MIT

import { app } from 'electron';
import { readFile } from 'node:fs/promises';
import type { About, BuildRecord } from './contract/about';
import { buildRecordFile, documentsFolder, licenceFiles } from './shell/places';

/** What this program is, as its build and its runtime tell. `log`: the file of its log. */
export async function about(log: string): Promise<About> {
  const record = JSON.parse(await readFile(buildRecordFile(), 'utf8')) as BuildRecord;
  const { electron, chrome, node } = process.versions;
  return {
    ...record,
    version: app.getVersion(),
    runtime: `Electron ${electron}, Chromium ${chrome}, Node.js ${node}`,
    documents: documentsFolder(),
    log,
    licenceFiles: licenceFiles(),
  };
}
