// SPDX-License-Identifier: MIT
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppError } from '../../electron/contract/errors';
import { defaultPreferences } from '../../electron/contract/preferences';
import type { LoadedPreferences, Preferences } from '../../electron/contract/preferences';
import { appErrorOf, useBridge } from './bridge';
import { preferencesErrorQuery, preferencesQuery } from './queries';

/** The user's choices about the program; the defaults until they are read. */
export function usePreferences(): Preferences {
  return useQuery(preferencesQuery(useBridge())).data?.preferences ?? defaultPreferences;
}

/** Replaces members of the preferences. A failure to keep them is told as a notice. */
export function useStorePreferences(): (members: Partial<Preferences>) => void {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    (members) => {
      const tell = (error: AppError | null) => {
        client.setQueryData(preferencesErrorQuery.queryKey, error);
      };
      // Seen at once; main tells the same a moment later.
      client.setQueryData(
        preferencesQuery(bridge).queryKey,
        (known) => known && { ...known, preferences: { ...known.preferences, ...members } },
      );
      bridge.preferences.store(members).then(
        (reply) => {
          tell(reply.ok ? null : reply.error);
        },
        (reason: unknown) => {
          tell(appErrorOf(reason));
        },
      );
    },
    [bridge, client],
  );
}

/** What went wrong with keeping preferences. */
export interface PreferencesTrouble {
  readonly loading: LoadedPreferences['trouble'];
  readonly storing: AppError | null;
}

/** Why choices of earlier runs are not there, or those of this run would not last. */
export function usePreferencesTrouble(): PreferencesTrouble {
  const loading = useQuery(preferencesQuery(useBridge())).data?.trouble ?? null;
  return { loading, storing: useQuery(preferencesErrorQuery).data };
}
