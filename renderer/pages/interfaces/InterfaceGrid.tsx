// SPDX-License-Identifier: MIT
import { useMemo, useState } from 'react';
import type { RefObject } from 'react';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { focusRow } from '../../ui/grid/use-active-row';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import type { RowSelection, SelectionActions } from '../../ui/grid/use-row-selection';
import { VirtualGrid } from '../../ui/grid/VirtualGrid';
import { InterfaceRowView } from './InterfaceRowView';
import { RowMenu } from './RowMenu';
import type { RowMenuPlace } from './RowMenu';
import type { RowMarks } from './row-marks';
import { SelectBox } from './SelectBox';

interface InterfaceGridProps {
  /** In their order. */
  readonly rows: readonly InterfaceRow[];
  readonly columns: GridColumns<InterfaceColumnId>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly marks: RowMarks;
  readonly openId: string | null;
  readonly selection: RowSelection;
  readonly selected: readonly InterfaceRow[];
  readonly actions: SelectionActions<InterfaceRow>;
  readonly onOpen: (row: InterfaceRow) => void;
  readonly onCopy: (row: InterfaceRow) => void;
}

/** How many of the rows in sight are selected: none, some or all of them. */
function selectedState(rows: readonly InterfaceRow[], selection: RowSelection): boolean | 'mixed' {
  if (selection.size === 0) return false;
  const isSelected = ({ id }: InterfaceRow) => selection.has(id);
  if (!rows.some(isSelected)) return false;
  return rows.every(isSelected) ? true : 'mixed';
}

const goneText = ({ name, ipInterface }: InterfaceRow) =>
  messages.interfaces.rowGone({ adapter: name, family: ipInterface.family });

/** The table of IP interfaces, and the menu of its rows. */
export function InterfaceGrid(props: InterfaceGridProps) {
  const { rows, columns, scroller, marks, openId, selection, actions } = props;
  const [menu, setMenu] = useState<RowMenuPlace | null>(null);
  const allSelected = useMemo(() => selectedState(rows, selection), [rows, selection]);
  return (
    <>
      <VirtualGrid
        label={messages.interfaces.grid}
        rows={rows}
        columns={columns}
        names={messages.interfaces.columnNames}
        lead={
          <SelectBox
            isTabStop
            label={messages.selection.selectAll}
            state={allSelected}
            onToggle={allSelected === true ? actions.clear : actions.selectAll}
          />
        }
        scroller={scroller}
        goneText={goneText}
        actions={actions}
        onOpen={props.onOpen}
        onCopy={props.onCopy}
        renderRow={(row, place) => (
          <InterfaceRowView
            key={row.id}
            {...place}
            row={row}
            columns={columns}
            mark={marks.get(row.id)}
            isChecked={selection.has(row.id)}
            isSelected={selection.size > 0 ? selection.has(row.id) : row.id === openId}
            actions={actions}
            onMenu={setMenu}
          />
        )}
      />
      {menu && (
        <RowMenu
          place={menu}
          selected={props.selected}
          actions={actions}
          onOpen={props.onOpen}
          onCopy={props.onCopy}
          onClose={() => {
            setMenu(null);
            focusRow(scroller.current, menu.row.id);
          }}
        />
      )}
    </>
  );
}
