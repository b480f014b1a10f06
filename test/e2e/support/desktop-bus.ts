// SPDX-License-Identifier: MIT
// A desktop's session bus with a daemon that shows notifications, and what the bus saw of them.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { until } from './network-lab';
import { run, stop } from './shell';

/** One call of org.freedesktop.Notifications.Notify. */
export interface SeenNotification {
  readonly title: string;
  readonly body: string;
}

export class DesktopBus {
  readonly #processes: ChildProcess[] = [];
  #address = '';
  #seen = '';

  static async start(): Promise<DesktopBus> {
    const bus = new DesktopBus();
    const daemon = bus.#spawn('dbus-daemon', '--session', '--nofork', '--print-address');
    if (!daemon.stdout) throw new Error('The bus has no output');
    const [line] = (await once(daemon.stdout, 'data')) as [Buffer];
    bus.#address = line.toString().trim();
    const monitor = bus.#spawn('dbus-monitor', "type='method_call',member='Notify'");
    monitor.stdout?.on('data', (text: Buffer) => {
      bus.#seen += text.toString();
    });
    bus.#spawn('dunst');
    await until(() => bus.#ask('count', 'displayed') !== '');
    return bus;
  }

  /** Variables for a program that is to be on this desktop. */
  get environment(): Readonly<Record<string, string>> {
    return { DBUS_SESSION_BUS_ADDRESS: this.#address };
  }

  /** Every notification that a program asked for, in order. */
  get notifications(): readonly SeenNotification[] {
    return this.#seen
      .split(/^method call /m)
      .slice(1)
      .map((call) => [...call.matchAll(/^ {3}string "([^]*?)"$/gm)].map(([, text = '']) => text))
      .map(([, , title = '', body = '']) => ({ title, body }));
  }

  /** How many are on the screen. */
  get shown(): number {
    return Number(this.#ask('count', 'displayed'));
  }

  /** Clicks the newest notification. */
  click(): void {
    this.#ask('action', '0');
  }

  async end(): Promise<void> {
    for (const process of this.#processes.reverse()) await stop(process);
  }

  #spawn(program: string, ...parameters: readonly string[]): ChildProcess {
    const child = spawn(program, parameters, {
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#processes.push(child);
    return child;
  }

  #ask(...parameters: readonly string[]): string {
    try {
      const { DBUS_SESSION_BUS_ADDRESS = '' } = this.environment;
      return run(
        'env',
        `DBUS_SESSION_BUS_ADDRESS=${DBUS_SESSION_BUS_ADDRESS}`,
        'dunstctl',
        ...parameters,
      ).trim();
    } catch {
      return '';
    }
  }
}
