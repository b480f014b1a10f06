// SPDX-License-Identifier: MIT
import { useRef, useState } from 'react';
import { messages } from '../../../electron/language/messages';
import { TableRoom } from '../../ui/grid/TableRoom';
import { useTableRoom } from '../../ui/grid/use-table-room';
import { PageMain } from '../../ui/PageMain';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { usualFilters } from './arrange-rows';
import { RouteGrid } from './RouteGrid';
import { RouteLookup } from './RouteLookup';
import { RoutePane } from './RoutePane';
import { RoutesToolbar } from './RoutesToolbar';
import { useLookupAnswer } from './use-lookup-answer';
import { useRouteRows } from './use-route-rows';
import { useRouteSelection } from './use-route-selection';
import { useRouteTable } from './use-route-table';

const words = messages.routes;

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 520;

/** Which way packets to an address go, and every route of the computer. */
export function RoutesPage() {
  const { query, listing, retry, made } = useRouteRows();
  const { rows } = made;
  const [address, setAddress] = useState('');
  const { answer, shown: lookedUp } = useLookupAnswer(address, rows);
  const lookedUpId = lookedUp?.id ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const [content, room] = useTableRoom();
  const { shown, columns, filtering } = useRouteTable(made, lookedUpId);

  const { pane, openByKey, copy, closeAny, ...choice } = useRouteSelection({
    all: rows,
    shown,
    columns,
    scroller,
  });
  const refresh = () => {
    void query.refetch();
    retry();
  };
  const error = query.error ?? listing?.error ?? null;
  const reading = { isPending: !error && !listing, error, data: listing?.total ?? undefined };

  return (
    <>
      <PageMain label={words.title} onEscape={closeAny}>
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
              {...choice}
              rows={shown}
              columns={columns}
              scroller={scroller}
              currentId={pane?.row.id ?? lookedUpId}
              broughtUp={lookedUp}
              onOpen={openByKey}
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
      </PageMain>
      {pane && <RoutePane {...pane} />}
    </>
  );
}
