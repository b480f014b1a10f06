// SPDX-License-Identifier: MIT
import { usePageChoice } from '../ui/page-choice';
import { messages } from '../../electron/language/messages';
import { PassingNote } from '../ui/PassingNote';
import type { Note } from '../ui/PassingNote';

/** Says what went well, for a few seconds, and leads to it in the history. */
export function ResultToast({ toast }: { readonly toast: Note }) {
  const { go } = usePageChoice();
  return (
    <PassingNote
      note={toast}
      action={{
        label: messages.results.showInHistory,
        onSelect: () => {
          go('history');
        },
      }}
    />
  );
}
