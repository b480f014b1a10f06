// SPDX-License-Identifier: MIT
import type { QueryClient } from '@tanstack/react-query';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { hearNews } from './hear-news';
import {
  createQueryClient,
  environmentQuery,
  interruptedQuery,
  lostSettingsQuery,
  preferencesQuery,
  snapshotQuery,
  storedEditsQuery,
  transactionQuery,
} from './queries';

/** Asks everything the first picture needs, without waiting for the answers. */
export function askFirst(bridge: IpcBridge): QueryClient {
  const client = createQueryClient();
  hearNews(bridge, client);
  const answers: readonly Promise<unknown>[] = [
    client.query(snapshotQuery(bridge)),
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
