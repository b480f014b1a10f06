// SPDX-License-Identifier: MIT
import type { Operation } from '../../electron/contract/operation';
import type { FieldName } from '../../electron/contract/fields';
import { fieldCaution } from '../../electron/texts/field-words';

/** The least link MTU of IPv6 (RFC 8200, section 5). */
const leastIpv6Mtu = 1280;

type IsRisky = (operation: Operation) => boolean;

const turnsOn: IsRisky = ({ value }) => value === 1;
const becomesZero: IsRisky = ({ value }) => value === 0;
const rises: IsRisky = ({ expected, value }) => value > expected;

/** When a field's caution is about the new value; those left out are about every change. */
const risks: Partial<Record<FieldName, IsRisky>> = {
  AdvertisingEnabled: turnsOn,
  AdvertiseDefaultRoute: turnsOn,
  WeakHostSend: turnsOn,
  WeakHostReceive: turnsOn,
  DisableDefaultRoutes: turnsOn,
  RouterDiscoveryBehavior: becomesZero, // RouterDiscoveryDisabled
  LinkLocalAddressBehavior: becomesZero, // LinkLocalAlwaysOff
  Metric: becomesZero,
  DadTransmits: rises,
  NlMtu: (operation) => rises(operation) || operation.value < leastIpv6Mtu,
};

/** What to know before an operation is applied; undefined where its value goes the safe way. */
export function cautionOf(operation: Operation): string | undefined {
  const isRisky = risks[operation.field]?.(operation) ?? true;
  return isRisky ? fieldCaution(operation.field) : undefined;
}
