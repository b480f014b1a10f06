// SPDX-License-Identifier: MIT
// Packets to the internet that go another way than a plain lookup says, since a rule or a route looks for their mark,
// their user or their source.

import type { Family } from '../contract/family';
import type { SpecialPackets, SpecialTraffic } from '../contract/preview';
import type { Rule } from '../contract/snapshot';
import { spaceOf } from './address-space';
import { wayKey, wayOf } from './answered-parts';
import type { AnsweredPart } from './answered-parts';
import { plainFlow } from './flow';
import type { Flow } from './flow';
import { internetParts } from './internet-traffic';
import { addressOf, addressText } from './ip-address';
import { lookUp } from './lookup';
import type { Network } from './network';
import { asksForSources } from './source-address';

/** As many are told. */
const mostTold = 12;

/** As many are looked up: each asks all rules, of which a router may have thousands. */
const mostAsked = 200;

interface Case {
  readonly packets: SpecialPackets;
  readonly change: Partial<Flow>;
}

function caseOfRule({ mark, markMask, uidRange }: Rule, userId: number): readonly Case[] {
  if (mark !== 0 && markMask !== 0) {
    return [{ packets: { kind: 'marked', mark, mask: markMask }, change: { mark } }];
  }
  if (uidRange === null) return [];
  const [first, last] = uidRange;
  if (userId >= first && userId <= last) return [];
  return [{ packets: { kind: 'of-user', first, last }, change: { userId: first } }];
}

/** Own addresses, where anything asks for sources: routes that are limited to some, or rules. */
function casesOfSources({ index }: Network, family: Family): readonly Case[] {
  if (!asksForSources(index, family)) return [];
  return (
    index.snapshot.unicastAddresses
      .filter((row) => row.family === family)
      .map(({ address }) => addressOf(address))
      // From a loopback or link-local address nothing goes to the internet.
      .filter((address) => spaceOf(address) !== 'reserved')
      .map((source) => ({
        packets: { kind: 'from', source: addressText(family, source.bits) },
        change: { source },
      }))
  );
}

function casesOf(network: Network, family: Family, userId: number): readonly Case[] {
  return [
    ...network.index.rules[family].flatMap((rule) => caseOfRule(rule, userId)),
    ...casesOfSources(network, family),
  ];
}

function largest(parts: readonly AnsweredPart[]): AnsweredPart | undefined {
  return parts.toSorted((one, other) => other.part.size - one.part.size)[0];
}

/** Which packets to the larger part of the internet go another way, and which; Linux alone has such rules. */
export function specialTraffic(
  network: Network,
  family: Family,
  userId: number,
): readonly SpecialTraffic[] {
  const usual =
    network.stack === 'linux' ? largest(internetParts(network, family, userId)) : undefined;
  if (!usual) return [];
  const cases = casesOf(network, family, userId);
  const different = new Map(cases.map((one) => [JSON.stringify(one.packets), one]));
  const told: SpecialTraffic[] = [];
  for (const { packets, change } of [...different.values()].slice(0, mostAsked)) {
    const flow = { ...plainFlow(usual.part.example, userId), ...change };
    const way = wayOf(network, lookUp(network, flow));
    if (wayKey(way) !== wayKey(usual.way)) told.push({ packets, way });
    if (told.length === mostTold) break;
  }
  return told;
}
