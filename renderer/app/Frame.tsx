// SPDX-License-Identifier: MIT
import {
  makeStyles,
  mergeClasses,
  tokens,
  useAnnounce,
  useFocusFinders,
} from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { snapshotQuery } from '../bridge/queries';
import { useEnvironment, useTransaction } from '../bridge/use-bridge-query';
import { useEditsDispatch } from '../changes/edits-context';
import { useReview } from '../changes/review-context';
import type { Review } from '../changes/review-context';
import { isUnderWay } from '../changes/use-are-edits-locked';
import { useEditList } from '../changes/use-edit-list';
import type { ListedEdit } from '../changes/use-edit-list';
import { useEditsReview } from '../changes/use-edits-review';
import { useTransactionResults } from '../changes/use-transaction-results';
import { useSupportRequest } from '../pages/support/support-request';
import { useFileDrop, useGivenFile } from '../pages/support/use-brought-files';
import { settingInSentence } from '../../electron/texts/field-text';
import { messages } from '../../electron/language/messages';
import { NotesLine, NotesPlaceProvider } from '../ui/notes-place';
import { DemoStrip } from './DemoStrip';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { usePageChoice } from '../ui/page-choice';
import { pages } from './pages';
import { focusNextRegion, focusRegionNamed } from './regions';
import { useFocusRescue } from './use-focus-rescue';
import { useNotices } from './use-notices';
import { isModalOpen, useShortcuts } from '../ui/use-shortcuts';
import { useWindowWidth } from '../ui/use-window-size';
import { WindowTitle } from './WindowTitle';

// Needed rarely or late: not part of what the first picture waits for.
const CountdownPanel = lazy(() =>
  import('../changes/CountdownPanel').then((module) => ({ default: module.CountdownPanel })),
);
const EditsBar = lazy(() =>
  import('../changes/EditsBar').then((module) => ({ default: module.EditsBar })),
);
const ReviewDialog = lazy(() =>
  import('../changes/ReviewDialog').then((module) => ({ default: module.ReviewDialog })),
);
const LastingDialog = lazy(() =>
  import('../changes/lasting/LastingDialog').then((module) => ({ default: module.LastingDialog })),
);
const ResultToast = lazy(() =>
  import('../changes/ResultToast').then((module) => ({ default: module.ResultToast })),
);
const Notices = lazy(() => import('./Notices').then((module) => ({ default: module.Notices })));
const CloseQuestion = lazy(() =>
  import('./CloseQuestion').then((module) => ({ default: module.CloseQuestion })),
);
const SupportCommands = lazy(() =>
  import('../pages/support/SupportCommands').then((module) => ({
    default: module.SupportCommands,
  })),
);
const DropHint = lazy(() => import('./DropHint').then((module) => ({ default: module.DropHint })));
const KeyboardShortcuts = lazy(() =>
  import('./KeyboardShortcuts').then((module) => ({ default: module.KeyboardShortcuts })),
);

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    // Of a window that is too low for all its strips and bars, the whole content scrolls.
    overflowX: 'hidden',
    overflowY: 'auto',
    color: tokens.colorNeutralForeground1,
  },
  rest: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    minHeight: 'min(240px, 70vh)',
  },
  stacked: { flexDirection: 'column' },
});

function focusSearch(): void {
  document
    .querySelector<HTMLInputElement>('main input[type="search"], main input[data-lookup]')
    ?.focus();
}

/** Keys that work on every page. */
function useFrameKeys(
  edits: readonly ListedEdit[],
  isLocked: boolean,
  onHelp: () => void,
  onCopySummary: () => void,
): void {
  const bridge = useBridge();
  const queryClient = useQueryClient();
  const dispatch = useEditsDispatch();
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

interface ReviewOfProps {
  readonly subject: NonNullable<Review['subject']>;
  readonly onClose: () => void;
}

/** The dialog for what is reviewed. */
function ReviewOf({ subject, onClose }: ReviewOfProps) {
  return subject.kind === 'edits' || subject.kind === 'restore' ? (
    <ReviewDialog subject={subject} onClose={onClose} />
  ) : (
    <LastingDialog subject={subject} onClose={onClose} />
  );
}

/** The window: strips on top, navigation and page side by side, edits at the bottom. */
export function Frame() {
  const styles = useStyles();
  const bridge = useBridge();
  const width = useWindowWidth();
  const { current, go } = usePageChoice();
  const page = pages.find(({ id }) => id === current) ?? pages[0];
  // Whoever uses Fluent's focus keeper last takes it along, and with it the way to show the page to screen
  // readers again after a dialog. The window keeps it for as long as it lives.
  useFocusFinders();
  const [showsKeys, setShowsKeys] = useState(false);
  const [notesPlace, setNotesPlace] = useState<HTMLElement | null>(null);
  const { request: support, ask } = useSupportRequest();
  useGivenFile();
  const isFileAbove = useFileDrop();
  const stack = useEnvironment()?.stack;
  const transaction = useTransaction();
  const isLocked = isUnderWay(transaction);
  const edits = useEditList();
  const results = useTransactionResults();
  const notices = useNotices(results);
  const review = useReview();
  useFrameKeys(
    edits,
    isLocked,
    () => {
      setShowsKeys(true);
    },
    () => {
      ask('copy-summary');
    },
  );

  useEffect(
    () =>
      bridge.app.menuCommand((command) => {
        if (command === 'internet-traffic' || command === 'help') go(command);
        else if (command === 'countdown') focusRegionNamed(command);
        else if (command === 'keyboard-shortcuts') setShowsKeys(true);
        else if (!isModalOpen()) ask(command);
      }),
    [bridge, go, ask],
  );

  // Nobody is asked about what changes no value.
  const isAsking =
    (transaction.phase === 'waiting' ||
      transaction.phase === 'keeping' ||
      transaction.phase === 'reverting') &&
    transaction.plan.operations.length > 0;
  const hasEditsBar = stack !== undefined && edits.length > 0 && !isLocked;
  useFocusRescue(current, Number(isAsking) + notices.length + Number(hasEditsBar));
  return (
    <div className={styles.frame}>
      <WindowTitle />
      <DemoStrip />
      <Suspense>
        {isAsking && <CountdownPanel transaction={transaction} onDecide={results.decide} />}
        {notices.length > 0 && <Notices notices={notices} />}
      </Suspense>
      <div className={mergeClasses(styles.rest, width === 'small' && styles.stacked)}>
        <Navigation width={width} current={page} onGo={go} />
        <ErrorBoundary key={page.id}>
          <Suspense>
            <page.Content />
          </Suspense>
        </ErrorBoundary>
      </div>
      <NotesLine onPlace={setNotesPlace} />
      <Suspense>{hasEditsBar && <EditsBar edits={edits} stack={stack} />}</Suspense>
      <Suspense>
        {review.subject && <ReviewOf subject={review.subject} onClose={review.close} />}
        {transaction.phase === 'waiting' && (
          <CloseQuestion
            onDecide={() => {
              results.decide(transaction.id);
            }}
          />
        )}
        <NotesPlaceProvider value={notesPlace}>
          {results.toast && <ResultToast toast={results.toast} />}
          {support && <SupportCommands request={support} />}
        </NotesPlaceProvider>
        {isFileAbove && <DropHint />}
        {showsKeys && (
          <KeyboardShortcuts
            onClose={() => {
              setShowsKeys(false);
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
