// SPDX-License-Identifier: MIT
import { rmSync } from 'node:fs';
import { architectureNamed } from '../../build/packaging/architecture';
import { makeDebianPackage } from '../../build/packaging/debian-package';
import { packagedApp } from '../../build/packaging/package-app';
import { versionOfProject } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { packageForLinux } from '../package/package-for-linux';
import type { Counts } from '../runner/counts';
import { addNetworkNamespace } from '../runner/network-namespace';
import { runVitestInNamespace } from '../runner/vitest-in-namespace';
import { chrootsFolder, PackageChroot, suites } from './package-chroot';

/** Two packages of the same program: people have the first, and get the second. Returns their files. */
async function makePackages(): Promise<readonly [string, string]> {
  await packageForLinux(chrootsFolder);
  const { folder: program } = packagedApp({
    platform: 'linux',
    architecture: architectureNamed(process.arch),
    output: chrootsFolder,
  });
  const make = (version: string) =>
    makeDebianPackage({ program, version, output: chrootsFolder, compression: 1 });
  return [make(versionOfProject()), make(`${versionOfProject()}+next`)];
}

/** Installs, uses, upgrades, removes and purges the package for Debian in fresh systems; needs root. */
export async function runChroots(): Promise<Counts> {
  provideSystemTools('test in chroots');
  await provideElectron();
  await buildNative('app');
  await provideBundles();
  rmSync(chrootsFolder, { recursive: true, force: true });
  const [first, next] = await makePackages();
  const chroots = suites.map((suite) => ({ suite, debian: new PackageChroot(suite) }));
  const namespace = addNetworkNamespace('chroots');
  try {
    for (const { suite, debian } of chroots) {
      console.log(`Making a fresh Debian (${suite})`);
      debian.make([first, next]);
    }
    return await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'chroots',
      reporter: 'default',
      reportName: 'chroots.json',
      environment: { PACKAGE: first, NEXT_PACKAGE: next },
    });
  } finally {
    namespace.remove();
    for (const { debian } of chroots) debian.remove();
  }
}
