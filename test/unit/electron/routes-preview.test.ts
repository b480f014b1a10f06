// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { Preview, PreviewRequest, Warning } from '../../../electron/contract/preview';
import type { LiveAnswer } from '../../../electron/routes/calibration';
import { preview } from '../../../electron/routes/preview';
import type { Surroundings } from '../../../electron/routes/preview';
import { networkOf, set, usualRules } from './routes-network';
import type { NetworkSketch } from './routes-network';

interface Asked extends Partial<Omit<PreviewRequest, 'operations'>> {
  readonly operations?: (luid: (name: string) => string) => readonly Operation[];
  readonly surroundings?: Partial<Surroundings>;
  readonly live?: (luid: (name: string) => string) => LiveAnswer;
}

/** Asks about a sketch; the answer names adapters where the contract has LUIDs. */
async function previewOf(sketch: NetworkSketch, asked: Asked = {}): Promise<Preview> {
  const { snapshot, luid } = networkOf(sketch);
  const { operations, surroundings, live, ...request } = asked;
  const answer = await preview(
    snapshot,
    {
      operations: operations?.(luid) ?? [],
      addresses: [],
      kinds: {},
      vpn: null,
      blocksOthers: false,
      ...request,
    },
    {
      remoteSession: null,
      metricsSetHere: new Set(),
      userId: 0,
      managerOf: () => null,
      ...surroundings,
    },
    () => Promise.resolve(live?.(luid) ?? { kind: 'failed' }),
  );
  const names = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter.alias]));
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  ) as Preview;
}

const off =
  (name: string, ...families: ('IPv4' | 'IPv6')[]) =>
  (luid: (name: string) => string) =>
    families.map((family) => set(luid(name), family, 'DisableDefaultRoutes', 1));

const ethernet = { addresses: ['192.168.1.34/24'] };
const vpn = {
  kind: 'vpn',
  addresses: ['10.8.0.2/24'],
  values: { Metric: 5, UseAutomaticMetric: 0 },
} as const;

/** Ethernet and a VPN that wins in both families. */
const office = {
  adapters: { Ethernet: ethernet, VPN: vpn },
  routes: [
    ['0.0.0.0/0', 'Ethernet', { nextHop: '192.168.1.1' }],
    ['::/0', 'Ethernet', { nextHop: 'fe80::1' }],
    ['0.0.0.0/0', 'VPN'],
    ['::/0', 'VPN'],
    ['10.8.0.0/24', 'VPN'],
    ['10.64.0.0/16', 'VPN'],
    ['10.65.1.0/24', 'VPN'],
    ['fd64::/48', 'VPN'],
  ],
  dns: [
    ['10.64.0.53', 'VPN'],
    ['192.168.1.1', 'Ethernet'],
  ],
} satisfies NetworkSketch;

const withRoutes = (...more: NonNullable<NetworkSketch['routes']>): NetworkSketch => ({
  ...office,
  routes: [...office.routes, ...more],
});
const withoutRoutes = (
  leaves: (prefix: string, dev: string | null) => boolean,
  ...more: NonNullable<NetworkSketch['routes']>
): NetworkSketch => ({
  ...office,
  routes: [...office.routes.filter(([prefix, dev]) => !leaves(prefix, dev)), ...more],
});

describe('internet traffic', () => {
  it('leaves through the lowest effective metric, and names the next', async () => {
    const { traffic } = await previewOf(office, { operations: off('VPN', 'IPv4') });
    const next = { luid: 'Ethernet', metric: 25 };
    const whole = { share: 1, rest: [], source: null, table: 254 };
    expect(traffic.IPv4).toEqual({
      now: { kind: 'through', luid: 'VPN', metric: 5, next, ...whole },
      after: { kind: 'through', luid: 'Ethernet', metric: 25, next: null, ...whole },
      special: [],
      ipsec: [],
    });
    expect(traffic.IPv6.after).toMatchObject({ luid: 'VPN' });
  });

  it('is a tie where metrics are equal, and stops where no default route is left', async () => {
    const tie = await previewOf(office, {
      operations: (luid) => [set(luid('VPN'), 'IPv4', 'Metric', 25)],
    });
    expect(tie.traffic.IPv4.after).toMatchObject({
      kind: 'tie',
      luids: ['Ethernet', 'VPN'],
      metric: 25,
      choice: 'undocumented',
    });
    const none = await previewOf(office, {
      operations: (luid) => [...off('VPN', 'IPv4')(luid), ...off('Ethernet', 'IPv4')(luid)],
    });
    expect(none.traffic.IPv4.after).toMatchObject({ kind: 'none', rest: [] });
  });

  it.each<[string, NonNullable<NetworkSketch['routes']>]>([
    [
      'first-to-answer',
      [
        ['0.0.0.0/0', 'Ethernet', { nextHop: '192.168.1.1' }],
        ['0.0.0.0/0', 'VPN', { nextHop: '10.8.0.1' }],
      ],
    ],
    ['shared', [['0.0.0.0/0', null, { hops: [{ dev: 'Ethernet' }, { dev: 'VPN' }] }]]],
  ])('says how Linux chooses one of several ways: %s', async (choice, routes) => {
    const { traffic } = await previewOf({ ...office, stack: 'linux', routes });
    expect(traffic.IPv4.now).toMatchObject({ kind: 'tie', choice });
  });

  it('is taken by two half routes, whatever the default routes, but not by one', async () => {
    const pair = [
      ['0.0.0.0/1', 'VPN'],
      ['128.0.0.0/1', 'VPN'],
    ] as const;
    const { traffic } = await previewOf(withRoutes(...pair), { operations: off('VPN', 'IPv4') });
    expect(traffic.IPv4.after).toMatchObject({
      kind: 'wide-routes',
      luid: 'VPN',
      routes: 2,
      prefixes: ['0.0.0.0/1', '128.0.0.0/1'],
      rest: [],
    });
    const one = await previewOf(withRoutes(pair[1]), { operations: off('VPN', 'IPv4') });
    expect(one.traffic.IPv4.after).toMatchObject({
      kind: 'through',
      luid: 'Ethernet',
      rest: [{ way: { kind: 'through', luid: 'VPN' }, share: expect.closeTo(0.43, 2) as number }],
    });
  });

  it.each([
    [['::/1', '8000::/1'], 'wide-routes', ['::/1', '8000::/1']],
    [['2000::/3'], 'wide-routes', ['2000::/3']],
    [['2000::/4', '3000::/4'], 'wide-routes', ['2000::/4', '3000::/4']],
    [['8000::/1'], 'through', undefined],
  ])('of IPv6 is taken by routes to what is given out: %j', async (prefixes, kind, named) => {
    const routes = prefixes.map((prefix) => [prefix, 'VPN'] as const);
    const { traffic } = await previewOf(withRoutes(...routes), { operations: () => [] });
    const { now } = traffic.IPv6;
    expect(now.kind).toBe(kind);
    expect('prefixes' in now ? now.prefixes : undefined).toEqual(named);
  });

  it('is not judged by a host route to a well-known address', async () => {
    const { traffic } = await previewOf(withRoutes(['1.1.1.1/32', 'Ethernet']));
    expect(traffic.IPv4.now).toMatchObject({ kind: 'through', luid: 'VPN' });
  });

  it('goes by rules where another table than main decides (Linux)', async () => {
    const sketch: NetworkSketch = {
      ...withRoutes(['0.0.0.0/0', 'VPN', { table: 51820 }]),
      stack: 'linux',
      rules: [{ family: 'IPv4', priority: 10, table: 51820 }, ...usualRules],
    };
    const { traffic } = await previewOf(sketch, { operations: off('VPN', 'IPv4') });
    const rules = { kind: 'rules', luid: 'VPN', table: 51820, share: 1 };
    expect(traffic.IPv4).toMatchObject({ now: rules, after: rules });
  });
});

describe('packets that rules look for', () => {
  const marked = (mark: number, table: number) =>
    ({ family: 'IPv4', priority: mark, mark, markMask: 0xffff, table }) as const;

  it('are told where they go another way, each kind once and a dozen at most', async () => {
    const elsewhere = Array.from({ length: 40 }, (_, number) => marked(1 + (number >> 1), 7));
    const alike = Array.from({ length: 100 }, (_, number) => marked(1000 + number, 254));
    const { traffic } = await previewOf({
      ...withRoutes(['0.0.0.0/0', 'VPN', { table: 7 }]),
      stack: 'linux',
      rules: [...elsewhere, ...alike, ...usualRules],
    });
    const { now, special } = traffic.IPv4;
    expect(now).toMatchObject({ kind: 'through', luid: 'Ethernet' });
    expect(special).toHaveLength(12);
    const marks = special.map(({ packets }) => ('mark' in packets ? packets.mark : 0));
    expect(marks).toEqual(Array.from({ length: 12 }, (_, number) => number + 1));
    expect(special[0]?.way).toEqual({ kind: 'through', luid: 'VPN' });
  });
});

describe('where addresses go', () => {
  it('shows the internet, the VPN’s name server, a company address and what was typed', async () => {
    const { probes } = await previewOf(office, {
      addresses: ['192.168.1.34', 'fe80::9%Ethernet'],
      operations: off('VPN', 'IPv4'),
    });
    expect(
      probes.map(({ kind, address, now, after }) => [
        kind,
        address,
        'luid' in now && now.luid,
        'luid' in after && after.luid,
      ]),
    ).toEqual([
      ['internet', '1.1.1.1', 'VPN', 'Ethernet'],
      ['internet', '8.8.8.8', 'VPN', 'Ethernet'],
      ['internet', '2606:4700:4700::1111', 'VPN', 'VPN'],
      ['internet', '2001:4860:4860::8888', 'VPN', 'VPN'],
      ['dns', '10.64.0.53', 'VPN', 'VPN'],
      ['company', '10.64.0.1', 'VPN', 'VPN'],
      ['company', 'fd64::1', 'VPN', 'VPN'],
      ['typed', '192.168.1.34', 'Ethernet', 'Ethernet'],
      ['typed', 'fe80::9%Ethernet', 'Ethernet', 'Ethernet'],
    ]);
  });

  it.each([
    ['with a VPN', office],
    ['without one', { ...office, adapters: { Ethernet: ethernet, VPN: ethernet } }],
  ])(
    'does not call a name server the VPN’s that belongs to no adapter: %s',
    async (_when, sketch) => {
      const { probes } = await previewOf({ ...sketch, dns: [['10.64.0.53', null]] });
      expect(probes.find(({ address }) => address === '10.64.0.53')?.kind).toBe('system-dns');
    },
  );

  it('is nowhere for a zone that is no adapter', async () => {
    const { probes } = await previewOf(office, {
      addresses: ['fe80::9%br_lan'],
      live: () => ({ kind: 'refused' }),
    });
    expect(probes.at(-1)).toMatchObject({ now: { kind: 'nowhere' }, isReliable: true });
  });

  const liveThrough = (name: string, nextHop: string) => (luid: (name: string) => string) =>
    ({
      kind: 'route',
      route: {
        luid: luid(name),
        destination: '0.0.0.0',
        prefixLength: 0,
        nextHop,
        source: '0.0.0.0',
        metric: 0,
        table: 254,
        type: 1,
      },
    }) as const;

  it.each<[string, NonNullable<Asked['live']>, boolean]>([
    ['the system takes the same way', liveThrough('VPN', '0.0.0.0'), true],
    ['the system takes another interface', liveThrough('Ethernet', '0.0.0.0'), false],
    ['the system takes another gateway', liveThrough('VPN', '10.8.0.1'), false],
    ['the system has no way', () => ({ kind: 'refused' }), false],
    ['the system cannot be asked', () => ({ kind: 'failed' }), false],
  ])('is called reliable or not: %s', async (_when, live, isReliable) => {
    const { probes } = await previewOf(office, { live });
    expect(probes[0]?.isReliable).toBe(isReliable);
  });

  it('is reliable in a tie through any of its adapters, and where neither finds a way', async () => {
    const tie = withoutRoutes((prefix) => prefix === '::/0');
    const equal = { ...tie, adapters: { ...tie.adapters, VPN: { ...vpn, values: {} } } };
    const { probes } = await previewOf(equal, { live: liveThrough('VPN', '0.0.0.0') });
    expect(probes[0]).toMatchObject({ now: { kind: 'tie' }, isReliable: true });
    const nowhere = await previewOf(tie, { live: () => ({ kind: 'refused' }) });
    expect(nowhere.probes[2]).toMatchObject({ now: { kind: 'nowhere' }, isReliable: true });
  });
});

describe('presets', () => {
  const find = (answer: Preview, id: string) => answer.presets.find((one) => one.id === id);

  it('count the networks that the VPN names, not its own subnet', async () => {
    const answer = await previewOf(office);
    expect(find(answer, 'company-only')?.companyNetworks).toBe(3);
  });

  it('know which one is true now and which after', async () => {
    const answer = await previewOf(office, { operations: off('VPN', 'IPv4', 'IPv6') });
    expect([answer.presetNow, answer.presetAfter]).toEqual(['through-vpn', 'company-only']);
    const mixed = await previewOf(office, { operations: off('VPN', 'IPv4') });
    expect(mixed.presetAfter).toBeNull();
  });

  it('take the VPN’s default routes out, and put those of physical adapters in', async () => {
    const sketch = {
      ...office,
      adapters: { Ethernet: { ...ethernet, IPv4: { DisableDefaultRoutes: 1 } }, VPN: vpn },
    };
    const answer = await previewOf(sketch);
    const field = 'DisableDefaultRoutes';
    expect(find(answer, 'company-only')).toMatchObject({
      obstacle: null,
      operations: [
        { luid: 'VPN', family: 'IPv4', field, expected: 0, value: 1 },
        { luid: 'VPN', family: 'IPv6', field, expected: 0, value: 1 },
        { luid: 'Ethernet', family: 'IPv4', field, expected: 1, value: 0 },
      ],
      exceptions: [],
      internetLuid: 'Ethernet',
    });
    expect(find(answer, 'system-default')?.operations).toEqual([
      { luid: 'Ethernet', family: 'IPv4', field, expected: 1, value: 0 },
    ]);
  });

  it('switch on again whatever their opposite switched off, a bridge too, but no other VPN', async () => {
    const switchedOff = { ...ethernet, IPv4: { DisableDefaultRoutes: 1 } };
    const bridge = { ...switchedOff, adapter: { linkKind: 'bridge' } };
    const other = { ...vpn, IPv4: { DisableDefaultRoutes: 1 }, addresses: ['10.9.0.2/24'] };
    const sketch = { ...office, adapters: { ...office.adapters, Bridge: bridge, Other: other } };
    const answer = await previewOf(sketch, { vpn: networkOf(sketch).luid('VPN') });
    const switchedOn = find(answer, 'company-only')?.operations.filter(({ value }) => value === 0);
    expect(switchedOn?.map(({ luid }) => luid)).toEqual(['Bridge']);
  });

  it('are about no link that has nothing but an address of its own making', async () => {
    const tap = { kind: 'vpn', addresses: ['fe80::1/64', '169.254.3.4/16'] } as const;
    const answer = await previewOf({ ...office, adapters: { Ethernet: ethernet, VPN: tap } });
    expect(answer.vpn).toBeNull();
    expect(find(answer, 'company-only')?.obstacle).toBe('no-vpn');
  });

  it('let the VPN win with a metric just low enough', async () => {
    const slow = { ...vpn, values: { Metric: 50, UseAutomaticMetric: 1 } };
    const answer = await previewOf({ ...office, adapters: { Ethernet: ethernet, VPN: slow } });
    const preset = find(answer, 'through-vpn');
    expect(preset?.operations).toEqual(
      ['IPv4', 'IPv6'].flatMap((family) => [
        { luid: 'VPN', family, field: 'UseAutomaticMetric', expected: 1, value: 0 },
        { luid: 'VPN', family, field: 'Metric', expected: 50, value: 24 },
      ]),
    );
    expect(preset).toMatchObject({ exceptions: [], internetLuid: 'VPN' });
    expect(answer.presetNow).toBe('system-default');
  });

  it('say which family still leaves elsewhere, and are true all the same', async () => {
    const sketch = withoutRoutes((prefix, dev) => prefix === '::/0' && dev === 'VPN');
    const answer = await previewOf(sketch);
    expect(find(answer, 'through-vpn')?.exceptions).toEqual([{ family: 'IPv6', luid: 'Ethernet' }]);
    expect(answer.presetNow).toBe('through-vpn');
  });

  it.each([
    ['other-means', 200],
    ['no-route', 201],
  ])(
    'tell a VPN that rules lead some packets into from one without a default route: %s',
    async (obstacle, table) => {
      const answer = await previewOf({
        ...office,
        stack: 'linux',
        routes: [
          ['0.0.0.0/0', 'Ethernet'],
          ['0.0.0.0/0', 'VPN', { table: 200 }],
        ],
        rules: [...usualRules, { family: 'IPv4', priority: 100, table, uidRange: [1000, 1000] }],
      });
      expect(find(answer, 'through-vpn')?.obstacle).toBe(obstacle);
    },
  );

  it('say on Linux, which has no interface metric, that the VPN would still lose', async () => {
    const routes = [
      ['0.0.0.0/0', 'Ethernet', { metric: 10 }],
      ['0.0.0.0/0', 'VPN', { metric: 20 }],
    ] as const;
    const answer = await previewOf({ ...office, stack: 'linux', routes });
    expect(find(answer, 'through-vpn')).toMatchObject({
      obstacle: 'outranked',
      operations: [],
      internetLuid: 'Ethernet',
    });
    expect(answer.presetNow).toBe('system-default');
    const alone = await previewOf({ ...office, stack: 'linux', routes }, { blocksOthers: true });
    expect(find(alone, 'through-vpn')).toMatchObject({ obstacle: null, internetLuid: 'VPN' });
  });

  it('switch others off where the user asks for it', async () => {
    const answer = await previewOf(office, { blocksOthers: true });
    expect(find(answer, 'through-vpn')?.operations).toMatchObject([
      { luid: 'Ethernet', family: 'IPv4', field: 'DisableDefaultRoutes', value: 1 },
      { luid: 'Ethernet', family: 'IPv6', field: 'DisableDefaultRoutes', value: 1 },
    ]);
    expect(answer.presetNow).not.toBe('through-vpn');
  });

  it('say whether others are switched off where the user asks for neither', async () => {
    const off4 = off('Ethernet', 'IPv4');
    const both = off('Ethernet', 'IPv4', 'IPv6');
    const blocks = async (asked: Asked, sketch: NetworkSketch = office) =>
      (await previewOf(sketch, { blocksOthers: null, ...asked })).blocksOthers;
    expect(await blocks({})).toBe(false);
    expect(await blocks({ operations: off4 })).toBe(false);
    expect(await blocks({ operations: both })).toBe(true);
    expect(await blocks({ operations: both, blocksOthers: false })).toBe(false);
    const unplugged = { ...ethernet, values: { Connected: 0 } };
    const adapters = { ...office.adapters, Ethernet: unplugged };
    expect(await blocks({ operations: both }, { ...office, adapters })).toBe(false);
    const answer = await previewOf(office, { operations: both, blocksOthers: null });
    expect(answer.presetAfter).toBe('through-vpn');
  });

  it('make metrics automatic again that were fixed here, and no others', async () => {
    const { luid } = networkOf(office);
    const metricsSetHere = new Set([`${luid('VPN')}-IPv4`]);
    const answer = await previewOf(office, { surroundings: { metricsSetHere } });
    expect(find(answer, 'system-default')?.operations).toEqual([
      { luid: 'VPN', family: 'IPv4', field: 'UseAutomaticMetric', expected: 0, value: 1 },
    ]);
  });

  const halfRoutes = [
    ['0.0.0.0/1', 'VPN'],
    ['128.0.0.0/1', 'VPN'],
  ] as const;
  const byRules: NetworkSketch = {
    ...withRoutes(['0.0.0.0/0', 'VPN', { table: 7 }]),
    stack: 'linux',
    rules: [{ family: 'IPv4', priority: 10, table: 7 }, ...usualRules],
  };
  const noVpn = {
    ...office,
    adapters: {
      Ethernet: ethernet,
      VPN: { addresses: ['10.8.0.2/24'], adapter: { description: 'TAP' } },
    },
  };

  it.each<[string, NetworkSketch, string | null, string | null]>([
    ['without a VPN', noVpn, 'no-vpn', 'no-vpn'],
    [
      'without a default route of it',
      withoutRoutes((prefix, dev) => prefix.endsWith('/0') && dev === 'VPN'),
      'no-route',
      null,
    ],
    ['with half routes of it', withRoutes(...halfRoutes), null, 'wide-routes'],
    [
      'with half routes of another',
      withRoutes(['0.0.0.0/1', 'Ethernet'], ['128.0.0.0/1', 'Ethernet'], ['::/1', 'Ethernet']),
      'wide-routes',
      null,
    ],
    ['with rules into it', byRules, null, 'other-means'],
  ])('have an obstacle %s', async (_when, sketch, throughVpn, companyOnly) => {
    const answer = await previewOf(sketch);
    expect(find(answer, 'through-vpn')?.obstacle).toBe(throughVpn);
    expect(find(answer, 'company-only')?.obstacle).toBe(companyOnly);
    expect(find(answer, 'system-default')?.obstacle).toBeNull();
  });

  it('are about the VPN that is asked for, by the kinds the user corrected', async () => {
    const { luid } = networkOf(noVpn);
    const kinds = { [luid('VPN')]: 'vpn' } as const;
    expect((await previewOf(noVpn, { kinds })).vpn).toBe('VPN');
    const second = {
      ...office,
      adapters: { ...office.adapters, Second: { ...vpn, addresses: ['10.9.0.2/24'] } },
      routes: [...office.routes, ['10.9.0.0/24', 'Second']],
    } satisfies NetworkSketch;
    const answer = await previewOf(second, { vpn: networkOf(second).luid('Second') });
    expect([answer.vpns, answer.vpn]).toEqual([['VPN', 'Second'], 'Second']);
  });

  it('leave fields alone that are refused here and now', async () => {
    const { snapshot } = networkOf({ ...office, stack: 'linux' });
    const refusing = {
      ...snapshot,
      ipInterfaces: snapshot.ipInterfaces.map((row) => ({
        ...row,
        refusals: { DisableDefaultRoutes: 'cannotRestore' as const },
      })),
    };
    const request = { operations: [], addresses: [], kinds: {}, vpn: null, blocksOthers: true };
    const surroundings = {
      remoteSession: null,
      metricsSetHere: new Set<string>(),
      userId: 0,
      managerOf: () => null,
    };
    const answer = await preview(refusing, request, surroundings, () =>
      Promise.resolve({ kind: 'failed' }),
    );
    expect(answer.presets.flatMap((one) => one.operations)).toEqual([]);
  });
});

describe('warnings', () => {
  async function warningsOf(sketch: NetworkSketch, asked: Asked): Promise<readonly Warning[]> {
    return (await previewOf(sketch, asked)).warnings;
  }
  const ids = (found: readonly Warning[]) => found.map(({ id }) => id);

  it('say nothing about no edits', async () => {
    expect(await warningsOf(office, {})).toEqual([]);
  });

  it('say that internet traffic stops, before anything else', async () => {
    const found = await warningsOf(office, {
      operations: (luid) => [...off('VPN', 'IPv4')(luid), ...off('Ethernet', 'IPv4')(luid)],
    });
    expect(found[0]).toEqual({ severity: 'danger', id: 'internet-stops', family: 'IPv4' });
  });

  it('say that the remote session loses its way, by the address of its client', async () => {
    const remoteSession = { client: '203.0.113.9', server: null };
    const surroundings = { remoteSession };
    expect(
      ids(await warningsOf(office, { operations: off('VPN', 'IPv4'), surroundings })),
    ).toContain('remote-session');
    expect(
      ids(await warningsOf(office, { operations: off('VPN', 'IPv6'), surroundings })),
    ).not.toContain('remote-session');
    // A strong host answers through the interface that was spoken to.
    const spokenTo = { remoteSession: { ...remoteSession, server: '192.168.1.34' } };
    expect(
      await warningsOf(office, { operations: off('Ethernet', 'IPv4'), surroundings: spokenTo }),
    ).toContainEqual({ severity: 'danger', id: 'remote-session', luid: 'Ethernet' });
  });

  it('say so for Remote Desktop, whose client has no known address, when internet traffic moves', async () => {
    const surroundings = { remoteSession: { client: null, server: null } };
    expect(
      ids(await warningsOf(office, { operations: off('VPN', 'IPv4'), surroundings })),
    ).toContain('remote-session');
    expect(
      ids(await warningsOf(office, { operations: off('Ethernet', 'IPv4'), surroundings })),
    ).not.toContain('remote-session');
  });

  it('say that nothing is left when the VPN is off', async () => {
    const found = await warningsOf(office, { operations: off('Ethernet', 'IPv4', 'IPv6') });
    expect(found).toContainEqual({
      severity: 'warning',
      id: 'others-blocked',
      vpn: 'VPN',
      luids: ['Ethernet'],
    });
  });

  it('say that the VPN’s server has no host route, unless it has or another adapter is left', async () => {
    const operations = off('Ethernet', 'IPv4', 'IPv6');
    const warning = { severity: 'warning', id: 'no-host-route', luid: 'Ethernet', vpn: 'VPN' };
    expect(await warningsOf(office, { operations })).toContainEqual(warning);
    const host = ['198.51.100.7/32', 'Ethernet', { nextHop: '192.168.1.1' }] as const;
    expect(ids(await warningsOf(withRoutes(host), { operations }))).not.toContain('no-host-route');
    const wifi = {
      ...office,
      adapters: { ...office.adapters, 'Wi-Fi': { kind: 'wi-fi', addresses: ['192.168.2.9/24'] } },
      routes: [...office.routes, ['0.0.0.0/0', 'Wi-Fi']],
    } satisfies NetworkSketch;
    expect(ids(await warningsOf(wifi, { operations: off('Ethernet', 'IPv4') }))).not.toContain(
      'no-host-route',
    );
  });

  it('say that half routes or rules make switches change nothing', async () => {
    const pair = [
      ['0.0.0.0/1', 'VPN'],
      ['128.0.0.0/1', 'VPN'],
    ] as const;
    expect(
      await warningsOf(withRoutes(...pair), { operations: off('VPN', 'IPv4') }),
    ).toContainEqual({
      severity: 'warning',
      id: 'wide-routes',
      family: 'IPv4',
      traffic: {
        kind: 'wide-routes',
        luid: 'VPN',
        routes: 2,
        prefixes: ['0.0.0.0/1', '128.0.0.0/1'],
        share: 1,
        rest: [],
        source: null,
      },
    });
    const byRules: NetworkSketch = {
      ...withRoutes(['0.0.0.0/0', 'VPN', { table: 7 }]),
      stack: 'linux',
      rules: [{ family: 'IPv4', priority: 10, table: 7 }, ...usualRules],
    };
    expect(ids(await warningsOf(byRules, { operations: off('VPN', 'IPv4') }))).toContain(
      'vpn-by-rules',
    );
    expect(
      ids(
        await warningsOf(byRules, {
          operations: (luid) => [set(luid('VPN'), 'IPv4', 'NlMtu', 1400)],
        }),
      ),
    ).toEqual([]);
  });

  it('say that one family stays, and how to let it follow', async () => {
    const found = await warningsOf(office, { operations: off('VPN', 'IPv4') });
    expect(found).toContainEqual({
      severity: 'notice',
      id: 'one-family',
      luid: 'VPN',
      changed: 'IPv4',
      unchanged: 'IPv6',
      operations: [
        { luid: 'VPN', family: 'IPv6', field: 'DisableDefaultRoutes', expected: 0, value: 1 },
      ],
    });
    const both = await warningsOf(office, { operations: off('VPN', 'IPv4', 'IPv6') });
    expect(ids(both)).not.toContain('one-family');
    const v6Off = { ...vpn, IPv6: { DisableDefaultRoutes: 1 } };
    const apart = await warningsOf(
      { ...office, adapters: { ...office.adapters, VPN: v6Off } },
      {
        operations: (luid) => [
          ...off('VPN', 'IPv4')(luid),
          set(luid('VPN'), 'IPv6', 'DisableDefaultRoutes', 0),
        ],
      },
    );
    expect(ids(apart)).not.toContain('one-family');
    const lone = withoutRoutes((prefix, dev) => prefix === '::/0' && dev === 'VPN');
    expect(ids(await warningsOf(lone, { operations: off('VPN', 'IPv4') }))).not.toContain(
      'one-family',
    );
  });

  it('say which name servers don’t follow internet traffic that moves', async () => {
    expect(await warningsOf(office, { operations: off('VPN', 'IPv4') })).toContainEqual({
      severity: 'notice',
      id: 'dns-stays',
      servers: [{ luid: 'VPN', addresses: ['10.64.0.53'] }],
    });
    expect(ids(await warningsOf(office, { operations: off('Ethernet', 'IPv4') }))).not.toContain(
      'dns-stays',
    );
  });

  it('say which program brings a default route back, with its own command', async () => {
    const connection = '01234567-89ab-cdef-0123-456789abcdef';
    const surroundings: Partial<Surroundings> = {
      managerOf: () => ({ name: 'NetworkManager', connection }),
    };
    const found = await warningsOf(office, {
      operations: off('VPN', 'IPv4', 'IPv6'),
      surroundings,
    });
    expect(found).toContainEqual({
      severity: 'notice',
      id: 'managed-adapter',
      luid: 'VPN',
      manager: 'NetworkManager',
      command: `nmcli connection modify ${connection} ipv4.never-default yes ipv6.never-default yes && nmcli device reapply VPN`,
    });
    const on = (luid: (name: string) => string) => [
      set(luid('VPN'), 'IPv4', 'DisableDefaultRoutes', 0),
    ];
    expect(ids(await warningsOf(office, { operations: on, surroundings }))).not.toContain(
      'managed-adapter',
    );
    expect(ids(await warningsOf(office, { operations: off('VPN', 'IPv4') }))).not.toContain(
      'managed-adapter',
    );
  });

  it('say nothing of name servers that went another way before', async () => {
    const wifi = {
      ...office,
      adapters: { ...office.adapters, 'Wi-Fi': { kind: 'wi-fi', addresses: ['192.168.2.9/24'] } },
      routes: [
        ...office.routes.filter(([prefix, dev]) => !(prefix === '0.0.0.0/0' && dev === 'VPN')),
        ['0.0.0.0/0', 'Wi-Fi', { metric: 500 }],
      ],
    } satisfies NetworkSketch;
    const found = await warningsOf(wifi, { operations: off('Ethernet', 'IPv4') });
    expect(ids(found)).not.toContain('dns-stays');
  });

  it('say that forwarding or a weak host may lead a tunnel’s packets in a circle', async () => {
    const found = await warningsOf(office, {
      operations: (luid) => [
        set(luid('Ethernet'), 'IPv4', 'ForwardingEnabled', 1),
        set(luid('Ethernet'), 'IPv4', 'WeakHostSend', 1),
        set(luid('Ethernet'), 'IPv4', 'WeakHostReceive', 1),
        set(luid('VPN'), 'IPv4', 'ForwardingEnabled', 1),
      ],
    });
    expect(found).toEqual([
      { severity: 'warning', id: 'forwarding', luid: 'Ethernet', family: 'IPv4' },
      { severity: 'warning', id: 'weak-host', luid: 'Ethernet', family: 'IPv4' },
    ]);
  });

  it('come worst first', async () => {
    const found = await warningsOf(office, {
      operations: (luid) => [...off('VPN', 'IPv4')(luid), ...off('Ethernet', 'IPv4')(luid)],
      surroundings: { remoteSession: { client: '203.0.113.9', server: null } },
    });
    const ranks = found.map(({ severity }) => ['danger', 'warning', 'notice'].indexOf(severity));
    expect(ranks.length).toBeGreaterThan(3);
    expect(ranks).toEqual(ranks.toSorted());
  });
});
