// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { useKnownAdapters } from '../app/known-adapters';
import { adapterName } from '../interfaces/adapter-name';
import { useInterfaces } from '../interfaces/use-interfaces';
import { columnTemplate, leastWidth } from '../ui/grid/column-layout';
import { GridHeader } from '../ui/grid/GridHeader';
import { VirtualGrid } from '../ui/grid/VirtualGrid';
import { messages } from '../ui/messages';
import { usePageClass } from '../ui/page-styles';
import { TablePlaceholder } from '../ui/TablePlaceholder';
import { useElementWidth } from '../ui/use-element-width';
import { arrangeRows, usualFilters } from './arrange-rows';
import type { RouteColumnId, RouteSorting } from './arrange-rows';
import { answerText, noAnswerText, rowOfAnswer } from './lookup-text';
import { routeColumns } from './route-columns';
import { adaptersText, hasOtherTables, routeRows } from './route-rows';
import type { RouteRow } from './route-rows';
import { RouteLookup } from './RouteLookup';
import { RouteRowView } from './RouteRowView';
import { RoutesToolbar } from './RoutesToolbar';
import { useLookup } from './use-lookup';

const words = messages.routes;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 520;

const noRows: readonly RouteRow[] = [];

/** The rows of the newest snapshot; those that show what they showed are the same objects as before. */
function useRows() {
  const query = useInterfaces();
  const snapshot = query.data;
  const [made, setMade] = useState({ of: snapshot, rows: noRows });
  if (made.of !== snapshot || (snapshot && made.rows === noRows && snapshot.routes.length > 0)) {
    const rows = snapshot ? routeRows(snapshot, made.rows) : noRows;
    setMade({ of: snapshot, rows });
    return { query, rows };
  }
  return { query, rows: made.rows };
}

/** What the typed address leads to: the sentence, and the row that says so. */
function useLookupAnswer(address: string, rows: readonly RouteRow[]) {
  const lookup = useLookup(address, useInterfaces().data);
  const adapters = useKnownAdapters();
  const row = useMemo(
    () => (lookup?.kind === 'answered' ? rowOfAnswer(rows, lookup.route) : undefined),
    [lookup, rows],
  );
  const id = row?.id;
  // Another lookup of the same route brings it into sight again.
  const shown = useMemo(
    () => (id === undefined || !lookup ? null : { id, address: lookup.address }),
    [id, lookup],
  );
  if (!lookup) return { answer: null, shown };
  if (lookup.kind === 'failed') {
    const text = noAnswerText(lookup.address, lookup.error);
    return { answer: { text, hasFailed: true }, shown };
  }
  const { route } = lookup;
  const name = adapterName(adapters.get(route.luid), route.luid);
  return { answer: { text: answerText(lookup.address, route, name), hasFailed: false }, shown };
}

const goneText = (row: RouteRow) => words.gone(row.destination, adaptersText(row));

/** Which way packets to an address go, and every route of the computer. */
export function RoutesPage() {
  const styles = useStyles();
  const pageClass = usePageClass();
  const { query, rows } = useRows();
  const [address, setAddress] = useState('');
  const [filters, setFilters] = useState(usualFilters);
  const [sorting, setSorting] = useState<RouteSorting>({
    column: 'destination',
    isDescending: false,
  });
  const { answer, shown } = useLookupAnswer(address, rows);
  const lookedUpId = shown?.id ?? null;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const room = useElementWidth(content, window.innerWidth - 250);

  const arranged = useMemo(
    () => arrangeRows(rows, filters, sorting, lookedUpId),
    [rows, filters, sorting, lookedUpId],
  );
  const withTables = hasOtherTables(arranged);
  const columns = useMemo(() => routeColumns(withTables), [withTables]);
  const layouts = columns.map(({ layout }) => layout);
  const template = columnTemplate(layouts);
  const sortBy = (column: RouteColumnId) => {
    setSorting({ column, isDescending: sorting.column === column && !sorting.isDescending });
  };
  const direction = sorting.isDescending ? 'desc' : 'asc';
  const refresh = () => void query.refetch();

  return (
    <main aria-label={words.title} data-region="main" className={pageClass}>
      <RoutesToolbar
        shown={arranged.length}
        all={query.data ? rows.length : undefined}
        filters={filters}
        onFilters={setFilters}
        onRefresh={refresh}
        isTight={room < roomForWords}
      />
      <RouteLookup answer={answer} onLookUp={setAddress} />
      <div ref={content} className={styles.content}>
        {arranged.length > 0 ? (
          <VirtualGrid
            label={words.grid}
            rows={arranged}
            columnCount={columns.length}
            minWidth={leastWidth(layouts)}
            scroller={scroller}
            header={
              <GridHeader
                template={template}
                columns={columns.map(({ id, label, layout }) => ({
                  id,
                  label,
                  ...(layout.align && { align: layout.align }),
                  sorted: sorting.column === id && direction,
                  onSort: () => {
                    sortBy(id);
                  },
                }))}
              />
            }
            goneText={goneText}
            shown={shown}
            renderRow={(row, place) => (
              <RouteRowView
                key={row.id}
                {...place}
                row={row}
                columns={columns}
                template={template}
                isLookedUp={row.id === lookedUpId}
              />
            )}
          />
        ) : (
          <TablePlaceholder
            query={query}
            onRefresh={refresh}
            none={rows.length === 0 ? words.none : undefined}
            noMatch={words.noMatch}
            clear={messages.tables.clearFilters}
            onClear={() => {
              setFilters(usualFilters);
            }}
          />
        )}
      </div>
    </main>
  );
}
