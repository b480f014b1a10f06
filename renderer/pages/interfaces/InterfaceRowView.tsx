// SPDX-License-Identifier: MIT
import { memo } from 'react';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { GridRow } from '../../ui/grid/GridRow';
import type { GridColumns } from '../../ui/grid/use-grid-table';
import type { SelectionActions } from '../../ui/grid/use-row-selection';
import type { RowPlace } from '../../ui/grid/VirtualGrid';
import { interfaceCells } from './cells';
import { rowMenuPlace } from './RowMenu';
import type { RowMenuPlace } from './RowMenu';
import type { RowMark } from './row-marks';
import { SelectBox } from './SelectBox';

interface InterfaceRowViewProps extends RowPlace {
  readonly row: InterfaceRow;
  readonly columns: GridColumns<InterfaceColumnId>;
  readonly mark: RowMark | undefined;
  /** Whether its box is checked. */
  readonly isChecked: boolean;
  /** Whether the pane is about it, alone or with others. */
  readonly isSelected: boolean;
  readonly actions: SelectionActions<InterfaceRow>;
  readonly onMenu: (place: RowMenuPlace) => void;
}

/** One row of the table of IP interfaces; drawn again only when something in it changed. */
export const InterfaceRowView = memo(function InterfaceRowView(props: InterfaceRowViewProps) {
  const { mark, isChecked, onMenu, ...shared } = props;
  const { row, columns, actions } = shared;
  const names = { adapter: row.name, family: row.ipInterface.family };
  const showsChanges = columns.inSight.some(({ id }) => id === 'changes');
  return (
    <GridRow
      {...shared}
      testId={`ip-interface-${row.id}`}
      label={messages.interfaces.rowName(names)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(rowMenuPlace(row, event));
      }}
      lead={
        <SelectBox
          label={messages.selection.selectRow(names)}
          state={isChecked}
          onToggle={() => {
            actions.toggle(row);
          }}
        />
      }
      renderCell={(id) => {
        const Cell = interfaceCells[id];
        return <Cell row={row} mark={mark} showsChanges={showsChanges} />;
      }}
    />
  );
});
