// SPDX-License-Identifier: MIT
// `ip route get` as the witness: what the kernel does with packets to addresses.

import type { Family } from '../../electron/contract/family';
import type { AddressText } from '../../electron/contract/snapshot';
import { ipBatch } from './ip-command';

/** What the kernel did with one packet. */
export type Seen =
  | { readonly kind: 'hop'; readonly link: string; readonly nextHop: AddressText | null }
  | { readonly kind: 'local' }
  | { readonly kind: 'refused'; readonly said: string };

/** No answer at all, which no prediction allows. */
const unheard: Seen = { kind: 'refused', said: '' };

function seenIn(line: string): Seen {
  const words = line.split(' ');
  const after = (word: string) => {
    const at = words.indexOf(word);
    return at === -1 ? undefined : words[at + 1];
  };
  const link = after('dev');
  if (link === undefined) throw new Error(`ip route get said: ${line}`);
  if (words[0] === 'local' || link === 'lo') return { kind: 'local' };
  const via = after('via');
  return { kind: 'hop', link, nextHop: (via === 'inet6' ? after('inet6') : via) ?? null };
}

function ask(family: Family, questions: readonly string[]): readonly Seen[] {
  const { outputs, failures } = ipBatch(
    family,
    questions.map((question) => `route get ${question}`),
  );
  const lines = outputs.values();
  return questions.map((_, index) => {
    const said = failures.get(index);
    if (said !== undefined) return { kind: 'refused', said };
    return seenIn(lines.next().value ?? '');
  });
}

/** What the kernel does with a packet to each address. */
export function routesGot(
  family: Family,
  addresses: readonly AddressText[],
): ReadonlyMap<AddressText, Seen> {
  const seen = ask(family, addresses).values();
  return new Map(addresses.map((address) => [address, seen.next().value ?? unheard]));
}

/** More flows than the hops of a route need for each to be taken by one, all but surely. */
const flows = 32;

/** By number: a small Debian has no file of protocols' names. */
const udp = 17;

/** What the kernel does with many flows to one address. */
export function routesOfFlows(family: Family, address: AddressText): readonly Seen[] {
  const ports = Array.from({ length: flows }, (_, index) => 20_000 + index * 97);
  return ask(
    family,
    ports.map((port) => `${address} ipproto ${udp} sport ${port} dport 443`),
  );
}
