// SPDX-License-Identifier: MIT
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import type { PositioningVirtualElement } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { rowsToCopy } from '../../ui/grid/use-copy-rows';
import type { SelectionActions } from '../../ui/grid/use-row-selection';

const words = messages.selection;

/** The row a menu is about, and where it was asked for. */
export interface RowMenuPlace {
  readonly row: InterfaceRow;
  readonly at: PositioningVirtualElement;
}

/** Where the mouse is, or below the row where the keyboard asked. */
export function rowMenuPlace(row: InterfaceRow, event: MouseEvent): RowMenuPlace {
  const box = event.currentTarget.getBoundingClientRect();
  const isByMouse = event.button === 2;
  const [x, y] = isByMouse ? [event.clientX, event.clientY] : [box.left + 36, box.bottom];
  return { row, at: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } };
}

interface RowMenuProps {
  readonly place: RowMenuPlace;
  readonly selected: readonly InterfaceRow[];
  readonly actions: SelectionActions<InterfaceRow>;
  readonly onOpen: (row: InterfaceRow) => void;
  readonly onCopy: (row: InterfaceRow) => void;
  readonly onClose: () => void;
}

/** What can be done with a row: the context menu of mouse and keyboard. */
export function RowMenu({ place, selected, actions, onOpen, onCopy, onClose }: RowMenuProps) {
  const { row, at } = place;
  const isSelected = selected.some(({ id }) => id === row.id);
  return (
    <Menu
      open
      positioning={{ target: at, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <MenuPopover>
        <MenuList aria-label={words.menu}>
          <MenuItem
            onClick={() => {
              onOpen(row);
            }}
          >
            {words.open}
          </MenuItem>
          <MenuItem
            onClick={() => {
              actions.toggle(row);
            }}
          >
            {isSelected ? words.deselect : words.select}
          </MenuItem>
          <MenuItem secondaryContent="Ctrl+A" onClick={actions.selectAll}>
            {words.selectAll}
          </MenuItem>
          <MenuDivider />
          <MenuItem
            secondaryContent="Ctrl+C"
            onClick={() => {
              onCopy(row);
            }}
          >
            {words.copyRows({ n: rowsToCopy(selected, row).length })}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
