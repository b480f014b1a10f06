// SPDX-License-Identifier: MIT
import { carriersOf } from '../../../electron/contract/carriers';
import type { Operation } from '../../../electron/contract/operation';
import { usePreview, usePreviewRequest } from '../../traffic/use-preview';

const noOperations = [] as const;

/** Whether values that are there keep a family from the internet, for good if they last. */
interface CutsOff {
  /** Whether that is known, or can't be found out. */
  readonly isKnown: boolean;
  readonly cutsOff: boolean;
}

/** Waits for an answer only where a value among these switches default routes off. */
export function useCutsOff(valuesThere: readonly Operation[]): CutsOff {
  const { preview, error } = usePreview(usePreviewRequest(noOperations));
  const off = valuesThere.filter(
    ({ field, value }) => field === 'DisableDefaultRoutes' && value === 1,
  );
  return {
    isKnown: off.length === 0 || preview !== undefined || error !== null,
    cutsOff:
      preview !== undefined &&
      off.some(({ family }) => carriersOf(preview.traffic[family].now).length === 0),
  };
}
