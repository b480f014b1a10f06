// SPDX-License-Identifier: MIT
// What the system and the installer say of the program, in every language.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { languages, messagesOf, readCatalogue } from '../../../build/messages/catalogues';
import { configuration } from '../../../build/packaging/package-app';
import { translatedFile, writeTranslatedFiles } from '../../../build/packaging/translated-files';
import { inProject } from '../../../build/project-paths';

beforeAll(() => {
  writeTranslatedFiles();
});

const written = (name: string) => readFileSync(translatedFile(name), 'utf8');

/** Messages of the packages that are not in a text. */
const missingIn = (text: string, language: string, part: string) =>
  [...messagesOf(readCatalogue(language))]
    .filter(([name, message]) => name.startsWith(`packages.${part}.`) && !text.includes(message))
    .map(([name]) => name);

describe.each(languages().filter((tag) => tag !== 'en'))('%s', (language) => {
  it('is what the desktop’s files say, each message somewhere', () => {
    const names = [
      'interface-panel.desktop',
      'interface-panel-mime.xml',
      'org.interface_panel.InterfacePanel.metainfo.xml',
      'org.interface_panel.InterfacePanel.policy',
    ];
    const texts = names.map(written).join('\n');
    expect(missingIn(texts, language, 'desktop')).toEqual([]);
    expect(written('interface-panel.desktop')).toContain(`\nComment[${language}]=`);
    expect(written('interface-panel.desktop')).toContain(`\nKeywords[${language}]=VPN;`);
    expect(written('org.interface_panel.InterfacePanel.policy')).toContain(
      `<message xml:lang="${language}">`,
    );
  });

  it('is what the installer says', () => {
    expect(missingIn(written('installer-strings.nsh'), language, 'installer')).toEqual([]);
  });
});

describe('English', () => {
  it('stays what the files say to everybody else', () => {
    const english = readFileSync(
      inProject('build/packaging/linux/interface-panel.desktop'),
      'utf8',
    );
    const lines = written('interface-panel.desktop').split('\n');
    expect(lines.filter((line) => !/^\w+\[/.test(line)).join('\n')).toBe(english);
  });

  it('is all of what the installer asks for by name', () => {
    const names = [...messagesOf(readCatalogue('en')).keys()]
      .filter((name) => name.startsWith('packages.installer.'))
      .map((name) => name.replace('packages.installer.', ''));
    const script = readFileSync(inProject('build/packaging/installer.nsh'), 'utf8');
    const asked = Array.from(script.matchAll(/\$\((\w+)\)/g), ([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(names));
    expect(script).not.toMatch(/MessageBox [^"]*"[^$]/);
  });
});

it('the package for Windows has an installer in each language', () => {
  const { nsis, electronLanguages } = configuration({
    platform: 'win32',
    architecture: 'x64',
    runtime: inProject(),
    electronVersion: '45.4.1',
    runtimeAge: 'current',
    native: inProject('out'),
    output: inProject('out'),
    kind: 'folder',
  });
  expect(nsis?.installerLanguages).toEqual(languages());
  expect(electronLanguages).toEqual(languages().map((tag) => (tag === 'en' ? 'en-US' : tag)));
});
