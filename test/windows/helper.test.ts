// SPDX-License-Identifier: MIT
// Transactions of the simulated helper as a Windows process, started through the addon both ways.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import test from 'node:test';
import { HelperSession } from './support/helper-session';
import {
  helperFile,
  simulatedControlFile,
  simulatedHelperFile,
  temporaryFolder,
} from './support/places';
import { mtuEdit, planOf } from './support/simulated-plan';

const noPlan = '0'.repeat(64);
/** A command line of the right grammar, to be spoilt. */
const commandLine = (process: number): readonly string[] =>
  ['--v', '1', '--n', '0'.repeat(32), '--p', String(process), '--h', noPlan] as const;

for (const consent of ['direct', 'uac'] as const) {
  test(`${consent}: a change that is kept stays`, async (t) => {
    const stateFile = path.join(temporaryFolder(t), 'a folder & ünïcode %PATH%');
    const { operation, live } = await mtuEdit(stateFile);
    const plan = planOf(operation);
    const session = new HelperSession({ stateFile, consent, planHash: plan.hash });
    await session.apply(plan);
    assert.equal(await live(), 1400);
    session.send('CONFIRM');
    assert.deepEqual(await session.ended(), {
      code: 0,
      signal: null,
      launchError: null,
      stderr: '',
    });
    assert.deepEqual(session.names.slice(-2), ['CONFIRMED', 'DONE']);
    assert.equal(await live(), 1400);
  });

  test(`${consent}: a change that is taken back leaves everything as before`, async (t) => {
    const stateFile = path.join(temporaryFolder(t), 'network');
    const { operation, live } = await mtuEdit(stateFile);
    const plan = planOf(operation);
    const session = new HelperSession({ stateFile, consent, planHash: plan.hash });
    await session.apply(plan);
    session.send('REVERT');
    assert.equal((await session.ended()).code, 0);
    assert.equal(await live(), 1500);
  });
}

test('a closed channel takes the change back', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation, live } = await mtuEdit(stateFile);
  const plan = planOf(operation);
  const session = new HelperSession({ stateFile, consent: 'uac', planHash: plan.hash });
  await session.apply(plan);
  session.close();
  await session.ended();
  assert.equal(await live(), 1500);
});

test('a killed helper is told as ended, and its change is left to the journal', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation, live } = await mtuEdit(stateFile);
  const plan = planOf(operation);
  const session = new HelperSession({ stateFile, consent: 'uac', planHash: plan.hash });
  await session.apply(plan);
  session.channel?.kill();
  assert.equal((await session.ended()).code, 1);
  assert.equal(await live(), 1400);
});

test('a killed app has its change taken back', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { live } = await mtuEdit(stateFile);
  const app = spawn(process.execPath, [path.join(__dirname, 'applying-app.cjs'), stateFile]);
  const [said] = (await once(app.stdout, 'data', { signal: AbortSignal.timeout(60_000) })) as [
    Buffer,
  ];
  assert.equal(said.toString(), 'applied');
  assert.equal(await live(), 1400);
  app.kill('SIGKILL');
  await once(app, 'exit');
  // The helper works on; only what it does to the network can be seen from here.
  while ((await live()) !== 1500) await new Promise(setImmediate);
});

test('an old value that has changed is stale, and nothing is changed', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation, live } = await mtuEdit(stateFile);
  const { luid, family } = operation;
  const change = [stateFile, 'set', luid, family.toLowerCase(), 'NlMtu', '1300'];
  assert.equal(spawnSync(simulatedControlFile, change).status, 0);
  const plan = planOf(operation);
  const session = new HelperSession({ stateFile, planHash: plan.hash });
  session.sendPlan(plan);
  assert.equal((await session.ended()).code, 8);
  assert.ok(session.names.includes('STALE'));
  assert.equal(await live(), 1300);
});

test('a plan other than the one on the command line is refused', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation, live } = await mtuEdit(stateFile);
  const session = new HelperSession({ stateFile, consent: 'uac', planHash: noPlan });
  session.sendPlan(planOf(operation));
  assert.equal((await session.ended()).code, 8);
  assert.equal(await live(), 1500);
});

test('a hostile environment changes nothing of what a helper says', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const { operation } = await mtuEdit(stateFile);
  const plan = planOf(operation);
  const conversation = async () => {
    const session = new HelperSession({ stateFile, planHash: plan.hash });
    await session.apply(plan);
    session.send('REVERT');
    const { code } = await session.ended();
    return { code, names: session.names };
  };
  const usual = await conversation();
  const hostile = 'C:\\hostile;\\\\192.0.2.1\\share;..\\..';
  const saved = { ...process.env };
  t.after(() => Object.assign(process.env, saved));
  for (const name of ['PATH', 'PATHEXT', 'TEMP', 'TMP', 'windir', 'ComSpec', 'APPDATA', 'HOME']) {
    process.env[name] = hostile;
  }
  process.env['COR_ENABLE_PROFILING'] = '1';
  assert.deepEqual(await conversation(), usual);
});

for (const helper of [helperFile, simulatedHelperFile]) {
  const name = path.basename(helper);
  const stateArguments = helper === simulatedHelperFile ? ['--s', 'C:\\nowhere'] : [];
  const exitCode = (line: readonly string[]) => spawnSync(helper, line).status;

  test(`${name}: a command line of another grammar is refused`, () => {
    const line = [...commandLine(process.pid), ...stateArguments];
    assert.equal(exitCode([]), 2);
    assert.equal(exitCode(line.slice(0, -1)), 2);
    assert.equal(exitCode([...line, '--help']), 2);
    for (const [index, spelling] of [
      [0, '/v'],
      [1, '2'],
      [3, `..\\pipe\\${'0'.repeat(24)}`],
      [3, '\\\\192.0.2.1\\pipe\\x'],
      [5, `0${String(process.pid)}`],
      [7, noPlan.toUpperCase().replace('0', 'F')],
    ] as const) {
      assert.equal(exitCode(line.with(index, spelling)), 2, spelling);
    }
  });

  test(`${name}: a parent that is not the app, or has no pipe, is refused`, () => {
    assert.equal(exitCode([...commandLine(process.pid + 4), ...stateArguments]), 5);
    assert.equal(exitCode([...commandLine(process.pid), ...stateArguments]), 5);
  });
}

test('a program that is not there is told by the number that Windows gives it', async () => {
  const helper = 'C:\\nowhere\\helper.exe';
  for (const consent of ['direct', 'uac'] as const) {
    const { launchError } = await new HelperSession({ planHash: noPlan, consent, helper }).ended();
    assert.match(launchError?.name ?? '', /^ERROR_(FILE|PATH)_NOT_FOUND$/);
  }
});
