// SPDX-License-Identifier: MIT
/**
 * `npm run test:package`: makes the packages and tests them as they would be installed. Where Electron itself cannot
 * be downloaded the stand-in is packaged, which has not every fuse. Needs root. The last line is "N passed, N failed".
 */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packageApp } from '../../build/packaging/package-app';
import { hostPlatform, inOutput, inProject } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { isStandIn } from '../../build/set-up/electron-stand-in';
import { buildNative, crossBuild } from '../../build/set-up/native-build';
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { addNetworkNamespace } from '../runner/network-namespace';
import { runVitestInNamespace } from '../runner/vitest-in-namespace';
import { makeWindowsRuntime } from './made-up-runtime';
import { packagesFolder } from './packages';

async function packageForLinux(): Promise<void> {
  const runtime = inProject('node_modules/electron/dist');
  await packageApp({
    platform: 'linux',
    runtime,
    electronVersion: readFileSync(path.join(runtime, 'version'), 'utf8').trim(),
    runtimeAge: isStandIn() ? 'old' : 'current',
    native: inOutput('native', hostPlatform),
    output: packagesFolder,
    kind: 'folder',
  });
}

/** Of a runtime that cannot run: what electron-builder makes of it can be looked at anyway. */
async function packageForWindows(): Promise<void> {
  await packageApp({
    platform: 'win32',
    ...makeWindowsRuntime(),
    runtimeAge: 'current',
    native: inOutput('native', crossBuild.platform),
    output: packagesFolder,
    kind: 'folder',
  });
}

void runScript(async () => {
  provideSystemTools('test');
  await provideElectron();
  await buildNative('all');
  await buildNative('app', crossBuild);
  await provideBundles();
  rmSync(packagesFolder, { recursive: true, force: true });
  await packageForLinux();
  await packageForWindows();

  const namespace = addNetworkNamespace('package');
  try {
    const { passed, failed } = await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'package',
      reporter: 'default',
      reportName: 'package.json',
    });
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    namespace.remove();
  }
});
