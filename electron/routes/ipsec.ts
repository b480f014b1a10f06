// SPDX-License-Identifier: MIT
// What IPsec does with packets after they are routed: policies of the kernel that have no interface of their own.

import type { Family } from '../contract/family';
import type { IpsecTraffic } from '../contract/preview';
import type { IpsecPolicy } from '../contract/snapshot';
import type { Network } from './network';
import { prefixAt, prefixText } from './prefix';

/** XFRM_POLICY_BLOCK (linux/xfrm.h). */
const blocks = 1;

/** Destinations that are named; a gateway may have thousands of policies. */
const mostNamed = 50;

function actionOf({ action, encrypts }: IpsecPolicy): IpsecTraffic['action'] | null {
  if (action === blocks) return 'blocks';
  return encrypts ? 'encrypts' : null;
}

function looksForMore({ limited, markMask }: IpsecPolicy): boolean {
  return limited || markMask !== 0;
}

/** The policies of a family that encrypt or block packets which leave, by what they do. */
export function ipsecTraffic({ index }: Network, family: Family): readonly IpsecTraffic[] {
  const own = index.snapshot.ipsecPolicies.filter(
    // A policy for one interface (XFRMA_IF_ID) is a tunnel that routes lead to.
    (policy) => policy.family === family && policy.interfaceId === 0,
  );
  const kinds = (['encrypts', 'blocks'] as const).flatMap((action) =>
    [false, true].map((isForSome) => ({ action, isForSome })),
  );
  return kinds.flatMap(({ action, isForSome }) => {
    const policies = own.filter(
      (policy) => actionOf(policy) === action && looksForMore(policy) === isForSome,
    );
    const texts = policies.map(({ destination, destinationPrefixLength: length }) =>
      prefixText(prefixAt(family, destination, length)),
    );
    const all = [...new Set(texts)];
    if (all.length === 0) return [];
    return [{ action, isForSome, count: all.length, destinations: all.slice(0, mostNamed) }];
  });
}
