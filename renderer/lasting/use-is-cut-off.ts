// SPDX-License-Identifier: MIT
import { carriersOf } from '../../electron/contract/carriers';
import type { LastingKey } from '../../electron/contract/lasting';
import { usePreview, usePreviewRequest } from '../internet-traffic/use-preview';

const noOperations = [] as const;

/** Whether a family whose default routes are among these has no way to the internet now, and would have none for good. */
export function useIsCutOff(keys: readonly LastingKey[]): boolean {
  const { preview } = usePreview(usePreviewRequest(noOperations));
  return keys.some(
    ({ field, family }) =>
      field === 'DisableDefaultRoutes' &&
      preview !== undefined &&
      carriersOf(preview.traffic[family].now).length === 0,
  );
}
