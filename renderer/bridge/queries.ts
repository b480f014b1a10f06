// SPDX-License-Identifier: MIT
// What the renderer knows of main: one query each, kept up to date by the news of main (hear-news.ts).
import { keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import type { AppError, Reply } from '../../electron/contract/errors';
import type { HistoryFilter } from '../../electron/contract/history';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import type { PreviewRequest, Probe } from '../../electron/contract/preview';
import { fromText } from '../../electron/contract/json-text';
import { applyWindowPatch } from '../../electron/contract/window-snapshot';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import { askHearing } from './ask-hearing';
import { unwrap } from './bridge';

/** A client for data that main pushes: nothing is read again unless asked for, and nothing waits for a network. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
    },
  });
}

export const environmentQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['environment'],
    queryFn: () =>
      askHearing(
        bridge.app.environment,
        bridge.changes.permissionChanged,
        (environment, permission) => ({ ...environment, permission }),
      ),
  });

export const accentQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['accent'],
    queryFn: () => askHearing(bridge.app.accent, bridge.app.accentChanged, (_, accent) => accent),
  });

async function snapshotOf(bridge: IpcBridge): Promise<Reply<WindowSnapshot>> {
  const reply = await bridge.interfaces.snapshot();
  return reply.ok ? { ok: true, value: fromText(reply.value) } : reply;
}

export const snapshotQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['snapshot'],
    queryFn: () =>
      askHearing(() => snapshotOf(bridge), bridge.interfaces.changed, applyWindowPatch),
  });

/** Why the last reading failed; null while reading works. */
export const readErrorQuery = queryOptions({
  queryKey: ['read-error'],
  queryFn: (): AppError | null => null,
  initialData: null,
});

export const transactionQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['transaction'],
    queryFn: () =>
      askHearing(bridge.changes.state, bridge.changes.stateChanged, (_, state) => state),
  });

export const interruptedQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['interrupted'],
    queryFn: () =>
      askHearing(
        bridge.changes.interrupted,
        bridge.changes.interruptedChanged,
        (_, interrupted) => interrupted,
      ),
  });

export const lostSettingsQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['lost-settings'],
    queryFn: () => askHearing(bridge.changes.lost, bridge.changes.lostChanged, (_, lost) => lost),
  });

/** What is set again whenever its adapter comes back. */
export const lastingSettingsQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['lasting-settings'],
    queryFn: () =>
      askHearing(bridge.changes.lasting, bridge.changes.lastingChanged, (_, settings) => settings),
  });

/** The edits of the last run, as they were when this window opened. */
export const storedEditsQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['stored-edits'],
    queryFn: async () => unwrap(await bridge.edits.load()),
  });

/** The user's choices about the program. */
export const preferencesQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['preferences'],
    queryFn: () =>
      askHearing(bridge.preferences.load, bridge.preferences.changed, (loaded, preferences) => ({
        ...loaded,
        preferences,
      })),
  });

/** Whether the program starts when the user signs in; the system's own settings can say otherwise at any time. */
export const signInStartQuery = (bridge: IpcBridge) =>
  queryOptions({
    queryKey: ['sign-in-start'],
    queryFn: async () => unwrap(await bridge.app.signInStart()),
    staleTime: 0,
  });

/** Why the newest choice may not outlive this run; null while storing works. */
export const preferencesErrorQuery = queryOptions({
  queryKey: ['preferences-error'],
  queryFn: (): AppError | null => null,
  initialData: null,
});

/** Answers about edits that are no longer there are forgotten after so long, in milliseconds. */
const previewKeptFor = 10_000;

/** Which way traffic goes now; all but the operations matters to presets alone. */
export const askedAboutNow: PreviewRequest = {
  operations: [],
  addresses: [],
  kinds: {},
  vpn: null,
  blocksOthers: null,
};

/**
 * Which way traffic goes now and after edits. `revision` is that of the snapshot it belongs to, so that it
 * is asked again with each; until the answer is there, the one before stands.
 */
export const previewQuery = (bridge: IpcBridge, request: PreviewRequest, revision: number) =>
  queryOptions({
    queryKey: ['preview', request, revision],
    queryFn: async () => unwrap(await bridge.routes.preview(request)),
    placeholderData: keepPreviousData,
    gcTime: previewKeptFor,
  });

/** What each default route does for internet traffic; asked again with each snapshot, as the preview is. */
export const standingsQuery = (bridge: IpcBridge, revision: number) =>
  queryOptions({
    queryKey: ['standings', revision],
    queryFn: async () => unwrap(await bridge.routes.standings()),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

/** Outlives a page that is loaded again while the question waits, and ends with the window. */
const predictionPlace = 'prediction';

function storedPrediction(): readonly Probe[] | null {
  const text = sessionStorage.getItem(predictionPlace);
  return text === null ? null : (JSON.parse(text) as readonly Probe[] | null);
}

/** What the review that was applied last said about addresses; null when nothing was applied in this window. */
export const predictionQuery = queryOptions({
  queryKey: ['prediction'],
  queryFn: storedPrediction,
  initialData: storedPrediction,
});

/** Remembers what a review says about addresses as it is applied. */
export function rememberPrediction(
  queryClient: QueryClient,
  probes: readonly Probe[] | null,
): void {
  sessionStorage.setItem(predictionPlace, JSON.stringify(probes));
  queryClient.setQueryData(predictionQuery.queryKey, probes);
}

/** What all questions about the history begin with: news of it make them be asked again. */
export const historyKey = ['history'];

/** Transactions in one page of the history. */
export const historyPageSize = 100;

/** Where the transactions are that a filter lets through; what the last filter let through stays until that is known. */
export const historyOutlineQuery = (bridge: IpcBridge, filter: HistoryFilter) =>
  queryOptions({
    queryKey: [...historyKey, 'outline', filter],
    queryFn: async () => unwrap(await bridge.history.outline(filter)),
    placeholderData: keepPreviousData,
  });

/** What questions about pages of the history begin with: what of them can be taken back depends on what is there now. */
export const historyPagesKey = [...historyKey, 'page'];

/** One page of the history, oldest transactions first; pages count from 0. */
export const historyPageQuery = (bridge: IpcBridge, page: number) =>
  queryOptions({
    queryKey: [...historyPagesKey, page],
    queryFn: async () => unwrap(await bridge.history.page(page * historyPageSize, historyPageSize)),
  });

export const historyTransactionQuery = (bridge: IpcBridge, id: string) =>
  queryOptions({
    queryKey: [...historyKey, 'transaction', id],
    queryFn: async () => unwrap(await bridge.history.transaction(id)),
  });

/** What this program is; it stays so for as long as it runs. */
export const aboutQuery = (bridge: IpcBridge) =>
  queryOptions({ queryKey: ['about'], queryFn: async () => unwrap(await bridge.app.about()) });
