// SPDX-License-Identifier: MIT
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { IpcBridge } from '../../../electron/contract/ipc-schema';
import type { HistoryEntry } from '../../../electron/contract/history';
import type { LastingSetting } from '../../../electron/contract/lasting';
import { unwrap, useBridge } from '../../bridge/bridge';
import {
  askedAboutNow,
  lastingSettingsQuery,
  preferencesQuery,
  snapshotQuery,
} from '../../bridge/queries';
import { interfaceRows } from '../../adapters/interface-rows';
import { summaryText } from './summary';

async function lastTransaction(bridge: IpcBridge): Promise<HistoryEntry | null> {
  const { total } = unwrap(await bridge.history.page(0, 1));
  if (total === 0) return null;
  return unwrap(await bridge.history.page(total - 1, 1)).entries.at(-1) ?? null;
}

/** What lasts; nothing of it is told where it can't be read. */
async function lastingOf(
  bridge: IpcBridge,
  client: QueryClient,
): Promise<readonly LastingSetting[]> {
  try {
    return (await client.query(lastingSettingsQuery(bridge))).settings;
  } catch {
    return [];
  }
}

/** Copies the summary for support; throws what main answers when it cannot. */
export function useCopySummary(): () => Promise<void> {
  const bridge = useBridge();
  const client = useQueryClient();
  return async () => {
    const [snapshot, { preferences }, { traffic }, computer, last, lasting] = await Promise.all([
      client.query(snapshotQuery(bridge)),
      client.query(preferencesQuery(bridge)),
      bridge.routes.preview(askedAboutNow).then(unwrap),
      bridge.support.computer().then(unwrap),
      lastTransaction(bridge),
      lastingOf(bridge, client),
    ]);
    const rows = interfaceRows(snapshot, [], preferences.adapterKinds);
    const now = { IPv4: traffic.IPv4.now, IPv6: traffic.IPv6.now };
    const text = summaryText(computer, new Date(), now, rows, snapshot.stack, last, lasting);
    unwrap(await bridge.app.copyText(text));
  };
}
