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
import { commandLabel } from '../../ui/command-label';
import { columnLabel } from './columns';
import { messages } from '../../../electron/language/messages';
import type { InterfaceTable } from './use-interface-table';

interface ColumnsMenuProps {
  readonly table: InterfaceTable;
  readonly onReset: () => void;
  readonly isTight: boolean;
}

/** Chooses which columns the table shows; the first one always stays. */
export function ColumnsMenu({ table, onReset, isTight }: ColumnsMenuProps) {
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  const shown = hideable.filter((column) => column.getIsVisible()).map((column) => column.id);
  return (
    <Menu
      persistOnItemClick
      checkedValues={{ columns: shown }}
      onCheckedValueChange={(_, { checkedItems }) => {
        for (const column of hideable) {
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
          {hideable.map((column) => (
            <MenuItemCheckbox key={column.id} name="columns" value={column.id}>
              {columnLabel(column.columnDef)}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItem onClick={onReset}>{messages.interfaces.columnsReset}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
