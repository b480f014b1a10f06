// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { messages } from '../../electron/language/messages';
import { settingInSentence } from '../../electron/texts/field-text';
import { useBridge } from '../bridge/bridge';
import { snapshotQuery } from '../bridge/queries';
import { useEditsDispatch } from '../changes/edits-context';
import { useAreEditsLocked } from '../changes/use-are-edits-locked';
import { useEditList } from '../changes/use-edit-list';
import { useEditsReview } from '../changes/use-edits-review';
import { usePageChoice } from '../ui/page-choice';
import { useShortcuts } from '../ui/use-shortcuts';
import { pages } from './pages';
import { focusNextRegion, focusRegionNamed } from './regions';

function focusSearch(): void {
  document
    .querySelector<HTMLInputElement>('main input[type="search"], main input[data-lookup]')
    ?.focus();
}

/** Keys that work on every page. */
export function useFrameKeys(onHelp: () => void, onCopySummary: () => void): void {
  const bridge = useBridge();
  const queryClient = useQueryClient();
  const edits = useEditList();
  const dispatch = useEditsDispatch();
  const isLocked = useAreEditsLocked();
  const review = useEditsReview();
  const { go } = usePageChoice();
  const { announce } = useAnnounce();

  const toPage = Object.fromEntries(
    pages.map(({ id }, index) => [
      `Control+${index + 1}`,
      () => {
        go(id);
      },
    ]),
  );
  useShortcuts({
    ...toPage,
    F6: () => {
      focusNextRegion(1);
    },
    'Shift+F6': () => {
      focusNextRegion(-1);
    },
    F8: () => {
      focusRegionNamed('countdown');
    },
    'Control+f': focusSearch,
    'Control+Enter': () => {
      review.open();
    },
    F5: () => void queryClient.refetchQueries({ queryKey: snapshotQuery(bridge).queryKey }),
    'Control+z': () => {
      const latest = edits.at(-1);
      if (isLocked || !latest) return;
      dispatch({ type: 'discarded-latest' });
      announce(messages.edits.discarded({ field: settingInSentence(latest.edit.field) }), {
        polite: true,
      });
    },
    F1: onHelp,
    'Control+Shift+c': onCopySummary,
  });
}
