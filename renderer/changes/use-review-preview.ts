// SPDX-License-Identifier: MIT
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Operation } from '../../electron/contract/operation';
import type { AddressText } from '../../electron/contract/snapshot';
import { rememberPrediction } from '../bridge/queries';
import { usePreview, usePreviewRequest } from '../traffic/use-preview';
import type { PreviewAnswer } from '../traffic/use-preview';

const noAddresses: readonly AddressText[] = [];

export interface ReviewPreview extends PreviewAnswer {
  /** Whether it is known what the operations do, or that it can't be found out. */
  readonly isKnown: boolean;
  /** Whether something bad happens to internet traffic. */
  readonly isDangerous: boolean;
  /** Remembers what was said about addresses, to compare it with what comes. */
  readonly rememberPrediction: () => void;
}

/** What operations do to internet traffic; of a restore, what taking them back does. */
export function useReviewPreview(
  operations: readonly Operation[],
  isRestore: boolean,
): ReviewPreview {
  const queryClient = useQueryClient();
  const asked = useMemo(
    () =>
      isRestore
        ? operations.map((one) => ({ ...one, expected: one.value, value: one.expected }))
        : operations,
    [operations, isRestore],
  );
  // What blocks other adapters is told apart from the preset, so that the question can name it.
  const answer = usePreview(usePreviewRequest(asked, noAddresses, false));
  const { preview, error } = answer;
  return {
    ...answer,
    isKnown: preview !== undefined || error !== null,
    isDangerous: preview?.warnings.some(({ severity }) => severity === 'danger') ?? false,
    rememberPrediction: () => {
      rememberPrediction(queryClient, preview?.probes ?? null);
    },
  };
}
