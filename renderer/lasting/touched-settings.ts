// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/changes';
import type { LastingChoice, LastingKey, LastingSetting } from '../../electron/contract/lasting';

/** What a choice does to values that last already. */
export interface TouchedSettings {
  readonly stopped: readonly LastingSetting[];
  readonly replaced: readonly LastingSetting[];
}

/** Whether a setting is about this field of the adapter there now. */
export function isAbout(setting: LastingSetting, { luid, family, field }: LastingKey): boolean {
  return setting.luid === luid && setting.family === family && setting.field === field;
}

/** A metric that is set again would fight with an automatic one. */
function endsMetric(setting: LastingSetting, operations: readonly Operation[]): boolean {
  const { luid, family, field } = setting;
  const isSet = operations.some((operation) => isAbout(setting, operation));
  return (
    field === 'Metric' &&
    !isSet &&
    operations.some(
      (one) =>
        one.luid === luid &&
        one.family === family &&
        one.field === 'UseAutomaticMetric' &&
        one.value === 1,
    )
  );
}

/** Which lasting settings operations stop or replace, by how long their values are to stay. */
export function touchedSettings(
  operations: readonly Operation[],
  choice: LastingChoice,
  settings: readonly LastingSetting[],
): TouchedSettings {
  const ended = settings.filter((setting) => endsMetric(setting, operations));
  const same = settings.filter((setting) => operations.some((one) => isAbout(setting, one)));
  if (choice === 'until-reconnect') return { stopped: [...same, ...ended], replaced: [] };
  const isOther = (setting: LastingSetting) =>
    operations.some((one) => isAbout(setting, one) && one.value !== setting.value);
  return { stopped: ended, replaced: same.filter(isOther) };
}
