// SPDX-License-Identifier: MIT
import { useMemo } from 'react';
import type { IpcBridge } from '../../../electron/contract/ipc-schema';
import type { AddressText } from '../../../electron/contract/snapshot';
import { appErrorOf, unwrap, useBridge } from '../../bridge/bridge';
import { useDebounced } from '../../ui/use-debounced';
import type { NameLookup } from '../../traffic/name-lookup';
import { useTrafficChoices } from '../../traffic/traffic-choices';
import { parseTypedHost } from '../../../electron/texts/typed-host';
import type { TypedHost } from '../../../electron/texts/typed-host';

/** A typed address is judged and looked up once typing pauses for so long, in milliseconds. */
const pause = 300;

const noAddresses: readonly AddressText[] = [];

export interface TypedAddress {
  readonly text: string;
  readonly type: (text: string) => void;
  /** What is asked about: none, the address that was typed, or those of the name that was looked up. */
  readonly addresses: readonly AddressText[];
  /** Whether the text says no computer. */
  readonly isInvalid: boolean;
  /** Of the name that is typed; null: nobody has asked for it. */
  readonly lookup: NameLookup | null;
  /** Looks the typed name up; null where there is none, or its lookup is under way. */
  readonly lookUp: (() => void) | null;
}

function addressesOf(host: TypedHost | null, lookup: NameLookup | null): readonly AddressText[] {
  if (lookup) return lookup.kind === 'answered' ? lookup.answer.addresses : noAddresses;
  return host?.kind === 'address' ? [host.address] : noAddresses;
}

/** Asks the system's resolver: only because a person wants it, never while they type. */
async function resolve(bridge: IpcBridge, name: string): Promise<NameLookup> {
  try {
    return { kind: 'answered', name, answer: unwrap(await bridge.routes.resolveName(name)) };
  } catch (reason) {
    return { kind: 'failed', name, error: appErrorOf(reason) };
  }
}

/** The address or name that the user types to see which way it goes. */
export function useTypedAddress(): TypedAddress {
  const bridge = useBridge();
  const { typed, setTyped } = useTrafficChoices();
  const { text, lookup } = typed;
  const settled = useDebounced(text, pause);
  const host = useMemo(() => parseTypedHost(settled), [settled]);
  const addresses = useMemo(() => addressesOf(host, lookup), [host, lookup]);

  const begin = async (name: string) => {
    const begun: NameLookup = { kind: 'under-way', name };
    setTyped({ text, lookup: begun });
    const ended = await resolve(bridge, name);
    // Nobody waits for it any more once something else is typed.
    setTyped((now) => (now.lookup === begun ? { ...now, lookup: ended } : now));
  };
  const typedHost = parseTypedHost(text);
  const canLookUp = typedHost?.kind === 'name' && lookup?.kind !== 'under-way';
  return {
    text,
    type: (next) => {
      setTyped({ text: next, lookup: null });
    },
    addresses,
    isInvalid: settled.trim() !== '' && host === null,
    lookup,
    lookUp: canLookUp ? () => void begin(typedHost.name) : null,
  };
}
