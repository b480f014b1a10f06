// SPDX-License-Identifier: MIT
import type { AddressText } from './snapshot';

/** An address and what stands behind its "%": an interface's name or number. */
export interface ZonedAddress {
  readonly address: string;
  /** Null where there is no "%". */
  readonly zone: string | null;
}

/** Takes the zone off an address (RFC 4007, section 11). A name may hold whatever a system lets a name hold. */
export function splitZone(text: AddressText): ZonedAddress {
  const at = text.indexOf('%');
  if (at === -1) return { address: text, zone: null };
  return { address: text.slice(0, at), zone: text.slice(at + 1) };
}
