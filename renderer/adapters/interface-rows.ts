// SPDX-License-Identifier: MIT
import type { StackName } from '../../electron/contract/family';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { Adapter, IpInterface } from '../../electron/contract/snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import type { AdapterKind } from '../../electron/contract/adapter-kind';
import { knownKind } from '../../electron/contract/preferences';
import type { Preferences } from '../../electron/contract/preferences';
import { adapterName } from '../../electron/texts/adapter-name';
import { notDefaultFields } from '../../electron/contract/field-default';
import { trafficUses } from './traffic-use';
import type { TrafficUse, TrafficNow } from './traffic-use';

export type ConnectionState = 'connected' | 'disconnected' | 'disabled';

/** One row of the table: an IP interface with what belongs to it. */
export interface InterfaceRow {
  readonly id: string;
  readonly ipInterface: IpInterface;
  readonly adapter: Adapter | undefined;
  readonly name: string;
  readonly kind: AdapterKind;
  readonly traffic: TrafficUse;
  readonly state: ConnectionState;
  /** Addresses with prefix lengths, joined with commas. */
  readonly addresses: string;
  readonly notDefault: number;
}

/** MIB_IF_ROW2.AdminStatus, NET_IF_ADMIN_STATUS_DOWN. */
const adminStatusDown = 2;

function connectionState(ipInterface: IpInterface, adapter: Adapter | undefined): ConnectionState {
  if (adapter?.adminStatus === adminStatusDown) return 'disabled';
  return ipInterface.values.Connected === 1 ? 'connected' : 'disconnected';
}

function addressesById(snapshot: WindowSnapshot): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const row of snapshot.unicastAddresses) {
    const id = ipInterfaceId(row);
    const text = `${row.address}/${row.prefixLength}`;
    const before = texts.get(id);
    texts.set(id, before === undefined ? text : `${before}, ${text}`);
  }
  return texts;
}

function makeRow(
  id: string,
  ipInterface: IpInterface,
  adapter: Adapter | undefined,
  traffic: TrafficUse,
  addresses: string,
  stack: StackName,
  kind: AdapterKind,
): InterfaceRow {
  return {
    id,
    ipInterface,
    adapter,
    name: adapterName(adapter, ipInterface.luid),
    kind,
    traffic,
    state: connectionState(ipInterface, adapter),
    addresses,
    notDefault: notDefaultFields(ipInterface, stack, kind).length,
  };
}

/**
 * Makes the rows of the table. A row nobody changed is the very object of `before`, so that it is not
 * drawn again.
 */
export function interfaceRows(
  snapshot: WindowSnapshot,
  before: readonly InterfaceRow[],
  kinds: Preferences['adapterKinds'] = {},
  trafficNow?: TrafficNow,
): readonly InterfaceRow[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const traffic = trafficUses(snapshot, trafficNow);
  const addresses = addressesById(snapshot);
  const kindOf = (adapter: Adapter | undefined) => (adapter ? knownKind(adapter, kinds) : 'other');
  return snapshot.ipInterfaces.map((ipInterface) => {
    const id = ipInterfaceId(ipInterface);
    const adapter = adapters.get(ipInterface.luid);
    const ownTraffic = traffic.get(id) ?? 'none';
    const addressesNow = addresses.get(id) ?? '';
    const kind = kindOf(adapter);
    const row = known.get(id);
    const unchanged =
      row?.ipInterface === ipInterface &&
      row.adapter === adapter &&
      row.kind === kind &&
      row.traffic === ownTraffic &&
      row.addresses === addressesNow;
    return unchanged
      ? row
      : makeRow(id, ipInterface, adapter, ownTraffic, addressesNow, snapshot.stack, kind);
  });
}
