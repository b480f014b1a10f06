// SPDX-License-Identifier: MIT
import { splitZone } from '../contract/address-zone';
import type { Adapter, AddressText } from '../contract/snapshot';

/**
 * An address whose zone may be written as a name ("fe80::1%eth0") with the zone as a number, which is
 * what a stack takes (RFC 4007, section 11). An unknown name stays as it is.
 */
export function withNumericZone(address: AddressText, adapters: readonly Adapter[]): AddressText {
  const { address: text, zone } = splitZone(address);
  if (zone === null) return address;
  const adapter = adapters.find(({ alias }) => alias === zone);
  return adapter ? `${text}%${adapter.index}` : address;
}
