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
import { families } from '../../electron/contract/family';
import { commandLabel } from '../ui/command-label';
import { messages } from '../ui/messages';
import { adapterKinds } from '../../electron/contract/adapter-kind';
import { countFilters, noFilters } from './filter-rows';
import type { InterfaceFilters } from './filter-rows';

const words = messages.interfaces;

type Choices = Record<'families' | 'kinds' | 'states' | 'changes', string[]>;

function choicesOf(filters: InterfaceFilters): Choices {
  return {
    families: [...filters.families],
    kinds: [...filters.kinds],
    states: filters.connected ? ['connected'] : [],
    changes: (['notDefault', 'edited'] as const).filter((name) => filters[name]),
  };
}

function filtersOf(choices: Choices): InterfaceFilters {
  return {
    families: families.filter((family) => choices.families.includes(family)),
    kinds: adapterKinds.filter((kind) => choices.kinds.includes(kind)),
    connected: choices.states.includes('connected'),
    notDefault: choices.changes.includes('notDefault'),
    edited: choices.changes.includes('edited'),
  };
}

interface FilterGroupProps {
  readonly name: keyof Choices;
  readonly label: string;
  readonly items: readonly (readonly [value: string, label: string])[];
}

function FilterGroup({ name, label, items }: FilterGroupProps) {
  return (
    <MenuGroup>
      <MenuGroupHeader>{label}</MenuGroupHeader>
      {items.map(([value, text]) => (
        <MenuItemCheckbox key={value} name={name} value={value}>
          {text}
        </MenuItemCheckbox>
      ))}
    </MenuGroup>
  );
}

interface FilterMenuProps {
  readonly filters: InterfaceFilters;
  readonly onChange: (filters: InterfaceFilters) => void;
  readonly isTight: boolean;
}

/** Chooses which IP interfaces the table shows. */
export function FilterMenu({ filters, onChange, isTight }: FilterMenuProps) {
  const active = countFilters(filters);
  const choices = choicesOf(filters);
  return (
    <Menu
      persistOnItemClick
      checkedValues={choices}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        onChange(filtersOf({ ...choices, [name]: checkedItems }));
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={active > 0 ? <FilterFilled /> : <FilterRegular />}
          {...commandLabel(active > 0 ? words.filterActive(active) : words.filter, isTight)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <FilterGroup
            name="families"
            label={words.filterGroups.family}
            items={families.map((family) => [family, family])}
          />
          <FilterGroup
            name="states"
            label={words.filterGroups.state}
            items={[['connected', words.filterChoices.connected]]}
          />
          <FilterGroup
            name="changes"
            label={words.filterGroups.changes}
            items={[
              ['notDefault', words.filterChoices.notDefault],
              ['edited', words.filterChoices.edited],
            ]}
          />
          <FilterGroup
            name="kinds"
            label={words.filterGroups.kind}
            items={adapterKinds.map((kind) => [kind, words.kinds[kind]])}
          />
          <MenuDivider />
          <MenuItem
            disabled={active === 0}
            onClick={() => {
              onChange(noFilters);
            }}
          >
            {words.clearFilters}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
