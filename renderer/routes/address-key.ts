// SPDX-License-Identifier: MIT
import { splitZone } from '../../electron/contract/address-zone';

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

function ipv4Key(text: string): string {
  let bits = 0;
  for (const byte of text.split('.')) bits = bits * 256 + Number(byte);
  return hex(bits, 8);
}

/** The 16-bit groups of a part of an IPv6 address, the last of which may be written as IPv4. */
function groupKeys(part: string): readonly string[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [group.padStart(4, '0')];
    const key = ipv4Key(group);
    return [key.slice(0, 4), key.slice(4)];
  });
}

/** The bytes of an address as hexadecimal digits, for putting addresses in order; a zone is passed over. */
export function addressKey(address: string): string {
  const { address: text } = splitZone(address);
  if (!text.includes(':')) return ipv4Key(text);
  const [head = '', tail] = text.split('::', 2);
  const before = groupKeys(head);
  const after = groupKeys(tail ?? '');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0000');
  return [...before, ...zeros, ...after].join('').toLowerCase();
}
