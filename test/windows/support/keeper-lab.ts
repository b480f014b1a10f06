// SPDX-License-Identifier: MIT
// The keeper's program on the strict test table, as a service and in the foreground, and the registry of the tests in
// which it lives (test/native/windows_table_calls.cpp).
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeStatus } from '../../../electron/lasting/keeper-status-codec';
import type { KeeperStatus } from '../../../electron/lasting/keeper-status-codec';
import { encodeSettings, storedSetting } from '../../unit/electron/lasting-store';
import { testProgram } from './places';

export const keeperOnTestTable = testProgram('keeper-on-test-table.exe');
/** Not the name of the one that is installed. */
const service = 'InterfacePanelKeeperTest';
const machine = 'HKLM\\SOFTWARE\\Interface Panel tests';
const key = `${machine}\\SOFTWARE\\Interface Panel`;
const patience = 30_000;

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
}

/** A command of the system folder. */
function system(command: string, ...commandArguments: string[]): Ran {
  const folder = path.join(process.env['SystemRoot'] ?? 'C:\\windows', 'System32');
  return spawnSync(path.join(folder, command), commandArguments, { encoding: 'utf8' });
}

/** Asks until it is so. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + patience;
  while (!isSo()) {
    assert.ok(Date.now() < giveUpAt, `waited in vain until ${what}`);
    await sleep(50);
  }
}

function setValue(place: string, name: string, type: 'REG_DWORD' | 'REG_BINARY', data: string) {
  const { status } = system('reg.exe', 'add', place, '/v', name, '/t', type, '/d', data, '/f');
  assert.equal(status, 0, `${name} is not written`);
}

function valueOf(place: string, name: string): string | null {
  const { status, stdout } = system('reg.exe', 'query', place, '/v', name);
  return status === 0 ? (/REG_\w+\s+(\w+)/.exec(stdout)?.[1] ?? null) : null;
}

/** The setting that the VPN's default routes are off. */
export const setting = storedSetting({ alias: 'Company VPN', type: 53 });

/** The computer that is made up, and the place of its lasting settings. */
export const office = {
  empty(): void {
    system('reg.exe', 'delete', machine, '/f');
  },
  connect(isConnected: boolean): void {
    setValue(machine, 'VPN', 'REG_DWORD', isConnected ? '1' : '0');
  },
  /** What DisableDefaultRoutes of the VPN is, as far as it was told. */
  live(): number | null {
    const live = valueOf(machine, 'Live');
    return live === null ? null : Number(live);
  },
  /** As another program does; `others` tells one time from the next. */
  change(value: number): void {
    setValue(machine, 'Others', 'REG_DWORD', String(value));
  },
  store(bytes: Uint8Array = encodeSettings([setting])): void {
    setValue(key, 'LastingSettings', 'REG_BINARY', Buffer.from(bytes).toString('hex'));
  },
  /** Whether anything is stored. */
  isStored: () => valueOf(key, 'LastingSettings') !== null,
  switchOff(isOff: boolean): void {
    setValue(key, 'Off', 'REG_DWORD', isOff ? '1' : '0');
  },
  status(): KeeperStatus | null {
    const hex = valueOf(key, 'KeeperStatus');
    return hex === null ? null : decodeStatus(Buffer.from(hex, 'hex'));
  },
  stateOfSetting: () => office.status()?.settings.get(setting.id)?.state,
};

/** What the service manager says of a service: RUNNING, STOPPED and so on; null where there is none. */
function serviceState(): string | null {
  const { status, stdout } = system('sc.exe', 'query', service);
  return status === 0 ? (/STATE\s*:\s*\d+\s+(\w+)/.exec(stdout)?.[1] ?? null) : null;
}

/** Installs the keeper as a service of the tests and starts it. It is gone after the test. */
export async function startService(test: TestContext): Promise<void> {
  const created = system('sc.exe', 'create', service, 'binPath=', `"${keeperOnTestTable}"`);
  assert.equal(created.status, 0, created.stdout);
  test.after(async () => {
    await stopService();
    system('sc.exe', 'delete', service);
  });
  assert.equal(system('sc.exe', 'start', service).status, 0);
  await until('the service runs', () => serviceState() === 'RUNNING');
}

export async function stopService(): Promise<void> {
  system('sc.exe', 'stop', service);
  await until('the service has stopped', () => serviceState() !== 'RUNNING');
}

export interface ForegroundKeeper {
  readonly process: ChildProcess;
  readonly said: () => string;
}

/** Starts the keeper as a person would. It is gone after the test. */
export function startInForeground(test: TestContext): ForegroundKeeper {
  const keeper = spawn(keeperOnTestTable, ['--foreground'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let text = '';
  keeper.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
  test.after(async () => {
    if (keeper.exitCode === null && keeper.kill()) await once(keeper, 'exit');
  });
  return { process: keeper, said: () => text };
}
