// SPDX-License-Identifier: MIT
// The terminal of somebody who speaks German, on the real kernel: what it asks, what it takes for an answer, what it does.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { captureCommand } from '../../build/run-command';
import { exitCodes } from '../../electron/cli/exit-codes';
import { Lab, Typing } from './lab';

let lab: Lab;

beforeAll(async () => {
  lab = await Lab.open({ vpn: false });
});

afterAll(() => {
  lab.close();
});

const german = (...words: readonly string[]) =>
  ['LC_ALL=de_DE.UTF-8', ...lab.command(...words)] as const;
const run = (...words: readonly string[]) => captureCommand('env', german(...words));
const sits = (...words: readonly string[]) => new Typing('env', german(...words));

function mtu(): string | undefined {
  const { output } = captureCommand('ip', ['-n', lab.network.names.near, 'link', 'show', 'lan0']);
  return /mtu (\d+)/.exec(output)?.[1];
}

it('asks in German, takes German answers, and takes back what was kept', async () => {
  const changing = sits('set', 'lan0', 'ipv4', 'NlMtu', '1400');
  await changing.says('1500 Byte → 1400 Byte');
  await changing.says('MTU an lan0 (IPv4) auf 1400 Byte setzen? [j/N] ');
  changing.type('ja');
  await changing.says('Angewendet.');
  await changing.says('keep (beibehalten) oder revert (zurücknehmen)? ');
  changing.type('keep');
  await changing.says('Beibehalten, bis lan0 sich neu verbindet oder der Computer neu startet.');
  expect(await changing.ended).toBe(exitCodes.done);
  expect(mtu()).toBe('1400');

  const { output } = run('history', '--count', '1');
  expect(output).toContain('Beibehalten');
  const restoring = sits('restore', output.slice(0, 8));
  await restoring.says('Diese Änderung rückgängig machen? [j/N] ');
  restoring.type('j');
  await restoring.says('Ohne Antwort ist es in 60 Sekunden wieder\nwie vorher. [j/N] ');
  restoring.type('j');
  await restoring.says('Alles ist wie vor der Änderung.');
  expect(await restoring.ended).toBe(exitCodes.done);
  expect(mtu()).toBe('1500');
});

it('nein leaves everything as it is', async () => {
  const sitting = sits('set', 'lan0', 'ipv4', 'NlMtu', '1400');
  await sitting.says('MTU an lan0 (IPv4) auf 1400 Byte setzen? [j/N] ');
  sitting.type('nein');
  expect(await sitting.ended).toBe(exitCodes.unchanged);
  expect(mtu()).toBe('1500');
});

it('says what is wrong with a command in German', () => {
  const { exitCode, output } = run('set', 'nirgends', 'ipv4', 'NlMtu', '1400');
  expect(output).toContain('Es gibt keinen Adapter nirgends.');
  expect(exitCode).toBe(exitCodes.usage);
});
