// SPDX-License-Identifier: MIT
// Which addresses are the internet, which can be a company's own, and which are neither, by the registries of IANA.

import type { Family } from '../contract/family';
import { addressBits } from './ip-address';
import type { IpAddress } from './ip-address';
import { liesIn, prefixAround, prefixOf } from './prefix';
import type { Prefix } from './prefix';

/**
 * `internet`: global unicast; `private`: what networks use among themselves, or for documentation; `reserved`: nobody's
 * network, such as multicast and link-local addresses.
 */
export type AddressSpace = 'internet' | 'private' | 'reserved';

export interface AddressBlock {
  readonly prefix: Prefix;
  readonly space: AddressSpace;
}

/**
 * IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890) and Global Unicast Allocations: of what lies in one
 * block the longest prefix counts. The few addresses of protocol blocks that are globally reachable (192.0.0.9 and
 * .10, parts of 2001::/23) are told with their blocks.
 */
const registry: Readonly<Record<Family, readonly (readonly [string, AddressSpace])[]>> = {
  IPv4: [
    ['0.0.0.0/0', 'internet'],
    ['0.0.0.0/8', 'reserved'],
    ['10.0.0.0/8', 'private'],
    ['100.64.0.0/10', 'private'],
    ['127.0.0.0/8', 'reserved'],
    ['169.254.0.0/16', 'reserved'],
    ['172.16.0.0/12', 'private'],
    ['192.0.0.0/24', 'private'],
    ['192.0.2.0/24', 'private'],
    ['192.88.99.0/24', 'private'],
    ['192.168.0.0/16', 'private'],
    ['198.18.0.0/15', 'private'],
    ['198.51.100.0/24', 'private'],
    ['203.0.113.0/24', 'private'],
    ['224.0.0.0/4', 'reserved'],
    ['240.0.0.0/4', 'reserved'],
  ],
  IPv6: [
    ['::/0', 'reserved'],
    ['64:ff9b:1::/48', 'private'],
    ['2000::/3', 'internet'],
    ['2001::/23', 'private'],
    ['2001:db8::/32', 'private'],
    ['2002::/16', 'private'],
    ['3fff::/20', 'private'],
    ['5f00::/16', 'private'],
    ['fc00::/7', 'private'],
  ],
};

function blocksOf(family: Family): readonly AddressBlock[] {
  return registry[family].map(([text, space]) => ({ prefix: prefixOf(text), space }));
}

/** The blocks of each family; they cover all addresses. */
export const addressBlocks: Readonly<Record<Family, readonly AddressBlock[]>> = {
  IPv4: blocksOf('IPv4'),
  IPv6: blocksOf('IPv6'),
};

/** What holds all of the internet and little else. */
export const internet: Readonly<Record<Family, Prefix>> = {
  IPv4: prefixOf('0.0.0.0/0'),
  IPv6: prefixOf('2000::/3'),
};

/** Whether any address of a prefix is the internet's. */
export function leadsToInternet(prefix: Prefix): boolean {
  const { family } = prefix;
  if (prefix.length <= internet[family].length) return liesIn(internet[family], prefix);
  const around = addressBlocks[family].filter((block) => liesIn(prefix, block.prefix));
  return around.at(-1)?.space === 'internet';
}

/** What an address is by the registry. */
export function spaceOf(address: IpAddress): AddressSpace {
  const here = prefixAround(address, addressBits[address.family]);
  const around = addressBlocks[address.family].filter(({ prefix }) => liesIn(here, prefix));
  return around.at(-1)?.space ?? 'reserved';
}

/** Prefixes shorter than this are nobody's network: IANA gives none out whole. */
export const widestNetwork: Readonly<Record<Family, number>> = { IPv4: 8, IPv6: 16 };
