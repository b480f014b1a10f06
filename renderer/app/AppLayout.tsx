// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens, useFocusFinders } from '@fluentui/react-components';
import { Suspense, useCallback, useState } from 'react';
import type { TransactionIn, TransactionState } from '../../electron/contract/changes';
import { useEnvironment, useTransaction } from '../bridge/use-bridge-query';
import { isUnderWay } from '../changes/use-are-edits-locked';
import { useEditList } from '../changes/use-edit-list';
import { useTransactionResults } from '../changes/use-transaction-results';
import { useSupportRequest } from '../pages/support/support-request';
import { useFileDrop, useGivenFile } from '../pages/support/use-brought-files';
import { NotesLine } from '../ui/notes-place';
import { usePageChoice } from '../ui/page-choice';
import { useWindowWidth } from '../ui/use-window-size';
import { DemoStrip } from './DemoStrip';
import { ErrorBoundary } from './ErrorBoundary';
import {
  CountdownPanel,
  DropHint,
  EditsBar,
  KeyboardShortcuts,
  LockedBar,
  Notices,
  useEditsBarLoading,
} from './late-parts';
import { Navigation } from './Navigation';
import { Overlays } from './Overlays';
import { pages } from './pages';
import { useFocusRescue } from './use-focus-rescue';
import { useFrameKeys } from './use-frame-keys';
import { useMenuCommands } from './use-menu-commands';
import { useNotices } from './use-notices';
import { WindowTitle } from './WindowTitle';

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
    // Passing notes below would else lie on it where the window is low. Elsewhere nothing asks for them: the selector
    // costs 15 ms while a change is applied.
    '@media (max-height: 685px)': { ':has(+ section:not(:empty))': { minHeight: '35vh' } },
  },
  stacked: { flexDirection: 'column' },
});

/** Whether the countdown is shown. Nobody is asked about what changes no value. */
function isAskedAbout(
  transaction: TransactionState,
): transaction is TransactionIn<'waiting' | 'keeping' | 'reverting'> {
  return (
    (transaction.phase === 'waiting' ||
      transaction.phase === 'keeping' ||
      transaction.phase === 'reverting') &&
    transaction.plan.operations.length > 0
  );
}

/** The window: strips on top, navigation and page side by side, edits at the bottom. */
export function AppLayout() {
  const styles = useStyles();
  const width = useWindowWidth();
  const { current, go } = usePageChoice();
  const page = pages.find(({ id }) => id === current) ?? pages[0];
  // Whoever uses Fluent's focus keeper last takes it along, and with it the way to show the page to screen
  // readers again after a dialog. The window keeps it for as long as it lives.
  useFocusFinders();
  const [showsKeys, setShowsKeys] = useState(false);
  const showKeys = useCallback(() => {
    setShowsKeys(true);
  }, []);
  const [notesPlace, setNotesPlace] = useState<HTMLElement | null>(null);
  const { ask } = useSupportRequest();
  useFrameKeys(showKeys, () => {
    ask('copy-summary');
  });
  useMenuCommands(showKeys);
  useGivenFile();
  useEditsBarLoading();
  const isFileAbove = useFileDrop();

  const stack = useEnvironment()?.stack;
  const transaction = useTransaction();
  const edits = useEditList();
  const results = useTransactionResults();
  const notices = useNotices(results);
  const isAsking = isAskedAbout(transaction);
  const areEditsLocked = isUnderWay(transaction);
  const hasEditsBar = stack !== undefined && edits.length > 0 && !areEditsLocked;
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
      <Suspense>
        {areEditsLocked && <LockedBar />}
        {hasEditsBar && <EditsBar edits={edits} stack={stack} />}
      </Suspense>
      <Overlays results={results} notesPlace={notesPlace} />
      <Suspense>
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
