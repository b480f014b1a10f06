// SPDX-License-Identifier: MIT
// An app that is not elevated, and helpers that are: where the system splits an administrator's token, as Windows does
// (test/uac). Who has which half is told by a program that looks on.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import test from 'node:test';
import { messages } from '../../electron/language/messages';
import { settingId } from '../../electron/lasting/setting-id';
import { elevatesSilently, isAdministrator } from '../../electron/native/administrator';
import { encodePlan } from '../../electron/protocol/plan';
import { HelperSession } from './support/helper-session';
import { office } from './support/keeper-lab';
import {
  addonFile,
  helperFile,
  keeperFile,
  simulatedHelperFile,
  temporaryFolder,
  testProgram,
} from './support/places';
import { childOf, thisProcess } from './support/processes';
import { Scene } from './support/scene';
import { mtuEdit, planOf } from './support/simulated-plan';

/** The helper that ships in everything but the calls of its stack and the place of its lock. */
const helperOnTestTable = testProgram('helper-on-test-table.exe');
const exitCodes = { success: 0, notPrivileged: 3, peerRefused: 5 };

/** Has the system ask for consent as any program may, with a command line of its own. */
const elevate = (program: string, commandLine: string): number | null =>
  spawnSync(testProgram('elevator.exe'), [program, commandLine]).status;

const nonce = 'a'.repeat(32);
const commandLineOf = (app: number): readonly string[] =>
  ['--v', '1', '--n', nonce, '--p', String(app), '--h', '0'.repeat(64)] as const;

/** The VPN of the test table (test/native/windows_test_table.h), whose MTU becomes another one for good. */
function lastingPlan() {
  const luid = String((53n << 48n) | (0x8001n << 24n));
  const vpn = {
    ...{ alias: 'Company VPN', type: 53 },
    guid: '{1C0FFEF4-ABCD-1234-A001-02030405060F}',
  };
  const key = { luid, family: 'IPv4', field: 'NlMtu' } as const;
  const id = settingId(vpn, key.family, key.field);
  return encodePlan({
    operations: [{ kind: 'set', operation: { ...key, expected: 1420, value: 1400 } }],
    lastingChanges: [{ ...key, id, alias: vpn.alias, expected: null, value: 1400 }],
    deadline: 60,
    account: '',
  });
}

test('this app is not elevated, and knows that its administrator will be asked', () => {
  assert.equal(thisProcess().elevation, 'limited');
  assert.equal(isAdministrator(), true);
  assert.equal(elevatesSilently(), false);
});

test('an app that was started elevated knows that nobody will be asked', () => {
  const script =
    'const m = { exports: {} }; process.dlopen(m, process.argv[1]); ' +
    'process.exit(m.exports.elevatesSilently() ? 7 : 8)';
  assert.equal(elevate(process.execPath, `-e "${script}" "${addonFile}"`), 7);
  assert.equal(spawnSync(process.execPath, ['-e', script, addonFile]).status, 8);
});

for (const [answer, lasts] of [
  ['CONFIRM', true],
  ['REVERT', false],
] as const) {
  test(`an elevated helper takes ${answer} from an app that is not, and ${lasts ? 'stores what lasts' : 'stores nothing'}`, async (t) => {
    office.empty();
    t.after(() => {
      office.empty();
    });
    const plan = lastingPlan();
    const how = { helper: helperOnTestTable, consent: 'uac' } as const;
    const session = new HelperSession({ ...how, planHash: plan.hash });
    await session.apply(plan);
    assert.equal(childOf(helperOnTestTable).elevation, 'full');
    assert.equal(thisProcess().elevation, 'limited');
    assert.equal(office.isStored(), false);
    session.send(answer);
    assert.equal((await session.ended()).code, exitCodes.success);
    assert.equal(office.isStored(), lasts);
  });
}

test('the simulated helper is elevated at the prompt, and not without one', async (t) => {
  for (const [consent, elevation] of [
    ['uac', 'full'],
    ['direct', 'limited'],
  ] as const) {
    const stateFile = path.join(temporaryFolder(t), 'network');
    const { operation, live } = await mtuEdit(stateFile);
    const plan = planOf(operation);
    const session = new HelperSession({ stateFile, consent, planHash: plan.hash });
    await session.apply(plan);
    assert.equal(childOf(simulatedHelperFile).elevation, elevation);
    session.send('REVERT');
    await session.ended();
    assert.equal(await live(), operation.expected);
  }
});

test('a helper without the rights ends before it looks for the app', () => {
  const { status } = spawnSync(helperOnTestTable, commandLineOf(process.pid));
  assert.equal(status, exitCodes.notPrivileged);
});

test('a helper that got no rights is told in its own words, and nothing is changed', async () => {
  const scene = await Scene.open({ permission: { kind: 'direct' }, helper: helperOnTestTable });
  await scene.apply();
  const failure = await scene.failure();
  assert.equal(failure, 'not-privileged');
  assert.match(messages.results.launch[failure], /did not get the rights it needs/);
  await scene.checkNothingChanged();
});

for (const helper of [helperFile, helperOnTestTable]) {
  test(`${path.basename(helper)}: elevated by a stranger, it does not come to the pipe of the app that it is told`, async (t) => {
    let visitors = 0;
    const app = createServer(() => (visitors += 1));
    app.listen(`\\\\.\\pipe\\InterfacePanel-${nonce}`);
    await once(app, 'listening');
    t.after(() => app.close());
    assert.equal(elevate(helper, commandLineOf(process.pid).join(' ')), exitCodes.peerRefused);
    // Whoever came is told before the next turn.
    await new Promise(setImmediate);
    assert.equal(visitors, 0);
  });
}

test('the keeper says what is missing to who is not elevated', () => {
  const { status, stderr } = spawnSync(keeperFile, ['--foreground'], { encoding: 'utf8' });
  assert.equal(status, 3);
  assert.match(stderr, /Only an elevated administrator/);
});
