// SPDX-License-Identifier: MIT
// Names that the system's resolver can be asked for, and what it answers.

import type { AddressText } from './snapshot';

/** Without the dot of the root (RFC 1035, 2.3.4: 255 octets, lengths and root included). */
const longestName = 253;

/** Letters, digits and hyphens (RFC 1123, 2.1), and the underscore, which is in use. */
const label = /^[a-z\d_-]{1,63}$/;

/** A text that ends so is meant as an IPv4 address (URL Standard, "ends in a number checker"). */
const number = /^(?:\d+|0x[\da-f]*)$/;

/** Whether a text is a domain name in lower-case ASCII, with or without the dot of the root. */
export function isDomainName(text: string): boolean {
  const name = text.endsWith('.') ? text.slice(0, -1) : text;
  const labels = name.split('.');
  return (
    name.length <= longestName &&
    labels.every((one) => label.test(one)) &&
    !number.test(labels.at(-1) ?? '')
  );
}

/** More addresses of one name are counted, not told. */
export const mostResolvedAddresses = 16;

/** The addresses that the system's resolver has for a name. */
export interface ResolvedName {
  readonly name: string;
  /** Both families, in the resolver's order, each once; at least one. */
  readonly addresses: readonly AddressText[];
  /** How many more there are. */
  readonly more: number;
}
