// SPDX-License-Identifier: MIT
// The packaged program as it would be installed, with every fuse set.

import { listPackage } from '@electron/asar';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FuseState } from '@electron/fuses';
import { captureCommand } from '../../build/run-command';
import { fuses, readFuses } from '../../build/packaging/fuses';
import { linuxPackage } from './packages';
import { asNobody, asRoot, newUserData, runPackaged } from './run-packaged';

const { executable, resources, cliLauncher } = linuxPackage;

describe('the package', () => {
  it('has every fuse of its executable set as it ships', async () => {
    const found = await readFuses(executable);
    expect(found.size).toBeGreaterThanOrEqual(7);
    for (const [fuse, state] of found) {
      expect(state, `fuse ${fuse}`).toBe(fuses[fuse] ? FuseState.ENABLE : FuseState.DISABLE);
    }
  });

  it('holds the bundles and nothing else in its archive', () => {
    const files = listPackage(path.join(resources, 'app.asar'), { isPack: false });
    const strangers = files.filter(
      (file) =>
        !/^\/(package\.json|out|out\/about|out\/about\/about\.json|out\/(main|preload|renderer|cli)(\/.*)?)$/.test(
          file,
        ),
    );
    expect(files.length).toBeGreaterThan(10);
    expect(strangers).toEqual([]);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  it('has the addon, the helpers and the keeper beside the archive, and no program of the tests', () => {
    expect(readdirSync(path.join(resources, 'native')).sort()).toEqual([
      'interface-panel-helper',
      'interface-panel-helper-simulated',
      'interface-panel-keeper',
      'interface_panel.node',
    ]);
  });
});

describe('what is read beside the program', () => {
  const place = (name: string) => path.join(path.dirname(executable), name);
  const beside = (name: string) => readFileSync(place(name), 'utf8');

  it('holds the licences of what the bundles are made of, and of the runtime', () => {
    const notices = beside('LICENSES.third-party.txt');
    for (const name of ['react', 'zod', 'electron', 'node-addon-api', 'GNU C Library']) {
      expect(notices).toMatch(new RegExp(`^${name}.*: `, 'm'));
    }
    expect(beside('LICENSES.chromium.html').length).toBeGreaterThan(100_000);
  });

  it('holds the documents, whose links lead to each other', () => {
    const readme = beside('documentation/README.md');
    const links = [...readme.matchAll(/\]\(((?!https?:)[^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(5);
    // A link may lead to a folder.
    for (const link of links) {
      expect(statSync(place(`documentation/${link}`)).size, link).toBeGreaterThan(0);
    }
  });
});

describe('the unit of the keeper', () => {
  const unit = path.join(path.dirname(executable), 'interface-panel-keeper.service');

  it('starts the keeper from where the link to the package leads', () => {
    const [, program = ''] = /^ExecStart=(.*)$/m.exec(readFileSync(unit, 'utf8')) ?? [];
    const inPackage = program.replace('/opt/interface-panel', path.dirname(executable));
    expect(existsSync(inPackage)).toBe(true);
  });

  it('leaves the keeper as little as systemd can take from it', () => {
    const { exitCode, output } = captureCommand('systemd-analyze', [
      ...['security', '--offline=true', '--threshold=20', unit],
    ]);
    expect(exitCode, output).toBe(0);
  });
});

describe('packaged, the program', () => {
  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--screenshot=/tmp/picture.png',
    '--load-extension=/tmp',
    '/tmp',
  ])('refuses %s before anything listens', async (argument) => {
    const { said, exitCode } = await runPackaged([...asNobody, executable, argument]);
    expect(said).toContain('Unknown argument');
    expect(said).not.toContain('listening on');
    expect(exitCode).toBe(1);
  });

  it('opens no window as root, with Chromium’s sandbox or without', async () => {
    const userData = `--user-data-dir=${newUserData()}`;
    const unconfined = await runPackaged([executable, asRoot, '--demo', userData]);
    expect(unconfined).toMatchObject({ exitCode: 1 });
    expect(unconfined.said).toContain('Unknown argument: --no-sandbox');
    const confined = await runPackaged([executable, '--demo', userData]);
    expect(confined.exitCode).not.toBe(0);
  });

  it('does not become a plain Node by ELECTRON_RUN_AS_NODE', async () => {
    const command = [executable, asRoot, '--cli', 'restore', `--user-data-dir=${newUserData()}`];
    const { said, exitCode } = await runPackaged(command, { ELECTRON_RUN_AS_NODE: '1' });
    expect(said).toContain('Nothing is open.');
    expect(exitCode).toBe(0);
  });

  it('loads no module that NODE_OPTIONS names', async () => {
    const folder = newUserData();
    const foreign = path.join(folder, 'foreign.cjs');
    writeFileSync(foreign, "require('node:fs').writeSync(2, 'A foreign module runs.');");
    const command = [executable, asRoot, '--cli', 'restore', `--user-data-dir=${folder}`];
    const { said } = await runPackaged(command, { NODE_OPTIONS: `--require=${foreign}` });
    expect(said).toContain('Nothing is open.');
    expect(said).not.toContain('A foreign module runs.');
  });

  it('lists and completes in the terminal without a display', async () => {
    const userData = `--user-data-dir=${newUserData()}`;
    const listed = await runPackaged([cliLauncher, 'list', '--demo', userData]);
    expect(listed.said).toContain('Contoso VPN');
    expect(listed.exitCode).toBe(0);
    const unknown = await runPackaged([cliLauncher, 'list', '--inspect']);
    expect(unknown.said).toContain("Unknown option '--inspect'");
    expect(unknown.exitCode).toBe(2);
    const { said } = await runPackaged([cliLauncher, 'completion', 'bash']);
    expect(said).toContain('complete -F _interface_panel_cli interface-panel-cli');
    expect(existsSync(path.join(path.dirname(executable), 'interface-panel-cli.1'))).toBe(true);
  });

  it('has a launcher for the terminal that root can use', async () => {
    const { said } = await runPackaged([
      cliLauncher,
      'restore',
      `--user-data-dir=${newUserData()}`,
    ]);
    expect(said).toContain('Nothing is open.');
  });
});
