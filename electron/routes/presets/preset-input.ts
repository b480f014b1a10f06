// SPDX-License-Identifier: MIT
// What presets are made of: the network they would change, the VPN they are about, and shared questions.

import { families } from '../../contract/family';
import type { Operation } from '../../contract/operation';
import type { AdapterKinds, PresetObstacle } from '../../contract/preview';
import type { IpInterfaceKey, Luid } from '../../contract/snapshot';
import type { Network } from '../network';

export interface PresetInput {
  readonly network: Network;
  readonly kinds: AdapterKinds;
  /** The VPN the presets are about; null: none is connected. */
  readonly vpn: Luid | null;
  readonly blocksOthers: boolean;
  /** IP interfaces whose automatic metric a kept change of this program turned off, by `ipInterfaceId`. */
  readonly metricsSetHere: ReadonlySet<string>;
  readonly userId: number;
}

/** What one preset comes to, before its effect is predicted. */
export interface PresetPlan {
  readonly obstacle: PresetObstacle | null;
  readonly operations: readonly Operation[];
}

/** Both families of an adapter. */
export function bothFamilies(luid: Luid): readonly IpInterfaceKey[] {
  return families.map((family) => ({ luid, family }));
}
