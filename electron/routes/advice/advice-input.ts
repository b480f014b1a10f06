// SPDX-License-Identifier: MIT
// What advice is given about: the network as it is now.

import type { AdapterKinds, Advice } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import type { Network } from '../network';

export interface AdviceInput {
  readonly network: Network;
  readonly kinds: AdapterKinds;
  /** Connected VPNs, the one that carries most internet traffic first. */
  readonly vpns: readonly Luid[];
  readonly userId: number;
}

/** A rule that finds advice of one kind. */
export type AdviceRule = (input: AdviceInput) => readonly Advice[];
