// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import { architectureNamed } from '../../../build/packaging/architecture';
import { packagedApp } from '../../../build/packaging/package-app';

it('a processor that no package is made for is refused by its name', () => {
  expect(architectureNamed('arm64')).toBe('arm64');
  expect(() => architectureNamed('ia32')).toThrow('No package is made for ia32');
});

it.each([
  ['win32', 'x64', 'out/win-unpacked'],
  ['win32', 'arm64', 'out/win-arm64-unpacked'],
  ['linux', 'x64', 'out/linux-unpacked'],
  ['linux', 'arm64', 'out/linux-arm64-unpacked'],
] as const)('%s on %s is unpacked where electron-builder puts it', (platform, architecture, to) => {
  expect(packagedApp({ platform, architecture, output: 'out' }).folder).toBe(to);
});
