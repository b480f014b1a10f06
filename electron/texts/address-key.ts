// SPDX-License-Identifier: MIT
import { splitZone } from '../contract/address-zone';

function ipv4Groups(text: string): readonly number[] {
  let bits = 0;
  for (const byte of text.split('.')) bits = bits * 256 + Number(byte);
  return [bits >>> 16, bits & 0xffff];
}

/** The 16-bit groups of a part of an IPv6 address, the last of which may be written as IPv4. */
function ipv6Groups(part: string): readonly number[] {
  if (part === '') return [];
  return part
    .split(':')
    .flatMap((group) => (group.includes('.') ? ipv4Groups(group) : [parseInt(group, 16)]));
}

function groupsOf(text: string): readonly number[] {
  if (!text.includes(':')) return ipv4Groups(text);
  const [head = '', tail = ''] = text.split('::', 2);
  const before = ipv6Groups(head);
  const after = ipv6Groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after];
}

/**
 * An address as text that compares as addresses do: 16 bits in each code unit, which take a quarter of the room of
 * digits. A zone is passed over.
 */
export function addressKey(address: string): string {
  return String.fromCharCode(...groupsOf(splitZone(address).address));
}
