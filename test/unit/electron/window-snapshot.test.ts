// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchedSnapshot } from '../../../electron/contract/snapshot-patch';
import {
  applyWindowPatch,
  windowPatchOf,
  windowSnapshotOf,
} from '../../../electron/contract/window-snapshot';
import { snapshotPair } from './interfaces-arbitrary';
import { referencePatch } from './reference-patch';

describe('what a window holds', () => {
  it('is brought up to date by patches, whatever changed, and shows no routes but default ones', () => {
    fc.assert(
      fc.property(snapshotPair, ([before, after]) => {
        const patch = referencePatch(before, after);
        const next = patchedSnapshot(before, patch);
        const held = windowSnapshotOf(before, 7);
        const told = applyWindowPatch(held, windowPatchOf(before, patch, next, 8));
        expect(told).toEqual(windowSnapshotOf(next, 8));
        expect(told.defaultRoutes.every(({ prefixLength }) => prefixLength === 0)).toBe(true);
      }),
    );
  });

  it('keeps rows that nobody changed, and lists that no patch names', () => {
    fc.assert(
      fc.property(snapshotPair, ([before, after]) => {
        const patch = referencePatch(before, after);
        const next = patchedSnapshot(before, patch);
        const held = windowSnapshotOf(before, 1);
        const told = applyWindowPatch(held, windowPatchOf(before, patch, next, 2));
        const inserted = new Set(patch.adapters?.flatMap(({ rows }) => rows));
        for (const row of told.adapters) {
          expect(inserted.has(row) || held.adapters.includes(row)).toBe(true);
        }
        if (!patch.dnsServers) expect(told.dnsServers).toBe(held.dnsServers);
      }),
    );
  });

  it.each([
    ['one that it knows already', 5],
    ['one of which it misses those before', 7],
  ])('is not touched by a patch that is not the next: %s', (_, revision) => {
    const [[before, after] = []] = fc.sample(snapshotPair, 1);
    if (!before || !after) throw new Error('There is no sample');
    const held = windowSnapshotOf(before, 5);
    const patch = windowPatchOf(before, referencePatch(before, after), after, revision);
    expect(applyWindowPatch(held, patch)).toBe(held);
  });
});
