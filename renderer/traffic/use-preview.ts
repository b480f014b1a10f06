// SPDX-License-Identifier: MIT
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Operation } from '../../electron/contract/operation';
import type { AppError } from '../../electron/contract/errors';
import type { Preview, PreviewRequest } from '../../electron/contract/preview';
import type { AddressText } from '../../electron/contract/snapshot';
import { appErrorOf, useBridge } from '../bridge/bridge';
import { previewQuery } from '../bridge/queries';
import { useInterfaces } from '../adapters/use-interfaces';
import { useFold } from '../ui/use-fold';
import { useTrafficChoices } from './traffic-choices';
import { useAdapterKinds } from '../adapters/use-adapter-kinds';

const noAddresses: readonly AddressText[] = [];

/** What is asked about operations, with what the person chose; main says what that comes to. */
export function usePreviewRequest(
  operations: readonly Operation[],
  addresses: readonly AddressText[] = noAddresses,
  blocksOthers: boolean | null = null,
): PreviewRequest {
  const { vpn } = useTrafficChoices();
  const kinds = useAdapterKinds();
  return { operations, addresses, kinds, vpn, blocksOthers };
}

export interface PreviewAnswer {
  /** The newest answer; undefined until the first. */
  readonly preview: Preview | undefined;
  /** Whether `preview` answers an earlier question: another answer is on its way, or there is none. */
  readonly isEarlier: boolean;
  /** Why there is no answer to the newest question. */
  readonly error: AppError | null;
}

/** Which way traffic goes now and after operations. Asked again whenever the network changes. */
export function usePreview(request: PreviewRequest): PreviewAnswer {
  const bridge = useBridge();
  const { data: snapshot } = useInterfaces();
  const { data, error, isPlaceholderData } = useQuery({
    ...previewQuery(bridge, request, snapshot?.revision ?? 0),
    enabled: snapshot !== undefined,
  });
  // A question that fails has no answer, not even the one before.
  const preview = useFold<Preview | undefined>(useCallback((before) => data ?? before, [data]));
  return {
    preview,
    isEarlier: isPlaceholderData || data === undefined,
    error: error && appErrorOf(error),
  };
}
