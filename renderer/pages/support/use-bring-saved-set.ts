// SPDX-License-Identifier: MIT
import { vpnMeant } from '../../../electron/contract/intent';
import type { Operation } from '../../../electron/contract/operation';
import type { OpenedSet } from '../../../electron/contract/support';
import { useEditsReview } from '../../changes/use-edits-review';
import { useTrafficChoices } from '../../traffic/traffic-choices';
import { useAddEdits } from './use-add-edits';

/** What can be done with operations of a saved set; either chooses its VPN, so that picture, presets and title are about that. */
interface BringSavedSet {
  /** Makes edits of them. */
  readonly add: (set: OpenedSet, operations: readonly Operation[]) => void;
  /** Makes edits of them and reviews all edits, or leads to the one that is in the way. */
  readonly review: (set: OpenedSet, operations: readonly Operation[]) => void;
}

/** The ways on with what a saved set holds. */
export function useBringSavedSet(): BringSavedSet {
  const addEdits = useAddEdits();
  const { open } = useEditsReview();
  const { chooseVpn } = useTrafficChoices();
  const chooseVpnOf = ({ intent }: OpenedSet) => {
    const here = vpnMeant(intent)?.luid ?? null;
    if (here !== null) chooseVpn(here);
  };
  return {
    add: (set, operations) => {
      chooseVpnOf(set);
      addEdits(operations);
    },
    review: (set, operations) => {
      chooseVpnOf(set);
      open({ operations });
    },
  };
}
