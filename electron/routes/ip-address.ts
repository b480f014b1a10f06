// SPDX-License-Identifier: MIT
// Addresses as numbers, for comparing prefixes, and back as the text that the addon writes.

import { isIPv4, isIPv6 } from 'node:net';
import { splitZone } from '../contract/address-zone';
import type { Family } from '../contract/family';
import type { AddressText } from '../contract/snapshot';

/** An address; `zone` is the text behind "%", a name or an index. */
export interface IpAddress {
  readonly family: Family;
  readonly bits: bigint;
  readonly zone: string | null;
}

export const addressBits: Readonly<Record<Family, number>> = { IPv4: 32, IPv6: 128 };

function bitsOfIpv4(text: string): bigint {
  return BigInt(text.split('.').reduce((bits, byte) => bits * 256 + Number(byte), 0));
}

/** "192.0.2.1" at the end stands for two groups (RFC 4291, 2.2). */
function withoutDots(text: string): string {
  const start = text.lastIndexOf(':') + 1;
  if (!text.includes('.')) return text;
  const bits = Number(bitsOfIpv4(text.slice(start)));
  const groups = [Math.floor(bits / 0x10000), bits % 0x10000];
  return text.slice(0, start) + groups.map((group) => group.toString(16)).join(':');
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

function bitsOfIpv6(text: string): bigint {
  const [head = '', tail] = withoutDots(text).split('::', 2);
  const first = groupsOf(head);
  const last = groupsOf(tail ?? '');
  const zeros = '0000'.repeat(8 - first.length - last.length);
  const digits = (groups: readonly string[]) =>
    groups.map((group) => group.padStart(4, '0')).join('');
  // One conversion; eight would take as many times as long.
  return BigInt(`0x${digits(first)}${zeros}${digits(last)}`);
}

/** Reads an address, or null when the text is none. */
export function parseAddress(text: AddressText): IpAddress | null {
  const { address, zone } = splitZone(text);
  if (isIPv4(text)) return { family: 'IPv4', bits: bitsOfIpv4(text), zone: null };
  if (!isIPv6(address) || zone === '') return null;
  return { family: 'IPv6', bits: bitsOfIpv6(address), zone };
}

function dotted(bits: bigint): string {
  const number = Number(bits);
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff).join('.');
}

/** Where "::" stands for the longest run of at least two zero groups, the first of equals (RFC 5952, 4.2). */
function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: groups.length, length: 1 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > longest.length) longest = { start, length: end - start };
  }
  return longest;
}

function colonned(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number((bits >> BigInt(112 - 16 * index)) & 0xffffn),
  );
  const run = longestZeroRun(groups);
  const text = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  if (run.length < 2) return text(groups);
  return `${text(groups.slice(0, run.start))}::${text(groups.slice(run.start + run.length))}`;
}

/** The text that the addon writes for an address without its zone: RFC 5952, dots for ::ffff:0:0/96 alone. */
export function addressText(family: Family, bits: bigint): AddressText {
  if (family === 'IPv4') return dotted(bits);
  return bits >> 32n === 0xffffn ? `::ffff:${dotted(bits & 0xffffffffn)}` : colonned(bits);
}

/** Whether an address lies in `prefix`/`prefixLength`; a prefix of another family contains nothing. */
export function isWithin(address: IpAddress, prefix: AddressText, prefixLength: number): boolean {
  if (prefixLength === 0) return true;
  const parsed = parseAddress(prefix);
  if (parsed?.family !== address.family) return false;
  const rest = BigInt(addressBits[address.family] - prefixLength);
  return address.bits >> rest === parsed.bits >> rest;
}

/** All zeros: what the contract writes for "none". */
export function isUnspecified(text: AddressText): boolean {
  return text === '0.0.0.0' || text === '::';
}

/** Reads an address that is known to be one. */
export function addressOf(text: AddressText): IpAddress {
  const address = parseAddress(text);
  if (!address) throw new TypeError(`${text} is not an IP address`);
  return address;
}
