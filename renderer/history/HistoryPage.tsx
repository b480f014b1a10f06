// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { HistoryEntry } from '../../electron/contract/history';
import { useKnownAdapters } from '../app/known-adapters';
import { appErrorOf } from '../bridge/bridge';
import { useEnvironment, useInterrupted } from '../bridge/use-bridge-query';
import { EmptyState } from '../ui/EmptyState';
import { errorText } from '../ui/error-text';
import { useGridStyles } from '../ui/grid/grid-styles';
import { LoadingRows } from '../ui/LoadingRows';
import { messages } from '../../electron/language/messages';
import { PageHeader } from '../ui/PageHeader';
import { usePageClass } from '../ui/page-styles';
import { useElementWidth } from '../ui/use-element-width';
import { StillOpen } from './StillOpen';
import { titleText } from './transaction-text';
import { TransactionList } from './TransactionList';
import { TransactionPane } from './TransactionPane';
import { useHistorySize } from './use-history';

const words = messages.history;

const useStyles = makeStyles({
  scroller: { display: 'flex', flexDirection: 'column' },
  rows: { flexShrink: 0 },
});

/** Pixels that time, sentence and result need beside each other. */
const roomForOneLine = 720;

interface Opened {
  readonly entry: HistoryEntry;
  readonly movesFocus: boolean;
}

/** Every transaction: what is still open first, then all of them, newest first, with their ways back. */
export function HistoryPage() {
  const styles = useStyles();
  const gridStyles = useGridStyles();
  const pageClass = usePageClass();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const names = useMemo(() => ({ adapters, stack }), [adapters, stack]);
  const { size, error, refetch } = useHistorySize();
  const hasOpen = useInterrupted().length > 0;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useElementWidth(scroller, window.innerWidth - 250);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((entry: HistoryEntry, movesFocus: boolean) => {
    setOpened({ entry, movesFocus });
  }, []);

  const close = () => {
    const id = opened?.entry.id ?? '';
    setOpened(null);
    scroller.current
      ?.querySelector<HTMLElement>(`[data-testid="transaction-${id}"] button`)
      ?.focus();
  };
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !opened) return;
    event.preventDefault();
    close();
  };

  const content = () => {
    if (size === undefined && error) {
      return (
        <EmptyState
          text={words.failed}
          detail={errorText(appErrorOf(error))}
          action={messages.app.tryAgain}
          onAction={refetch}
        />
      );
    }
    if (size === undefined) return <LoadingRows label={words.loading} count={6} />;
    if (size === 0) return <EmptyState Icon={HistoryRegular} text={words.none} />;
    return (
      <div className={styles.rows}>
        <TransactionList
          size={size}
          names={names}
          scroller={scroller}
          openId={opened?.entry.id ?? null}
          isTight={room < roomForOneLine}
          onOpen={open}
        />
      </div>
    );
  };

  return (
    <>
      <main
        aria-label={words.title}
        data-region="main"
        className={pageClass}
        onKeyDown={closeByKey}
      >
        <PageHeader
          title={words.title}
          {...(size !== undefined && size > 0 && { note: words.count({ n: size }) })}
        />
        <div ref={scroller} className={mergeClasses(gridStyles.scroller, styles.scroller)}>
          {hasOpen && <StillOpen names={names} />}
          {content()}
        </div>
      </main>
      {opened && (
        <TransactionPane
          id={opened.entry.id}
          title={titleText(opened.entry, names)}
          startedAt={opened.entry.startedAt}
          movesFocus={opened.movesFocus}
          names={names}
          onClose={close}
        />
      )}
    </>
  );
}
