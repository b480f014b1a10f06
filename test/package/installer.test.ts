// SPDX-License-Identifier: MIT
// What the installer for Windows does before it touches a file, in an installer of the tests, under Wine.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inProject } from '../../build/project-paths';
import { provideWine, wine, wineEnvironment } from '../runner/wine';

const env = { ...process.env, ...wineEnvironment };
const folder = mkdtempSync(path.join(tmpdir(), 'installer-'));
const installed = path.join(folder, 'installed');
const installer = path.join(folder, 'installer.exe');
const app = path.join(installed, 'Interface Panel.exe');
const helper = path.join(installed, 'resources', 'native', 'interface-panel-helper.exe');
const touched = path.join(installed, 'touched');

/** A folder of Linux as Wine names it. */
const inWine = (file: string) => `Z:${file.replaceAll('/', '\\')}`;

function make(name: string, output: string, lines: readonly string[]): void {
  const script = path.join(folder, `${name}.nsi`);
  // Of 64 bits, as Wine is here; electron-builder's are of 32, from the same source.
  const head = ['Target amd64-unicode', 'RequestExecutionLevel user', `OutFile "${output}"`];
  writeFileSync(script, [...head, ...lines].join('\n'));
  const { status, stdout } = spawnSync('makensis', ['-V2', script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
}

/** A program that runs until it is killed, at this place. */
function makeRunning(place: string): void {
  mkdirSync(path.dirname(place), { recursive: true });
  make('running', place, [
    'SilentInstall silent',
    'Section',
    'again:',
    'Sleep 100',
    'Goto again',
    'SectionEnd',
  ]);
}

function install(): number | null {
  const { status } = spawnSync(wine(), [installer, '/S', `/D=${inWine(installed)}`], {
    env,
    timeout: 60_000,
  });
  return status;
}

/** Starts the program at a place, calls `then` once it runs, and ends it. */
async function whileRuns(place: string, then: () => void): Promise<void> {
  spawn(wine(), [place], { env, stdio: 'ignore' });
  const isHeld = () => spawnSync('pgrep', ['-f', `^${place}`], { encoding: 'utf8' }).stdout !== '';
  await expect.poll(isHeld, { timeout: 30_000 }).toBe(true);
  then();
  // With Wine's server all of its programs end.
  provideWine();
  await expect.poll(isHeld, { timeout: 30_000 }).toBe(false);
}

beforeAll(() => {
  provideWine();
  make('installer', installer, [
    'Name "test"',
    '!define APP_EXECUTABLE_FILENAME "Interface Panel.exe"',
    `!include "${inProject('build/packaging/installer.nsh')}"`,
    'InstallDir "C:\\unused"',
    'Section',
    '!insertmacro customCheckAppRunning',
    'FileOpen $0 "$INSTDIR\\touched" w',
    'FileClose $0',
    'SectionEnd',
    // Both get the macro.
    'Section "Uninstall"',
    '!insertmacro customCheckAppRunning',
    'SectionEnd',
    'Section',
    'WriteUninstaller "$INSTDIR\\uninstall.exe"',
    'SectionEnd',
  ]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  rmSync(installed, { recursive: true, force: true });
  mkdirSync(installed);
});

describe('the installer', () => {
  it('goes on where nothing was installed', () => {
    expect(install()).toBe(0);
    expect(existsSync(touched)).toBe(true);
  });

  it('goes on where nothing runs of what is installed', () => {
    makeRunning(app);
    makeRunning(helper);
    expect(install()).toBe(0);
    expect(existsSync(touched)).toBe(true);
  });

  it.each([
    ['the app', app],
    ['a helper', helper],
  ])('touches nothing while %s runs', async (_name, place) => {
    makeRunning(place);
    await whileRuns(place, () => {
      expect(install()).toBe(2);
      expect(existsSync(touched)).toBe(false);
    });
    expect(install()).toBe(0);
  });
});
