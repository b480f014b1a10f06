// SPDX-License-Identifier: MIT
// What a person types or pastes to say which computer they mean: an address, a name, either with a port, or a URL.

import { splitZone } from '../contract/address-zone';
import { isDomainName } from '../contract/domain-name';
import type { AddressText } from '../contract/snapshot';

/** A computer: by an address, or by a name whose addresses a resolver has to be asked for. */
export type TypedHost =
  | { readonly kind: 'address'; readonly address: AddressText }
  /** Lower-case ASCII, as `isDomainName` wants it. */
  | { readonly kind: 'name'; readonly name: string };

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

function isIpv6(text: string): boolean {
  if (!/^[\da-f:.]+$/i.test(text)) return false;
  try {
    return new URL(`http://[${text}]/`).hostname !== '';
  } catch {
    return false;
  }
}

/** Whether a text is an IPv4 or IPv6 address, the latter with any zone. */
export function isAddress(text: string): boolean {
  const { address, zone } = splitZone(text);
  if (zone === null && ipv4.test(text)) return true;
  return address.includes(':') && zone !== '' && isIpv6(address);
}

function addressHost(text: string): TypedHost | null {
  return isAddress(text) ? { kind: 'address', address: text } : null;
}

/** What the URL parser would take out, or take for the end of a name. */
const notInNames = /[\s\p{Cc}:@/\\?#]/u;

/** A name in the form that DNS has (UTS #46, by the URL parser); null when it can't be one. */
function toAscii(name: string): string | null {
  if (notInNames.test(name)) return null;
  try {
    return new URL(`http://${name}/`).hostname;
  } catch {
    return null;
  }
}

function nameHost(text: string): TypedHost | null {
  const name = toAscii(text);
  // "127.1" is an address to the URL parser alone.
  return name !== null && isDomainName(name) ? { kind: 'name', name } : null;
}

/** A URL in so far as a host is in it (RFC 3986, appendix B); the scheme may be left out. */
const uri = /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:[^/?#\\]*@)?([^/?#\\]*)(.*)$/isu;

/** An IPv6 address in brackets, or what holds no colon, and a port (RFC 3986, 3.2). */
const hostAndPort = /^(?:\[(.*)\]|([^:]*))(?::\d{0,5})?$/su;

/** The zone behind "%25", as RFC 6874 wrote it in URLs; "%" alone is as RFC 9844 has it for people. */
const escapedZone = /%25(?=.)/u;

/**
 * Reads what was typed; null when it says no computer. A prefix such as "10.0.0.0/8" says many. Neither a port nor the
 * rest of a URL matters.
 */
export function parseTypedHost(text: string): TypedHost | null {
  const typed = text.trim();
  const address = addressHost(typed);
  if (address) return address;
  const [, scheme, authority = '', rest = ''] = uri.exec(typed) ?? [];
  const [, literal, host = ''] = hostAndPort.exec(authority) ?? [];
  if (literal !== undefined) {
    const inside = scheme === undefined ? literal : literal.replace(escapedZone, '%');
    return inside.includes(':') ? addressHost(inside) : null;
  }
  const isPrefix = scheme === undefined && rest !== '' && ipv4.test(host);
  return isPrefix ? null : (addressHost(host) ?? nameHost(host));
}
