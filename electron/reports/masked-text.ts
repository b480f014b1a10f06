// SPDX-License-Identifier: MIT
// Masks in text that was not written for a report: what is known by name, and whatever is spelled like an address.

import { isIPv4, isIPv6 } from 'node:net';
import type { MaskKind, Masks } from './masking';

/** Names that a text may hold, each with what it is. */
export type KnownNames = ReadonlyMap<string, MaskKind>;

/** So short a name may be a part of any word. */
const shortest = 4;

const guid = /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?/gi;
const hardwareAddress =
  /(?<![0-9a-f:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4,}(?![0-9a-f])/gi;
/** Anything that could be one; what ends a sentence or names a port may hang on it. */
const ipv6 = /(?<![\w:])[0-9a-f:]*:[0-9a-f:.]*(?!\w)/gi;
const ipv4 = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g;

function patternOf(name: string): string {
  const literal = name.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return name.length < shortest ? String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])` : literal;
}

/** Longer names first: one may begin with another. */
function namesPattern(names: readonly string[]): RegExp | null {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  return names.length > 0 ? new RegExp(longestFirst.map(patternOf).join('|'), 'giu') : null;
}

/** The address at the beginning of what looks like one; null: it is none. */
function addressIn(text: string): string | null {
  for (let end = text.length; end > 1; end -= 1) {
    const candidate = text.slice(0, end);
    if (isIPv6(candidate)) return candidate;
    if (!/[:.]$/.test(candidate)) return null;
  }
  return null;
}

/** Makes what masks a text. The same value gets the mask that it has elsewhere. */
export function textMask(known: KnownNames, masks: Masks): (text: string) => string {
  const kinds = new Map([...known].map(([name, kind]) => [name.toLowerCase(), { name, kind }]));
  kinds.delete('');
  const names = namesPattern([...kinds.keys()]);
  const maskName = (found: string) => {
    const { name, kind } = kinds.get(found.toLowerCase()) ?? { name: found, kind: 'name' };
    return masks.mask(kind, name);
  };
  const maskGuid = (found: string) =>
    masks.mask('GUID', `{${found.replaceAll(/[{}]/g, '').toUpperCase()}}`);
  const maskHardware = (found: string) =>
    masks.mask('hardware', found.replaceAll('-', ':').toLowerCase());
  const maskIpv6 = (found: string) => {
    const address = addressIn(found);
    return address === null ? found : masks.address(address) + found.slice(address.length);
  };
  const maskIpv4 = (found: string) => (isIPv4(found) ? masks.address(found) : found);
  return (text) =>
    (names ? text.replaceAll(names, maskName) : text)
      .replaceAll(guid, maskGuid)
      .replaceAll(hardwareAddress, maskHardware)
      .replaceAll(ipv6, maskIpv6)
      .replaceAll(ipv4, maskIpv4);
}
