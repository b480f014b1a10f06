// SPDX-License-Identifier: MIT
// Which addresses "Where addresses go" shows, and where they go now and after.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { ProbeKind } from '../contract/preview';
import type { AddressText, Luid } from '../contract/snapshot';
import { plainFlow } from './flow';
import type { Flow, Verdict } from './flow';
import { addressBits, addressText, parseAddress } from './ip-address';
import type { IpAddress } from './ip-address';
import { lookUp, lookUpAsProgram } from './lookup';
import type { Answer } from './lookup';
import type { Network } from './network';
import { companyNetworks } from './company-networks';

/** Addresses of Cloudflare's and Google's public name servers. */
const internetAddresses: Readonly<Record<Family, readonly AddressText[]>> = {
  IPv4: ['1.1.1.1', '8.8.8.8'],
  IPv6: ['2606:4700:4700::1111', '2001:4860:4860::8888'],
};

/** An address to look up, and why. */
export interface ProbedAddress {
  readonly kind: ProbeKind;
  readonly address: AddressText;
}

/** Addresses to look up for one reason. */
type ProbedAddresses = readonly [kind: ProbeKind, addresses: readonly AddressText[]];

function isLoopback(text: AddressText): boolean {
  return text.startsWith('127.') || text === '::1';
}

/** The VPN's name servers, one of each family; where the system names no adapters, the first it has. */
function dnsServers({ index }: Network, vpn: Luid | null): ProbedAddresses {
  const serversOf = (owner: Luid | null): readonly AddressText[] => {
    const addresses = index.snapshot.dnsServers
      .filter(({ luid, address }) => luid === owner && !isLoopback(address))
      .map(({ address }) => address);
    return families.flatMap(
      (family) => addresses.find((address) => parseAddress(address)?.family === family) ?? [],
    );
  };
  const own = serversOf(vpn);
  return own.length > 0 ? ['dns', own] : ['system-dns', serversOf('0')];
}

/** The first host of the largest company network of each family. */
function companyAddresses(
  network: Network,
  vpn: Luid | null,
  userId: number,
): readonly AddressText[] {
  if (vpn === null) return [];
  return companyNetworks(network, vpn, userId).largest.map(({ family, first, length }) => {
    const isHost = length === addressBits[family];
    return addressText(family, isHost ? BigInt(first) : BigInt(first) + 1n);
  });
}

/** The addresses to look up, each once, the typed ones last. */
export function probedAddresses(
  network: Network,
  vpn: Luid | null,
  typed: readonly AddressText[],
  userId: number,
): readonly ProbedAddress[] {
  const lists: readonly ProbedAddresses[] = [
    ['internet', families.flatMap((family) => internetAddresses[family])],
    dnsServers(network, vpn),
    ['company', companyAddresses(network, vpn, userId)],
    ['typed', typed],
  ];
  const probes = new Map<AddressText, ProbedAddress>();
  for (const [kind, addresses] of lists) {
    for (const address of addresses) {
      if (kind === 'typed' || !probes.has(address)) probes.set(address, { kind, address });
    }
  }
  return [...probes.values()];
}

function zoneOf({ index }: Network, { zone }: IpAddress): Luid | null {
  if (zone === null) return null;
  const adapters = [...index.adapters.values()];
  return (
    adapters.find(({ alias, index: number }) => alias === zone || String(number) === zone)?.luid ??
    null
  );
}

/** A plain lookup of an address. */
export function flowTo(network: Network, destination: IpAddress, userId: number): Flow {
  const boundTo = zoneOf(network, destination);
  return { ...plainFlow(destination, userId), boundTo };
}

/** Where an address goes now and after. */
export interface Probed extends ProbedAddress {
  readonly destination: IpAddress;
  readonly now: Answer;
  readonly after: Answer;
  /** Of typed addresses: where they would go with the choice "Only company traffic through the VPN". */
  readonly split: Answer | null;
  /** What a plain lookup, which chooses no source, finds now. */
  readonly plain: Verdict;
}

/** Where an address goes; nowhere, when its zone is no adapter of this computer. */
function wayTo(network: Network, destination: IpAddress, userId: number): Answer {
  const flow = flowTo(network, destination, userId);
  if (destination.zone !== null && flow.boundTo === null) {
    return { verdict: { kind: 'refused', reason: 'no-route', route: null }, source: null };
  }
  return lookUpAsProgram(network, flow);
}

/** Looks an address up in each network; nothing for a text that is no address. */
export function probe(
  { kind, address }: ProbedAddress,
  networks: { readonly now: Network; readonly after: Network; readonly split: Network | null },
  userId: number,
): readonly Probed[] {
  const destination = parseAddress(address);
  if (!destination) return [];
  const [now, after] = [networks.now, networks.after].map((one) => wayTo(one, destination, userId));
  if (!now || !after) return [];
  const plain =
    now.source === null
      ? now.verdict
      : lookUp(networks.now, flowTo(networks.now, destination, userId));
  const split =
    kind === 'typed' && networks.split ? wayTo(networks.split, destination, userId) : null;
  return [{ kind, address, destination, now, after, split, plain }];
}
