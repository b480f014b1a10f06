// SPDX-License-Identifier: MIT
import { useCallback, useRef, useState } from 'react';
import { messages } from '../../../electron/language/messages';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { TableRoom } from '../../ui/grid/TableRoom';
import { focusRow } from '../../ui/grid/use-active-row';
import type { RowSelection } from '../../ui/grid/use-row-selection';
import { useSelectableRows } from '../../ui/grid/use-selectable-rows';
import { useTableRoom } from '../../ui/grid/use-table-room';
import { usePageClass } from '../../ui/page-styles';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { isUnansweredEscape } from '../../ui/unanswered-escape';
import { usualFilters } from './arrange-rows';
import { RouteGrid } from './RouteGrid';
import { RouteLookup } from './RouteLookup';
import { RoutePane } from './RoutePane';
import { routesText } from './routes-text';
import { RoutesToolbar } from './RoutesToolbar';
import { useLookupAnswer } from './use-lookup-answer';
import { useOpenedRoute } from './use-opened-route';
import { useRouteRows } from './use-route-rows';
import { useRouteTable } from './use-route-table';

const words = messages.routes;

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 520;

const nothing: RowSelection = new Set();

/** Which way packets to an address go, and every route of the computer. */
export function RoutesPage() {
  const pageClass = usePageClass();
  const { query, listing, retry, made } = useRouteRows();
  const { rows } = made;
  const [address, setAddress] = useState('');
  const { answer, shown: lookedUp } = useLookupAnswer(address, rows);
  const lookedUpId = lookedUp?.id ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const [content, room] = useTableRoom();
  const { shown, columns, filtering } = useRouteTable(made, lookedUpId);

  const textOf = useCallback(
    (some: readonly RouteRow[]) =>
      routesText(
        some,
        columns.inSight.map(({ id }) => id),
      ),
    [columns],
  );
  const [selection, select] = useState(nothing);
  const { opened, row: openedRow, open } = useOpenedRoute(rows);
  const { actions, copy } = useSelectableRows({
    all: rows,
    shown,
    textOf,
    selection,
    select,
    onOpen: ({ id }) => {
      open({ id, movesFocus: false });
    },
  });
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
          {...filtering}
          onRefresh={refresh}
          isTight={room < roomForWords}
        />
        <RouteLookup answer={answer} onLookUp={setAddress} />
        <TableRoom ref={content}>
          {shown.length > 0 ? (
            <RouteGrid
              rows={shown}
              columns={columns}
              scroller={scroller}
              selection={selection}
              actions={actions}
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
                filtering.onFilters(usualFilters);
              }}
            />
          )}
        </TableRoom>
      </main>
      {openedRow && (
        <RoutePane row={openedRow} movesFocus={opened?.movesFocus === true} onClose={close} />
      )}
    </>
  );
}
