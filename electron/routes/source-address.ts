// SPDX-License-Identifier: MIT
// Which IPv6 address a program's packets get as their source: RFC 6724, section 5, as ipv6_get_saddr_eval
// (net/ipv6/addrconf.c) applies it where no interface is known yet.

import type { Family } from '../contract/family';
import type { UnicastAddress } from '../contract/snapshot';
import { addressOf } from './ip-address';
import type { IpAddress } from './ip-address';
import type { Network } from './network';
import { liesIn, prefixAround, prefixOf } from './prefix';
import type { Prefix } from './prefix';
import type { SnapshotIndex } from './snapshot-index';

/** IP_DAD_STATE: deprecated and preferred; all others cannot be used. */
const deprecated = 3;
const preferred = 4;

/** The policy table of RFC 6724, section 2.1, most special first, with its labels. */
export const sourceLabels: readonly { readonly prefix: Prefix; readonly label: number }[] = (
  [
    ['::1/128', 0],
    ['::ffff:0:0/96', 4],
    ['::/96', 3],
    ['2001::/32', 5],
    ['2002::/16', 2],
    ['3ffe::/16', 12],
    ['fec0::/10', 11],
    ['fc00::/7', 13],
    ['::/0', 1],
  ] as const
).map(([text, label]) => ({ prefix: prefixOf(text), label }));

const linkLocal = prefixOf('fe80::/10');
const multicast = prefixOf('ff00::/8');
const loopback = prefixOf('::1/128');

/** Multicast scopes (RFC 4291, 2.7), which unicast ones are compared with. */
const scopes = { linkLocal: 0x2, global: 0xe } as const;

function isIn(address: IpAddress, prefix: Prefix): boolean {
  return liesIn({ first: address.bits, last: address.bits }, prefix);
}

function scopeOf(address: IpAddress): number {
  if (isIn(address, multicast)) return Number((address.bits >> 112n) & 0xfn);
  const isLocal = isIn(address, linkLocal) || isIn(address, loopback);
  return isLocal ? scopes.linkLocal : scopes.global;
}

function labelOf(address: IpAddress): number {
  return sourceLabels.find(({ prefix }) => isIn(address, prefix))?.label ?? 1;
}

function commonPrefixLength(one: IpAddress, other: IpAddress): number {
  let length = 0;
  while (length < 128 && isIn(other, prefixAround(one, length + 1))) length += 1;
  return length;
}

/** An own address that may be a source. */
interface Candidate {
  readonly address: IpAddress;
  readonly row: UnicastAddress;
}

/** Negative: `one` is better for the destination. Rules 1, 2, 3, 6 and 8. */
function compare(destination: IpAddress, one: Candidate, other: Candidate): number {
  const scope = scopeOf(destination);
  const rules: readonly ((candidate: Candidate) => number)[] = [
    ({ address }) => Number(address.bits !== destination.bits),
    // A scope that reaches is better the smaller it is; one that doesn't, the larger.
    ({ address }) => {
      const own = scopeOf(address);
      return own >= scope ? own : 0x10 + scope - own;
    },
    ({ row }) => Number(row.dadState === deprecated || row.preferredLifetime === 0),
    ({ address }) => Number(labelOf(address) !== labelOf(destination)),
    ({ address, row }) => -Math.min(commonPrefixLength(address, destination), row.prefixLength),
  ];
  for (const rule of rules) {
    const difference = rule(one) - rule(other);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The IPv6 addresses that may be sources. */
export function sourceCandidates({ snapshot }: SnapshotIndex): readonly Candidate[] {
  return snapshot.unicastAddresses
    .filter(
      ({ family, dadState, skipAsSource }) =>
        family === 'IPv6' && !skipAsSource && (dadState === deprecated || dadState === preferred),
    )
    .map((row) => ({ address: addressOf(row.address), row }))
    .filter(({ address }) => !isIn(address, loopback));
}

/** Whether routes or rules of a family ask where packets come from. */
export function asksForSources({ tables, rules }: SnapshotIndex, family: Family): boolean {
  return (
    rules[family].some(({ sourcePrefixLength }) => sourcePrefixLength > 0) ||
    [...tables[family].values()].some(({ hasSources }) => hasSources)
  );
}

/** The source address for packets to an IPv6 destination from any interface; null: there is none. */
export function sourceAddressFor({ index }: Network, destination: IpAddress): IpAddress | null {
  if (!asksForSources(index, 'IPv6')) return null;
  const candidates = sourceCandidates(index);
  const [best] = candidates.toSorted((one, other) => compare(destination, one, other));
  return best?.address ?? null;
}
