// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useDebounced } from './use-debounced';

/** How long typing must pause before it is said how much matches, in milliseconds. */
const pause = 300;

/** Tells screen readers what a search or a filter left, once it stands still; null where nothing is narrowed down. */
export function useMatchAnnouncement(text: string | null): void {
  const { announce } = useAnnounce();
  const settled = useDebounced(text, pause);
  useEffect(() => {
    if (settled !== null) announce(settled, { polite: true });
  }, [settled, announce]);
}
