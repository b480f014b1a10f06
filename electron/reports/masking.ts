// SPDX-License-Identifier: MIT
// Takes from a report what tells who and where its computer is: the same value always gets the same mask.

/** What a mask is called by. */
export type MaskKind = 'computer' | 'name' | 'description' | 'GUID' | 'hardware' | 'IPv4' | 'IPv6';

/** Addresses that are the same on every computer, and tell nothing: unspecified, loopback, broadcast, multicast, link-local prefixes. */
const wellKnownAddress =
  /^(?:0\.0\.0\.0|127(?:\.\d+){3}|255\.255\.255\.255|(?:22[4-9]|23\d)(?:\.\d+){3}|169\.254\.0\.0|::|::1|::ffff:0:0|fe80::|ff[0-9a-f]{2}:.*)$/i;

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
    const [address = '', zone] = text.split('%', 2);
    if (address === '' || wellKnownAddress.test(address)) return text;
    const masked = this.mask(address.includes(':') ? 'IPv6' : 'IPv4', address.toLowerCase());
    if (zone === undefined) return masked;
    return `${masked}%${/^\d+$/.test(zone) ? zone : this.mask('name', zone)}`;
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
