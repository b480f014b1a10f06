// SPDX-License-Identifier: MIT
import { adapterKinds } from '../../../electron/contract/adapter-kind';
import { families } from '../../../electron/contract/family';
import { FilterMenu } from '../../ui/FilterMenu';
import type { FilterChoices, FilterGroup } from '../../ui/FilterMenu';
import { messages } from '../../../electron/language/messages';
import { countInterfaceFilters, noFilters } from './filter-rows';
import type { InterfaceFilters } from './filter-rows';

const words = messages.interfaces;

type Group = 'families' | 'states' | 'changes' | 'kinds';

const groups = (): readonly FilterGroup<Group>[] => [
  {
    name: 'families',
    label: words.filterGroups.family,
    items: families.map((family) => [family, family]),
  },
  {
    name: 'states',
    label: words.filterGroups.state,
    items: [['connected', words.filterChoices.connected]],
  },
  {
    name: 'changes',
    label: words.filterGroups.changes,
    items: [
      ['notDefault', words.filterChoices.notDefault],
      ['edited', words.filterChoices.edited],
    ],
  },
  {
    name: 'kinds',
    label: words.filterGroups.kind,
    items: adapterKinds.map((kind) => [kind, words.kinds[kind]]),
  },
];

function choicesOf(filters: InterfaceFilters): FilterChoices<Group> {
  return {
    families: [...filters.families],
    kinds: [...filters.kinds],
    states: filters.connected ? ['connected'] : [],
    changes: (['notDefault', 'edited'] as const).filter((name) => filters[name]),
  };
}

function filtersOf(choices: FilterChoices<Group>): InterfaceFilters {
  return {
    families: families.filter((family) => choices.families.includes(family)),
    kinds: adapterKinds.filter((kind) => choices.kinds.includes(kind)),
    connected: choices.states.includes('connected'),
    notDefault: choices.changes.includes('notDefault'),
    edited: choices.changes.includes('edited'),
  };
}

interface InterfaceFilterMenuProps {
  readonly filters: InterfaceFilters;
  readonly onChange: (filters: InterfaceFilters) => void;
  readonly isTight: boolean;
}

/** Chooses which IP interfaces the table shows. */
export function InterfaceFilterMenu({ filters, onChange, isTight }: InterfaceFilterMenuProps) {
  return (
    <FilterMenu
      groups={groups()}
      choices={choicesOf(filters)}
      onChoose={(choices) => {
        onChange(filtersOf(choices));
      }}
      active={countInterfaceFilters(filters)}
      onClear={() => {
        onChange(noFilters);
      }}
      isTight={isTight}
    />
  );
}
