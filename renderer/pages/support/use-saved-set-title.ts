// SPDX-License-Identifier: MIT
import { vpnMeant } from '../../../electron/contract/intent';
import { intentOf } from '../../../electron/contract/intent-of';
import type { Operation } from '../../../electron/contract/operation';
import { planSubject } from '../../../electron/contract/plan-subject';
import type { OpenedSet } from '../../../electron/contract/support';
import { intentTitle, planTitle } from '../../../electron/texts/plan-title';
import { useTitleNames } from '../../changes/use-title-names';
import { usePreview, usePreviewRequest } from '../../traffic/use-preview';
import { isolatedName } from '../../ui/isolated-name';

/**
 * The title of a saved set: what the operations of it that fit come to, as a review of them would say. Where none fits,
 * or its VPN is not there, what its edits were meant to be; null where nothing was. Empty until it is known.
 */
export function useSavedSetTitle(
  { intent }: OpenedSet,
  operations: readonly Operation[],
): string | null {
  const names = useTitleNames();
  const vpn = vpnMeant(intent);
  const request = usePreviewRequest(operations, undefined, false);
  const { preview, isEarlier, error } = usePreview({ ...request, vpn: vpn?.luid ?? request.vpn });
  if (operations.length === 0 || vpn?.luid === null) {
    return intent && intentTitle(intent, ({ name }) => isolatedName(name));
  }
  if (isEarlier && error === null) return '';
  const meant = intentOf(operations, isEarlier ? undefined : preview);
  return planTitle(planSubject({ operations, intent: meant }), names);
}
