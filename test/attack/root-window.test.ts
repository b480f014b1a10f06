// SPDX-License-Identifier: MIT
// Root opens a window on a folder that somebody else has laid out.

import { spawn, spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../build/project-paths';
import { electronExecutable } from '../../build/set-up/electron-runtime';
import { folderOfTest, foreignUserData, giveAway, ofRootIn } from './other-user';

/** Runs the app as root to its end. */
function startAsRoot(...switches: readonly string[]) {
  const { stderr, status } = spawnSync(
    electronExecutable(),
    [projectRoot, '--no-sandbox', ...switches],
    { encoding: 'utf8', timeout: 60_000 },
  );
  return { said: stderr, exitCode: status };
}

it('no process is killed that a planted lock names', () => {
  const { userData } = foreignUserData();
  const prey = spawn('sleep', ['600']);
  onTestFinished(() => {
    prey.kill('SIGKILL');
  });
  symlinkSync(`${hostname()}-${String(prey.pid)}`, path.join(userData, 'SingletonLock'));
  symlinkSync('/nowhere', path.join(userData, 'SingletonSocket'));
  giveAway(userData);
  const { said, exitCode } = startAsRoot('--as-root', `--user-data-dir=${userData}`);
  expect(said).toContain('belongs to the user with the number 4711');
  expect(exitCode).toBe(1);
  expect([prey.exitCode, prey.signalCode]).toEqual([null, null]);
  expect(ofRootIn(userData)).toBe('');
});

it('nor is a window opened as root that nobody asked for', () => {
  const { said, exitCode } = startAsRoot(`--user-data-dir=${folderOfTest()}`);
  expect(said).toContain('opens no window as root');
  expect(exitCode).toBe(1);
});
