// SPDX-License-Identifier: MIT
import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import type { PositioningVirtualElement } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';

const words = messages.selection;

/** The row a menu is about, and where it was asked for. */
export interface RowMenuPlace {
  readonly row: InterfaceRow;
  readonly at: PositioningVirtualElement;
}

/** Where the mouse is, or below the row where the keyboard asked. */
export function menuPlace(event: MouseEvent): PositioningVirtualElement {
  const row = event.currentTarget.getBoundingClientRect();
  const isByMouse = event.button === 2;
  const [x, y] = isByMouse ? [event.clientX, event.clientY] : [row.left + 36, row.bottom];
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}

interface RowMenuProps {
  readonly place: RowMenuPlace;
  readonly isChecked: boolean;
  /** How many rows Copy would take. */
  readonly copied: number;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onToggle: () => void;
  readonly onCopy: () => void;
  readonly onSelectAll: () => void;
}

/** What can be done with a row: the context menu of mouse and keyboard. */
export function RowMenu(props: RowMenuProps) {
  return (
    <Menu
      open
      positioning={{ target: props.place.at, position: 'below', align: 'start' }}
      onOpenChange={(_, { open }) => {
        if (!open) props.onClose();
      }}
    >
      <MenuPopover>
        <MenuList aria-label={words.menu}>
          <MenuItem onClick={props.onOpen}>{words.open}</MenuItem>
          <MenuItem onClick={props.onToggle}>
            {props.isChecked ? words.deselect : words.select}
          </MenuItem>
          <MenuItem secondaryContent="Ctrl+A" onClick={props.onSelectAll}>
            {words.selectAll}
          </MenuItem>
          <MenuDivider />
          <MenuItem secondaryContent="Ctrl+C" onClick={props.onCopy}>
            {words.copyRows({ n: props.copied })}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
