// SPDX-License-Identifier: MIT
// The keeper of Windows as a process: as a service of the service manager, and in the foreground.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import test, { after } from 'node:test';
import { isKeeperRunning } from '../../electron/native/lasting-place';
import { encodeSettings } from '../unit/electron/lasting-store';
import {
  keeperOnTestTable,
  office,
  setting,
  startInForeground,
  startService,
  stopService,
  until,
} from './support/keeper-lab';
import { keeperFile } from './support/places';

after(() => {
  office.empty();
});

const isSet = () => office.live() === 1 && office.stateOfSetting() === 'held';

test('as a service it starts, sets what is stored and comes, and stops', async (t) => {
  office.empty();
  await startService(t);
  await until('there is a status', () => office.status()?.trouble === null);
  office.store();
  await until('the setting is known', () => office.stateOfSetting() === 'absent');
  office.connect(true);
  await until('it is set when the VPN comes', isSet);
  office.connect(false);
  await until('the VPN is away', () => office.stateOfSetting() === 'absent');
  office.connect(true);
  await until(
    'it is set when the VPN comes back',
    () => isSet() && office.status()?.settings.get(setting.id)?.timesSet === 2,
  );

  const { process: keeper, startedAt } = office.status() ?? assert.fail('no status');
  assert.ok(isKeeperRunning(keeper, startedAt));
  await stopService();
  await until('its process has ended', () => !isKeeperRunning(keeper, startedAt));
});

test('as a service that starts after the adapter it sets what is stored', async (t) => {
  office.empty();
  office.connect(true);
  office.store();
  await startService(t);
  await until('it is set', isSet);
});

test('switched off, and of a store that is damaged, it sets nothing', async (t) => {
  office.empty();
  office.connect(true);
  office.store();
  office.switchOff(true);
  await startService(t);
  await until('it says so', () => office.status()?.trouble === 'switched-off');
  assert.equal(office.live(), 0);

  const damaged = Buffer.from(encodeSettings([setting]));
  damaged[20] = 1;
  office.store(damaged);
  office.switchOff(false);
  await until('it says so', () => office.status()?.trouble === 'damaged');
  assert.equal(office.live(), 0);
  office.store();
  await until('it is set', isSet);
});

test('in the foreground it tells people, and a second one ends at once', async (t) => {
  office.empty();
  office.connect(true);
  office.store();
  const first = startInForeground(t);
  await until('it is told', () => first.said().includes('set again from 0 to 1'));
  const second = startInForeground(t);
  const [exitCode] = (await once(second.process, 'close')) as [number];
  assert.equal(exitCode, 4);
  assert.match(second.said(), /Another keeper is at work/);
  assert.equal(first.process.exitCode, null);
});

test('a killed one lets its place go, and the next goes on', async (t) => {
  office.empty();
  office.store();
  const killed = startInForeground(t);
  await until('it has said something', () => office.stateOfSetting() === 'absent');
  killed.process.kill('SIGKILL');
  await once(killed.process, 'exit');
  office.connect(true);
  startInForeground(t);
  await until('the next one has set it', isSet);
});

test('what somebody changes soon after an arrival is set again', async (t) => {
  office.empty();
  office.connect(true);
  office.store();
  const keeper = startInForeground(t);
  await until('it is set', isSet);
  office.change(0);
  await until('it is set again', () => keeper.said().split('set again from 0 to 1').length === 3);
});

for (const program of [keeperFile, keeperOnTestTable]) {
  const run = (...commandLine: string[]) =>
    spawnSync(program, commandLine, { encoding: 'utf8' }) as { status: number; stdout: string };

  test(`${program.slice(program.lastIndexOf('\\') + 1)}: it takes two words and no others`, () => {
    const { status, stdout } = run('--version');
    assert.equal(status, 0);
    assert.match(stdout, /^interface-panel-keeper \d+\.\d+\.\d+\r?\n$/);
    assert.equal(run().status, 2, 'no service manager has started it');
    for (const line of [['--help'], ['/foreground'], ['--foreground', '--foreground'], ['']]) {
      assert.equal(run(...line).status, 2, line.join(' '));
    }
  });
}
