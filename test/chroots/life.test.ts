// SPDX-License-Identifier: MIT
// A life of the package: installed, used, upgraded over a change that waits, removed and purged, in each Debian.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { captureCommand } from '../../build/run-command';
import { Typing } from '../cli/lab';
import { startScreen } from '../package/screen';
import type { Screen } from '../package/screen';
import { ip } from '../runner/network-namespace';
import { inside, PackageChroot, recommended, suites } from './package-chroot';

const first = process.env['PACKAGE'] ?? '';
const next = process.env['NEXT_PACKAGE'] ?? '';
const patience = { timeout: 60_000, interval: 200 };
/** A page with text and icons has some hundred shades; an empty screen has one. */
const coloursOfAPage = 300;

const program = '/usr/lib/interface-panel';
const store = '/var/lib/interface-panel';
const prerm = '/var/lib/dpkg/info/interface-panel.prerm';
const sandbox = `${program}/chrome-sandbox`;
const unit = '/lib/systemd/system/interface-panel-keeper.service';
const metadata = '/usr/share/metainfo/org.interface_panel.InterfacePanel.metainfo.xml';
const action = 'org.interface-panel.change-ip-interfaces';
const install = ['apt-get', 'install', '--yes', '--no-install-recommends'];

it('lintian finds nothing but what is said to be so', () => {
  const { exitCode, output } = captureCommand('lintian', [
    ...['--allow-root', '--info', '--display-info', '--fail-on=error,warning,info', first],
  ]);
  expect(exitCode, output).toBe(0);
  expect(output).toBe('');
});

beforeAll(() => {
  ip('link', 'add', 'lan0', 'type', 'veth', 'peer', 'name', 'far0');
  for (const link of ['lan0', 'far0']) ip('link', 'set', link, 'up');
  ip('address', 'add', '192.0.2.2/24', 'dev', 'lan0');
  ip('route', 'add', 'default', 'via', '192.0.2.1', 'dev', 'lan0', 'metric', '100');
});

/** What a change of the tests alters, as the kernel tells it. */
const defaultRoutes = () => ip('route', 'show', 'default');

describe.each(suites)('in a fresh Debian (%s)', (suite) => {
  const debian = new PackageChroot(suite);
  const outside = (file: string) => path.join(debian.folder, file);
  const modeOf = (file: string) => statSync(outside(file)).mode & 0o7777;
  const processes: ChildProcess[] = [];
  let screen: Screen | undefined;

  /** Runs it to its end; what it said, where it went well. */
  const succeed = (...words: readonly string[]): string => {
    const { exitCode, output } = debian.run(...words);
    expect(exitCode, `${words.join(' ')}\n${output}`).toBe(0);
    return output;
  };

  const start = (words: readonly string[], environment: readonly string[] = []): ChildProcess => {
    const [command, ...rest] = debian.command(['env', ...environment, ...words]);
    const child = spawn(command, rest, { stdio: 'ignore' });
    processes.push(child);
    return child;
  };

  /** A change of root's in the terminal, which waits for an answer. */
  async function waitingChange(): Promise<Typing> {
    const [command, ...rest] = debian.command([
      ...['interface-panel-cli', 'set', 'lan0', 'ipv4', 'DisableDefaultRoutes', 'on'],
    ]);
    const typing = new Typing(command, rest);
    await typing.says('[y/N] ');
    typing.type('y');
    await typing.says('keep or revert? ');
    expect(defaultRoutes()).toBe('');
    return typing;
  }

  afterAll(() => {
    for (const child of processes) child.kill();
    screen?.remove();
  });

  it('is installed with what it depends on and nothing else', () => {
    const [command, ...rest] = debian.command(
      [...install, inside(first), ...recommended],
      'chroot',
    );
    const { exitCode, output } = captureCommand(command, rest);
    expect(exitCode, output).toBe(0);
    expect(succeed('dpkg', '--verify', 'interface-panel')).toBe('');
  });

  it('has a sandbox with root’s rights where users may make no namespaces, and elsewhere not', () => {
    expect(modeOf(sandbox)).toBe(0o4755);
    succeed('dpkg-reconfigure', 'interface-panel');
    expect(modeOf(sandbox)).toBe(0o755);
  });

  it('leaves the sandbox as an administrator said', () => {
    succeed('dpkg-statoverride', '--update', '--add', 'root', 'root', '4711', sandbox);
    succeed('dpkg-reconfigure', 'interface-panel');
    expect(modeOf(sandbox)).toBe(0o4711);
    succeed('dpkg-statoverride', '--remove', sandbox);
    succeed('dpkg-reconfigure', 'interface-panel');
  });

  it('is known to the desktop', () => {
    succeed('desktop-file-validate', '/usr/share/applications/interface-panel.desktop');
    const { output } = debian.run('appstreamcli', 'validate', '--no-net', metadata);
    expect(output).toContain('Validation');
    // The project has no page of its own yet.
    const problems = output.match(/^[EW]: .*$/gm) ?? [];
    expect(problems.filter((problem) => !problem.endsWith(' url-homepage-missing'))).toEqual([]);
    for (const size of ['16x16', '48x48', '512x512']) {
      expect(existsSync(outside(`/usr/share/icons/hicolor/${size}/apps/interface-panel.png`))).toBe(
        true,
      );
    }
    expect(readFileSync(outside('/usr/share/mime/globs2'), 'utf8')).toContain('*.interfacepanel');
  });

  it('is completed in bash', () => {
    const script =
      '. /usr/share/bash-completion/completions/interface-panel-cli && complete -p interface-panel-cli';
    expect(succeed('bash', '-c', script)).toContain('interface-panel-cli');
  });

  it('has a service that systemd takes, and takes most from', () => {
    expect(succeed('systemd-analyze', 'verify', '--man=no', unit)).toBe('');
    succeed('systemd-analyze', 'security', '--offline=true', '--threshold=20', unit);
    expect(succeed('systemctl', 'is-enabled', 'interface-panel-keeper').trim()).toBe('enabled');
  });

  it('lists in the terminal for an ordinary user', () => {
    expect(succeed(...debian.asUser('interface-panel-cli', 'list'))).toContain('lan0');
  });

  it('opens its window for an ordinary user, with Chromium’s sandbox', async () => {
    const shown = startScreen(suite === 'bookworm' ? ':4713' : ':4714');
    screen = shown;
    await vi.waitFor(() => {
      expect(shown.countColours()).toBeGreaterThan(0);
    }, patience);
    const app = start(debian.asUser('interface-panel'), [`DISPLAY=${shown.name}`]);
    await vi.waitFor(() => {
      expect(shown.countColours()).toBeGreaterThan(coloursOfAPage);
    }, patience);
    app.kill();
  });

  it('has polkit ask by its own action, and changes what it grants', async () => {
    mkdirSync(outside('/run/dbus'), { recursive: true });
    // Duktape, which polkit has on Debian, knows no arrow functions.
    const rule = `polkit.addRule(function (action) {
      return action.id === '${action}' ? polkit.Result.YES : polkit.Result.NO;
    });\n`;
    writeFileSync(outside('/etc/polkit-1/rules.d/00-test.rules'), rule, { mode: 0o644 });
    start(['dbus-daemon', '--system', '--nofork', '--nopidfile']);
    await vi.waitFor(() => {
      expect(existsSync(outside('/run/dbus/system_bus_socket'))).toBe(true);
    }, patience);
    start(['/usr/lib/polkit-1/polkitd', '--no-debug']);
    await vi.waitFor(() => {
      succeed('pkaction', '--action-id', action);
    }, patience);
    const before = defaultRoutes();
    const set = (value: string) =>
      succeed(
        ...debian.asUser(
          'interface-panel-cli',
          'set',
          'lan0',
          'ipv4',
          'DisableDefaultRoutes',
          value,
        ),
        ...['--keep', '--even-if-dangerous'],
      );
    set('on');
    expect(defaultRoutes()).toBe('');
    set('off');
    expect(defaultRoutes()).toBe(before);
  });

  it('is upgraded once the change that waits has ended, and no helper is killed', async () => {
    const before = defaultRoutes();
    const typing = await waitingChange();
    const [command, ...rest] = debian.command([...install, inside(next)]);
    const upgrade = new Typing(command, rest);
    await upgrade.says('waiting for a change that counts down');
    expect(defaultRoutes()).toBe('');
    typing.type('revert');
    await typing.ended;
    expect(typing.said).toContain('Reverted');
    expect(await upgrade.ended, upgrade.said).toBe(0);
    expect(defaultRoutes()).toBe(before);
    expect(succeed('dpkg-query', '--show', '--showformat=${Version}', 'interface-panel')).toContain(
      '+next',
    );
  });

  it('waits for no helper that an ordinary user holds', async () => {
    const helper = `${program}/resources/native/interface-panel-helper`;
    // ptrace(2), PTRACE_TRACEME: it stops where it would begin.
    const script = `if (!fork) { syscall 101, 0, 0, 0, 0; exec '${helper}' } sleep`;
    const holder = start(debian.asUser('perl', '-e', script));
    const held = () => debian.run('sh', '-c', 'readlink /proc/[0-9]*/exe').output;
    await vi.waitFor(() => {
      expect(held().split('\n')).toContain(helper);
    }, patience);
    const { exitCode, output } = debian.run(prerm, 'failed-upgrade', '0.0.1', '0.1.0');
    expect([exitCode, output]).toEqual([0, '']);
    holder.kill();
  });

  it('refuses to take over from a version that did not wait', async () => {
    const typing = await waitingChange();
    const { exitCode, output } = debian.run(prerm, 'failed-upgrade', '0.0.1', '0.1.0');
    expect(exitCode).toBe(1);
    expect(output).toContain('Nothing was done');
    typing.type('revert');
    await typing.ended;
  });

  it('is removed without a question and says what becomes of what lasts', () => {
    mkdirSync(outside(store), { recursive: true });
    writeFileSync(outside(`${store}/lasting-settings`), '');
    const said = succeed('apt-get', 'remove', '--yes', 'interface-panel');
    expect(said).toContain('lasting settings are not set again any more');
    expect(existsSync(outside(program))).toBe(false);
    expect(existsSync(outside(`${store}/lasting-settings`))).toBe(true);
  });

  it('leaves nothing when it is purged', () => {
    succeed('apt-get', 'purge', '--yes', 'interface-panel');
    rmSync(outside('/packages'), { recursive: true });
    const left = succeed(
      'find',
      '/',
      '-xdev',
      '-not',
      '-path',
      '/home/*',
      '-name',
      '*interface*panel*',
    );
    expect(left).toBe('');
  });
});
