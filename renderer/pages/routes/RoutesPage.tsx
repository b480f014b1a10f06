// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState } from 'react';
import { messages } from '../../../electron/language/messages';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { focusRow } from '../../ui/grid/use-active-row';
import type { RowSelection, SelectionActions } from '../../ui/grid/use-row-selection';
import { useSelectableRows } from '../../ui/grid/use-selectable-rows';
import { useTableRoom } from '../../ui/grid/use-table-room';
import { usePageClass } from '../../ui/page-styles';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { isUnansweredEscape } from '../../ui/unanswered-escape';
import { usualFilters } from './arrange-rows';
import type { RouteSorting } from './arrange-rows';
import { routeColumns } from './route-columns';
import { RouteGrid } from './RouteGrid';
import { RouteLookup } from './RouteLookup';
import { RoutePane } from './RoutePane';
import type { RouteRowActions } from './RouteRowView';
import { routesText } from './routes-text';
import { RoutesToolbar } from './RoutesToolbar';
import { useLookupAnswer } from './use-lookup-answer';
import { useOpenedRoute } from './use-opened-route';
import { useArrangedRows, useRouteRows } from './use-route-rows';

const words = messages.routes;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 520;

const usualSorting: RouteSorting = { column: 'destination', isDescending: false };
const nothing: RowSelection = new Set();

/** The columns, and what copying rows of them takes. */
function useColumns(withTables: boolean) {
  const columns = useMemo(() => routeColumns(withTables), [withTables]);
  const textOf = useCallback(
    (some: readonly RouteRow[]) =>
      routesText(
        some,
        columns.map(({ id }) => id),
      ),
    [columns],
  );
  return { columns, textOf };
}

/** Ways to act on a row by pointer. */
function useRowActions(
  actions: SelectionActions,
  open: ReturnType<typeof useOpenedRoute>['open'],
): RouteRowActions {
  return useMemo(
    () => ({
      ...actions,
      open: (row) => {
        actions.anchor(row);
        actions.clear();
        open({ id: row.id, movesFocus: false });
      },
    }),
    [actions, open],
  );
}

/** Which way packets to an address go, and every route of the computer. */
export function RoutesPage() {
  const styles = useStyles();
  const pageClass = usePageClass();
  const { query, listing, retry, made } = useRouteRows();
  const { rows } = made;
  const [address, setAddress] = useState('');
  const [filters, setFilters] = useState(usualFilters);
  const [sorting, setSorting] = useState(usualSorting);
  const { answer, shown: lookedUp } = useLookupAnswer(address, rows);
  const lookedUpId = lookedUp?.id ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const [content, room] = useTableRoom();

  const { rows: shown, withTables } = useArrangedRows(made, { filters, sorting, lookedUpId });
  const { columns, textOf } = useColumns(withTables);
  const [kept, select] = useState(nothing);
  const rowsToSelect = { all: rows, shown, textOf, selection: kept, select };
  const { selection, actions, copy } = useSelectableRows(rowsToSelect);
  const { opened, row: openedRow, open } = useOpenedRoute(rows);
  const rowActions = useRowActions(actions, open);
  const close = () => {
    open(null);
    focusRow(scroller.current, opened?.id);
  };
  const refresh = () => {
    void query.refetch();
    retry();
  };
  const error = query.error ?? listing?.error ?? null;
  const reading = { isPending: !error && !listing, error, data: listing?.total ?? undefined };

  return (
    <>
      <main
        aria-label={words.title}
        data-region="main"
        className={pageClass}
        onKeyDown={(event) => {
          if (!isUnansweredEscape(event)) return;
          if (opened) close();
          else actions.clear();
        }}
      >
        <RoutesToolbar
          shown={shown.length}
          all={listing?.total ?? undefined}
          filters={filters}
          onFilters={setFilters}
          onRefresh={refresh}
          isTight={room < roomForWords}
        />
        <RouteLookup answer={answer} onLookUp={setAddress} />
        <div ref={content} className={styles.content}>
          {shown.length > 0 ? (
            <RouteGrid
              rows={shown}
              columns={columns}
              scroller={scroller}
              sorting={sorting}
              onSort={setSorting}
              selection={selection}
              actions={rowActions}
              currentId={openedRow?.id ?? lookedUpId}
              broughtUp={lookedUp}
              onOpen={({ id }) => {
                open({ id, movesFocus: true });
              }}
              onCopy={copy}
            />
          ) : (
            <TablePlaceholder
              query={reading}
              onRefresh={refresh}
              none={listing?.total === 0 ? words.none : undefined}
              noMatch={words.noMatch}
              clear={messages.tables.clearFilters}
              onClear={() => {
                setFilters(usualFilters);
              }}
            />
          )}
        </div>
      </main>
      {openedRow && (
        <RoutePane row={openedRow} movesFocus={opened?.movesFocus === true} onClose={close} />
      )}
    </>
  );
}
