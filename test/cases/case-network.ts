// SPDX-License-Identifier: MIT
// A network of the kernel's own that a test builds with `ip` and looks at with the program, in a namespace that goes away.

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { expect } from 'vitest';
import { captureCommand } from '../../build/run-command';
import type { Family } from '../../electron/contract/family';
import type { PreviewRequest } from '../../electron/contract/preview';
import type { Luid } from '../../electron/contract/snapshot';
import { otherWays, trafficReason, trafficSentence } from '../../electron/texts/traffic-text';
import { addNetworkNamespace, ip } from '../runner/network-namespace';
import type { NetworkNamespace } from '../runner/network-namespace';
import { askedOfFamily } from './asked';
import type { Shown } from './program';

/** TUNSETIFF; IFF_TUN or IFF_TAP, and IFF_NO_PI. A tunnel has a carrier while a program holds it. */
const holdTunnel = `
  open(my $tun, '+<', '/dev/net/tun') or die $!;
  ioctl($tun, 0x400454ca, pack('a16 s x22', $ARGV[0], ($ARGV[1] eq 'tap' ? 2 : 1) | 0x1000)) or die $!;
  $| = 1; print "held\\n"; sleep;`;

/** What the program shows in a case, in its words. */
export interface Look extends Shown {
  readonly nameOf: (luid: Luid) => string;
  /** The sentence about a family, why, and what goes another way: as the first page says it. */
  readonly said: Readonly<Record<Family, string>>;
}

function lookOf(shown: Shown): Look {
  const names = new Map(shown.snapshot.adapters.map(({ luid, alias }) => [luid, alias]));
  const nameOf = (luid: Luid) => names.get(luid) ?? `LUID ${luid}`;
  const say = (family: Family) => {
    const traffic = shown.preview.traffic[family];
    const words = { nameOf, system: 'Linux' };
    const texts = [
      trafficSentence(family, traffic.now, words),
      trafficReason(family, traffic.now, words),
      ...otherWays(traffic, words),
    ];
    return texts.join(' ');
  };
  return { ...shown, nameOf, said: { IPv4: say('IPv4'), IPv6: say('IPv6') } };
}

/** A namespace whose links have their other ends in a second one, far away. */
export class CaseNetwork {
  readonly #near: NetworkNamespace;
  readonly #far: NetworkNamespace;
  readonly #holders: ChildProcess[] = [];
  #links = 0;

  constructor() {
    this.#near = addNetworkNamespace('case');
    this.#far = addNetworkNamespace('case-far');
    for (const scope of ['all', 'default']) this.sysctl(`net.ipv6.conf.${scope}.accept_dad=0`);
  }

  /** The names of both namespaces, for programs that are to run there. */
  get names(): { readonly near: string; readonly far: string } {
    return { near: this.#near.name, far: this.#far.name };
  }

  /** Runs `ip` here, once for each line. */
  ip(lines: string): void {
    for (const line of lines.split('\n').map((text) => text.trim())) {
      if (line !== '') ip('-n', this.#near.name, ...line.split(' '));
    }
  }

  sysctl(...settings: readonly string[]): void {
    const { exitCode, output } = captureCommand('ip', [
      ...['netns', 'exec', this.#near.name, 'sysctl', '-qw'],
      ...settings,
    ]);
    if (exitCode !== 0) throw new Error(output);
  }

  /** A link with a carrier. */
  link(...names: readonly string[]): void {
    for (const name of names) {
      this.#links += 1;
      const end = `f${this.#links}`;
      ip(
        '-n',
        this.#near.name,
        'link',
        'add',
        name,
        'type',
        'veth',
        'peer',
        'name',
        end,
        'netns',
        this.#far.name,
      );
      ip('-n', this.#far.name, 'link', 'set', end, 'up');
      ip('-n', this.#near.name, 'link', 'set', name, 'up');
    }
  }

  /** A tunnel that a program holds open. */
  async tunnel(name: string, mode: 'tun' | 'tap' = 'tun'): Promise<void> {
    const holder = spawn(
      'ip',
      ['netns', 'exec', this.#near.name, 'perl', '-e', holdTunnel, name, mode],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#holders.push(holder);
    await new Promise<void>((resolve, reject) => {
      holder.stdout.once('data', () => {
        resolve();
      });
      holder.once('exit', () => {
        reject(new Error(`No program can hold ${name}.`));
      });
    });
    ip('-n', this.#near.name, 'link', 'set', name, 'up');
  }

  /** What the program says here. */
  look(request: Partial<PreviewRequest> = {}): Look {
    const program = path.join(__dirname, 'program.ts');
    const { exitCode, output } = captureCommand('ip', [
      ...['netns', 'exec', this.#near.name],
      ...[process.execPath, '--import', 'tsx', program, JSON.stringify(request)],
    ]);
    if (exitCode !== 0) throw new Error(output);
    return lookOf(JSON.parse(output) as Shown);
  }

  /** What the program says here, after the kernel has agreed with every sentence. */
  agreed(request: Partial<PreviewRequest> = {}): Look {
    const shown = this.look(request);
    expect(shown.contradictions).toEqual([]);
    expect(shown.compared).toBe(2 * askedOfFamily);
    return shown;
  }

  /** What `ip route get` says here. */
  routeGet(family: Family, ...words: readonly string[]): string {
    const flag = family === 'IPv4' ? '-4' : '-6';
    return captureCommand('ip', ['-n', this.#near.name, flag, '-o', 'route', 'get', ...words])
      .output;
  }

  remove(): void {
    for (const holder of this.#holders) holder.kill('SIGKILL');
    this.#near.remove();
    this.#far.remove();
  }
}
