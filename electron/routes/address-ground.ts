// SPDX-License-Identifier: MIT
// What tells addresses of a family apart besides routes: rules, own networks and addresses, and the registry. And what
// decides what routes mean: rules, and on Windows which interfaces are connected.

import type { Family } from '../contract/family';
import { mainTable } from '../contract/route-numbers';
import type { Luid, Rule, UnicastAddress } from '../contract/snapshot';
import { addressBlocks } from './address-space';
import type { AddressBlock, AddressSpace } from './address-space';
import { addressBits, addressOf } from './ip-address';
import { onceFor } from './once-for';
import { ownNetworks } from './own-networks';
import type { OwnNetwork } from './own-networks';
import { prefixAround, prefixAt } from './prefix';
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
  /** The prefix as a key. */
  readonly place: string;
  readonly meaning: Meaning;
}

/** A prefix as a key of a Map. */
export function prefixKey({ first, length }: Prefix): string {
  return `${first}/${length}`;
}

function markOf(prefix: Prefix, meaning: Meaning): Mark {
  return { prefix, place: prefixKey(prefix), meaning };
}

/** What decides which routes mean something, and what. */
export interface Deciders {
  /** The tables that rules lead to; Windows has one. */
  readonly tables: readonly number[];
  /** Prefix lengths at which rules call a way too general. */
  readonly suppressions: readonly number[];
  /** The interfaces that are, where lookups ask (Windows); else null. */
  readonly connected: ReadonlySet<Luid> | null;
}

export interface Ground extends Deciders {
  /** What counts more at one prefix comes later. A row that did not change has the very marks it had. */
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

const blockMark = onceFor(({ prefix, space }: AddressBlock) =>
  markOf(prefix, { layer: 'space', text: space, isFinal: true, space }),
);

const ownMark = onceFor(({ prefix, luid }: OwnNetwork) =>
  markOf(prefix, { layer: 'own', text: luid, isFinal: true, ownedBy: luid }),
);

const addressMark = onceFor(({ luid, family, address }: UnicastAddress) =>
  markOf(prefixAround(addressOf(address), addressBits[family]), {
    layer: 'address',
    text: luid,
    isFinal: true,
  }),
);

/** On Windows no route says that an address is this computer's. */
function addressMarks({ snapshot }: SnapshotIndex, family: Family): readonly Mark[] {
  if (snapshot.stack === 'linux') return [];
  return snapshot.unicastAddresses.filter((row) => row.family === family).map(addressMark);
}

const ruleMark = onceFor(({ family, destination, destinationPrefixLength: length }: Rule) =>
  markOf(prefixAt(family, destination, length), {
    layer: 'rules',
    text: `${destination}/${length}`,
    isFinal: false,
  }),
);

function ruleMarks({ rules }: SnapshotIndex, family: Family): readonly Mark[] {
  return rules[family]
    .filter(({ destinationPrefixLength }) => destinationPrefixLength > 0)
    .map(ruleMark);
}

const labelMarks = sourceLabels.map(({ prefix, label }) =>
  markOf(prefix, { layer: 'label', text: String(label), isFinal: true }),
);

const likenessMarks = onceFor(({ address, prefixLength }: UnicastAddress) =>
  Array.from({ length: prefixLength }, (_, shorter) =>
    markOf(prefixAround(addressOf(address), shorter + 1), {
      layer: `like ${address}`,
      text: String(shorter),
      isFinal: true,
    }),
  ),
);

/**
 * Where programs' packets get another source: which one is chosen depends on the destination's label, and on how much
 * of it is an own address's (source-address.ts). It matters only where routes or rules ask for sources.
 */
function sourceMarks(index: SnapshotIndex, family: Family): readonly Mark[] {
  if (family === 'IPv4' || !asksForSources(index, family)) return [];
  return [...labelMarks, ...sourceCandidates(index).flatMap(({ row }) => likenessMarks(row))];
}

/** The ground of a family. */
export function groundOf(index: SnapshotIndex, family: Family): Ground {
  return {
    tables: tablesAsked(index, family),
    suppressions: suppressions(index, family),
    connected: connected(index, family),
    marks: [
      ...addressBlocks[family].map(blockMark),
      ...ownNetworks(index, family).map(ownMark),
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

/** A text that two frames share only if routes mean the same in both. */
export function frameText({ tables, suppressions, connected }: Deciders): string {
  return JSON.stringify([tables, suppressions, connected && [...connected]]);
}
