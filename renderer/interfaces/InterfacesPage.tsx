// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens, useAnnounce } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import { useDetails } from '../app/details-context';
import { useWindowWidth } from '../app/use-window-size';
import { appErrorOf } from '../bridge/bridge';
import { useEdits } from '../changes/edits-context';
import type { Edits } from '../changes/edits-reducer';
import { EmptyState } from '../ui/EmptyState';
import { errorText } from '../ui/error-text';
import { useGridStyles } from '../ui/grid/grid-styles';
import { LoadingRows } from '../ui/LoadingRows';
import { messages } from '../ui/messages';
import { useDebounced } from '../ui/use-debounced';
import { useElementWidth } from '../ui/use-element-width';
import { filterRows, noFilters } from './filter-rows';
import { InterfaceGrid } from './InterfaceGrid';
import { InterfacesToolbar } from './InterfacesToolbar';
import { interfaceRows } from './interface-rows';
import type { InterfaceRow } from './interface-rows';
import { useInterfaces } from './use-interfaces';
import { useInterfaceTable } from './use-interface-table';
import { useOutsideChanges } from './use-outside-changes';

const words = messages.interfaces;

const DetailPane = lazy(() =>
  import('./detail/DetailPane').then((module) => ({ default: module.DetailPane })),
);

const useStyles = makeStyles({
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
  },
  narrow: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  placeholder: { display: 'flex', flexDirection: 'column' },
});

/** Pixels that border and scrollbar take away from the columns. */
const frameOfTable = 18;

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 720;

const noRows: readonly InterfaceRow[] = [];

/** The rows of the newest snapshot; those nobody changed are the same objects as before. */
function useRows(): {
  readonly query: ReturnType<typeof useInterfaces>;
  readonly rows: readonly InterfaceRow[];
} {
  const query = useInterfaces();
  const [made, setMade] = useState({ of: query.data, rows: noRows });
  if (made.of === query.data && (made.rows !== noRows || !query.data)) {
    return { query, rows: made.rows };
  }
  const rows = query.data ? interfaceRows(query.data, made.rows) : noRows;
  setMade({ of: query.data, rows });
  return { query, rows };
}

function countByInterface(edits: Edits): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edit of edits) {
    const id = ipInterfaceId(edit);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Tells screen readers how many rows are left once typing pauses. */
function useMatchAnnouncement(isFiltered: boolean, count: number): void {
  const { announce } = useAnnounce();
  const text = useDebounced(isFiltered ? words.matches(count) : '', 500);
  useEffect(() => {
    if (text !== '') announce(text, { polite: true });
  }, [text, announce]);
}

/** Every IP interface of the computer, and the details of one of them. */
export function InterfacesPage() {
  const styles = useStyles();
  const gridStyles = useGridStyles();
  const width = useWindowWidth();
  const { query, rows } = useRows();
  const edits = useEdits();
  const details = useDetails();
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const scroller = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const room = useElementWidth(contentRef, window.innerWidth - 250) - frameOfTable;

  const editCounts = useMemo(() => countByInterface(edits), [edits]);
  const shownRows = useMemo(
    () => filterRows(rows, search, filters, editCounts),
    [rows, search, filters, editCounts],
  );
  const isNarrow = width === 'narrow' || width === 'small';
  const { table, showUsualColumns } = useInterfaceTable(
    shownRows,
    room,
    isNarrow,
    query.data?.stack ?? 'linux',
  );
  useMatchAnnouncement(search !== '' || filters !== noFilters, shownRows.length);
  useOutsideChanges(rows);

  const { open } = details;
  const openRow = useCallback(
    ({ ipInterface: { luid, family } }: InterfaceRow, movesFocus: boolean) => {
      open({ luid, family, ...(movesFocus && { movesFocus }) });
    },
    [open],
  );
  const clear = () => {
    setSearch('');
    setFilters(noFilters);
  };
  const refresh = () => void query.refetch();
  const closeDetails = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) details.close();
  };

  const content = () => {
    if (query.isPending) return <LoadingRows label={messages.reading.loading} count={9} />;
    if (query.isError && !query.data) {
      return (
        <EmptyState
          text={messages.reading.failedFirst}
          detail={errorText(appErrorOf(query.error))}
          action={messages.app.tryAgain}
          onAction={refresh}
        />
      );
    }
    if (rows.length === 0) {
      return <EmptyState text={words.none} action={words.refresh} onAction={refresh} />;
    }
    return <EmptyState text={words.noMatch} action={words.clearAll} onAction={clear} />;
  };

  return (
    <>
      <main
        aria-label={words.title}
        data-region="main"
        onKeyDown={closeDetails}
        className={mergeClasses(styles.main, isNarrow && styles.narrow)}
      >
        <InterfacesToolbar
          table={table}
          onUsualColumns={showUsualColumns}
          shown={shownRows.length}
          all={query.data ? rows.length : undefined}
          search={search}
          onSearch={setSearch}
          filters={filters}
          onFilters={setFilters}
          onRefresh={refresh}
          isTight={room < roomForWords}
        />
        <div ref={contentRef} className={styles.content}>
          {shownRows.length > 0 ? (
            <InterfaceGrid
              table={table}
              scroller={scroller}
              editCounts={editCounts}
              openId={details.target && ipInterfaceId(details.target)}
              onOpen={openRow}
            />
          ) : (
            <div className={mergeClasses(gridStyles.scroller, styles.placeholder)}>{content()}</div>
          )}
        </div>
      </main>
      {details.target && query.data && (
        <Suspense>
          <DetailPane target={details.target} snapshot={query.data} />
        </Suspense>
      )}
    </>
  );
}
