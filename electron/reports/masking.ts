// SPDX-License-Identifier: MIT
// Takes from a report what tells who and where its computer is: the same value always gets the same mask.

import { splitZone } from '../contract/address-zone';

/** What a mask is called by. */
export type MaskKind =
  'computer' | 'person' | 'name' | 'description' | 'GUID' | 'hardware' | 'IPv4' | 'IPv6';

/**
 * Addresses that are the same on every computer, and tell nothing: unspecified, loopback, broadcast, prefixes, and the
 * groups that every node or router joins (RFC 5771, RFC 4291). Other groups hold the end of a hardware address, or the
 * prefix of a site.
 */
const wellKnownAddresses: ReadonlySet<string> = new Set([
  ...['0.0.0.0', '127.0.0.0', '127.0.0.1', '127.255.255.255', '255.255.255.255', '169.254.0.0'],
  ...['224.0.0.0', '224.0.0.1', '224.0.0.2', '224.0.0.22', '224.0.0.251', '224.0.0.252'],
  ...['239.255.255.250', '::', '::1', '::ffff:0:0', 'fe80::', 'ff00::', 'ff01::1', 'ff01::2'],
  ...['ff02::1', 'ff02::2', 'ff02::c', 'ff02::16', 'ff02::fb', 'ff02::1:2', 'ff02::1:3'],
  ...['ff02::1:ff00:0', 'ff05::1', 'ff05::2', 'ff05::1:3'],
]);

/** Gives out masks, and remembers which value has which. */
export class Masks {
  readonly #masks = new Map<string, string>();
  readonly #counts = new Map<MaskKind, number>();
  readonly #taken: ReadonlySet<string>;

  /** `taken`: real values, none of which may look like a mask. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  /** The mask of a value; nothing stays nothing. */
  mask(kind: MaskKind, value: string): string {
    if (value === '') return value;
    const key = `${kind} ${value}`;
    const known = this.#masks.get(key);
    if (known !== undefined) return known;
    const made = this.#next(kind);
    this.#masks.set(key, made);
    return made;
  }

  /** An address; its zone is an interface's name or number. */
  address(text: string): string {
    const { address, zone } = splitZone(text);
    if (address === '') return text;
    const masked = this.#addressAlone(address);
    if (zone === null) return masked;
    return `${masked}%${/^\d+$/.test(zone) ? zone : this.mask('name', zone)}`;
  }

  #addressAlone(address: string): string {
    if (wellKnownAddresses.has(address.toLowerCase())) return address;
    return this.mask(address.includes(':') ? 'IPv6' : 'IPv4', address.toLowerCase());
  }

  #next(kind: MaskKind): string {
    let count = this.#counts.get(kind) ?? 0;
    let mask: string;
    do {
      count += 1;
      mask = `[${kind} ${count}]`;
    } while (this.#taken.has(mask));
    this.#counts.set(kind, count);
    return mask;
  }
}
