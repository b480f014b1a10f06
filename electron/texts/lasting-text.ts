// SPDX-License-Identifier: MIT
// Lasting settings in words. Names of adapters in them are isolated for text direction.
import type { AppError } from '../contract/errors';
import type { StackName } from '../contract/family';
import type { KeeperState, LastingChange, LastingSetting } from '../contract/lasting';
import type { Adapter, Luid } from '../contract/snapshot';
import { adapterName } from './adapter-name';
import { settingInSentence, settingValueText } from './field-text';
import { isolatedName } from './isolates';
import { conjunction, someOf } from '../language/lists';
import { messages } from '../language/messages';
import { isToday, dateText, shortTime } from './time-text';

const words = messages.lasting;

/** Places that are named before the rest is only counted. */
const mostNamed = 3;

type Adapters = ReadonlyMap<Luid, Adapter>;

/** What the adapter of a setting is called now, or was called when the setting was made. */
export function settingName({ luid, alias }: LastingSetting, adapters: Adapters): string {
  return luid === null ? alias : adapterName(adapters.get(luid), luid);
}

/** "MTU on Ethernet (IPv4)", or of those that are alike "MTU on Ethernet (IPv4 and IPv6)" */
export function settingPlace(
  setting: LastingSetting,
  adapters: Adapters,
  alike: readonly LastingSetting[] = [setting],
): string {
  const name = isolatedName(settingName(setting, adapters));
  const family = conjunction(alike.map((one) => one.family).toSorted());
  return messages.history.place({ field: settingInSentence(setting.field), adapter: name, family });
}

/** The same of a change, which knows the name in the setting alone. */
export function changePlace({ field, alias, family }: LastingChange): string {
  return messages.history.place({
    field: settingInSentence(field),
    adapter: isolatedName(alias),
    family,
  });
}

/** Some places as one text. */
export function placeList(places: readonly string[]): string {
  return someOf(places, mostNamed);
}

/** "EPERM (1)" */
function failureText(error: AppError | undefined): string {
  if (!error?.platform) return words.states.unknownError;
  return `${error.platform.name} (${error.platform.number})`;
}

/** Whether there is nothing yet that could be set: a tunnel comes before its default route. */
export function waitsForRoute({ status }: LastingSetting): boolean {
  return status.state === 'refused' && status.refusal === 'noDefaultRoute';
}

function stateText(setting: LastingSetting, keeper: KeeperState, stack: StackName) {
  const { field, status } = setting;
  const { state, live, refusal, error } = status;
  if (waitsForRoute(setting)) return words.states.waitsForRoute;
  switch (state) {
    case 'refused':
      return words.states.refused({ reason: messages.refusals[refusal ?? 'platformError'] });
    case 'failed':
      return words.states.failed({ error: failureText(error) });
    case 'given-up':
      return words.states.givenUp;
    case 'changed':
      return words.states.changed({
        setting: settingInSentence(field),
        value: settingValueText(field, live, stack),
      });
    case 'unknown':
      return words.states.unknown[keeper];
    case 'absent':
    case 'arriving':
    case 'held':
    case 'ambiguous':
      return words.states[state];
  }
}

function setAgainText(moment: number): string {
  return isToday(moment)
    ? words.setAgainToday({ time: shortTime(moment) })
    : words.setAgainOn({ date: dateText(moment), time: shortTime(moment) });
}

/** How a setting stands, and when it was last set again. */
export function lastingStatusText(
  setting: LastingSetting,
  keeper: KeeperState,
  stack: StackName,
): string {
  const { setAgainAt } = setting.status;
  const state = stateText(setting, keeper, stack);
  return setAgainAt === null ? state : `${state} ${setAgainText(setAgainAt)}`;
}

const sinceText = (date: string, account: string) =>
  account === '' ? words.since({ date }) : words.sinceBy({ date, account });

/** Since when it lasts, by whom, and how often it was set again. */
export function originText({ madeAt, account, status: { timesSet } }: LastingSetting): string {
  const since = sinceText(dateText(madeAt), account);
  return timesSet > 1 ? `${since} · ${words.timesSet({ n: timesSet })}` : since;
}

/** What a plan makes last, by the names of the adapters; one of them is named, several are not. */
export function alwaysText(
  changes: readonly LastingChange[],
  one: (values: { readonly adapter: string }) => string,
  many: string,
): string | null {
  const made = changes.filter(({ value }) => value !== null);
  const [name, ...others] = new Set(made.map(({ alias }) => alias));
  if (name === undefined) return null;
  return others.length === 0 ? one({ adapter: isolatedName(name) }) : many;
}
