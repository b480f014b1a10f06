// SPDX-License-Identifier: MIT
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../../electron/contract/errors';
import { fields } from '../../../electron/contract/fields';
import type { BestRoute, IpInterface, Snapshot } from '../../../electron/contract/snapshot';
import { runInNamespace } from './native-namespace';

interface Seen {
  readonly before: Snapshot;
  readonly luid: string;
  readonly links: readonly { ifname: string; ifindex: number; address: string }[];
  readonly row: IpInterface;
  readonly bestRoute: BestRoute;
  readonly unreachable: AppError;
  readonly unknown: AppError;
}

describe.runIf(process.platform === 'linux')('the addon on the kernel of this computer', () => {
  let seen: Seen;

  beforeAll(() => {
    seen = runInNamespace('native-kernel-program.ts') as Seen;
  }, 60_000);

  it('shows the links that ip shows, names beyond ASCII included', () => {
    const ours = seen.before.adapters.map(({ alias, index, physicalAddress }) => ({
      ifname: alias,
      ifindex: index,
      address: physicalAddress,
    }));
    const theirs = seen.links.map(({ ifname, ifindex, address }) => ({ ifname, ifindex, address }));
    expect(ours).toEqual(expect.arrayContaining(theirs));
    expect(ours).toHaveLength(theirs.length);
    expect(theirs.map(({ ifname }) => ifname)).toContain('wée0');
  });

  it('says what is known of the kind of a link', () => {
    const named = (name: string) => seen.before.adapters.find(({ alias }) => alias === name);
    expect(named('tap0')).toMatchObject({
      linkKind: 'tun',
      tunType: 2,
      master: named('bridge0')?.luid,
      driver: '',
    });
    expect(named('bridge0')).toMatchObject({ linkKind: 'bridge', tunType: 0, master: '0' });
  });

  it('joins the lists of a snapshot by LUID', () => {
    const luids = new Set(seen.before.adapters.map(({ luid }) => luid));
    for (const row of [...seen.before.ipInterfaces, ...seen.before.unicastAddresses]) {
      expect(luids).toContain(row.luid);
    }
    const addresses = seen.before.unicastAddresses.filter(({ luid }) => luid === seen.luid);
    expect(addresses).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: '192.0.2.5', prefixLength: 24, family: 'IPv4' }),
        expect.objectContaining({ address: '2001:db8::5', prefixLength: 64, family: 'IPv6' }),
      ]),
    );
    expect(seen.before.routes).toContainEqual(
      expect.objectContaining({
        luid: seen.luid,
        destination: '0.0.0.0',
        prefixLength: 0,
        nextHop: '192.0.2.1',
        metric: 77,
      }),
    );
  });

  it('has the IPsec policies for packets that leave', () => {
    expect(seen.before.ipsecPolicies).toEqual([
      {
        family: 'IPv4',
        source: '192.0.2.0',
        sourcePrefixLength: 24,
        destination: '198.51.100.0',
        destinationPrefixLength: 25,
        limited: false,
        priority: 9,
        action: 0,
        interfaceId: 7,
        mark: 1,
        markMask: 3,
        encrypts: true,
        tunnel: true,
      },
    ]);
  });

  it('names every member of a row', () => {
    expect(Object.keys(seen.row.values)).toEqual(fields.map(({ name }) => name));
  });

  it('is told of a change, and reads what it brought', () => {
    const old = seen.before.ipInterfaces.find(
      ({ luid, family }) => luid === seen.luid && family === 'IPv4',
    );
    expect(old?.values.NlMtu).toBe(1500);
    expect(seen.row).toMatchObject({ luid: seen.luid, family: 'IPv4', values: { NlMtu: 1400 } });
  });

  it('looks up the route to an address', () => {
    expect(seen.bestRoute).toMatchObject({
      luid: seen.luid,
      nextHop: '192.0.2.1',
      source: '192.0.2.5',
    });
  });

  it('says what the kernel said when a call fails', () => {
    expect(seen.unreachable).toMatchObject({
      code: 'platform',
      platform: { domain: 'errno', name: 'ENETUNREACH', number: 101 },
    });
    expect(seen.unknown).toMatchObject({
      code: 'platform',
      platform: { domain: 'errno', name: 'ENODEV', number: 19 },
    });
  });
});
