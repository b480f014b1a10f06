// SPDX-License-Identifier: MIT
/**
 * `npm run test:chroots`: installs, uses, upgrades, removes and purges the package for Debian in fresh systems, and has
 * lintian look it over. Where Electron itself cannot be downloaded the stand-in is packaged. Needs root and Debian's
 * mirror. The last line is "N passed, N failed".
 */
import { rmSync } from 'node:fs';
import { architectureNamed } from '../../build/packaging/architecture';
import { makeDebianPackage } from '../../build/packaging/debian-package';
import { packagedApp } from '../../build/packaging/package-app';
import { versionOfProject } from '../../build/project-paths';
import { provideBundles } from '../../build/set-up/bundles';
import { provideElectron } from '../../build/set-up/electron-runtime';
import { buildNative } from '../../build/set-up/native-build';
import { runScript } from '../../build/set-up/set-up-problem';
import { provideSystemTools } from '../../build/set-up/system-tools';
import { packageForLinux } from '../package/package-for-linux';
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

void runScript(async () => {
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
    const { passed, failed } = await runVitestInNamespace({
      namespace: namespace.name,
      folder: 'chroots',
      reporter: 'default',
      reportName: 'chroots.json',
      environment: { PACKAGE: first, NEXT_PACKAGE: next },
    });
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    namespace.remove();
    for (const { debian } of chroots) debian.remove();
  }
});
