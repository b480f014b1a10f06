// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { adapterName } from '../../../electron/texts/adapter-name';
import { useInterfaces } from '../../adapters/use-interfaces';
import { columnTemplate, leastWidth } from '../../ui/grid/column-layout';
import { GridHeader } from '../../ui/grid/GridHeader';
import { focusRow } from '../../ui/grid/use-active-row';
import { useCopyRows } from '../../ui/grid/use-copy-rows';
import { selectedRows, useRowSelection } from '../../ui/grid/use-row-selection';
import type { RowSelection } from '../../ui/grid/use-row-selection';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import { messages } from '../../../electron/language/messages';
import { usePageClass } from '../../ui/page-styles';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { useElementWidth } from '../../ui/use-element-width';
import { usualFilters } from './arrange-rows';
import type { RouteColumnId, RouteSorting } from './arrange-rows';
import { answerText, noAnswerText, rowOfAnswer } from './lookup-text';
import { routeColumns } from './route-columns';
import { adaptersText, destinationText } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';
import { RouteLookup } from './RouteLookup';
import { RoutePane } from './RoutePane';
import { RouteRowView } from './RouteRowView';
import type { RouteRowActions } from './RouteRowView';
import { routesText } from './routes-text';
import { RoutesToolbar } from './RoutesToolbar';
import { useLookup } from './use-lookup';
import { useArrangedRows, useRouteRows } from './use-route-rows';

const words = messages.routes;

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 520;

/** What the typed address leads to: the sentence, and the row that says so. */
function useLookupAnswer(address: string, rows: readonly RouteRow[]) {
  const lookup = useLookup(address, useInterfaces().data?.revision);
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

/** A route that is looked at, and how it was opened. */
interface Opened {
  readonly id: string;
  readonly movesFocus: boolean;
}

const nothing: RowSelection = new Set();

const goneText = (row: RouteRow) =>
  words.gone({ destination: destinationText(row), adapter: adaptersText(row) });

/** Which way packets to an address go, and every route of the computer. */
export function RoutesPage() {
  const styles = useStyles();
  const pageClass = usePageClass();
  const { query, listing, retry, made } = useRouteRows();
  const { rows } = made;
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

  const { rows: arranged, withTables } = useArrangedRows(made, { filters, sorting, lookedUpId });
  const columns = useMemo(() => routeColumns(withTables), [withTables]);
  const [kept, select] = useState(nothing);
  const { selection, actions } = useRowSelection(arranged, { selection: kept, select });
  const selected = useMemo(
    () => selectedRows(rows, arranged, selection),
    [rows, arranged, selection],
  );
  const textOf = useCallback(
    (some: readonly RouteRow[]) =>
      routesText(
        some,
        columns.map(({ id }) => id),
      ),
    [columns],
  );
  const copy = useCopyRows(selected, textOf);
  const [opened, setOpened] = useState<Opened | null>(null);
  const openedRow = useMemo(
    () => (opened ? rows.find(({ id }) => id === opened.id) : undefined),
    [rows, opened],
  );
  const close = () => {
    setOpened(null);
    focusRow(scroller.current, opened?.id);
  };
  const rowActions = useMemo(
    (): RouteRowActions => ({
      ...actions,
      open: (row) => {
        actions.anchor(row);
        actions.clear();
        setOpened({ id: row.id, movesFocus: false });
      },
    }),
    [actions],
  );
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (opened) close();
    else actions.clear();
  };
  const layouts = columns.map(({ layout }) => layout);
  const template = columnTemplate(layouts);
  const sortBy = (column: RouteColumnId) => {
    setSorting({ column, isDescending: sorting.column === column && !sorting.isDescending });
  };
  const direction = sorting.isDescending ? 'desc' : 'asc';
  const refresh = () => {
    void query.refetch();
    retry();
  };
  const error = query.error ?? listing?.error ?? null;
  const reading = { isPending: !error && !listing, error, data: listing?.total ?? undefined };

  return (
    <>
      <main aria-label={words.title} data-region="main" className={pageClass} onKeyDown={onEscape}>
        <RoutesToolbar
          shown={arranged.length}
          all={listing?.total ?? undefined}
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
              fixedWidth={leastWidth(layouts.slice(0, 1))}
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
              onOpen={({ id }) => {
                setOpened({ id, movesFocus: true });
              }}
              selection={actions}
              onCopy={copy}
              renderRow={(row, place) => (
                <RouteRowView
                  key={row.id}
                  {...place}
                  row={row}
                  columns={columns}
                  template={template}
                  isSelected={
                    selection.size > 0
                      ? selection.has(row.id)
                      : row.id === (openedRow?.id ?? lookedUpId)
                  }
                  actions={rowActions}
                />
              )}
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
