// SPDX-License-Identifier: MIT
// What the installer for Windows does before it touches a file, and to the keeper's service, in an installer of the tests,
// under Wine.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeTranslatedFiles } from '../../build/packaging/translated-files';
import { inProject } from '../../build/project-paths';
import { provideWine, systemWine, wineEnvironment } from '../runner/wine';

const wine = systemWine();
const env = wineEnvironment(wine);
const folder = mkdtempSync(path.join(tmpdir(), 'installer-'));
const installed = path.join(folder, 'installed');
const installer = path.join(folder, 'installer.exe');
const app = path.join(installed, 'Interface Panel.exe');
const helper = path.join(installed, 'resources', 'native', 'interface-panel-helper.exe');
const keeper = path.join(installed, 'resources', 'native', 'interface-panel-keeper.exe');
const touched = path.join(installed, 'touched');
const uninstaller = path.join(installed, 'uninstall.exe');
/** Installs with the service manager's own command, not with the one that notes what it is told. */
const realInstaller = path.join(folder, 'real-installer.exe');
const told = path.join(folder, 'told');
const lastingKey = String.raw`HKLM\SOFTWARE\Interface Panel`;
const eventKeys = ['InterfacePanelKeeper', 'InterfacePanelHelper'].map(
  (source) =>
    String.raw`HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application` + `\\${source}`,
);

/** A folder of Linux as Wine names it. */
const inWine = (file: string) => `Z:${file.replaceAll('/', '\\')}`;

function make(name: string, output: string, lines: readonly string[]): void {
  const script = path.join(folder, `${name}.nsi`);
  // Of 64 bits, as Wine is here; electron-builder's are of 32, from the same source.
  const head = ['Target amd64-unicode', 'RequestExecutionLevel user', `OutFile "${output}"`];
  writeFileSync(script, [...head, ...lines].join('\n'));
  const { status, stdout } = spawnSync('makensis', ['-V2', '-WX', script], { encoding: 'utf8' });
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

/** Runs a program of Windows to its end. */
function run(program: string, ...programArguments: string[]) {
  return spawnSync(wine.program, [program, ...programArguments], {
    env,
    timeout: 60_000,
    encoding: 'utf8',
  });
}

const install = (of = installer): number | null => run(of, '/S', `/D=${inWine(installed)}`).status;

/** In place of itself, so that it has ended when this returns. */
const uninstall = (...options: string[]): number | null =>
  run(uninstaller, '/S', ...options, `_?=${inWine(installed)}`).status;

/** What the service manager was told, in order. */
const commands = (): string[] =>
  existsSync(told) ? readFileSync(told, 'utf8').split('\r\n').filter(Boolean) : [];

const isKeyThere = (key: string) => run('reg', 'query', key).status === 0;

function makeInstaller(output: string, lines: readonly string[]): void {
  make('installer', output, [
    'Name "test"',
    '!define APP_EXECUTABLE_FILENAME "Interface Panel.exe"',
    ...lines,
    `!include "${inProject('build/packaging/installer.nsh')}"`,
    // As electron-builder does for the languages that it is told.
    ...['English', 'German', 'French'].map(
      (name) => `LoadLanguageFile "\${NSISDIR}\\Contrib\\Language files\\${name}.nlf"`,
    ),
    'InstallDir "C:\\unused"',
    'Section',
    '!insertmacro customCheckAppRunning',
    'FileOpen $0 "$INSTDIR\\touched" w',
    'FileClose $0',
    'WriteUninstaller "$INSTDIR\\uninstall.exe"',
    '!insertmacro customInstall',
    'SectionEnd',
    // Both get the macro.
    'Section "Uninstall"',
    '!insertmacro customCheckAppRunning',
    '!insertmacro customUnInstall',
    'SectionEnd',
  ]);
}

/** A service manager's command that does nothing but note its arguments. */
function makeNoting(place: string): void {
  make('noting', place, [
    'SilentInstall silent',
    '!include "FileFunc.nsh"',
    'Section',
    '${GetParameters} $0',
    `FileOpen $1 "${inWine(told)}" a`,
    'FileSeek $1 0 END',
    'FileWrite $1 "$0$\\r$\\n"',
    'FileClose $1',
    'SectionEnd',
  ]);
}

/** Starts the program at a place, calls `then` once it runs, and ends it. */
async function whileRuns(place: string, then: () => void): Promise<void> {
  spawn(wine.program, [place], { env, stdio: 'ignore' });
  const isHeld = () => spawnSync('pgrep', ['-f', `^${place}`], { encoding: 'utf8' }).stdout !== '';
  await expect.poll(isHeld, { timeout: 30_000 }).toBe(true);
  then();
  // With Wine's server all of its programs end.
  provideWine(wine);
  await expect.poll(isHeld, { timeout: 30_000 }).toBe(false);
}

beforeAll(() => {
  provideWine(wine);
  writeTranslatedFiles();
  const noting = path.join(folder, 'noting.exe');
  makeNoting(noting);
  makeInstaller(installer, [`!define SC "${inWine(noting)}"`]);
  makeInstaller(realInstaller, []);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  rmSync(installed, { recursive: true, force: true });
  rmSync(told, { force: true });
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
    ['a keeper that does not stop', keeper],
  ])('touches nothing while %s runs', async (_name, place) => {
    makeRunning(place);
    await whileRuns(place, () => {
      expect(install()).toBe(2);
      expect(existsSync(touched)).toBe(false);
    });
    expect(install()).toBe(0);
  });
});

it('leaves no program there that starts others as an administrator', () => {
  const elevate = path.join(installed, 'resources', 'elevate.exe');
  mkdirSync(path.dirname(elevate));
  writeFileSync(elevate, '');
  expect(install()).toBe(0);
  expect(existsSync(elevate)).toBe(false);
});

describe("the keeper's service", () => {
  it('is told to stop only once neither the app nor a helper runs', async () => {
    makeRunning(helper);
    await whileRuns(helper, () => {
      install();
      expect(commands()).toEqual([]);
    });
    expect(install()).toBe(0);
    expect(commands()[0]).toBe('stop InterfacePanelKeeper');
  });

  it('is installed with what it needs and no more, and started last', () => {
    expect(install()).toBe(0);
    const program = `${inWine(installed)}\\resources\\native\\interface-panel-keeper.exe`;
    const [, create, ...others] = commands();
    expect(create).toContain('create InterfacePanelKeeper type= own');
    expect(create).toContain('obj= LocalSystem');
    // In quotes of its own: a folder of another on the way is never taken for the program.
    expect(create).toContain(String.raw`binPath= "\"${program}\""`);
    expect(others).toEqual([
      'config InterfacePanelKeeper start= delayed-auto',
      expect.stringContaining('description InterfacePanelKeeper "Sets lasting settings'),
      'sidtype InterfacePanelKeeper unrestricted',
      'privs InterfacePanelKeeper SeChangeNotifyPrivilege',
      'failure InterfacePanelKeeper reset= 86400 actions= restart/60000/restart/60000/""/60000',
      'failureflag InterfacePanelKeeper 1',
      'start InterfacePanelKeeper',
    ]);
  });

  it.each(eventKeys)(
    'has a source in the event log, with the text itself as its messages: %s',
    (key) => {
      install();
      const { stdout } = run('reg', 'query', key);
      expect(stdout).toMatch(
        /EventMessageFile\s+REG_EXPAND_SZ\s+%SystemRoot%\\System32\\EventCreate\.exe/,
      );
      expect(stdout).toMatch(/TypesSupported\s+REG_DWORD\s+0x7/);
      uninstall();
      expect(isKeyThere(key)).toBe(false);
    },
  );

  it('is made and removed by the service manager', () => {
    expect(install(realInstaller)).toBe(0);
    expect(run('sc', 'query', 'InterfacePanelKeeper').status).toBe(0);
    expect(uninstall()).toBe(0);
    expect(run('sc', 'query', 'InterfacePanelKeeper').status).not.toBe(0);
  });

  it('goes with the program, and what is to last stays unless it is to be forgotten', () => {
    run('reg', 'add', lastingKey, '/v', 'LastingSettings', '/t', 'REG_BINARY', '/d', '00', '/f');
    install();
    rmSync(told);
    expect(uninstall()).toBe(0);
    expect(commands()).toEqual(['stop InterfacePanelKeeper', 'delete InterfacePanelKeeper']);
    expect(isKeyThere(lastingKey)).toBe(true);
    install();
    expect(uninstall('/purge')).toBe(0);
    expect(isKeyThere(lastingKey)).toBe(false);
  });
});
