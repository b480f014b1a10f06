// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import { splitZone } from '../../electron/contract/address-zone';
import type { AddressText } from '../../electron/contract/snapshot';
import { useDebounced } from '../ui/use-debounced';
import { useTrafficChoices } from './traffic-choices';

/** A typed address is judged and looked up once typing pauses for so long, in milliseconds. */
const pause = 300;

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

interface TypedAddress {
  readonly text: string;
  readonly type: (text: string) => void;
  /** The address as it is asked about: none, or one. */
  readonly addresses: readonly AddressText[];
  readonly isInvalid: boolean;
}

/** The address the user types to see which way it goes. */
export function useTypedAddress(): TypedAddress {
  const { address: text, typeAddress: type } = useTrafficChoices();
  const settled = useDebounced(text.trim(), pause);
  const isValid = isAddress(settled);
  const addresses = useMemo(() => (isValid ? [settled] : []), [isValid, settled]);
  return { text, type, addresses, isInvalid: settled !== '' && !isValid };
}
