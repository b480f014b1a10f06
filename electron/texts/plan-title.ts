// SPDX-License-Identifier: MIT
// The one title of a plan, from the first page to the history and the terminal: pure, of its subject alone.

import { families } from '../contract/family';
import { fieldNamed } from '../contract/fields';
import type { Intent } from '../contract/intent';
import type {
  Change,
  ChangedValue,
  PlanSubject,
  SubjectAdapter,
  SubjectPlace,
} from '../contract/plan-subject';
import type { Luid } from '../contract/snapshot';
import { conjunction } from '../language/lists';
import { messages } from '../language/messages';
import type { Messages } from '../language/messages.generated';
import { settingInSentence } from './field-text';
import { isSettingOn, settingLabel, settingText } from './setting-text';

/** What a title needs to know besides. */
export interface TitleNames {
  /** What an adapter is called, as it is to be shown. */
  readonly nameOf: (adapter: SubjectAdapter) => string;
}

const words = messages.plan;

type Phrases = Messages['plan']['titles'] | Messages['plan']['questions'];

/** "5", "automatic" */
export function changedValueText({ field }: Pick<Change, 'field'>, value: ChangedValue): string {
  return typeof value === 'number' ? settingText(field, value) : words.metricValues[value];
}

/** "Ethernet and Wi-Fi", "5 adapters" where more are meant than have a name here. */
export function adaptersText(names: readonly string[], all: number): string {
  return names.length < all ? words.adapterCount({ n: all }) : conjunction(names);
}

function whereText(
  { adapters, adapterCount, family }: SubjectPlace,
  { nameOf }: TitleNames,
): string {
  const which = adaptersText(adapters.map(nameOf), adapterCount);
  return family === null ? which : words.ofFamily({ adapters: which, family });
}

function changePhrase(change: Change, where: string, phrases: Phrases): string {
  const { field, to } = change;
  const setting = settingLabel(field);
  if (to === null) return phrases.setting({ setting, where });
  const { type } = fieldNamed(field);
  if (type === 'BOOLEAN')
    return phrases.switched({ setting, isOn: isSettingOn(field, Number(to)), where });
  const value = changedValueText(change, to);
  return type === 'enum'
    ? phrases.choice({ setting, value, where })
    : phrases.number({ setting, value, where });
}

/** What the values come to, whatever was meant by them. */
function plainPhrase(subject: PlanSubject, names: TitleNames, phrases: Phrases): string {
  const [only] = subject.changes;
  const where = whereText(subject, names);
  return only && subject.changeCount === 1
    ? changePhrase(only, where, phrases)
    : phrases.many({ n: subject.changeCount, where });
}

function intendedPhrase<Vpn>(
  intent: Intent<Vpn>,
  nameOf: (vpn: Vpn) => string,
  phrases: Phrases,
): string {
  switch (intent.kind) {
    case 'split-tunnelling':
      return phrases.splitTunnelling({
        isOn: intent.isOn,
        blocksOthers: intent.blocksOthers,
        vpn: nameOf(intent.vpn),
      });
    case 'system-default':
      return phrases.systemDefault;
  }
}

/** "Turn split tunnelling on · Contoso VPN", wherever its VPN is. */
export function intentTitle<Vpn>(intent: Intent<Vpn>, nameOf: (vpn: Vpn) => string): string {
  return intendedPhrase(intent, nameOf, words.titles);
}

const vpnNames =
  ({ nameOf }: TitleNames) =>
  (luid: Luid) =>
    nameOf({ luid, alias: null });

/** Without saying that it is a restore. */
function ownTitle(subject: PlanSubject, names: TitleNames): string {
  const { titles } = words;
  const { about, intent } = subject;
  if (intent) return intentTitle(intent, vpnNames(names));
  const what = plainPhrase(subject, names, titles);
  switch (about) {
    case 'values':
      return what;
    case 'making-last':
      return titles.makingLast({ what });
    case 'stopping-last':
      return titles.stoppingLast({ what });
  }
}

/** "Turn split tunnelling on · Contoso VPN", "Metric 5 on Ethernet and Wi-Fi", "3 changes on Contoso VPN" */
export function planTitle(subject: PlanSubject, names: TitleNames): string {
  const title = ownTitle(subject, names);
  return subject.isRestore ? words.titles.restoring({ what: title }) : title;
}

/** "Turn split tunnelling on for Contoso VPN?" */
export function planQuestion(subject: PlanSubject, names: TitleNames): string {
  const { questions, titles } = words;
  const { about, intent, isRestore } = subject;
  if (isRestore) return questions.restoring({ what: ownTitle(subject, names) });
  if (intent) return intendedPhrase(intent, vpnNames(names), questions);
  switch (about) {
    case 'values':
      return plainPhrase(subject, names, questions);
    case 'making-last':
      return questions.makingLast({ what: plainPhrase(subject, names, titles) });
    case 'stopping-last':
      return questions.stoppingLast({ what: plainPhrase(subject, names, titles) });
  }
}

/** Asks whether to take back what a transaction did. */
export function restoringQuestion(subject: PlanSubject, names: TitleNames): string {
  return words.questions.restoring({ what: planTitle(subject, names) });
}

/** The one value that a restore puts back, and the one it takes away; null where there are several. */
function restoredValue({ about, intent, changes, changeCount }: PlanSubject) {
  const [change] = changes;
  if (about !== 'values' || intent || changeCount !== 1 || !change) return null;
  const { field, from, to } = change;
  if (from === null || to === null) return null;
  return {
    setting: settingInSentence(field),
    value: changedValueText(change, from),
    before: changedValueText(change, to),
  };
}

/** Asks whether to keep what was applied: “Keep “Metric 5 on Ethernet”?”; after a restore, what is so again. */
export function keepQuestion(subject: PlanSubject, names: TitleNames): string {
  if (!subject.isRestore) return messages.countdown.keepThis({ title: planTitle(subject, names) });
  const { again } = words;
  const restored = restoredValue(subject);
  return restored
    ? again.one({ ...restored, where: whereText(subject, names) })
    : again.many({ what: ownTitle(subject, names) });
}

/** What not keeping it is called: "Revert now"; after a restore, where that leads. */
export function revertLabel(subject: PlanSubject): string {
  if (!subject.isRestore) return messages.countdown.revert;
  const restored = restoredValue(subject);
  return restored ? words.again.goBackTo({ value: restored.before }) : words.again.goBack;
}

/** "1 change on Contoso VPN (IPv4 and IPv6)", whatever it is: in the table each family is a row, marked as edited. */
export function planCount(subject: PlanSubject, names: TitleNames): string {
  const { changeCount, adapters, adapterCount, family } = subject;
  const where = words.ofFamily({
    adapters: adaptersText(adapters.map(names.nameOf), adapterCount),
    family: family ?? conjunction(families),
  });
  return words.titles.many({ n: changeCount, where });
}

function formerText(change: Change): string {
  return change.from === null ? words.fromSeveral : changedValueText(change, change.from);
}

/** What changes, and where unless all of the plan is there: "MTU", "MTU on Ethernet (IPv4)" */
function placedSetting(change: Change, subject: PlanSubject, names: TitleNames): string {
  const setting = settingLabel(change.field);
  const where = whereText(change, names);
  return where === whereText(subject, names) ? setting : words.placed({ setting, where });
}

/** "25 → 5", or of several changes "Metric: 25 → 5, MTU on Ethernet (IPv4): 1500 bytes → 1400 bytes, 2 more". */
export function planChanges(subject: PlanSubject, names: TitleNames): string {
  const { about, changes, changeCount, isRestore, intent } = subject;
  if (about !== 'values') return '';
  // Beside what was meant, a bare "On → Off" would be of something else.
  const isClear = changeCount === 1 && intent === null;
  const texts = changes.flatMap((change) => {
    if (change.to === null) return [];
    const [from, to] = [formerText(change), changedValueText(change, change.to)];
    const text = isRestore ? words.fromTo({ from: to, to: from }) : words.fromTo({ from, to });
    if (isClear) return [text];
    return [words.named({ setting: placedSetting(change, subject, names), change: text })];
  });
  const more = changeCount - changes.length;
  return [...texts, ...(more > 0 ? [words.more({ n: more })] : [])].join(', ');
}
