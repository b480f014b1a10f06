// SPDX-License-Identifier: MIT
import { memo } from 'react';
import type { MouseEvent } from 'react';
import { GridCell, GridRow } from '../../ui/grid/GridRow';
import type { RowPlace } from '../../ui/grid/VirtualGrid';
import { messages } from '../../../electron/language/messages';
import { selectColumnWidth } from './columns';
import type { ColumnLook } from './columns';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { SelectBox } from './SelectBox';
import type { SelectionActions } from '../../ui/grid/use-row-selection';

export interface VisibleColumn {
  readonly id: string;
  readonly label: string;
  readonly look: ColumnLook;
}

/** What can be done with a row; the same functions from drawing to drawing. */
export interface RowActions extends SelectionActions {
  readonly open: (row: InterfaceRow) => void;
  /** As `toggle`; a selection begins with the row whose details are open. */
  readonly add: (row: InterfaceRow) => void;
  readonly showMenu: (row: InterfaceRow, event: MouseEvent) => void;
}

interface InterfaceRowViewProps extends RowPlace {
  readonly row: InterfaceRow;
  readonly columns: readonly VisibleColumn[];
  /** grid-template-columns. */
  readonly template: string;
  readonly editCount: number;
  /** Whether its box is checked. */
  readonly isChecked: boolean;
  /** Whether the pane is about it, alone or with others. */
  readonly isSelected: boolean;
  readonly actions: RowActions;
}

/** One row of the table of IP interfaces; drawn again only when something in it changed. */
export const InterfaceRowView = memo(function InterfaceRowView(props: InterfaceRowViewProps) {
  const { row, columns, template, editCount, isChecked, isSelected, actions, ...place } = props;
  const { name, ipInterface } = row;
  const showsChanges = columns.some(({ id }) => id === 'changes');
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey) actions.extend(row);
    else if (event.ctrlKey) actions.add(row);
    else actions.open(row);
  };
  return (
    <GridRow
      {...place}
      id={row.id}
      testId={`ip-interface-${row.id}`}
      label={messages.interfaces.rowName({ adapter: name, family: ipInterface.family })}
      template={template}
      isSelected={isSelected}
      onClick={onClick}
      onContextMenu={(event) => {
        actions.showMenu(row, event);
      }}
    >
      <GridCell column={0} isSelected={isSelected}>
        <SelectBox
          label={messages.selection.selectRow({ adapter: name, family: ipInterface.family })}
          state={isChecked}
          onToggle={() => {
            actions.toggle(row);
          }}
        />
      </GridCell>
      {columns.map(({ id, look }, column) => (
        <GridCell
          key={id}
          column={column + 1}
          isSelected={isSelected}
          {...(column === 0 && { fixedAt: selectColumnWidth })}
          {...(look.align && { align: look.align })}
        >
          <look.Cell row={row} editCount={editCount} showsChanges={showsChanges} />
        </GridCell>
      ))}
    </GridRow>
  );
});
