// SPDX-License-Identifier: MIT
// The packages that test/package/run.ts makes.

import { architectureNamed } from '../../build/packaging/architecture';
import { packagedApp } from '../../build/packaging/package-app';
import { inOutput } from '../../build/project-paths';

export const packagesFolder = inOutput('package-test');

export const linuxPackage = packagedApp({
  platform: 'linux',
  architecture: architectureNamed(process.arch),
  output: packagesFolder,
});

export const windowsPackage = packagedApp({
  platform: 'win32',
  architecture: 'x64',
  output: packagesFolder,
});
