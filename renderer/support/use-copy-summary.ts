// SPDX-License-Identifier: MIT
import { useQueryClient } from '@tanstack/react-query';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import type { HistoryEntry } from '../../electron/contract/history';
import { unwrap, useBridge } from '../bridge/bridge';
import { askedAboutNow, preferencesQuery, snapshotQuery } from '../bridge/queries';
import { interfaceRows } from '../interfaces/interface-rows';
import { summaryText } from './summary';

async function lastTransaction(bridge: IpcBridge): Promise<HistoryEntry | null> {
  const { total } = unwrap(await bridge.history.page(0, 1));
  if (total === 0) return null;
  return unwrap(await bridge.history.page(total - 1, 1)).entries.at(-1) ?? null;
}

/** Copies the summary for support; throws what main answers when it cannot. */
export function useCopySummary(): () => Promise<void> {
  const bridge = useBridge();
  const client = useQueryClient();
  return async () => {
    const [snapshot, { preferences }, { traffic }, computer, last] = await Promise.all([
      client.query(snapshotQuery(bridge)),
      client.query(preferencesQuery(bridge)),
      bridge.routes.preview(askedAboutNow).then(unwrap),
      bridge.support.computer().then(unwrap),
      lastTransaction(bridge),
    ]);
    const rows = interfaceRows(snapshot, [], preferences.adapterKinds);
    const now = { IPv4: traffic.IPv4.now, IPv6: traffic.IPv6.now };
    const text = summaryText(computer, new Date(), now, rows, snapshot.stack, last);
    unwrap(await bridge.app.copyText(text));
  };
}
