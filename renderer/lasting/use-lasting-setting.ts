// SPDX-License-Identifier: MIT
import type { LastingSetting } from '../../electron/contract/lasting';
import type { FieldKey } from '../../electron/contract/operation';
import type { Luid } from '../../electron/contract/snapshot';
import { useLastingSettings } from '../bridge/use-bridge-query';
import { isAbout } from './touched-settings';

/** The lasting setting of a field of an adapter that is there, if it has one. */
export function useLastingSetting(key: FieldKey): LastingSetting | undefined {
  return useLastingSettings()?.settings.find((setting) => isAbout(setting, key));
}

/** Whether any value of an adapter that is there lasts. */
export function useHasLastingSetting(luid: Luid): boolean {
  return useLastingSettings()?.settings.some((setting) => setting.luid === luid) ?? false;
}
