// SPDX-License-Identifier: MIT
import type { QueryClient } from '@tanstack/react-query';
import type { Reply } from '../../electron/contract/errors';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import type { Preview } from '../../electron/contract/preview';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import { unwrap } from './bridge';
import { hearNews } from './hear-news';
import {
  accentQuery,
  askedAboutNow,
  createQueryClient,
  environmentQuery,
  interruptedQuery,
  lostSettingsQuery,
  preferencesQuery,
  previewQuery,
  snapshotQuery,
  storedEditsQuery,
  transactionQuery,
} from './queries';

/**
 * Keeps the answer about traffic as that of the snapshot that was asked for with it: main makes both from one
 * reading. Whoever finds news of another asks again.
 */
async function keepTraffic(
  bridge: IpcBridge,
  client: QueryClient,
  snapshot: Promise<WindowSnapshot>,
  traffic: Promise<Reply<Preview>>,
): Promise<void> {
  const { revision } = await snapshot;
  await client.query({
    ...previewQuery(bridge, askedAboutNow, revision),
    queryFn: async () => unwrap(await traffic),
  });
}

/** Asks everything the first picture needs, without waiting for the answers. */
export function askFirst(bridge: IpcBridge): QueryClient {
  const client = createQueryClient();
  hearNews(bridge, client);
  const snapshot = client.query(snapshotQuery(bridge));
  const traffic = bridge.routes.preview(askedAboutNow);
  const answers: readonly Promise<unknown>[] = [
    snapshot,
    traffic,
    keepTraffic(bridge, client, snapshot, traffic),
    client.query(accentQuery(bridge)),
    client.query(environmentQuery(bridge)),
    client.query(transactionQuery(bridge)),
    client.query(storedEditsQuery(bridge)),
    client.query(interruptedQuery(bridge)),
    client.query(lostSettingsQuery(bridge)),
    client.query(preferencesQuery(bridge)),
  ];
  // Whoever needs an answer shows its error, too.
  void Promise.allSettled(answers);
  return client;
}
