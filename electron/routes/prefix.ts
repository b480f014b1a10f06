// SPDX-License-Identifier: MIT
// Prefixes as ranges of numbers. IPv4 addresses are numbers, which compare and sort many times faster than the bigints
// that IPv6 needs; of one family all are of one type.

import type { Family } from '../contract/family';
import type { AddressText } from '../contract/snapshot';
import { addressBits, addressOf, addressText } from './ip-address';
import type { IpAddress } from './ip-address';

/** An address of one family as a number. */
export type Bits = number | bigint;

/**
 * A list with room for so many addresses of a family. V8 keeps numbers side by side in a list that never held anything
 * else, and it learns by the place in the code what a list is going to hold: each family has its own.
 */
export const newAddressList: Readonly<Record<Family, (room: number) => Bits[]>> = {
  IPv4: (room) => new Array<Bits>(room),
  IPv6: (room) => new Array<Bits>(room),
};

/** The addresses from `first` to `last`. */
export interface Range {
  readonly first: Bits;
  readonly last: Bits;
}

export interface Prefix extends Range {
  readonly family: Family;
  readonly length: number;
}

/** An address as it is compared with prefixes. */
export function bitsOf({ family, bits }: IpAddress): Bits {
  return family === 'IPv4' ? Number(bits) : bits;
}

/** "192.0.2.1" without a detour by bigint: a table has hundreds of thousands of them. */
function ipv4Bits(text: string): number {
  let bits = 0;
  let byte = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 46) {
      bits = bits * 256 + byte;
      byte = 0;
    } else {
      byte = byte * 10 + code - 48;
    }
  }
  return bits * 256 + byte;
}

/** How many addresses a prefix of each length holds, less one. */
const spans: Readonly<Record<Family, readonly Bits[]>> = {
  IPv4: Array.from({ length: 33 }, (_, length) => 2 ** (32 - length) - 1),
  IPv6: Array.from({ length: 129 }, (_, length) => (1n << BigInt(128 - length)) - 1n),
};

function plus(one: Bits, other: Bits): Bits {
  return typeof one === 'bigint' ? one + BigInt(other) : one + Number(other);
}

function minus(one: Bits, other: Bits): Bits {
  return typeof one === 'bigint' ? one - BigInt(other) : one - Number(other);
}

/** The address behind another. */
export function following(bits: Bits): Bits {
  return typeof bits === 'bigint' ? bits + 1n : bits + 1;
}

/** The address before another. */
export function preceding(bits: Bits): Bits {
  return typeof bits === 'bigint' ? bits - 1n : bits - 1;
}

/** The text of an address as a number. */
export function firstBits(family: Family, destination: AddressText): Bits {
  return family === 'IPv4' ? ipv4Bits(destination) : addressOf(destination).bits;
}

/** The last address of the prefix of a length that begins at an address. */
export function lastBits(family: Family, first: Bits, length: number): Bits {
  return plus(first, spans[family][length] ?? 0);
}

/** The prefix of a length that begins at an address. */
export function prefixFrom(family: Family, first: Bits, length: number): Prefix {
  return { family, first, last: lastBits(family, first, length), length };
}

/** The prefix of a length that begins at the text of its first address. */
export function prefixAt(family: Family, destination: AddressText, length: number): Prefix {
  return prefixFrom(family, firstBits(family, destination), length);
}

/** The first address of the prefix of a length around an address. */
export function firstAround(family: Family, address: Bits, length: number): Bits {
  const rest = addressBits[family] - length;
  if (typeof address === 'bigint') return (address >> BigInt(rest)) << BigInt(rest);
  return address - (address % 2 ** rest);
}

/** The prefix of a length around an address. */
export function prefixAround(address: IpAddress, length: number): Prefix {
  const { family } = address;
  return prefixFrom(family, firstAround(family, bitsOf(address), length), length);
}

/** Reads "10.0.0.0/8". */
export function prefixOf(text: string): Prefix {
  const [address = '', length] = text.split('/');
  return prefixAround(addressOf(address), Number(length));
}

/** All addresses. */
export const everything: Readonly<Record<Family, Prefix>> = {
  IPv4: prefixOf('0.0.0.0/0'),
  IPv6: prefixOf('::/0'),
};

/** "10.0.0.0/8" */
export function prefixText({ family, first, length }: Prefix): string {
  return `${addressText(family, BigInt(first))}/${length}`;
}

/** Whether a prefix lies in a range as a whole. */
export function liesIn({ first, last }: Range, range: Range): boolean {
  return first >= range.first && last <= range.last;
}

/** How many bits of a number are zero from its end on; of zero `bits`. */
function trailingZeros(value: Bits, bits: number): number {
  if (value === 0 || value === 0n) return bits;
  if (typeof value === 'bigint') return (value & -value).toString(2).length - 1;
  return 31 - Math.clz32(value & -value);
}

/** The number of the highest bit that is set. */
function highestBit(value: Bits): number {
  return typeof value === 'bigint' ? value.toString(2).length - 1 : Math.floor(Math.log2(value));
}

/** How many bits two addresses of a family have in common before the first that differs. */
export function commonLength(family: Family, one: Bits, other: Bits): number {
  if (one === other) return addressBits[family];
  const differing = typeof one === 'bigint' ? one ^ BigInt(other) : (one ^ Number(other)) >>> 0;
  return addressBits[family] - 1 - highestBit(differing);
}

/** The length of the widest prefix that begins at `first` and ends at `last` or before. */
function widestLength(family: Family, first: Bits, last: Bits): number {
  const bits = addressBits[family];
  const room = highestBit(following(minus(last, first)));
  return bits - Math.min(trailingZeros(first, bits), room);
}

/** The fewest prefixes that hold exactly the addresses of a range, in their order. */
export function* prefixesIn(family: Family, { first, last }: Range): Generator<Prefix> {
  for (let at = first; at <= last;) {
    const prefix = prefixFrom(family, at, widestLength(family, at, last));
    yield prefix;
    at = following(prefix.last);
  }
}
