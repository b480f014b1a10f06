// SPDX-License-Identifier: MIT
// What tells addresses of a family apart besides routes: rules, own networks and addresses, and the registry. And what
// decides what routes mean: rules, and on Windows which interfaces are connected.

import type { Family } from '../contract/family';
import { mainTable } from '../contract/route-numbers';
import type { Luid } from '../contract/snapshot';
import { addressBlocks } from './address-space';
import type { AddressSpace } from './address-space';
import { addressBits, addressOf } from './ip-address';
import { ownNetworks } from './own-networks';
import { everything, prefixAround, prefixAt } from './prefix';
import type { Prefix } from './prefix';
import type { SnapshotIndex } from './snapshot-index';
import { asksForSources, sourceCandidates, sourceLabels } from './source-address';

/** Where a meaning counts: one table, or one of what else tells addresses apart. */
export type Layer = number | string;

/** What a prefix means for the addresses in it. */
export interface Meaning {
  readonly layer: Layer;
  readonly text: string;
  /** Whether it leaves nothing to shorter prefixes of its layer. */
  readonly isFinal: boolean;
  readonly space?: AddressSpace;
  readonly ownedBy?: Luid;
}

/** A prefix that means something. */
export interface Mark {
  readonly prefix: Prefix;
  readonly meaning: Meaning;
}

export interface Ground {
  /** The tables that rules lead to; Windows has one. */
  readonly tables: readonly number[];
  /** Prefix lengths at which rules call a way too general. */
  readonly suppressions: readonly number[];
  /** The interfaces that are, where lookups ask (Windows); else null. */
  readonly connected: ReadonlySet<Luid> | null;
  /** What counts more at one prefix comes later. */
  readonly marks: readonly Mark[];
}

/** FR_ACT_TO_TBL (linux/fib_rules.h). */
const toTable = 1;

function tablesAsked({ snapshot, rules }: SnapshotIndex, family: Family): readonly number[] {
  if (snapshot.stack !== 'linux') return [mainTable];
  const asked = rules[family].filter(({ action }) => action === toTable);
  return [...new Set(asked.map(({ table }) => table))];
}

function suppressions({ rules }: SnapshotIndex, family: Family): readonly number[] {
  const lengths = rules[family].map(({ suppressPrefixLength }) => suppressPrefixLength);
  return [...new Set(lengths.filter((length) => length >= 0))];
}

function connected(
  { snapshot, ipInterfaces }: SnapshotIndex,
  family: Family,
): ReadonlySet<Luid> | null {
  if (snapshot.stack === 'linux') return null;
  const rows = [...ipInterfaces[family].values()];
  return new Set(rows.filter(({ values }) => values.Connected === 1).map(({ luid }) => luid));
}

/**
 * Of every table, that it may have default routes. Operations move those of main: nothing is asked after them, and
 * nothing changes when they come and go.
 */
function defaultMarks(tables: readonly number[], family: Family): readonly Mark[] {
  return tables.map((layer) => ({
    prefix: everything[family],
    meaning: { layer, text: 'default', isFinal: true },
  }));
}

function blockMarks(family: Family): readonly Mark[] {
  return addressBlocks[family].map(({ prefix, space }) => ({
    prefix,
    meaning: { layer: 'space', text: space, isFinal: true, space },
  }));
}

function ownMarks(index: SnapshotIndex, family: Family): readonly Mark[] {
  return ownNetworks(index, family).map(({ luid, prefix }) => ({
    prefix,
    meaning: { layer: 'own', text: luid, isFinal: true, ownedBy: luid },
  }));
}

/** On Windows no route says that an address is this computer's. */
function addressMarks({ snapshot }: SnapshotIndex, family: Family): readonly Mark[] {
  if (snapshot.stack === 'linux') return [];
  return snapshot.unicastAddresses
    .filter((row) => row.family === family)
    .map(({ luid, address }) => ({
      prefix: prefixAround(addressOf(address), addressBits[family]),
      meaning: { layer: 'address', text: luid, isFinal: true },
    }));
}

function ruleMarks({ rules }: SnapshotIndex, family: Family): readonly Mark[] {
  return rules[family]
    .filter(({ destinationPrefixLength }) => destinationPrefixLength > 0)
    .map(({ destination, destinationPrefixLength: length }) => ({
      prefix: prefixAt(family, destination, length),
      meaning: { layer: 'rules', text: `${destination}/${length}`, isFinal: false },
    }));
}

/**
 * Where programs' packets get another source: which one is chosen depends on the destination's label, and on how much
 * of it is an own address's (source-address.ts). It matters only where routes or rules ask for sources.
 */
function sourceMarks(index: SnapshotIndex, family: Family): readonly Mark[] {
  if (family === 'IPv4' || !asksForSources(index, family)) return [];
  const labels = sourceLabels.map(({ prefix, label }) => ({
    prefix,
    meaning: { layer: 'label', text: String(label), isFinal: true },
  }));
  const likeness = sourceCandidates(index).flatMap(({ address, row }) =>
    Array.from({ length: row.prefixLength }, (_, shorter) => ({
      prefix: prefixAround(address, shorter + 1),
      meaning: { layer: `like ${row.address}`, text: String(shorter), isFinal: true },
    })),
  );
  return [...labels, ...likeness];
}

/** The ground of a family. */
export function groundOf(index: SnapshotIndex, family: Family): Ground {
  const tables = tablesAsked(index, family);
  return {
    tables,
    suppressions: suppressions(index, family),
    connected: connected(index, family),
    marks: [
      ...blockMarks(family),
      ...defaultMarks(tables, family),
      ...ownMarks(index, family),
      ...addressMarks(index, family),
      ...ruleMarks(index, family),
      ...sourceMarks(index, family),
    ],
  };
}

/** What a ground is made of: while these are the very same, it is. */
export function groundSources(index: SnapshotIndex, family: Family): readonly unknown[] {
  const { stack, unicastAddresses, ipInterfaces, rules } = index.snapshot;
  return [
    unicastAddresses,
    rules,
    stack === 'linux' ? null : ipInterfaces,
    index.routes.madeForAddresses,
    asksForSources(index, family),
  ];
}

/** A text that two grounds share only if routes mean the same on both. */
export function frameText({ tables, suppressions, connected }: Ground): string {
  return JSON.stringify([tables, suppressions, connected && [...connected]]);
}
