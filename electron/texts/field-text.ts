// SPDX-License-Identifier: MIT
// Values, ranges and problems of fields as people read them.
import type { Family, StackName } from '../contract/family';
import { fieldNamed } from '../contract/fields';
import type { FieldName, FieldRange } from '../contract/fields';
import { linuxSource } from '../contract/field-value';
import type { FieldProblem } from '../contract/field-value';
import { choiceLabel } from './field-words';
import { numberText, settingLabel, settingText } from './setting-text';
import type { FieldValue } from '../contract/snapshot';
import { messages } from '../language/messages';

const words = messages.details;

/** The unit as it is written after a number; empty where there is none. */
export function unitText(name: FieldName): string {
  const { unit } = fieldNamed(name);
  return unit ? messages.units[unit].name : '';
}

/** Between what numbers a field may be, the unit after the last. */
export function rangeFacts(name: FieldName, { min, max }: FieldRange) {
  return { min, max: numberText(name, max) };
}

/** A value of a field with its unit: "On", "1500 bytes", "Controlled by DHCP". */
export function valueText(name: FieldName, value: FieldValue, stack: StackName): string {
  if (value === null) return notAvailableText(stack);
  if (typeof value === 'number') return numberText(name, value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** The same within a sentence, set off where its words would run into the others. */
export function settingInSentence(name: FieldName): string {
  const label = settingLabel(name);
  return name === 'DisableDefaultRoutes' ? messages.plan.inSentence({ label }) : label;
}

/** A value as it is told there. */
export function settingValueText(name: FieldName, value: FieldValue, stack: StackName): string {
  return typeof value === 'number' ? settingText(name, value) : valueText(name, value, stack);
}

/** What stands where a system has no such value. */
export function notAvailableText(stack: StackName): string {
  return stack === 'linux' ? words.unavailable['not-available-on-linux'] : words.notAvailableHere;
}

/** What the user typed, as a value if it is one, told as `settingValueText` does. */
export function draftText(name: FieldName, draft: string, stack: StackName): string {
  const text = draft.trim();
  if (text === '') return messages.edits.emptyDraft;
  return /^\d{1,15}$/.test(text) ? settingValueText(name, Number(text), stack) : text;
}

/** Why a draft is not acceptable, as a sentence that says what would be. */
export function problemText(name: FieldName, problem: FieldProblem): string {
  switch (problem.kind) {
    case 'empty':
      return messages.problems.empty;
    case 'not-a-whole-number':
      return messages.problems.wholeNumber;
    case 'out-of-range':
      return messages.problems.range(rangeFacts(name, problem.range));
    case 'not-a-choice':
      return messages.problems.choice({
        choices: problem.choices.map((choice) => choiceLabel(fieldNamed(name), choice)).join(', '),
      });
    case 'key':
    case 'reserved':
    case 'status':
    case 'not-in-family':
    case 'not-available-on-linux':
      return words.unavailable[problem.kind];
  }
}

/** Where Linux keeps a field of an interface, with its name filled in. */
export function linuxSourceText(
  name: FieldName,
  family: Family,
  interfaceName: string,
): string | undefined {
  return linuxSource(name, family)?.source.replaceAll('{X}', interfaceName);
}
