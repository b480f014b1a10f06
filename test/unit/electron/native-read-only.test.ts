// SPDX-License-Identifier: MIT
// The addon reads. What sets is in libraries that only the helpers link; here the linker's result is looked at.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostPlatform, inOutput } from '../../../build/project-paths';
import { nativeFolder } from '../../../electron/native/native-folder';

const settingLibraries = ['linux/liblinux_stack_set.a', 'simulated/libsimulated_stack_set.a'].map(
  (library) => inOutput('cmake', hostPlatform, 'stack', library),
);

interface BinarySymbol {
  readonly type: string;
  readonly name: string;
}

/** The symbols that a library or program defines, mangled. */
function symbolsIn(file: string, ...options: string[]): readonly BinarySymbol[] {
  const listing = execFileSync('nm', ['--defined-only', '--format=posix', ...options, file], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listing
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', type = '']) => ({ name, type }));
}

/** The functions of ours that a library of setting code brings; what templates and headers bring is everybody's. */
function settingFunctions(): ReadonlySet<string> {
  const symbols = settingLibraries.flatMap((library) => symbolsIn(library));
  return new Set(
    symbols
      .filter(({ type, name }) => type === 'T' && name.includes('interface_panel'))
      .map(({ name }) => name),
  );
}

function settingFunctionsIn(file: string): readonly string[] {
  const setting = settingFunctions();
  return symbolsIn(path.join(nativeFolder(), file))
    .map(({ name }) => name)
    .filter((name) => setting.has(name));
}

describe.runIf(process.platform === 'linux')('the built addon', () => {
  it('contains no function of the libraries that set', () => {
    expect(settingFunctionsIn('interface_panel.node')).toEqual([]);
  });

  it('differs in that from the helpers', () => {
    expect(settingFunctionsIn('interface-panel-helper').length).toBeGreaterThan(5);
    expect(settingFunctionsIn('interface-panel-helper-simulated').length).toBeGreaterThan(5);
  });

  it('has the calls that read, which no helper has', () => {
    const reading = /takeSnapshot|watchChanges|lookUpRoute|makeLinuxStack|makeSimulatedStack/;
    const readingIn = (file: string) =>
      symbolsIn(path.join(nativeFolder(), file)).filter(({ name }) => reading.test(name));
    expect(readingIn('interface_panel.node').length).toBeGreaterThanOrEqual(5);
    expect(readingIn('interface-panel-helper')).toEqual([]);
    expect(readingIn('interface-panel-helper-simulated')).toEqual([]);
  });

  it('exports nothing of ours but how Node registers it', () => {
    const exported = symbolsIn(path.join(nativeFolder(), 'interface_panel.node'), '--dynamic')
      .filter(({ type }) => /[TDB]/.test(type))
      .map(({ name }) => name);
    expect(exported.sort()).toEqual([
      'napi_register_module_v1',
      'node_api_module_get_api_version_v1',
    ]);
  });
});
