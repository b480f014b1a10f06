// SPDX-License-Identifier: MIT
/**
 * `npm run package [-- --arch=arm64]`: what people install on this platform, in out/release. Built of Electron itself or
 * not at all. On Windows also for another processor than this computer's.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { architectureNamed } from './packaging/architecture';
import { makeDebianPackage } from './packaging/debian-package';
import { packageApp, packagedApp, releaseFolder } from './packaging/package-app';
import { inOutput, inProject, versionOfProject } from './project-paths';
import { provideBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { isStandIn } from './set-up/electron-stand-in';
import { buildNative, msvcBuild } from './set-up/native-build';
import { runScript, SetUpProblem } from './set-up/set-up-problem';
import { provideSystemTools } from './set-up/system-tools';

void runScript(async () => {
  const { values } = parseArgs({ options: { arch: { type: 'string', default: process.arch } } });
  const architecture = architectureNamed(values.arch);
  const isForThisComputer = architecture === process.arch;
  if (!isForThisComputer && process.platform !== 'win32') {
    throw new SetUpProblem('For another processor packages are made on Windows alone.');
  }
  provideSystemTools('package');
  await provideElectron();
  if (isStandIn()) {
    throw new SetUpProblem(
      'A release needs Electron itself, and this machine could not download it. "npm run test:package" packages the stand-in, for tests.',
    );
  }
  await (isForThisComputer ? buildNative('app') : buildNative('app', msvcBuild(architecture)));
  await provideBundles();
  const runtime = inProject('node_modules/electron/dist');
  const platform = process.platform === 'win32' ? 'win32' : 'linux';
  await packageApp({
    platform,
    architecture,
    runtime: isForThisComputer ? runtime : null,
    electronVersion: readFileSync(path.join(runtime, 'version'), 'utf8').trim(),
    runtimeAge: 'current',
    native: inOutput('native', `${process.platform}-${architecture}`),
    output: releaseFolder,
    kind: 'installer',
  });
  if (platform === 'linux') {
    const { folder } = packagedApp({ platform, architecture, output: releaseFolder });
    makeDebianPackage({ program: folder, version: versionOfProject(), output: releaseFolder });
  }
  console.log(`The package is in ${releaseFolder}`);
  return 0;
});
