// SPDX-License-Identifier: MIT

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { appOrigin } from './app-origin';

/** One file of the renderer's bundle. */
export interface AppFile {
  readonly path: string;
  readonly mimeType: string;
}

/** The only kinds of file that are served. */
const mimeTypes: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const entryPath = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(entryPath);
    return entry.isFile() ? [entryPath] : [];
  });
}

/**
 * The files of a folder by their exact addresses. Requests are only looked up here, no path is ever put
 * together from one, so none can lead out of the folder. Throws when the folder cannot be read.
 */
export function appFiles(folder: string): ReadonlyMap<string, AppFile> {
  const files = new Map<string, AppFile>();
  for (const file of filesUnder(folder)) {
    const mimeType = mimeTypes.get(path.extname(file));
    const place = path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/');
    if (mimeType !== undefined) files.set(`${appOrigin}/${place}`, { path: file, mimeType });
  }
  return files;
}
