// SPDX-License-Identifier: MIT
import type { Operation, FieldKey } from '../../electron/contract/operation';
import type { FieldName } from '../../electron/contract/fields';
import type { LastingChoice, LastingSetting } from '../../electron/contract/lasting';

/** What a choice does to values that last already. */
export interface TouchedSettings {
  readonly stopped: readonly LastingSetting[];
  readonly replaced: readonly LastingSetting[];
}

/** Whether a setting is about this field of the adapter there now. */
export function isAbout(setting: LastingSetting, { luid, family, field }: FieldKey): boolean {
  return setting.luid === luid && setting.family === family && setting.field === field;
}

/** A metric that is set again would fight with an automatic one, whichever of the two is to last. */
function isOpposed(
  setting: LastingSetting,
  operations: readonly Operation[],
  choice: LastingChoice,
): boolean {
  const { field, value } = setting;
  if (operations.some((operation) => isAbout(setting, operation))) return false;
  const isSet = (other: FieldName, to?: number) =>
    operations.some(
      (one) => isAbout({ ...setting, field: other }, one) && (to ?? one.value) === one.value,
    );
  if (field === 'Metric') return isSet('UseAutomaticMetric', 1);
  return field === 'UseAutomaticMetric' && value === 1 && choice === 'always' && isSet('Metric');
}

/** Which lasting settings operations stop or replace, by how long their values are to stay. */
export function touchedSettings(
  operations: readonly Operation[],
  choice: LastingChoice,
  settings: readonly LastingSetting[],
): TouchedSettings {
  const ended = settings.filter((setting) => isOpposed(setting, operations, choice));
  const same = settings.filter((setting) => operations.some((one) => isAbout(setting, one)));
  if (choice === 'until-reconnect') return { stopped: [...same, ...ended], replaced: [] };
  const isOther = (setting: LastingSetting) =>
    operations.some((one) => isAbout(setting, one) && one.value !== setting.value);
  return { stopped: ended, replaced: same.filter(isOther) };
}
