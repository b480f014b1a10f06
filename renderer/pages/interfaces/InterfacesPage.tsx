// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { interfaceColumnIds } from '../../../electron/contract/preferences';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { useDetails } from '../../ui/details-context';
import { useSelection } from '../../adapters/selection-context';
import { useWindowWidth } from '../../ui/use-window-size';
import { useEdits } from '../../changes/edits-context';
import type { Edits } from '../../changes/edits-reducer';
import { focusRow } from '../../ui/grid/use-active-row';
import { rowsToCopy, useCopyRows } from '../../ui/grid/use-copy-rows';
import { selectedRows, useRowSelection } from '../../ui/grid/use-row-selection';
import { loadLater } from '../../ui/load-later';
import { columnLabel } from './columns';
import { messages } from '../../../electron/language/messages';
import { usePageClass } from '../../ui/page-styles';
import { isPaneOver } from '../../ui/pane-place';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { useElementWidth } from '../../ui/use-element-width';
import { useMatchAnnouncement } from '../../ui/use-match-announcement';
import { filterRows, noFilters } from './filter-rows';
import { InterfaceGrid } from './InterfaceGrid';
import type { RowActions, VisibleColumn } from './InterfaceRowView';
import { InterfacesToolbar } from './InterfacesToolbar';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { rowsText } from './rows-text';
import { placeOf, RowMenu } from './RowMenu';
import type { RowMenuPlace } from './RowMenu';
import { SelectionBar } from './SelectionBar';
import { useInterfaceRows } from './use-interface-rows';
import { useInterfaceTable } from './use-interface-table';
import type { InterfaceTable } from './use-interface-table';
import { useOutsideChanges } from './use-outside-changes';

const words = messages.interfaces;

const { Component: DetailPane, useLoading: useDetailPaneLoading } = loadLater(async () => {
  const { DetailPane: Pane } = await import('./detail/DetailPane');
  return Pane;
});
const { Component: ManyPane, useLoading: useManyPaneLoading } = loadLater(async () => {
  const { ManyPane: Pane } = await import('./many/ManyPane');
  return Pane;
});

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** Pixels that border and scrollbar take away from the columns. */
const frameOfTable = 18;

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 720;

function countByInterface(edits: Edits): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const edit of edits) {
    const id = ipInterfaceId(edit);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The columns that are shown, with how they look. */
function useVisibleColumns(table: InterfaceTable): readonly VisibleColumn[] {
  const visible = table.getVisibleLeafColumns();
  return useMemo(
    () =>
      visible.flatMap(({ id, columnDef }): VisibleColumn[] =>
        columnDef.meta ? [{ id, label: columnLabel(columnDef), look: columnDef.meta }] : [],
      ),
    [visible],
  );
}

/** Every IP interface of the computer, and the details of one of them or of several together. */
export function InterfacesPage() {
  const styles = useStyles();
  const pageClass = usePageClass();
  const width = useWindowWidth();
  const { query, rows } = useInterfaceRows();
  const edits = useEdits();
  const details = useDetails();
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const scroller = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  const room = useElementWidth(contentRef, window.innerWidth - 250) - frameOfTable;

  const editCounts = useMemo(() => countByInterface(edits), [edits]);
  const isNarrow = width === 'narrow' || width === 'small';
  const stack = query.data?.stack ?? 'linux';
  const { table, showUsualColumns } = useInterfaceTable(rows, room, isNarrow, stack);
  const tableRows = table.getRowModel().rows;
  // Sorted once for all, so that a key in the search box costs no sorting.
  const sortedRows = useMemo(() => tableRows.map(({ original }) => original), [tableRows]);
  const shownRows = useMemo(
    () => filterRows(sortedRows, search, filters, editCounts),
    [sortedRows, search, filters, editCounts],
  );
  const columns = useVisibleColumns(table);
  const isFiltered = search !== '' || filters !== noFilters;
  useMatchAnnouncement(isFiltered ? words.matches({ n: shownRows.length }) : null);
  useOutsideChanges(rows);
  useDetailPaneLoading();
  useManyPaneLoading();

  const { selection, actions } = useRowSelection(shownRows, useSelection());
  const selected = useMemo(
    () => selectedRows(rows, shownRows, selection),
    [rows, shownRows, selection],
  );
  const isOver = isPaneOver(width);
  const [showsMany, setShowsMany] = useState(false);
  if (showsMany && selected.length < 2) setShowsMany(false);
  const isEditingMany = selected.length > 1 && (!isOver || showsMany);

  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const { open } = details;
  const rowActions = useMemo(
    (): RowActions => ({
      ...actions,
      open: (row) => {
        const { luid, family } = row.ipInterface;
        actions.anchor(row);
        actions.clear();
        open({ luid, family });
      },
      showMenu: (row, event) => {
        event.preventDefault();
        setMenu({ row, at: placeOf(event) });
      },
    }),
    [actions, open],
  );
  const openByKey = (row: InterfaceRow) => {
    const { luid, family } = row.ipInterface;
    if (selected.length > 1 && selection.has(row.id)) {
      setShowsMany(true);
    } else {
      rowActions.open(row);
      open({ luid, family, movesFocus: true });
    }
  };
  const textOf = useCallback(
    (some: readonly InterfaceRow[]) => {
      const ids = interfaceColumnIds.filter((id) => columns.some((column) => column.id === id));
      return rowsText(some, ids, editCounts);
    },
    [columns, editCounts],
  );
  const copy = useCopyRows(selected, textOf);
  const clear = () => {
    setSearch('');
    setFilters(noFilters);
  };
  const refresh = () => void query.refetch();
  const closeMany = () => {
    if (isOver) setShowsMany(false);
    else actions.clear();
  };
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (isEditingMany) closeMany();
    else if (details.target) details.close();
    else actions.clear();
  };

  return (
    <>
      <main aria-label={words.title} data-region="main" onKeyDown={onEscape} className={pageClass}>
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
              rows={shownRows}
              columns={columns}
              scroller={scroller}
              editCounts={editCounts}
              openId={details.target && ipInterfaceId(details.target)}
              selection={selection}
              actions={rowActions}
              onOpen={openByKey}
              onCopy={copy}
            />
          ) : (
            <TablePlaceholder
              query={query}
              onRefresh={refresh}
              none={rows.length === 0 ? words.none : undefined}
              noMatch={words.noMatch}
              clear={words.clearAll}
              onClear={clear}
            />
          )}
        </div>
        {selected.length > 0 && (
          <SelectionBar
            selected={selected}
            shown={shownRows}
            onClear={actions.clear}
            {...(isOver &&
              selected.length > 1 && {
                onEdit: () => {
                  setShowsMany(true);
                },
              })}
          />
        )}
      </main>
      {menu && (
        <RowMenu
          place={menu}
          isChecked={selection.has(menu.row.id)}
          copied={rowsToCopy(selected, menu.row).length}
          onClose={() => {
            setMenu(null);
            focusRow(scroller.current, menu.row.id);
          }}
          onOpen={() => {
            openByKey(menu.row);
          }}
          onToggle={() => {
            actions.toggle(menu.row);
          }}
          onCopy={() => {
            copy(menu.row);
          }}
          onSelectAll={actions.selectAll}
        />
      )}
      <Suspense>
        {isEditingMany && <ManyPane rows={selected} stack={stack} onClose={closeMany} />}
        {!isEditingMany && details.target && query.data && (
          <DetailPane target={details.target} snapshot={query.data} />
        )}
      </Suspense>
    </>
  );
}
