// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Operation } from '../../electron/contract/operation';
import type { FieldName } from '../../electron/contract/fields';
import type { FaultLab } from './fault-lab';
import { linux } from './hosts';

const one = 'fault0';
const other = 'fault1';
const ownHardware = '02:00:5e:10:00';

function ip(...command: readonly string[]): string {
  return execFileSync('ip', command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** NET_LUID of a link: Ethernet is type 6. */
function luidOf(link: string): string {
  const index = Number(readFileSync(`/sys/class/net/${link}/ifindex`, 'utf8'));
  return String((6n << 48n) | (BigInt(index) << 24n));
}

const sysctlFolder = (family: string, kind: 'conf' | 'neigh', link: string) =>
  `/proc/sys/net/${family}/${kind}/${link}`;

/** Where the fields of our operations live. */
const fileOf: Partial<Record<FieldName, (link: string) => string>> = {
  NlMtu: (link) => `/sys/class/net/${link}/mtu`,
  DadTransmits: (link) => `${sysctlFolder('ipv6', 'conf', link)}/dad_transmits`,
  RouterDiscoveryBehavior: (link) => `${sysctlFolder('ipv6', 'conf', link)}/accept_ra`,
};

function allSysctls(link: string): string {
  const folders = ['ipv4', 'ipv6'].flatMap((family) =>
    (['conf', 'neigh'] as const).map((kind) => sysctlFolder(family, kind, link)),
  );
  return (
    folders
      .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
      // Chosen anew by the kernel whenever it is read.
      .filter((file) => !file.endsWith('stable_secret'))
      .map((file) => `${file} ${readFileSync(file, 'utf8').trim()}`)
      .join('\n')
  );
}

/** The two ends of one cable; the same indexes each time, so the same LUIDs. */
function makeLinks(hardware: string): void {
  const end = (index: number) => ['index', String(index), 'address', `${hardware}:${index}`];
  ip('link', 'add', one, ...end(70), 'type', 'veth', 'peer', 'name', other, ...end(71));
  setUp();
}

function setUp(): void {
  for (const link of [one, other]) ip('link', 'set', link, 'addrgenmode', 'none', 'up');
  ip('address', 'add', '192.0.2.2/24', 'dev', one);
  ip('route', 'add', 'default', 'via', '192.0.2.1', 'dev', one, 'mtu', '1450');
}

/** Routes as they are looked up; which link's multicast route came first, with its carrier, says nothing. */
function ipv6Routes(): string {
  const lines = ip('-6', '-d', 'route', 'show', 'table', 'all').split('\n');
  const isMulticast = (line: string) => line.startsWith('multicast ');
  const multicast = lines.filter(isMulticast).sort();
  return [...lines.filter((line) => !isMulticast(line)), ...multicast].join('\n');
}

/** Two real links in the network namespace the tests run in, seen by `ip` and /proc/sys. */
export class LinuxLab implements FaultLab {
  readonly host = linux;
  readonly stack = { stack: 'linux' } as const;
  readonly haltingHelper = path.join(linux.natives, 'test', 'halting-helper');
  readonly operations: readonly Operation[];
  readonly #links: ReadonlyMap<string, string>;
  readonly #here = ip('netns', 'identify', String(process.pid)).trim();

  constructor() {
    if (this.#here === '') {
      throw new Error('Runs only inside a network namespace of its own: npm run test:faults');
    }
    makeLinks(ownHardware);
    this.#links = new Map([one, other].map((link) => [luidOf(link), link]));
    const [first, second] = [luidOf(one), luidOf(other)];
    this.operations = [
      { luid: first, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
      { luid: first, family: 'IPv6', field: 'DadTransmits', expected: 1, value: 3 },
      { luid: second, family: 'IPv6', field: 'DadTransmits', expected: 1, value: 4 },
    ];
  }

  witness(): string {
    return [
      ip('-4', '-d', 'route', 'show', 'table', 'all'),
      ipv6Routes(),
      ip('-d', 'link'),
      allSysctls(one),
      allSysctls(other),
    ].join('\n');
  }

  live(operation: Operation): number {
    return Number(readFileSync(this.#file(operation), 'utf8'));
  }

  setFromOutside(operation: Operation, value: number): void {
    if (operation.field === 'NlMtu') {
      ip('link', 'set', this.#link(operation), 'mtu', String(value));
    } else {
      writeFileSync(this.#file(operation), String(value));
    }
  }

  putBackFromOutside(operation: Operation): void {
    this.setFromOutside(operation, operation.expected);
  }

  /** Both ends go together, to where they live on: a link that is made anew is another one. */
  vanish(): void {
    ip('netns', 'add', this.#elsewhere);
    for (const link of [one, other]) ip('link', 'set', link, 'netns', this.#elsewhere);
  }

  comeBack(_operation: Operation, as: 'itself' | 'another'): void {
    if (as === 'another') {
      ip('netns', 'delete', this.#elsewhere);
      makeLinks('02:00:5e:99:00');
      return;
    }
    for (const link of [one, other]) {
      ip('-n', this.#elsewhere, 'link', 'set', link, 'netns', this.#here);
    }
    ip('netns', 'delete', this.#elsewhere);
    setUp();
  }

  /** `ip netns exec` gives every namespace mounts of its own. */
  makeLastingPlace(): string {
    const folder = '/var/lib/interface-panel';
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'mode=0755', 'none', '/var/lib']);
    mkdirSync(folder, { mode: 0o755 });
    return folder;
  }

  removeLastingPlace(): void {
    execFileSync('umount', ['/var/lib']);
  }

  reset(): void {
    ip('link', 'delete', one);
    makeLinks(ownHardware);
  }

  remove(): void {
    ip('link', 'delete', one);
  }

  get #elsewhere(): string {
    return `${this.#here}-away`;
  }

  #link({ luid }: Operation): string {
    const link = this.#links.get(luid);
    if (link === undefined) throw new Error(`No link has the LUID ${luid}`);
    return link;
  }

  #file(operation: Operation): string {
    const file = fileOf[operation.field]?.(this.#link(operation));
    if (file === undefined) throw new Error(`No file is known for ${operation.field}`);
    return file;
  }
}
