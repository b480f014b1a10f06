// SPDX-License-Identifier: MIT
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../electron/contract/canonical-order';
import { linuxCommands } from '../../../electron/commands/linux-commands';
import { planDetails } from '../../../electron/commands/plan-details';
import {
  persistentPowerShellCommands,
  powerShellCommands,
} from '../../../electron/commands/powershell-commands';
import { isVisible, quoteForShell } from '../../../electron/commands/quoting';
import { visibleText } from '../../../electron/base/visible-text';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChange } from '../../../electron/contract/lasting';
import { families } from '../../../electron/contract/family';
import { fieldAvailability } from '../../../electron/contract/field-value';
import { fieldNamed, fields } from '../../../electron/contract/fields';
import type { Route, Snapshot } from '../../../electron/contract/snapshot';
import {
  adapter,
  defaultRoute,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
} from '../renderer/sample-snapshot';
import { parsePowerShell, wildcardMatches } from './powershell-parser';
import { fieldLabel } from '../../../electron/texts/field-words';

function operation(some: Partial<Operation> = {}): Operation {
  return {
    luid: ethernetLuid,
    family: 'IPv4',
    field: 'NlMtu',
    expected: 1500,
    value: 1400,
    ...some,
  };
}

/** Names that a shell, a cmdlet or a person may take for something else. */
const hardNames = [
  'Ethernet 2',
  "it's",
  '\u2018curly\u2019',
  '"quoted"',
  '-Force',
  '--',
  '$env:PATH $(Get-Date)',
  '`tick`',
  '[a-z]*?',
  'a;b|c&d',
  'eth0.100',
  '#hash',
  '@{x=1}',
  'naïve \u{1f600} \u202e',
];

const route = (some: Partial<Route>) => defaultRoute({ protocol: 4, ...some });

function windowsLine(alias: string, operations: readonly Operation[] = [operation()]): string {
  const adapters = new Map([[ethernetLuid, adapter({ alias })]]);
  return powerShellCommands(operations, adapters).join('\n');
}

describe('PowerShell commands', () => {
  it.each(hardNames.filter(isVisible))('name the interface %j and no other', (alias) => {
    const [command] = parsePowerShell(windowsLine(alias));
    const pattern = String(command?.parameters['InterfaceAlias']);
    expect(wildcardMatches(pattern, alias)).toBe(true);
    expect(wildcardMatches(pattern, 'axb')).toBe(false);
  });

  it('name any interface so that it is read back (1,000 names)', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(name.filter(isVisible), (alias) => {
        const [command] = parsePowerShell(windowsLine(alias));
        expect(wildcardMatches(String(command?.parameters['InterfaceAlias']), alias)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['e\u001b]0;x\u0007', 'safe\u202egpj', 'a\nb'])(
    'go by the index for %j, and show it',
    (alias) => {
      const text = windowsLine(alias);
      expect(text).toContain('-InterfaceIndex 12 ');
      expect(text).toContain(`# It is called ${visibleText(alias)}`);
      expect(text).not.toContain(alias);
    },
  );

  it('set every field that has a parameter, exactly once, and say so of the others', () => {
    for (const family of families) {
      const operations = canonicalOrder(
        fields
          .filter(({ name }) => fieldAvailability(name, family, 'windows').kind === 'settable')
          .map(({ name }) => operation({ family, field: name, expected: 0, value: 1 })),
      );
      const text = windowsLine('Ethernet', operations);
      const commands = parsePowerShell(text);
      expect(commands).toHaveLength(1);
      const { name, parameters } = commands[0] ?? { name: '', parameters: {} };
      expect(name).toBe('Set-NetIPInterface');
      const { InterfaceAlias, AddressFamily, PolicyStore, ...set } = parameters;
      expect({ InterfaceAlias, AddressFamily, PolicyStore }).toEqual({
        InterfaceAlias: 'Ethernet',
        AddressFamily: family,
        PolicyStore: 'ActiveStore',
      });
      const expected = operations.flatMap(({ field }) => {
        const { powershell, type } = fields.find((one) => one.name === field) ?? {};
        if (powershell === undefined) return [];
        return [[powershell.slice(1), type === 'ULONG' ? '1' : 'Enabled']];
      });
      expect(set).toEqual(Object.fromEntries(expected));
      for (const { field } of operations) {
        const { powershell } = fieldNamed(field);
        const told = `# ${fieldLabel(field)} on Ethernet (${family}): no cmdlet sets it.`;
        expect(text.includes(told)).toBe(powershell === undefined);
      }
    }
  });

  it('call the choices of router discovery as the cmdlet does', () => {
    const line = (value: number) =>
      windowsLine('Ethernet', [operation({ field: 'RouterDiscoveryBehavior', value })]);
    const chosen = [0, 1, 2].map((value) => parsePowerShell(line(value))[0]?.parameters);
    expect(chosen.map((parameters) => parameters?.['RouterDiscovery'])).toEqual([
      'Disabled',
      'Enabled',
      'ControlledByDHCP',
    ]);
  });

  it('go by the index where an adapter has no name, and say when one is gone', () => {
    expect(windowsLine('')).toContain('-InterfaceIndex 12 ');
    expect(powerShellCommands([operation()], new Map())).toEqual([
      `# The interface with LUID ${ethernetLuid} is gone.`,
    ]);
  });

  it('are one for each IP interface, in the order of the plan', () => {
    const text = windowsLine('Ethernet', [
      operation({ field: 'UseAutomaticMetric', expected: 1, value: 0 }),
      operation({ field: 'Metric', expected: 25, value: 5 }),
      operation({ family: 'IPv6', value: 1280 }),
    ]);
    expect(text.split('\n')).toEqual([
      "Set-NetIPInterface -InterfaceAlias 'Ethernet' -AddressFamily IPv4 -AutomaticMetric Disabled -InterfaceMetric 5 -PolicyStore ActiveStore",
      "Set-NetIPInterface -InterfaceAlias 'Ethernet' -AddressFamily IPv6 -NlMtuBytes 1280 -PolicyStore ActiveStore",
    ]);
  });
});

function linuxSnapshot(alias: string, some: Partial<Snapshot> = {}): Snapshot {
  const values = { RouterDiscoveryBehavior: 1 };
  return {
    ...sampleSnapshot('linux'),
    adapters: [adapter({ alias, guid: '' })],
    ipInterfaces: families.map((family) => ipInterface({ family, values })),
    ...some,
  };
}

describe('words for a shell', () => {
  it.skipIf(process.platform === 'win32')(
    'are taken by sh as they are, whatever is in them (300 words)',
    () => {
      const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
      // No shell can pass a zero byte, nor a word that ends in line feeds through $(…); names have neither.
      const possible = word.filter((text) => !/\0|\n$|\p{Surrogate}/u.test(text));
      const words = fc.sample(possible, 300);
      const script = words.map((text) => `printf '%s\\000' ${quoteForShell(text)}`).join('\n');
      const output = execFileSync('sh', ['-c', script], { encoding: 'utf8' });
      expect(output.split('\0').slice(0, -1)).toEqual(words);
    },
  );

  it('never carry a control character to a terminal', () => {
    const quoted = quoteForShell('a\u001b]0;x\u0007\u0003\u009b');
    expect(quoted).toMatch(/^[ -~]+$/);
  });
});

describe('ip and sysctl commands', () => {
  const lines = (name: string, some: Partial<Operation>, more: Partial<Snapshot> = {}) =>
    linuxCommands([operation(some)], linuxSnapshot(name, more)).slice(1);

  it.each<[string, Partial<Operation>, string]>([
    ['eth0', {}, 'ip link set dev eth0 mtu 1400'],
    ['-x', {}, 'ip link set dev -x mtu 1400'],
    ["o'x", {}, String.raw`ip link set dev 'o'\''x' mtu 1400`],
    ['eth0.100', { family: 'IPv6' }, 'sysctl -w net/ipv6/conf/eth0.100/mtu=1400'],
    ['a=b', { family: 'IPv6' }, 'printf %s 1400 > /proc/sys/net/ipv6/conf/a=b/mtu'],
    ['a$b', { family: 'IPv6' }, "sysctl -w 'net/ipv6/conf/a$b/mtu=1400'"],
    ['eth0', { field: 'ForwardingEnabled', value: 1 }, 'sysctl -w net/ipv4/conf/eth0/forwarding=1'],
    [
      'eth0',
      { family: 'IPv6', field: 'LinkLocalAddressBehavior', value: 0 },
      'sysctl -w net/ipv6/conf/eth0/addr_gen_mode=1',
    ],
  ])('of %s: %j', (name, some, command) => {
    expect(lines(name, some)).toEqual([command]);
  });

  it('exist for everything that can be set on Linux', () => {
    for (const family of families) {
      for (const { name } of fields) {
        if (fieldAvailability(name, family, 'linux').kind !== 'settable') continue;
        const routes = [route({ family, nextHop: family === 'IPv4' ? '192.0.2.1' : 'fe80::1' })];
        const [command] = lines('eth0', { family, field: name, value: 1 }, { routes });
        expect(command, `${name} ${family}`).toMatch(/^(ip|sysctl|if|\[) /);
      }
    }
  });

  it('move default routes with what is known of them, and leave the others', () => {
    const routes = [
      route({ nextHop: '192.0.2.1', metric: 100, protocol: 16, preferredSource: '192.0.2.9' }),
      route({ nextHop: '192.0.2.2', metric: 100, tos: 16, mtu: 1300, flags: 4 }),
      route({ nextHop: '192.0.2.3', luid: '7' }),
      route({ nextHop: '192.0.2.4', prefixLength: 8, destination: '10.0.0.0' }),
      route({ nextHop: '192.0.2.5', table: 100 }),
    ];
    const disable = { field: 'DisableDefaultRoutes', expected: 0, value: 1 } as const;
    expect(lines('eth0', disable, { routes })).toEqual([
      'ip -4 route append default via 192.0.2.1 dev eth0 proto dhcp scope global metric 100 table 0x4900000c src 192.0.2.9',
      'ip -4 route delete default via 192.0.2.1 dev eth0 proto dhcp scope global metric 100 table main',
      'ip -4 route append default tos 0x10 via 192.0.2.2 dev eth0 proto static scope global metric 100 table 0x4900000c mtu 1300 onlink',
      'ip -4 route delete default tos 0x10 via 192.0.2.2 dev eth0 proto static scope global metric 100 table main',
    ]);
  });

  it('keep the kernel from learning a default route again before it is moved', () => {
    const routes = [
      route({ family: 'IPv6', nextHop: 'fe80::1', protocol: 9, metric: 1024, validLifetime: 1800 }),
    ];
    const disable = { family: 'IPv6', field: 'DisableDefaultRoutes', value: 1 } as const;
    expect(lines('eth0', disable, { routes })).toEqual([
      'sysctl -w net/ipv6/conf/eth0/accept_ra_defrtr=0',
      'ip -6 route append default via fe80::1 dev eth0 proto ra metric 1 table 0x4a00000c expires 1800',
      'ip -6 route delete default via fe80::1 dev eth0 proto ra metric 1024 table main',
    ]);
  });
});

describe('PowerShell commands that last', () => {
  const persistent = (some: Parameters<typeof adapter>[0], operations: readonly Operation[]) =>
    persistentPowerShellCommands(operations, new Map([[ethernetLuid, adapter(some)]]));

  it('write what is copied at the start, as far as the cmdlet has parameters', () => {
    const operations = [
      operation({ field: 'Metric', value: 5 }),
      operation({ field: 'LinkLocalAddressBehavior' }),
    ];
    expect(persistent({ alias: 'Ethernet' }, operations)).toEqual([
      "Set-NetIPInterface -InterfaceAlias 'Ethernet' -AddressFamily IPv4 -InterfaceMetric 5 -PolicyStore PersistentStore",
    ]);
    expect(persistent({}, [operation({ field: 'LinkLocalAddressBehavior' })])).toEqual([]);
    expect(persistentPowerShellCommands([operation()], new Map())).toEqual([]);
  });

  it('use the own switch of a connection that Windows makes anew each time, once for both families', () => {
    const off = (value: number) =>
      families.map((family) => operation({ family, field: 'DisableDefaultRoutes', value }));
    const [alias, type] = ["Anna's work", 23];
    expect(persistent({ alias, type }, off(1))).toEqual([
      "Set-VpnConnection -Name 'Anna''s work' -SplitTunneling $True",
    ]);
    expect(persistent({ alias, type }, off(0))).toEqual([
      "Set-VpnConnection -Name 'Anna''s work' -SplitTunneling $False",
    ]);
    expect(persistent({ alias, type }, [operation()])).toEqual([]);
    expect(persistent({ alias: 'a\nb', type }, off(1))).toEqual([]);
  });

  it('are run where the plan is to last, and only told where it is not', () => {
    const operations = [operation()];
    const command = /\nSet-NetIPInterface .* -PolicyStore PersistentStore\n$/;
    const textOf = (lastingChanges: readonly LastingChange[]) =>
      planDetails({ operations, lastingChanges, deadline: 60 }, 'anna', sampleSnapshot()).commands
        .text;
    const change = {
      luid: ethernetLuid,
      family: 'IPv4',
      field: 'NlMtu',
      alias: 'Ethernet',
    } as const;
    const id = '0'.repeat(32);
    expect(textOf([{ ...change, id, expected: null, value: 1400 }])).toMatch(command);
    expect(textOf([{ ...change, luid: null, id, expected: 1400, value: null }])).not.toMatch(
      command,
    );
    expect(textOf([])).toMatch(/\n# Set-NetIPInterface .* -PolicyStore PersistentStore\n$/);
  });
});

describe('the details of a plan', () => {
  it('are its code, which depends on all of it, and its commands', () => {
    const snapshot = sampleSnapshot();
    const operations = [operation({ field: 'Metric', value: 5 }), operation()];
    const plan = { operations, lastingChanges: [], deadline: 60 } as const;
    const details = planDetails(plan, 'anna', snapshot);
    expect(details.code).toMatch(/^[0-9A-F]{8}$/);
    expect(details.code).not.toBe(planDetails({ ...plan, deadline: 120 }, 'anna', snapshot).code);
    expect(details.code).not.toBe(planDetails(plan, 'bob', snapshot).code);
    expect(details.commands).toMatchObject({
      shell: 'powershell',
      text: expect.stringMatching(/^# In PowerShell, run as administrator\.\nSet-.*\n/) as string,
    });
  });
});
