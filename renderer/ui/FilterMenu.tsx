// SPDX-License-Identifier: MIT
import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons/svg/filter';
import { commandLabel } from './command-label';
import { messages } from '../../electron/language/messages';

const words = messages.tables;

/** What is checked, by the name of its group. */
export type FilterChoices<Group extends string> = Record<Group, string[]>;

export interface FilterGroup<Group extends string> {
  readonly name: Group;
  readonly label: string;
  readonly items: readonly (readonly [value: string, label: string])[];
}

interface FilterMenuProps<Group extends string> {
  readonly groups: readonly FilterGroup<Group>[];
  readonly choices: FilterChoices<Group>;
  readonly onChoose: (choices: FilterChoices<Group>) => void;
  /** How many filters are set. */
  readonly active: number;
  readonly onClear: () => void;
  /** Whether there is no room for words on the button. */
  readonly isTight: boolean;
}

/** Chooses which rows a table shows; it stays open, so that several can be chosen. */
export function FilterMenu<Group extends string>(props: FilterMenuProps<Group>) {
  const { groups, choices, active, isTight } = props;
  return (
    <Menu
      persistOnItemClick
      checkedValues={choices}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        props.onChoose({ ...choices, [name]: checkedItems });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={active > 0 ? <FilterFilled /> : <FilterRegular />}
          {...commandLabel(active > 0 ? words.filterActive({ n: active }) : words.filter, isTight)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {groups.map(({ name, label, items }) => (
            <MenuGroup key={name}>
              <MenuGroupHeader>{label}</MenuGroupHeader>
              {items.map(([value, text]) => (
                <MenuItemCheckbox key={value} name={name} value={value}>
                  {text}
                </MenuItemCheckbox>
              ))}
            </MenuGroup>
          ))}
          <MenuDivider />
          <MenuItem disabled={active === 0} onClick={props.onClear}>
            {words.clearFilters}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
