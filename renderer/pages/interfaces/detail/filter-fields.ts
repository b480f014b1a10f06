// SPDX-License-Identifier: MIT
import type { Family } from '../../../../electron/contract/family';
import { fieldGroups, fields } from '../../../../electron/contract/fields';
import type { Field, FieldGroup } from '../../../../electron/contract/fields';
import { trafficFields } from '../../../../electron/contract/intent';
import { fieldDescription, fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';

/** What people come for stands first in its group; the rest keeps the order of the structure. */
function rank({ name }: Field): number {
  const place = trafficFields.indexOf(name);
  return place < 0 ? trafficFields.length : place;
}

/** The order of fields in their group, for sorting. */
export function compareFields(a: Field, b: Field): number {
  return rank(a) - rank(b);
}

/** The fields of each group in the order of the pane; groups without a match are left out. */
export function filterFields(
  search: string,
  family: Family,
): readonly (readonly [FieldGroup, readonly Field[]])[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (field: Field) => {
    const names = [
      fieldLabel(field.name),
      field.name,
      field.powershell,
      field.netsh,
      fieldDescription(field.name),
    ];
    const text = [...names, messages.fieldGroups[field.group], field.linux?.[family]?.source]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return fieldGroups.flatMap((group) => {
    const inGroup = fields
      .filter((field) => field.group === group && matches(field))
      .toSorted(compareFields);
    return inGroup.length > 0 ? [[group, inGroup] as const] : [];
  });
}
