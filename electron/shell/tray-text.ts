// SPDX-License-Identifier: MIT

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { InternetTraffic } from '../contract/preview';
import type { Adapter, Luid } from '../contract/snapshot';
import { disjunction } from '../language/lists';
import { messages } from '../language/messages';
import { visibleText } from '../base/visible-text';

const words = messages.tray.traffic;

/** What a tooltip of Windows holds at most, in UTF-16 units. */
const longest = 127;

/** A name that does not fit would push the other family out of the tooltip. */
const longestName = 28;

function shortName(name: string): string {
  if (name.length <= longestName) return name;
  // Half a surrogate pair would be no character at all.
  return `${name.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function nameOf(luid: Luid, adapters: readonly Adapter[]): string {
  const adapter = adapters.find((candidate) => candidate.luid === luid);
  if (!adapter) return messages.interfaces.unknownAdapter({ luid });
  const { alias, description } = adapter;
  return shortName(visibleText(alias.trim() === '' ? description : alias));
}

function sentence(family: Family, traffic: InternetTraffic, adapters: readonly Adapter[]): string {
  switch (traffic.kind) {
    case 'none':
    case 'lost':
    case 'stays':
      return words.nowhere({ family });
    case 'dropped':
      return traffic.route === null
        ? words.droppedByRule({ family })
        : words.droppedByRoute({ family });
    case 'tie':
      return words.through({
        family,
        adapters: disjunction(traffic.luids.map((luid) => nameOf(luid, adapters))),
      });
    case 'through':
    case 'wide-routes':
    case 'rules':
      return words.through({ family, adapters: nameOf(traffic.luid, adapters) });
  }
}

/** Which way internet traffic goes, family by family, short enough for a tooltip. */
export function trafficText(
  traffic: Readonly<Record<Family, InternetTraffic>>,
  adapters: readonly Adapter[],
): string {
  const lines = families.map((family) => sentence(family, traffic[family], adapters));
  return [words.title, ...lines].join('\n').slice(0, longest);
}
