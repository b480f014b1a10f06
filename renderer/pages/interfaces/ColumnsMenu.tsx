// SPDX-License-Identifier: MIT
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ColumnTripleRegular } from '@fluentui/react-icons/svg/column-triple';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { commandLabel } from '../../ui/command-label';
import type { GridColumn } from '../../ui/grid/use-grid-table';
import { messages } from '../../../electron/language/messages';

interface ColumnsMenuProps {
  /** Those that can be hidden. */
  readonly columns: readonly GridColumn<InterfaceColumnId>[];
  readonly onReset: () => void;
  readonly isTight: boolean;
}

/** Chooses which columns the table shows; the first one always stays. */
export function ColumnsMenu({ columns, onReset, isTight }: ColumnsMenuProps) {
  const shown = columns.filter((column) => column.getIsVisible()).map((column) => column.id);
  return (
    <Menu
      persistOnItemClick
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_, { checkedItems }) => {
        for (const column of columns) {
          const show = checkedItems.includes(column.id);
          if (show !== column.getIsVisible()) column.toggleVisibility(show);
        }
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<ColumnTripleRegular />}
          {...commandLabel(messages.interfaces.columns, isTight)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {columns.map((column) => (
            <MenuItemCheckbox key={column.id} name="columns" value={column.id}>
              {messages.interfaces.columnNames[column.id]}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem onClick={onReset}>{messages.interfaces.columnsReset}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
