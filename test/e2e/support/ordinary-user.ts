// SPDX-License-Identifier: MIT
// The app as an ordinary user runs it: installed under a folder of root's, with polkit deciding about the helper.

import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './app';
import { until } from './network-lab';
import { run, start, stop, tryRun } from './shell';

const user = 'interface-panel-e2e';
const home = `/home/${user}`;
/** Every folder above it belongs to root and is closed to others, as that of an installed program. */
const installation = '/opt/interface-panel-e2e';
const rule = '/etc/polkit-1/rules.d/00-interface-panel-e2e.rules';
const busSocket = '/run/dbus/system_bus_socket';

/** What the rule of the test says about running the helper; 'nothing' leaves it to an agent, and there is none. */
export type PolkitAnswer = 'yes' | 'no' | 'nothing';

function ruleText(answer: PolkitAnswer): string {
  const decision = { yes: 'YES', no: 'NO', nothing: 'AUTH_ADMIN' }[answer];
  return `polkit.addRule(function (action, subject) {
    if (action.id === 'org.freedesktop.policykit.exec' && subject.user === '${user}') {
      return polkit.Result.${decision};
    }
  });\n`;
}

export class OrdinaryUser {
  private readonly processes: ChildProcess[] = [];
  private readonly mounts: string[] = [];
  private display = '';

  /** Makes the account, the installation, a display and a polkit daemon. */
  static async create(): Promise<OrdinaryUser> {
    const self = new OrdinaryUser();
    tryRun('useradd', '--create-home', '--home-dir', home, '--shell', '/bin/sh', user);
    self.mount(projectFolder, 'project');
    self.mount(path.dirname(realpathSync(runtimePath())), 'runtime');
    self.display = await self.startDisplay();
    await self.startBus();
    return self;
  }

  private mount(source: string, name: string): void {
    const target = path.join(installation, name);
    mkdirSync(target, { recursive: true, mode: 0o755 });
    run('mount', '--bind', source, target);
    this.mounts.push(target);
  }

  /**
   * A number of its own: a server that looks for a free one sees no other network namespace's abstract
   * sockets, and would take the socket file of the display the tests run on.
   */
  private async startDisplay(): Promise<string> {
    this.processes.push(start('Xvfb', ':4711', '-ac', '-nolisten', 'tcp'));
    await until(() => existsSync('/tmp/.X11-unix/X4711'));
    return ':4711';
  }

  private async startBus(): Promise<void> {
    if (busAnswers()) return;
    // A bus that was killed leaves its socket behind, and the next one does not start over it.
    rmSync(busSocket, { force: true });
    mkdirSync(path.dirname(busSocket), { recursive: true });
    this.processes.push(start('dbus-daemon', '--system', '--nofork', '--nopidfile'));
    await until(busAnswers);
  }

  /** Starts a polkit daemon that knows only this answer. */
  async answer(answer: PolkitAnswer): Promise<void> {
    writeFileSync(rule, ruleText(answer), { mode: 0o644 });
    tryRun('pkill', '-x', 'polkitd');
    await until(() => !ownsPolkitName());
    this.processes.push(start('/usr/lib/polkit-1/polkitd', '--no-debug'));
    await until(ownsPolkitName);
  }

  /** A program for launchApp() that starts the runtime as this user. */
  executable(): string {
    const script = path.join(installation, 'run-as-user');
    writeFileSync(
      script,
      `#!/bin/sh\nexec runuser -u ${user} -- env -i HOME=${home} PATH=/usr/bin:/bin DISPLAY=${this.display} ${installation}/runtime/electron "$@"\n`,
      { mode: 0o755 },
    );
    return script;
  }

  /** The app's folder as this user sees it. */
  get projectFolder(): string {
    return path.join(installation, 'project');
  }

  /** A folder of this user's for journal and drafts. */
  newUserData(): string {
    const folder = path.join(home, `data-${String(process.hrtime.bigint())}`);
    run('install', '-d', '-o', user, folder);
    return folder;
  }

  async remove(): Promise<void> {
    tryRun('pkill', '-u', user);
    for (const target of this.mounts) run('umount', '--lazy', target);
    for (const process of this.processes) await stop(process);
    rmSync(rule, { force: true });
    rmSync(installation, { recursive: true, force: true });
    tryRun('userdel', '--remove', user);
  }
}

function runtimePath(): string {
  return run('node', '-p', 'require("electron")').trim();
}

/** Asks the system bus something; empty when there is none. */
function askBus(method: string, ...parameters: readonly string[]): string {
  try {
    // prettier-ignore
    return run('dbus-send', '--system', '--print-reply', '--dest=org.freedesktop.DBus', '/', `org.freedesktop.DBus.${method}`, ...parameters);
  } catch {
    return '';
  }
}

const busAnswers = (): boolean => askBus('GetId') !== '';

const ownsPolkitName = (): boolean =>
  askBus('NameHasOwner', 'string:org.freedesktop.PolicyKit1').includes('true');
