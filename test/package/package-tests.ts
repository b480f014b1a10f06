// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { packageApp } from '../../build/packaging/package-app';
import { inOutput } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative, crossBuild } from '../../build/set-up/native-build';
import type { Counts } from '../runner/counts';
import { addNetworkNamespace } from '../runner/network-namespace';
import { runVitestInNamespace } from '../runner/vitest-in-namespace';
import { makeWindowsRuntime } from './made-up-runtime';
import { packageForLinux } from './package-for-linux';
import { packagesFolder } from './packages';

/** Of a runtime that cannot run: what electron-builder makes of it can be looked at anyway. */
async function packageForWindows(): Promise<void> {
  await packageApp({
    platform: 'win32',
    architecture: 'x64',
    ...makeWindowsRuntime(),
    runtimeAge: 'current',
    native: inOutput('native', crossBuild.platform),
    output: packagesFolder,
    kind: 'folder',
  });
}

/** Makes the packages and tests them as they would be installed; needs root. */
export async function runPackages(): Promise<Counts> {
  await provideElectron();
  await buildNative('all');
  await buildNative('app', crossBuild);
  await provideBundles();
  rmSync(packagesFolder, { recursive: true, force: true });
  await packageForLinux(packagesFolder);
  await packageForWindows();

  const namespace = addNetworkNamespace('package');
  try {
    return await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'package',
      reporter: 'default',
      reportName: 'package.json',
    });
  } finally {
    namespace.remove();
  }
}
