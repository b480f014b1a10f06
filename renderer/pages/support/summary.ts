// SPDX-License-Identifier: MIT
// S33: what a technician wants to hear first, as text to copy; pure.

import { carriersOf } from '../../../electron/contract/carriers';
import { families } from '../../../electron/contract/family';
import type { Family, StackName } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';
import type { HistoryEntry } from '../../../electron/contract/history';
import type { LastingSetting } from '../../../electron/contract/lasting';
import type { InternetTraffic } from '../../../electron/contract/preview';
import { notDefaultFields } from '../../../electron/contract/field-default';
import { planChanges, planTitle } from '../../../electron/texts/plan-title';
import type { Adapter, Luid } from '../../../electron/contract/snapshot';
import { titleNames } from '../../../electron/texts/plan-text';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { settingInSentence } from '../../../electron/texts/field-text';
import { withoutIsolates } from '../../ui/isolated-name';
import { dateLocale, messages } from '../../../electron/language/messages';
import { timeOfDay } from '../../../electron/texts/time-text';

const words = messages.support.summary;

/** Values that are named before the rest is only counted. */
const mostNamed = 12;

function listText(names: readonly string[]): string {
  if (names.length === 0) return words.none;
  const named = names.slice(0, mostNamed);
  const rest = names.length - named.length;
  return [...named, ...(rest > 0 ? [words.more({ n: rest })] : [])].join(', ');
}

/** Where it is not default, the list of those that are off says so. */
const saidByItself: FieldName = 'DisableDefaultRoutes';

const nameOf = ({ name, ipInterface }: InterfaceRow) => `${name} (${ipInterface.family})`;

const lastingName = ({ field, alias, family }: LastingSetting) =>
  words.field({ field: settingInSentence(field), adapter: alias, family });

/** By what the way of internet traffic is decided, in a word or two. */
function wayText(traffic: InternetTraffic): string {
  switch (traffic.kind) {
    case 'through':
    case 'tie':
      return words.metric({ metric: traffic.metric });
    case 'wide-routes':
      return words.wideRoutes;
    case 'rules':
      return words.rules;
    case 'lost':
    case 'dropped':
    case 'stays':
    case 'none':
      return '';
  }
}

/** Which way a family's internet traffic leaves, and by what. */
interface Way {
  readonly family: Family;
  readonly adapter: string;
  readonly how: string;
}

function leavingSentence([first, ...others]: readonly Way[]): string {
  const texts = others.map(words.through);
  return `${[...(first ? [words.leaves(first)] : []), ...texts].join(', ')}.`;
}

/** What becomes of traffic that does not leave. */
function stuckSentence(
  family: Family,
  traffic: InternetTraffic,
  nameOf: (luid: Luid) => string,
): string {
  if (traffic.kind === 'lost') return words.lost({ family, adapter: nameOf(traffic.luid) });
  if (traffic.kind !== 'dropped') return words.nowhere({ family });
  const { route } = traffic;
  return route === null
    ? words.droppedByRule({ family })
    : words.droppedByRoute({ family, prefix: route.prefix });
}

function trafficSentences(
  traffic: Readonly<Record<Family, InternetTraffic>>,
  rows: readonly InterfaceRow[],
): readonly string[] {
  const names = new Map(rows.map(({ ipInterface, name }) => [ipInterface.luid, name]));
  const nameOf = (luid: Luid) => names.get(luid) ?? messages.interfaces.unknownAdapter({ luid });
  const ways = families.map((family) => {
    const now = traffic[family];
    return { family, adapter: carriersOf(now).map(nameOf).join(', '), how: wayText(now) };
  });
  const leaving = ways.filter(({ adapter }) => adapter !== '');
  const stuck = ways.filter(({ adapter }) => adapter === '');
  return [
    ...(leaving.length > 0 ? [leavingSentence(leaving)] : []),
    ...stuck.map(({ family }) => stuckSentence(family, traffic[family], nameOf)),
  ];
}

function notDefaultNames(rows: readonly InterfaceRow[], stack: StackName): readonly string[] {
  return rows
    .filter(({ notDefault }) => notDefault > 0)
    .flatMap((row) =>
      notDefaultFields(row.ipInterface, stack, row.kind)
        .filter((field) => field !== saidByItself)
        .map((field) =>
          words.field({
            field: settingInSentence(field),
            adapter: row.name,
            family: row.ipInterface.family,
          }),
        ),
    );
}

function adaptersOf(rows: readonly InterfaceRow[]): ReadonlyMap<Luid, Adapter> {
  return new Map(rows.flatMap(({ adapter }) => (adapter ? [[adapter.luid, adapter]] : [])));
}

function lastChangeSentence(
  last: HistoryEntry | null,
  adapters: ReadonlyMap<Luid, Adapter>,
): string {
  if (!last) return words.noChange;
  const names = titleNames(adapters, last.adapters);
  const title = planTitle(last.subject, names);
  const changes = withoutIsolates(planChanges(last.subject, names));
  const facts = {
    time: timeOfDay(last.startedAt),
    title: withoutIsolates(title),
    result: messages.history.results[last.result],
  };
  const line = changes === '' ? words.change(facts) : words.changeOfValues({ ...facts, changes });
  return words.lastChange({ line });
}

/** The whole text. */
export function summaryText(
  computer: string,
  now: Date,
  traffic: Readonly<Record<Family, InternetTraffic>>,
  rows: readonly InterfaceRow[],
  stack: StackName,
  last: HistoryEntry | null,
  lasting: readonly LastingSetting[],
): string {
  const off = rows.filter(({ ipInterface }) => ipInterface.values.DisableDefaultRoutes === 1);
  return [
    words.head({
      computer,
      date: now.toLocaleString(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' }),
    }),
    ...trafficSentences(traffic, rows),
    words.off({ list: listText(off.map(nameOf)) }),
    words.notDefault({ list: listText(notDefaultNames(rows, stack)) }),
    ...(lasting.length > 0 ? [words.lasting({ list: listText(lasting.map(lastingName)) })] : []),
    lastChangeSentence(last, adaptersOf(rows)),
  ].join('\n');
}
