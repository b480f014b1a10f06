// SPDX-License-Identifier: MIT
import { rmSync, writeFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { openStack } from '../../../electron/native/stack';
import { renameInFile, simulatedControl, temporaryStateFile } from './native-state-file';

const openSimulated = (stateFile: string) => openStack({ stack: 'simulated', stateFile });

it('makes the demo network and shows the same through another stack', async () => {
  const stateFile = temporaryStateFile();
  const snapshot = await openSimulated(stateFile).snapshot();
  expect(snapshot.stack).toBe('simulated');
  expect(snapshot.adapters.length).toBeGreaterThanOrEqual(12);
  expect(await openSimulated(stateFile).snapshot()).toEqual(snapshot);
});

it('names the driver of an adapter, where it has one', async () => {
  const { adapters } = await openSimulated(temporaryStateFile()).snapshot();
  const driverOf = (name: string) => adapters.find(({ alias }) => alias === name)?.driver;
  expect(driverOf('Contoso VPN')).toBe('wireguard');
  expect(driverOf('Ethernet')).toBe('pci\\ven_8086&dev_1a1c');
  expect(driverOf('Loopback Pseudo-Interface 1')).toBe('');
});

it('answers one row as the snapshot has it', async () => {
  const stack = openSimulated(temporaryStateFile());
  for (const row of (await stack.snapshot()).ipInterfaces.slice(0, 4)) {
    expect(await stack.ipInterface(row.luid, row.family)).toEqual(row);
  }
});

it('keeps unpaired surrogates in a name', async () => {
  const stateFile = temporaryStateFile();
  await openSimulated(stateFile).snapshot();
  renameInFile(stateFile, 'Wi-Fi', 'W\ud800\udbff\u0007"');
  const { adapters } = await openSimulated(stateFile).snapshot();
  expect(adapters.map(({ alias }) => alias)).toContain('W\ud800\udbff\u0007"');
});

it('reads 5,000 IP interfaces, each with its own LUID and family', async () => {
  const stateFile = temporaryStateFile();
  const stack = openSimulated(stateFile);
  await stack.snapshot();
  simulatedControl(stateFile, 'resize', '5000');
  const { ipInterfaces } = await stack.snapshot();
  expect(ipInterfaces).toHaveLength(5000);
  expect(new Set(ipInterfaces.map(({ luid, family }) => `${luid} ${family}`)).size).toBe(5000);
});

it('is told of a change that another program makes, until the watch ends', async () => {
  const stateFile = temporaryStateFile();
  const stack = openSimulated(stateFile);
  const row = (await stack.snapshot()).ipInterfaces.find(({ values }) => values.NlMtu === 1500);
  if (!row) throw new Error('The demo network has no IP interface with an MTU of 1500');
  const changed = vi.fn();
  const watch = await stack.watch(changed);
  simulatedControl(stateFile, 'set', row.luid, row.family.toLowerCase(), 'NlMtu', '1400');
  await vi.waitFor(() => {
    expect(changed).toHaveBeenCalled();
  }, 10_000);
  expect(await stack.ipInterface(row.luid, row.family)).toMatchObject({ values: { NlMtu: 1400 } });

  watch.stop();
  watch.stop();
  changed.mockClear();
  const second = vi.fn();
  const other = await stack.watch(second);
  simulatedControl(stateFile, 'set', row.luid, row.family.toLowerCase(), 'NlMtu', '1300');
  await vi.waitFor(() => {
    expect(second).toHaveBeenCalled();
  }, 10_000);
  other.stop();
  expect(changed).not.toHaveBeenCalled();
});

it('says what Windows would say when a call fails', async () => {
  const stack = openSimulated(temporaryStateFile());
  await expect(stack.ipInterface('1', 'IPv4')).rejects.toMatchObject({
    appError: {
      code: 'platform',
      platform: { domain: 'win32', name: 'ERROR_FILE_NOT_FOUND', number: 2 },
    },
  });
});

it('rejects, and stays usable, when its file is damaged', async () => {
  const stateFile = temporaryStateFile();
  const stack = openSimulated(stateFile);
  await stack.snapshot();
  writeFileSync(stateFile, 'not a network');
  await expect(stack.snapshot()).rejects.toMatchObject({
    appError: { code: 'platform', platform: { domain: 'win32' } },
  });
  rmSync(stateFile);
  expect((await stack.snapshot()).adapters.length).toBeGreaterThan(0);
});

it('takes many calls at once', async () => {
  const stack = openSimulated(temporaryStateFile());
  const snapshots = await Promise.all(Array.from({ length: 20 }, () => stack.snapshot()));
  for (const snapshot of snapshots) expect(snapshot).toEqual(snapshots[0]);
});
