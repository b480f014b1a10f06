// SPDX-License-Identifier: MIT
// What changed between two snapshots, and how to bring an older one up to date. Main takes the difference,
// the renderer applies it; rows nobody changed are the same objects afterwards. The order of adapters and of
// IP interfaces means nothing: a new row comes last.

import type {
  Adapter,
  DnsServer,
  IpInterface,
  IpInterfaceKey,
  IpsecPolicy,
  Route,
  Rule,
  Snapshot,
  SnapshotDiff,
  UnicastAddress,
} from './snapshot';
import { ipInterfaceId } from './snapshot';

/** 0xFFFFFFFF seconds: does not end. */
const infiniteLifetime = 4294967295;

/** Members that move by themselves, and whether such a move is news all the same. */
const drifting: Readonly<Record<string, (before: number, after: number) => boolean>> = {
  ReachableTime: () => false,
  validLifetime: endlessnessChanged,
  preferredLifetime: endlessnessChanged,
};

function endlessnessChanged(before: number, after: number): boolean {
  return (before === infiniteLifetime) !== (after === infiniteLifetime);
}

function isSameNumber(member: string, before: number, after: number): boolean {
  if (before === after) return true;
  const isNews = drifting[member];
  return isNews !== undefined && !isNews(before, after);
}

/** Whether two pieces of plain data are equal but for what drifts; `member` is where they stand. */
function isSame(before: unknown, after: unknown, member = ''): boolean {
  if (before === after) return true;
  if (typeof before === 'number' && typeof after === 'number') {
    return isSameNumber(member, before, after);
  }
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return false;
  const members = Object.keys(after);
  if (Object.keys(before).length !== members.length) return false;
  return members.every((name) =>
    isSame(
      (before as Record<string, unknown>)[name],
      (after as Record<string, unknown>)[name],
      name,
    ),
  );
}

interface RowsDiff<Row, Key> {
  readonly changed: readonly Row[];
  readonly gone: readonly Key[];
}

function diffRows<Row, Key>(
  before: readonly Row[],
  after: readonly Row[],
  idOf: (row: Row) => string,
  keyOf: (row: Row) => Key,
): RowsDiff<Row, Key> | undefined {
  const left = new Map(before.map((row) => [idOf(row), row]));
  const changed: Row[] = [];
  for (const row of after) {
    const id = idOf(row);
    const old = left.get(id);
    if (old === undefined || !isSame(old, row)) changed.push(row);
    left.delete(id);
  }
  if (changed.length === 0 && left.size === 0) return undefined;
  return { changed, gone: [...left.values()].map(keyOf) };
}

function diffList<Row>(before: readonly Row[], after: readonly Row[]): readonly Row[] | undefined {
  return isSame(before, after) ? undefined : after;
}

const adapterId = (adapter: Adapter) => adapter.luid;
const ipInterfaceKey = ({ luid, family }: IpInterface): IpInterfaceKey => ({ luid, family });

/** What `after` has that `before` had not, and the other way round. Empty when nothing changed. */
export function diffSnapshots(before: Snapshot, after: Snapshot): SnapshotDiff {
  const adapters = diffRows(before.adapters, after.adapters, adapterId, adapterId);
  const ipInterfaces = diffRows(
    before.ipInterfaces,
    after.ipInterfaces,
    ipInterfaceId,
    ipInterfaceKey,
  );
  const unicastAddresses = diffList(before.unicastAddresses, after.unicastAddresses);
  const routes = diffList(before.routes, after.routes);
  const rules = diffList(before.rules, after.rules);
  const dnsServers = diffList(before.dnsServers, after.dnsServers);
  const ipsecPolicies = diffList(before.ipsecPolicies, after.ipsecPolicies);
  return {
    ...(adapters && { adapters }),
    ...(ipInterfaces && { ipInterfaces }),
    ...(unicastAddresses && { unicastAddresses }),
    ...(routes && { routes }),
    ...(rules && { rules }),
    ...(dnsServers && { dnsServers }),
    ...(ipsecPolicies && { ipsecPolicies }),
  };
}

/** Whether there is nothing to tell. */
export function isEmptyDiff(diff: SnapshotDiff): boolean {
  return Object.keys(diff).length === 0;
}

function applyRows<Row>(
  before: readonly Row[],
  changed: readonly Row[],
  gone: readonly string[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const rows = new Map(before.map((row) => [idOf(row), row]));
  for (const id of gone) rows.delete(id);
  for (const row of changed) rows.set(idOf(row), row);
  return [...rows.values()];
}

/** Text that is equal for rows that are the same but for what drifts. */
function fingerprint(row: object): string {
  return JSON.stringify(row, (member, value: unknown) => {
    const isNews = drifting[member];
    return isNews && typeof value === 'number' ? isNews(infiniteLifetime, value) : value;
  });
}

/** The new list with the old objects where rows are the same; rows without a key are told apart by content. */
function applyList<Row extends object>(
  before: readonly Row[],
  after: readonly Row[],
): readonly Row[] {
  const known = new Map<string, Row[]>();
  for (const row of before) {
    const text = fingerprint(row);
    const equals = known.get(text);
    if (equals) equals.push(row);
    else known.set(text, [row]);
  }
  return after.map((row) => known.get(fingerprint(row))?.shift() ?? row);
}

/** `snapshot` brought up to date; what the difference does not name keeps its identity, lists included. */
export function applyDiff(snapshot: Snapshot, diff: SnapshotDiff): Snapshot {
  const list = <Row extends UnicastAddress | Route | Rule | DnsServer | IpsecPolicy>(
    before: readonly Row[],
    after: readonly Row[] | undefined,
  ) => (after ? applyList(before, after) : before);
  const { adapters, ipInterfaces } = diff;
  return {
    stack: snapshot.stack,
    adapters: adapters
      ? applyRows(snapshot.adapters, adapters.changed, adapters.gone, adapterId)
      : snapshot.adapters,
    ipInterfaces: ipInterfaces
      ? applyRows(
          snapshot.ipInterfaces,
          ipInterfaces.changed,
          ipInterfaces.gone.map(ipInterfaceId),
          ipInterfaceId,
        )
      : snapshot.ipInterfaces,
    unicastAddresses: list(snapshot.unicastAddresses, diff.unicastAddresses),
    routes: list(snapshot.routes, diff.routes),
    rules: list(snapshot.rules, diff.rules),
    dnsServers: list(snapshot.dnsServers, diff.dnsServers),
    ipsecPolicies: list(snapshot.ipsecPolicies, diff.ipsecPolicies),
  };
}
