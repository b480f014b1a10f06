// SPDX-License-Identifier: MIT
/** `npm run package`: what people install on this platform, in out/release. Built of Electron itself or not at all. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeDebianPackage } from './packaging/debian-package';
import { packageApp, packagedApp, releaseFolder } from './packaging/package-app';
import { hostPlatform, inOutput, inProject, versionOfProject } from './project-paths';
import { provideBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { isStandIn } from './set-up/electron-stand-in';
import { buildNative } from './set-up/native-build';
import { runScript, SetUpProblem } from './set-up/set-up-problem';
import { provideSystemTools } from './set-up/system-tools';

void runScript(async () => {
  provideSystemTools('package');
  await provideElectron();
  if (isStandIn()) {
    throw new SetUpProblem(
      'A release needs Electron itself, and this machine could not download it. "npm run test:package" packages the stand-in, for tests.',
    );
  }
  await buildNative('app');
  await provideBundles();
  const runtime = inProject('node_modules/electron/dist');
  const platform = process.platform === 'win32' ? 'win32' : 'linux';
  await packageApp({
    platform,
    runtime,
    electronVersion: readFileSync(path.join(runtime, 'version'), 'utf8').trim(),
    runtimeAge: 'current',
    native: inOutput('native', hostPlatform),
    output: releaseFolder,
    kind: 'installer',
  });
  if (platform === 'linux') {
    const { folder } = packagedApp({ platform, output: releaseFolder });
    makeDebianPackage({ program: folder, version: versionOfProject(), output: releaseFolder });
  }
  console.log(`The package is in ${releaseFolder}`);
  return 0;
});
