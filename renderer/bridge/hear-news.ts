// SPDX-License-Identifier: MIT
import type { QueryClient } from '@tanstack/react-query';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { applyWindowPatch } from '../../electron/contract/window-snapshot';
import {
  accentQuery,
  environmentQuery,
  historyKey,
  interruptedQuery,
  lastingSettingsQuery,
  lostSettingsQuery,
  preferencesQuery,
  readErrorQuery,
  snapshotQuery,
  transactionQuery,
} from './queries';

/**
 * Puts the news of main into the query cache for as long as the window lives, or until the returned
 * function is called. A row that nobody changed keeps its identity.
 */
export function hearNews(bridge: IpcBridge, client: QueryClient): () => void {
  const snapshotKey = snapshotQuery(bridge).queryKey;
  const stops = [
    bridge.app.accentChanged((accent) => {
      client.setQueryData(accentQuery(bridge).queryKey, accent);
    }),
    bridge.interfaces.changed((patch) => {
      const known = client.getQueryData(snapshotKey);
      if (!known) return;
      // News was missed: the next answer knows it.
      if (patch.revision > known.revision + 1) {
        // One question is enough, however much news comes until it is answered.
        void client.refetchQueries({ queryKey: snapshotKey }, { cancelRefetch: false });
      } else {
        client.setQueryData(snapshotKey, applyWindowPatch(known, patch));
      }
    }),
    bridge.interfaces.readFailed((error) => {
      client.setQueryData(readErrorQuery.queryKey, error);
      const neverRead = client.getQueryData(snapshotKey) === undefined;
      if (!error && neverRead) void client.refetchQueries({ queryKey: snapshotKey });
    }),
    bridge.changes.stateChanged((state) => {
      client.setQueryData(transactionQuery(bridge).queryKey, state);
    }),
    bridge.changes.interruptedChanged((interrupted) => {
      client.setQueryData(interruptedQuery(bridge).queryKey, interrupted);
    }),
    bridge.preferences.changed((preferences) => {
      client.setQueryData(
        preferencesQuery(bridge).queryKey,
        (known) => known && { ...known, preferences },
      );
    }),
    bridge.changes.lostChanged((lost) => {
      client.setQueryData(lostSettingsQuery(bridge).queryKey, lost);
    }),
    bridge.changes.lastingChanged((settings) => {
      client.setQueryData(lastingSettingsQuery(bridge).queryKey, settings);
    }),
    bridge.history.changed(() => {
      void client.invalidateQueries({ queryKey: historyKey });
    }),
    bridge.changes.permissionChanged((permission) => {
      client.setQueryData(
        environmentQuery(bridge).queryKey,
        (known) => known && { ...known, permission },
      );
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
