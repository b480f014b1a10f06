// SPDX-License-Identifier: MIT
// What the linker made: protections, imports and resources of the programs for Windows.
import assert from 'node:assert/strict';
import test from 'node:test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addonFile, helperFile, keeperFile, simulatedHelperFile } from './support/places';
import { dllCharacteristics, PeFile, resourceType } from './support/pe-file';

/**
 * What an elevated program may name in its import table. Windows maps these from the KnownDLLs, never from the
 * program's folder (HKLM\SYSTEM\CurrentControlSet\Control\Session Manager\KnownDLLs).
 */
const knownLibraries = ['advapi32.dll', 'kernel32.dll', 'msvcrt.dll'];

/** Functions with which a program starts others, listens or reads files and the environment. */
const forbiddenImports = [
  'CreateProcess',
  'ShellExecute',
  'WinExec',
  'GetEnvironmentVariable',
  'CreateNamedPipe',
  'WSAStartup',
  'CoCreateInstance',
  'ReadDirectoryChanges',
  'FindFirstFile',
];

/** What the C runtime of MSVC, linked statically, brings of these by itself (argv_wildcards.cpp). */
const broughtByRuntime = process.platform === 'win32' ? ['FindFirstFileExW'] : [];

const { version } = JSON.parse(
  readFileSync(path.join(__dirname, '../../package.json'), 'utf8'),
) as { version: string };

const programs = { addonFile, helperFile, keeperFile, simulatedHelperFile };

for (const [name, file] of Object.entries(programs)) {
  test(`${name}: addresses are random in 64 bits and data is not executed`, () => {
    const { highEntropy, dynamicBase, nxCompatible } = dllCharacteristics;
    const wanted = highEntropy | dynamicBase | nxCompatible;
    assert.equal(new PeFile(file).dllCharacteristics & wanted, wanted);
  });
}

for (const [name, file, libraries] of [
  ['helper', helperFile, knownLibraries],
  // Whether the system is in safe mode is told by user32.dll.
  ['keeper', keeperFile, [...knownLibraries, 'user32.dll']],
] as const) {
  test(`the ${name} imports known DLLs of the system alone`, () => {
    const others = new PeFile(file).imports.filter((library) => !libraries.includes(library));
    assert.deepEqual(others, []);
  });

  test(`the ${name} imports nothing to start a program, to listen or to read files with`, () => {
    const text = broughtByRuntime.reduce(
      (found, name) => found.replaceAll(name, ''),
      readFileSync(file, 'latin1'),
    );
    assert.deepEqual(
      forbiddenImports.filter((forbidden) => text.includes(forbidden)),
      [],
    );
    // The same look finds what the addon does import.
    assert.ok(readFileSync(addonFile, 'latin1').includes('ShellExecute'));
  });
}

test('the keeper alone makes a key, waits for one and is a service; neither starts a service', () => {
  const namesOfKeeper = [
    'RegCreateKeyExW',
    'RegNotifyChangeKeyValue',
    'StartServiceCtrlDispatcherW',
  ];
  const [helper, keeper] = [helperFile, keeperFile].map((file) => readFileSync(file, 'latin1'));
  assert.deepEqual(
    namesOfKeeper.filter((name) => !keeper?.includes(name)),
    [],
  );
  assert.deepEqual(
    namesOfKeeper.filter((name) => helper?.includes(name)),
    [],
  );
  for (const name of ['StartServiceW', 'StartServiceA', 'CreateServiceW', 'ControlService']) {
    assert.ok(!keeper?.includes(name), name);
    assert.ok(!helper?.includes(name), name);
  }
});

test('the addon takes Node-API from whatever program loads it', () => {
  assert.ok(!new PeFile(addonFile).imports.includes('node.exe'));
});

test('the helper asks for an administrator, the others for nobody', () => {
  const levelOf = (file: string) =>
    /requestedExecutionLevel level="(\w+)" uiAccess="(\w+)"/
      .exec(new PeFile(file).resource(resourceType.manifest)?.toString('utf8') ?? '')
      ?.slice(1);
  assert.deepEqual(levelOf(helperFile), ['requireAdministrator', 'false']);
  assert.deepEqual(levelOf(simulatedHelperFile), ['asInvoker', 'false']);
  assert.deepEqual(levelOf(keeperFile), ['asInvoker', 'false']);
});

test('the consent prompt shows the product by name, in the version of the package', () => {
  const resource = new PeFile(helperFile).resource(resourceType.version)?.toString('utf16le') ?? '';
  for (const text of [
    'Interface Panel',
    'interface-panel-helper.exe',
    `ProductVersion\0${version}`,
  ]) {
    assert.ok(resource.includes(text), text);
  }
});
