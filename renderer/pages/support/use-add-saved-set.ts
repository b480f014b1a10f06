// SPDX-License-Identifier: MIT
import { vpnMeant } from '../../../electron/contract/intent';
import type { Operation } from '../../../electron/contract/operation';
import type { OpenedSet } from '../../../electron/contract/support';
import { useTrafficChoices } from '../../traffic/traffic-choices';
import { useAddEdits } from './use-add-edits';

/** Makes edits of what a saved set holds, and chooses its VPN, so that picture, presets and title are about that. */
export function useAddSavedSet(): (set: OpenedSet, operations: readonly Operation[]) => void {
  const addEdits = useAddEdits();
  const { chooseVpn } = useTrafficChoices();
  return ({ intent }, operations) => {
    const here = vpnMeant(intent)?.luid ?? null;
    if (here !== null) chooseVpn(here);
    addEdits(operations);
  };
}
