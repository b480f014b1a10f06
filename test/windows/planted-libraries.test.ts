// SPDX-License-Identifier: MIT
// DLLs planted beside the helper under names that Windows does not keep for itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import type { TestContext } from 'node:test';
import { HelperSession } from './support/helper-session';
import { helperFile, simulatedHelperFile, temporaryFolder, testProgram } from './support/places';
import { mtuEdit, planOf } from './support/simulated-plan';
import { isWine } from './support/wine';

/** DLLs of Windows that are no KnownDLLs, among them those that attacks were made with. */
const plantedNames = [
  ...['apphelp', 'bcrypt', 'bcryptprimitives', 'credui', 'cryptbase', 'cryptsp', 'dbgcore'],
  ...['dbghelp', 'dhcpcsvc', 'dhcpcsvc6', 'dnsapi', 'dwmapi', 'fwpuclnt', 'iertutil', 'iphlpapi'],
  ...['logoncli', 'mpr', 'msimg32', 'mswsock', 'ncrypt', 'netapi32', 'netutils'],
  ...['ntmarta', 'powrprof', 'profapi', 'propsys', 'rsaenh', 'samcli', 'secur32', 'srvcli'],
  ...['sspicli', 'textshaping', 'umpdc', 'urlmon', 'userenv', 'uxtheme', 'version', 'winhttp'],
  ...['wininet', 'winmm', 'winnsi', 'wldp', 'wkscli', 'wtsapi32'],
];

/** Has Wine look for each in the folder of this one program first; other programs do not notice. */
function lookBesideFirst(program: string, folder: string): void {
  const key = `HKEY_CURRENT_USER\\Software\\Wine\\AppDefaults\\${path.basename(program)}\\DllOverrides`;
  const file = path.join(folder, 'overrides.reg');
  const values = plantedNames.map((name) => `"${name}"="native,builtin"`);
  writeFileSync(file, ['REGEDIT4', '', `[${key}]`, ...values, ''].join('\r\n'));
  assert.equal(spawnSync('regedit', ['/S', file], { timeout: 60_000 }).status, 0);
}

/** A folder with a program and every planted DLL; answers the program's new place. */
function plantAround(program: string, t: TestContext): string {
  const folder = temporaryFolder(t);
  for (const name of plantedNames) {
    copyFileSync(testProgram('canary.dll'), path.join(folder, `${name}.dll`));
  }
  const planted = path.join(folder, path.basename(program));
  copyFileSync(program, planted);
  if (isWine()) lookBesideFirst(planted, folder);
  return planted;
}

/** The planted DLLs that were loaded. */
function loadedBeside(program: string): readonly string[] {
  return readdirSync(path.dirname(program))
    .filter((file) => file.endsWith('.dll.loaded'))
    .map((file) => file.slice(0, -'.dll.loaded'.length))
    .sort();
}

test('a program that takes no care loads every one of them', (t) => {
  const victim = plantAround(testProgram('canary-victim.exe'), t);
  const { status } = spawnSync(victim, plantedNames, { timeout: 60_000 });
  const loaded = loadedBeside(victim);
  assert.deepEqual(
    plantedNames.filter((name) => !loaded.includes(name)),
    [],
  );
  assert.equal(status, plantedNames.length);
});

test('the simulated helper loads none of them in a whole transaction', async (t) => {
  const helper = plantAround(simulatedHelperFile, t);
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation } = await mtuEdit(stateFile);
  const plan = planOf(operation);
  const session = new HelperSession({ helper, stateFile, consent: 'uac', planHash: plan.hash });
  await session.apply(plan);
  session.send('REVERT');
  assert.equal((await session.ended()).code, 0);
  assert.deepEqual(loadedBeside(helper), []);
});

test('the helper loads none of them up to where it asks for its lock', async (t) => {
  const helper = plantAround(helperFile, t);
  const session = new HelperSession({ helper, consent: 'uac', planHash: '0'.repeat(64) });
  const { code } = await session.ended();
  assert.ok(code !== 0 && code !== null);
  assert.deepEqual(loadedBeside(helper), []);
});
