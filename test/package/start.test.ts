// SPDX-License-Identifier: MIT
// The packaged program at work. Nothing can be attached to it, so its display and /proc say what it does.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { linuxPackage } from './packages';
import { asNobody, userDataOfNobody } from './run-packaged';
import { startScreen } from './screen';
import type { Screen } from './screen';

const patience = { timeout: 60_000, interval: 200 };
/** A page with text and icons has some hundred shades; an empty screen has one, and one that still loads a few dozen. */
const coloursOfAPage = 300;
/** The state of a listening socket in /proc/net/tcp. */
const listening = / 0A /;

let screen: Screen;
let app: ChildProcess;

beforeAll(async () => {
  screen = startScreen(':4712');
  await vi.waitFor(() => {
    expect(screen.countColours()).toBeGreaterThan(0);
  }, patience);
  const [program = '', ...before] = asNobody;
  const command = [linuxPackage.executable, '--demo', `--user-data-dir=${userDataOfNobody()}`];
  app = spawn(program, [...before, ...command], {
    stdio: 'ignore',
    env: { PATH: '/usr/bin:/bin', HOME: '/nonexistent', DISPLAY: screen.name },
  });
});

afterAll(() => {
  app.kill();
  screen.remove();
});

it('draws its page', async () => {
  await vi.waitFor(() => {
    expect(screen.countColours()).toBeGreaterThan(coloursOfAPage);
  }, patience);
});

it('has loaded the addon from beside the archive, not from an unpacked copy', () => {
  const mapped = readFileSync(`/proc/${String(app.pid)}/maps`, 'utf8').match(/\/.*\.node$/gm);
  const addon = path.join(linuxPackage.resources, 'native', 'interface_panel.node');
  expect([...new Set(mapped)]).toEqual([addon]);
});

it('listens on no port', () => {
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    expect(readFileSync(table, 'utf8')).not.toMatch(listening);
  }
});
