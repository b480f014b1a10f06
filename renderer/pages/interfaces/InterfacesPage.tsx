// SPDX-License-Identifier: MIT
import { useRef } from 'react';
import { messages } from '../../../electron/language/messages';
import { TableRoom } from '../../ui/grid/TableRoom';
import { useTableRoom } from '../../ui/grid/use-table-room';
import { PageMain } from '../../ui/PageMain';
import { TablePlaceholder } from '../../ui/TablePlaceholder';
import { InterfaceGrid } from './InterfaceGrid';
import { InterfacePanes } from './InterfacePanes';
import { InterfacesToolbar } from './InterfacesToolbar';
import { SelectionBar } from './SelectionBar';
import { useRowMarks } from './row-marks';
import { useInterfaceRows } from './use-interface-rows';
import { useInterfaceSelection } from './use-interface-selection';
import { useInterfaceTable } from './use-interface-table';
import { useOutsideChanges } from './use-outside-changes';
import { useShownRows } from './use-shown-rows';

const words = messages.interfaces;

/** Pixels that border and scrollbar take away from the columns. */
const frameOfTable = 18;

/** Room in pixels that the page's commands need to show their words. */
const roomForWords = 720;

/** Every IP interface of the computer, and the details of one of them or of several together. */
export function InterfacesPage() {
  const { query, rows } = useInterfaceRows();
  const marks = useRowMarks();
  const scroller = useRef<HTMLDivElement>(null);
  const [content, contentWidth] = useTableRoom();
  const room = contentWidth - frameOfTable;
  const table = useInterfaceTable(rows, room, query.data?.stack ?? 'linux');
  const { columns, hideable, showUsualColumns } = table;
  const { shown, filtering, clear } = useShownRows(table.sorted, marks);
  const { selected, panes, openByKey, copy, ...choice } = useInterfaceSelection({
    all: rows,
    shown,
    columns,
    marks,
  });
  useOutsideChanges(rows);
  const refresh = () => void query.refetch();

  return (
    <>
      <PageMain label={words.title} onEscape={panes.closeAny}>
        <InterfacesToolbar
          columns={hideable}
          onUsualColumns={showUsualColumns}
          shown={shown.length}
          all={query.data ? rows.length : undefined}
          {...filtering}
          onRefresh={refresh}
          isTight={room < roomForWords}
        />
        <TableRoom ref={content}>
          {shown.length > 0 ? (
            <InterfaceGrid
              {...choice}
              rows={shown}
              columns={columns}
              scroller={scroller}
              marks={marks}
              selected={selected}
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
        </TableRoom>
        {selected.length > 0 && (
          <SelectionBar
            selected={selected}
            shown={shown}
            onClear={choice.actions.clear}
            onEdit={panes.openMany}
          />
        )}
      </PageMain>
      <InterfacePanes panes={panes} selected={selected} snapshot={query.data} />
    </>
  );
}
