// SPDX-License-Identifier: MIT
// What a double click opens: the packages, the desktop's files and the app have to agree.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configuration } from '../../../build/packaging/package-app';
import { inProject } from '../../../build/project-paths';
import { fileExtension } from '../../../electron/contract/support';

const ofLinux = (name: string) => readFileSync(inProject('build/packaging/linux', name), 'utf8');

describe('files of saved sets', () => {
  it.each(['linux', 'win32'] as const)('are registered by the package for %s', (platform) => {
    const { fileAssociations, extraFiles } = configuration({
      platform,
      architecture: 'x64',
      runtime: inProject(),
      electronVersion: '45.4.1',
      runtimeAge: 'current',
      native: inProject('out'),
      output: inProject('out'),
      kind: 'folder',
    });
    expect(fileAssociations).toMatchObject([{ ext: fileExtension }]);
    const shipped = JSON.stringify(extraFiles);
    expect(shipped.includes('interface-panel.desktop')).toBe(platform === 'linux');
    expect(shipped.includes('interface-panel-mime.xml')).toBe(platform === 'linux');
  });

  it('are known to the desktop of Linux by the same type', () => {
    const mime = ofLinux('interface-panel-mime.xml');
    const [, type = ''] = /<mime-type type="([^"]+)"/.exec(mime) ?? [];
    expect(mime).toContain(`<glob pattern="*.${fileExtension}"/>`);
    expect(ofLinux('interface-panel.desktop')).toContain(`\nMimeType=${type};\n`);
    expect(ofLinux('interface-panel.desktop')).toMatch(/^Exec=\S+ %f$/m);
  });
});
