// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { interfaceColumnIds } from '../../../electron/contract/preferences';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { useDetails } from '../../ui/details-context';
import { useSelection } from '../../adapters/selection-context';
import { useWindowWidth } from '../../ui/use-window-size';
import { focusRow } from '../../ui/grid/use-active-row';
import { rowsToCopy } from '../../ui/grid/use-copy-rows';
import type { SelectionActions } from '../../ui/grid/use-row-selection';
import { useSelectableRows } from '../../ui/grid/use-selectable-rows';
import { useTableRoom } from '../../ui/grid/use-table-room';
import { loadLater } from '../../ui/load-later';
import { columnLabel } from './columns';
import { messages } from '../../../electron/language/messages';
import { usePageClass } from '../../ui/page-styles';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { isUnansweredEscape } from '../../ui/unanswered-escape';
import { InterfaceGrid } from './InterfaceGrid';
import type { RowActions, VisibleColumn } from './InterfaceRowView';
import { InterfacesToolbar } from './InterfacesToolbar';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { rowsText } from './rows-text';
import { menuPlace, RowMenu } from './RowMenu';
import type { RowMenuPlace } from './RowMenu';
import { SelectionBar } from './SelectionBar';
import { useInterfaceRows } from './use-interface-rows';
import { useInterfaceTable } from './use-interface-table';
import type { InterfaceTable } from './use-interface-table';
import { useEditCounts } from './use-edit-counts';
import { useOutsideChanges } from './use-outside-changes';
import { usePanes } from './use-panes';
import { useShownRows } from './use-shown-rows';

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

/** What copying rows of the table takes: the columns that are shown. */
function useTextOf(columns: readonly VisibleColumn[], editCounts: ReadonlyMap<string, number>) {
  return useCallback(
    (rows: readonly InterfaceRow[]) => {
      const ids = interfaceColumnIds.filter((id) => columns.some((column) => column.id === id));
      return rowsText(rows, ids, editCounts);
    },
    [columns, editCounts],
  );
}

/** Ways to act on a row by pointer, and where its menu was asked for. */
function useRowActions(actions: SelectionActions) {
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const { open, target } = useDetails();
  const openId = useRef<string | null>(null);
  useEffect(() => {
    openId.current = target && ipInterfaceId(target);
  }, [target]);
  const rowActions = useMemo(
    (): RowActions => ({
      ...actions,
      open: (row) => {
        const { luid, family } = row.ipInterface;
        actions.anchor(row);
        actions.clear();
        open({ luid, family });
      },
      add: (row) => {
        actions.toggle(row, openId.current);
      },
      showMenu: (row, event) => {
        event.preventDefault();
        setMenu({ row, at: menuPlace(event) });
      },
    }),
    [actions, open],
  );
  const closeMenu = () => {
    setMenu(null);
  };
  return { rowActions, menu, closeMenu };
}

/** Every IP interface of the computer, and the details of one of them or of several together. */
export function InterfacesPage() {
  const styles = useStyles();
  const pageClass = usePageClass();
  const width = useWindowWidth();
  const isNarrow = width === 'narrow' || width === 'small';
  const { query, rows } = useInterfaceRows();
  const stack = query.data?.stack ?? 'linux';
  const details = useDetails();
  const scroller = useRef<HTMLDivElement>(null);
  const [content, contentWidth] = useTableRoom();
  const room = contentWidth - frameOfTable;
  const editCounts = useEditCounts();
  const { table, showUsualColumns } = useInterfaceTable(rows, room, isNarrow, stack);
  const columns = useVisibleColumns(table);
  const { shown, filtering, clear } = useShownRows(table, editCounts);
  useOutsideChanges(rows);
  useDetailPaneLoading();
  useManyPaneLoading();

  const textOf = useTextOf(columns, editCounts);
  const { selection, selected, actions, copy } = useSelectableRows({
    all: rows,
    shown,
    textOf,
    ...useSelection(),
  });
  const panes = usePanes(selected.length, actions.clear);
  const { rowActions, menu, closeMenu } = useRowActions(actions);
  const openByKey = (row: InterfaceRow) => {
    const { luid, family } = row.ipInterface;
    if (selected.length > 1 && selection.has(row.id)) {
      panes.openMany?.();
    } else {
      rowActions.open(row);
      details.open({ luid, family, movesFocus: true });
    }
  };
  const refresh = () => void query.refetch();

  return (
    <>
      <main
        aria-label={words.title}
        data-region="main"
        onKeyDown={(event) => {
          if (isUnansweredEscape(event)) panes.closeAny();
        }}
        className={pageClass}
      >
        <InterfacesToolbar
          table={table}
          onUsualColumns={showUsualColumns}
          shown={shown.length}
          all={query.data ? rows.length : undefined}
          {...filtering}
          onRefresh={refresh}
          isTight={room < roomForWords}
        />
        <div ref={content} className={styles.content}>
          {shown.length > 0 ? (
            <InterfaceGrid
              table={table}
              rows={shown}
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
            shown={shown}
            onClear={actions.clear}
            onEdit={panes.openMany}
          />
        )}
      </main>
      {menu && (
        <RowMenu
          place={menu}
          isChecked={selection.has(menu.row.id)}
          copied={rowsToCopy(selected, menu.row).length}
          onClose={() => {
            closeMenu();
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
        {panes.isForMany && <ManyPane rows={selected} stack={stack} onClose={panes.closeMany} />}
        {!panes.isForMany && details.target && query.data && (
          <DetailPane target={details.target} snapshot={query.data} />
        )}
      </Suspense>
    </>
  );
}
