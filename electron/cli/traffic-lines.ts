// SPDX-License-Identifier: MIT
// Which way internet traffic goes, in the window's sentences.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type { FamilyTraffic, Preview } from '../contract/preview';
import { isSameWay, otherWays, trafficReason, trafficSentence } from '../texts/traffic-text';
import { messages } from '../language/messages';
import { wrapped } from '../terminal/columns';
import type { TerminalNames } from './adapters';

const words = messages.internetTraffic;

function nowTexts(family: Family, traffic: FamilyTraffic, names: TerminalNames): readonly string[] {
  const { now } = traffic;
  return [
    `${trafficSentence(family, now, names)} ${trafficReason(family, now, names)}`,
    ...otherWays(traffic, names),
  ];
}

/** Which way it goes now, and why. */
export function trafficLines({ traffic }: Pick<Preview, 'traffic'>, names: TerminalNames) {
  return families.flatMap((family) =>
    nowTexts(family, traffic[family], names).flatMap((text) => wrapped(text)),
  );
}

/** What becomes of it. */
export function trafficChangeLines(
  { traffic }: Pick<Preview, 'traffic'>,
  names: TerminalNames,
): readonly string[] {
  const changed = families.filter(
    (family) => !isSameWay(traffic[family].now, traffic[family].after),
  );
  if (changed.length === 0) return [words.afterSame];
  return changed.flatMap((family) => {
    const { now, after } = traffic[family];
    return [
      ...wrapped(`${words.now}: ${trafficSentence(family, now, names)}`),
      ...wrapped(`${words.afterApplying} ${trafficSentence(family, after, names)}`),
    ];
  });
}
