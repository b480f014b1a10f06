// SPDX-License-Identifier: MIT
// The one title of a plan, from the first page to the history and the terminal: pure, of its subject alone.

import { fieldNamed } from './fields';
import type { Intent } from './intent';
import type { Change, ChangedValue, PlanSubject, SubjectAdapter } from './plan-subject';
import type { PlanWords } from './plan-words';
import { isSettingOn, settingLabel, settingText } from './setting-text';

/** What a title needs to know besides. */
export interface TitleNames {
  /** What an adapter is called, as it is to be shown. */
  readonly nameOf: (adapter: SubjectAdapter) => string;
  readonly words: PlanWords;
}

type Phrases = PlanWords['titles'] | PlanWords['questions'];

function valueText({ field }: Change, value: ChangedValue, words: PlanWords): string {
  return typeof value === 'number'
    ? settingText(field, value, words.settings)
    : words.metricValues[value];
}

function whereText(subject: PlanSubject, { nameOf, words }: TitleNames): string {
  const { adapters, adapterCount, family } = subject;
  return words.adapters(adapters.map(nameOf), adapterCount, family);
}

function changePhrase(change: Change, where: string, phrases: Phrases, words: PlanWords): string {
  const { field, to } = change;
  const setting = settingLabel(field, words.settings);
  if (to === null) return phrases.setting(setting, where);
  const { type } = fieldNamed(field);
  if (type === 'BOOLEAN') return phrases.switched(setting, isSettingOn(field, Number(to)), where);
  const value = valueText(change, to, words);
  return type === 'enum'
    ? phrases.choice(setting, value, where)
    : phrases.number(setting, value, where);
}

/** What the values come to, whatever was meant by them. */
function plainPhrase(subject: PlanSubject, names: TitleNames, phrases: Phrases): string {
  const [only] = subject.changes;
  const where = whereText(subject, names);
  return only && subject.changeCount === 1
    ? changePhrase(only, where, phrases, names.words)
    : phrases.many(subject.changeCount, where);
}

function intendedPhrase(intent: Intent, { nameOf }: TitleNames, phrases: Phrases): string {
  switch (intent.kind) {
    case 'split-tunnelling':
      return phrases.splitTunnelling(
        intent.isOn,
        intent.blocksOthers,
        nameOf({ luid: intent.vpn, alias: null }),
      );
    case 'system-default':
      return phrases.systemDefault;
  }
}

/** Without saying that it is a restore. */
function ownTitle(subject: PlanSubject, names: TitleNames): string {
  const { titles } = names.words;
  const { about, intent } = subject;
  if (intent) return intendedPhrase(intent, names, titles);
  const what = plainPhrase(subject, names, titles);
  switch (about) {
    case 'values':
      return what;
    case 'making-last':
      return titles.makingLast(what);
    case 'stopping-last':
      return titles.stoppingLast(what);
  }
}

/** "Turn split tunnelling on · Contoso VPN", "Metric 5 on Ethernet and Wi-Fi", "3 changes on Contoso VPN" */
export function planTitle(subject: PlanSubject, names: TitleNames): string {
  const title = ownTitle(subject, names);
  return subject.isRestore ? names.words.titles.restoring(title) : title;
}

/** "Turn split tunnelling on for Contoso VPN?" */
export function planQuestion(subject: PlanSubject, names: TitleNames): string {
  const { questions, titles } = names.words;
  const { about, intent, isRestore } = subject;
  if (isRestore) return questions.restoring(ownTitle(subject, names));
  if (intent) return intendedPhrase(intent, names, questions);
  switch (about) {
    case 'values':
      return plainPhrase(subject, names, questions);
    case 'making-last':
      return questions.makingLast(plainPhrase(subject, names, titles));
    case 'stopping-last':
      return questions.stoppingLast(plainPhrase(subject, names, titles));
  }
}

/** Asks whether to take back what a transaction did. */
export function takingBackQuestion(subject: PlanSubject, names: TitleNames): string {
  return names.words.questions.restoring(planTitle(subject, names));
}

/** "1 change on Contoso VPN", whatever it is. */
export function planCount(subject: PlanSubject, names: TitleNames): string {
  return names.words.titles.many(subject.changeCount, whereText(subject, names));
}

function fromText(change: Change, words: PlanWords): string {
  return change.from === null ? words.fromSeveral : valueText(change, change.from, words);
}

/** "25 → 5", or of several changes "Metric: 25 → 5, MTU: 1500 bytes → 1400 bytes and 2 more". */
export function planChanges(subject: PlanSubject, { words }: Pick<TitleNames, 'words'>): string {
  const { about, changes, changeCount, isRestore, intent } = subject;
  if (about !== 'values') return '';
  // Beside what was meant, a bare "On → Off" would be of something else.
  const isClear = changeCount === 1 && intent === null;
  const texts = changes.flatMap((change) => {
    if (change.to === null) return [];
    const [from, to] = [fromText(change, words), valueText(change, change.to, words)];
    const text = isRestore ? words.fromTo(to, from) : words.fromTo(from, to);
    const label = settingLabel(change.field, words.settings);
    return [isClear ? text : words.named(label, text)];
  });
  const more = changeCount - changes.length;
  return [...texts, ...(more > 0 ? [words.more(more)] : [])].join(', ');
}
