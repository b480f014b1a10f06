// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { FieldName } from '../../../electron/contract/fields';
import { toldField } from '../../../electron/contract/plan-subject';
import type { IpInterface } from '../../../electron/contract/snapshot';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';

/** Changes from outside are told at most this often. */
const gatherFor = 5_000;

/** How many values of an IP interface differ; the one that moves by itself doesn't count. */
function countChanges(before: IpInterface, after: IpInterface): number {
  const changed = (Object.keys(after.values) as FieldName[]).filter(
    (name) =>
      name !== 'ReachableTime' && String(before.values[name]) !== String(after.values[name]),
  );
  return new Set(changed.map(toldField)).size;
}

function changesByAdapter(
  before: readonly InterfaceRow[],
  after: readonly InterfaceRow[],
): ReadonlyMap<string, number> {
  const known = new Map(before.map((row) => [row.id, row]));
  const changes = new Map<string, number>();
  for (const row of after) {
    const old = known.get(row.id);
    if (!old || old.ipInterface === row.ipInterface) continue;
    const count = countChanges(old.ipInterface, row.ipInterface);
    if (count > 0) changes.set(row.name, (changes.get(row.name) ?? 0) + count);
  }
  return changes;
}

function outsideChangesText(changes: ReadonlyMap<string, number>): string {
  const total = [...changes.values()].reduce((sum, count) => sum + count, 0);
  const [first] = changes.keys();
  return changes.size === 1 && first !== undefined
    ? messages.interfaces.valuesChanged({ n: total, adapter: first })
    : messages.interfaces.valuesChangedOnMany({ n: total, adapters: changes.size });
}

/** Tells screen readers what other programs changed, gathered so that it is never a stream. */
export function useOutsideChanges(rows: readonly InterfaceRow[]): void {
  const { announce } = useAnnounce();
  const told = useRef(rows);
  const now = useRef(rows);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    now.current = rows;
    if (told.current.length === 0) told.current = rows;
    if (rows === told.current || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const changes = changesByAdapter(told.current, now.current);
      told.current = now.current;
      if (changes.size > 0) announce(outsideChangesText(changes), { polite: true });
    }, gatherFor);
  }, [rows, announce]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
}
