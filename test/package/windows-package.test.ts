// SPDX-License-Identifier: MIT
// The package for Windows, as far as it can be made and looked at on Linux: its runtime is made up and cannot run.

import { getRawHeader } from '@electron/asar';
import { FuseState, FuseV1Options } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFuses } from '../../build/packaging/fuses';
import { windowsPackage } from './packages';

const { executable, folder, resources } = windowsPackage;

describe('the package for Windows', () => {
  it('has all nine fuses set', async () => {
    const { ENABLE, DISABLE } = FuseState;
    expect([...(await readFuses(executable))]).toEqual([
      [FuseV1Options.RunAsNode, DISABLE],
      [FuseV1Options.EnableCookieEncryption, ENABLE],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, DISABLE],
      [FuseV1Options.EnableNodeCliInspectArguments, DISABLE],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ENABLE],
      [FuseV1Options.OnlyLoadAppFromAsar, ENABLE],
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, DISABLE],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, DISABLE],
      [FuseV1Options.WasmTrapHandlers, ENABLE],
    ]);
  });

  it('knows the archive by its hash', () => {
    const { headerString } = getRawHeader(path.join(resources, 'app.asar'));
    const value = createHash('sha256').update(headerString).digest('hex');
    const known = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value }]);
    expect(readFileSync(executable, 'latin1')).toContain(known);
  });

  it('has the addon, the helpers, the keeper and the console program at their places', () => {
    expect(readdirSync(path.join(resources, 'native')).sort()).toEqual([
      'interface-panel-helper-simulated.exe',
      'interface-panel-helper.exe',
      'interface-panel-keeper.exe',
      'interface_panel.node',
    ]);
    expect(readdirSync(folder)).toContain('interface-panel-cli.exe');
  });
});
