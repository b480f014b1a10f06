// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { patchedSnapshot } from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import { groundOf } from '../../../electron/routes/address-ground';
import { AddressTraits } from '../../../electron/routes/address-traits';
import { AddressTree } from '../../../electron/routes/address-tree';
import { prefixOf } from '../../../electron/routes/prefix';
import { followSnapshot, indexOf } from '../../../electron/routes/snapshot-index';
import { networkOf } from './routes-network';

function treeOf(snapshot: Snapshot): AddressTree {
  const index = indexOf(snapshot);
  return new AddressTree(new AddressTraits('IPv4', groundOf(index, 'IPv4'), index.routes));
}

/** How many prefixes are looked at to tell of all addresses. */
function prefixesLookedAt(tree: AddressTree): number {
  let looks = 0;
  const has = () => {
    looks += 1;
    return false;
  };
  tree.tellOf({ has }, () => false);
  return looks;
}

describe('a tree of all addresses', () => {
  const { snapshot } = networkOf({
    stack: 'linux',
    adapters: { eth0: {}, tun0: {} },
    routes: [
      ['8.0.0.0/8', 'eth0', { nextHop: '192.0.2.1', metric: 1 }],
      ['8.0.0.0/8', 'tun0', { metric: 2 }],
      ['8.1.0.0/16', 'tun0'],
    ],
  });

  it('forgets a prefix that means nothing any more', () => {
    const before = { ...snapshot };
    const tree = treeOf(before);
    const looks = prefixesLookedAt(tree);
    const patch = { routes: [{ start: 0, removed: 2, rows: [] }] };
    followSnapshot(before, patch, patchedSnapshot(before, patch));
    tree.update(prefixOf('8.0.0.0/8'));
    expect(prefixesLookedAt(tree)).toBeLessThan(looks);
    expect(tree.situationAt(0x08020000)).toBe(tree.situationAt(0x07000000));
    expect(tree.situationAt(0x08010000)).not.toBe(tree.situationAt(0x07000000));
  });

  it('is as it was when all that came is gone', () => {
    const without = { ...snapshot, routes: [] };
    const tree = treeOf(without);
    const looks = prefixesLookedAt(tree);
    const come = { routes: [{ start: 0, removed: 0, rows: snapshot.routes }] };
    const go = { routes: [{ start: 0, removed: 3, rows: [] }] };
    const after = patchedSnapshot(without, come);
    const prefixes = ['8.1.0.0/16', '8.0.0.0/8'].map(prefixOf);
    const update = (before: Snapshot, patch: SnapshotPatch, now: Snapshot) => {
      followSnapshot(before, patch, now);
      for (const prefix of prefixes) tree.update(prefix);
    };
    update(without, come, after);
    expect(prefixesLookedAt(tree)).toBeGreaterThan(looks);
    update(after, go, patchedSnapshot(after, go));
    expect(prefixesLookedAt(tree)).toBe(looks);
  });

  it('tells when more is left over of changes than it is worth', () => {
    let now = { ...snapshot };
    const tree = treeOf(now);
    const [route] = now.routes;
    if (!route) throw new Error('The network has no routes');
    let changes = 0;
    for (; !tree.isLittered && changes < 10_000; changes += 1) {
      const rows = [{ ...route, nextHop: `192.0.${changes >> 8}.${changes & 255}` }];
      const patch = { routes: [{ start: 0, removed: 1, rows }] };
      const after = patchedSnapshot(now, patch);
      followSnapshot(now, patch, after);
      tree.update(prefixOf('8.0.0.0/8'));
      now = after;
    }
    expect(changes).toBeGreaterThan(1000);
    expect(changes).toBeLessThan(10_000);
  });
});
