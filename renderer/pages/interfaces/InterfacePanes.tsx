// SPDX-License-Identifier: MIT
import { Suspense } from 'react';
import type { WindowSnapshot } from '../../../electron/contract/window-snapshot';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { useDetails } from '../../ui/details-context';
import { loadLater } from '../../ui/load-later';
import type { Panes } from './use-panes';

const { Component: DetailPane, useLoading: useDetailPaneLoading } = loadLater(async () => {
  const { DetailPane: Pane } = await import('./detail/DetailPane');
  return Pane;
});
const { Component: ManyPane, useLoading: useManyPaneLoading } = loadLater(async () => {
  const { ManyPane: Pane } = await import('./many/ManyPane');
  return Pane;
});

interface InterfacePanesProps {
  readonly panes: Panes;
  readonly selected: readonly InterfaceRow[];
  readonly snapshot: WindowSnapshot | undefined;
}

/** The details of the IP interface that is looked at, or of the selected ones together. */
export function InterfacePanes({ panes, selected, snapshot }: InterfacePanesProps) {
  const { target } = useDetails();
  useDetailPaneLoading();
  useManyPaneLoading();
  if (!snapshot) return null;
  return (
    <Suspense>
      {panes.isForMany && (
        <ManyPane rows={selected} stack={snapshot.stack} onClose={panes.closeMany} />
      )}
      {!panes.isForMany && target && <DetailPane target={target} snapshot={snapshot} />}
    </Suspense>
  );
}
