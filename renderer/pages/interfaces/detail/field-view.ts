// SPDX-License-Identifier: MIT
import type { StackName } from '../../../../electron/contract/family';
import { fieldAvailability, linuxSource } from '../../../../electron/contract/field-value';
import type { EnumValue, Field, FieldRange } from '../../../../electron/contract/fields';
import type { IpInterface } from '../../../../electron/contract/snapshot';
import { notAvailableText, valueText } from '../../../../electron/texts/field-text';
import { linuxNote } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';

/** How a field of an IP interface is shown: something to set, or text and the reason why not. */
export type FieldView =
  | {
      readonly kind: 'control';
      readonly control: 'flag' | 'choice' | 'number';
      readonly live: number;
      readonly range: FieldRange;
      readonly choices: readonly EnumValue[];
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly reason: string | undefined;
      /** Whether there is no such value here. */
      readonly isMissing: boolean;
    };

function controlFor(field: Field): 'flag' | 'choice' | 'number' {
  if (field.type === 'BOOLEAN') return 'flag';
  return field.type === 'enum' ? 'choice' : 'number';
}

/** Whether a system has no such field, whatever stands in its place. */
function hasNoCounterpart(field: Field, { family }: IpInterface, stack: StackName): boolean {
  return stack === 'linux' && linuxSource(field.name, family) === undefined;
}

/** Decides how a field is shown here and now. */
export function fieldView(
  field: Field,
  ipInterface: IpInterface,
  stack: StackName,
  interfaceName: string,
): FieldView {
  const { family, values, refusals } = ipInterface;
  const live = values[field.name];
  const availability = fieldAvailability(field.name, family, stack);
  if (live === null || hasNoCounterpart(field, ipInterface, stack)) {
    const isElsewhere = availability.kind === 'not-in-family' || availability.kind === 'reserved';
    const reason = isElsewhere ? messages.details.unavailable[availability.kind] : undefined;
    return { kind: 'text', text: notAvailableText(stack), reason, isMissing: true };
  }
  const refusal = refusals[field.name];
  if (availability.kind === 'settable' && typeof live === 'number' && !refusal) {
    const { range, choices } = availability;
    return { kind: 'control', control: controlFor(field), live, range, choices };
  }
  const text = valueText(field.name, live, stack);
  if (availability.kind === 'settable') {
    const reason = refusal && messages.refusals[refusal];
    return { kind: 'text', text, reason, isMissing: false };
  }
  const note = stack === 'linux' ? linuxNote(field.name, family, interfaceName) : undefined;
  const reason = note ?? messages.details.unavailable[availability.kind];
  return { kind: 'text', text, reason, isMissing: false };
}
