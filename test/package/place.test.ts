// SPDX-License-Identifier: MIT
// Where the packaged program lies decides whether an ordinary user may ask for changes.

import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linuxPackage } from './packages';
import { asNobody, nobody, runPackaged } from './run-packaged';

const readOnly = 'Nothing can be undone from here';

/** Only root can write below /opt, as below a folder that programs are installed into. */
let place: string;
let installed: string;
let userData: string;

beforeAll(() => {
  place = mkdtempSync('/opt/interface-panel-place-');
  chmodSync(place, 0o755);
  installed = path.join(place, 'Interface Panel');
  execFileSync('cp', ['--archive', '--reflink=auto', linuxPackage.folder, installed]);
  userData = path.join(place, 'user-data');
  execFileSync('install', ['-d', '-o', String(nobody), userData]);
});

afterAll(() => {
  rmSync(place, { recursive: true, force: true });
});

/** What the program says of its place to a user who is not root. */
const judge = (...switches: readonly string[]) =>
  runPackaged(
    asNobody
      .concat(path.join(installed, 'interface-panel'), '--no-sandbox', '--cli', 'restore')
      .concat(`--user-data-dir=${userData}`, switches),
  );

it('in a folder of root it offers changes', async () => {
  const { said } = await judge();
  expect(said).toContain('Nothing is open.');
  expect(said).not.toContain(readOnly);
});

it.each([
  [
    'the folder that others can write to',
    () => {
      chmodSync(installed, 0o775);
    },
  ],
  [
    'the folder of somebody else',
    () => {
      chownSync(installed, nobody, nobody);
    },
  ],
  [
    'a helper of somebody else',
    () => {
      chownSync(path.join(installed, 'resources/native/interface-panel-helper'), nobody, nobody);
    },
  ],
  [
    'an archive that others can write to',
    () => {
      chmodSync(path.join(installed, 'resources/app.asar'), 0o666);
    },
  ],
  [
    'an addon of somebody else',
    () => {
      chownSync(path.join(installed, 'resources/native/interface_panel.node'), nobody, nobody);
    },
  ],
  [
    'a file of Chromium’s that others can write to',
    () => {
      chmodSync(path.join(installed, 'resources.pak'), 0o646);
    },
  ],
])('in %s it only reads, and takes no switch against that', async (_name, weaken) => {
  weaken();
  try {
    expect((await judge()).said).toContain(readOnly);
    const { said } = await judge('--trust-this-folder');
    expect(said).toContain('--trust-this-folder is for the project alone.');
  } finally {
    execFileSync('chown', ['--recursive', '0:0', installed]);
    execFileSync('chmod', ['--recursive', 'go-w', installed]);
    chmodSync(installed, 0o755);
  }
});
