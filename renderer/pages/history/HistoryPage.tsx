// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { HistoryEntry, HistoryFilter } from '../../../electron/contract/history';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { appErrorOf } from '../../bridge/bridge';
import { useEnvironment, useInterrupted } from '../../bridge/use-bridge-query';
import { EmptyState } from '../../ui/EmptyState';
import { errorText } from '../../../electron/texts/error-text';
import { useGridStyles } from '../../ui/grid/grid-styles';
import { LoadingRows } from '../../ui/LoadingRows';
import { messages } from '../../../electron/language/messages';
import { PageMain } from '../../ui/PageMain';
import { useDebounced } from '../../ui/use-debounced';
import { useElementWidth } from '../../ui/use-element-width';
import { useMatchAnnouncement } from '../../ui/use-match-announcement';
import { HistoryToolbar } from './HistoryToolbar';
import { StillOpen } from './StillOpen';
import { titleText } from '../../../electron/texts/transaction-text';
import { TransactionList } from './TransactionList';
import { TransactionPane } from './TransactionPane';
import { useHistoryOutline } from './use-history';
import { useRestore } from './use-restore';

const words = messages.history;

const useStyles = makeStyles({
  scroller: { display: 'flex', flexDirection: 'column' },
  rows: { flexShrink: 0 },
});

const noFilter: HistoryFilter = { search: '', groups: [] };

/** How long typing must pause before the journal is searched, in milliseconds. */
const typingPause = 150;

/** Pixels that time, sentence, result and the way back need beside each other. */
const roomForOneLine = 800;

interface Opened {
  readonly entry: HistoryEntry;
  readonly movesFocus: boolean;
}

/** Every transaction: what is still open first, then all of them, newest first, with their ways back. */
export function HistoryPage() {
  const styles = useStyles();
  const gridStyles = useGridStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const names = useMemo(() => ({ adapters, stack }), [adapters, stack]);
  const [filter, setFilter] = useState(noFilter);
  const { total, places, error, refetch } = useHistoryOutline(useDebounced(filter, typingPause));
  const isFiltered = filter.search !== '' || filter.groups.length > 0;
  useMatchAnnouncement(isFiltered ? words.matches({ n: places.length }) : null);
  const hasOpen = useInterrupted().length > 0;
  const scroller = useRef<HTMLDivElement>(null);
  const room = useElementWidth(scroller, window.innerWidth - 250);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((entry: HistoryEntry, movesFocus: boolean) => {
    setOpened({ entry, movesFocus });
  }, []);

  const restore = useRestore(open);

  const close = () => {
    const id = opened?.entry.id ?? '';
    setOpened(null);
    scroller.current
      ?.querySelector<HTMLElement>(`[data-testid="transaction-${id}"] button`)
      ?.focus();
  };
  const content = () => {
    if (total === undefined && error) {
      return (
        <EmptyState
          text={words.failed}
          detail={errorText(appErrorOf(error))}
          action={messages.app.tryAgain}
          onAction={refetch}
        />
      );
    }
    if (total === undefined) return <LoadingRows label={words.loading} count={6} />;
    if (total === 0) return <EmptyState Icon={HistoryRegular} text={words.none} />;
    if (places.length === 0) {
      return (
        <EmptyState
          Icon={SearchRegular}
          text={words.noMatch}
          action={words.clearAll}
          onAction={() => {
            setFilter(noFilter);
          }}
        />
      );
    }
    return (
      <div className={styles.rows}>
        <TransactionList
          places={places}
          names={names}
          scroller={scroller}
          openId={opened?.entry.id ?? null}
          isTight={room < roomForOneLine}
          onOpen={open}
          onRestore={restore}
        />
      </div>
    );
  };

  return (
    <>
      <PageMain
        label={words.title}
        onEscape={(event) => {
          if (!opened) return;
          event.preventDefault();
          close();
        }}
      >
        <HistoryToolbar
          shown={places.length}
          all={total ?? 0}
          filter={filter}
          onFilter={setFilter}
          isTight={room < roomForOneLine}
        />
        <div ref={scroller} className={mergeClasses(gridStyles.scroller, styles.scroller)}>
          {hasOpen && <StillOpen names={names} />}
          {content()}
        </div>
      </PageMain>
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
