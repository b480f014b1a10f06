// SPDX-License-Identifier: MIT
// One of several changes of a plan in words: what changes, and where.

import { families } from '../contract/family';
import { grouped } from '../contract/grouped';
import type { ChangedPlace, PlacedChange } from '../contract/plan-subject';
import { conjunction } from '../language/lists';
import { messages } from '../language/messages';
import { adaptersText, changedValueText } from './plan-title';
import type { TitleNames } from './plan-title';
import { settingLabel } from './setting-text';

const words = messages.plan;

/** Adapters that are named before they are only counted. */
const mostNames = 3;

/** "25", "automatic (25)" */
export function formerText(change: PlacedChange): string {
  const { from, automaticMetric } = change;
  if (from === null) return words.fromSeveral;
  return from === 'automatic' && automaticMetric !== null
    ? words.automaticNow({ metric: automaticMetric })
    : changedValueText(change, from);
}

/** "Metric: automatic (25) → 5" */
export function placedChangeText(change: PlacedChange): string {
  const { field, to } = change;
  const setting = settingLabel(field);
  if (to === null) return setting;
  const next = changedValueText(change, to);
  return words.named({ setting, change: words.fromTo({ from: formerText(change), to: next }) });
}

/** The families of one adapter: "IPv4 and IPv6". */
function familiesText(places: readonly ChangedPlace[]): string {
  return conjunction(families.filter((family) => places.some((place) => place.family === family)));
}

/** "Ethernet and Wi-Fi (IPv4 and IPv6)" */
export function placesText({ places }: PlacedChange, { nameOf }: TitleNames): string {
  const ofAdapters = [...grouped(places, ({ adapter }) => adapter.luid).values()];
  const alike = [...grouped(ofAdapters, familiesText)];
  return conjunction(
    alike.map(([family, some]) => {
      const names = some.flatMap(([first]) => (first ? [nameOf(first.adapter)] : []));
      return words.ofFamily({
        adapters: adaptersText(names.slice(0, mostNames), names.length),
        family,
      });
    }),
  );
}
