// SPDX-License-Identifier: MIT
import { families } from '../../../electron/contract/family';
import { FilterMenu } from '../../ui/FilterMenu';
import type { FilterChoices, FilterGroup } from '../../ui/FilterMenu';
import { messages } from '../../../electron/language/messages';
import { countRouteFilters, usualFilters } from './arrange-rows';
import type { RouteFilters } from './arrange-rows';

const words = messages.routes;

type Group = 'families' | 'kinds';

const groups = (): readonly FilterGroup<Group>[] => [
  {
    name: 'families',
    label: words.filterGroups.family,
    items: families.map((family) => [family, family]),
  },
  {
    name: 'kinds',
    label: words.filterGroups.kind,
    items: [
      ['defaultRoutes', words.filterChoices.defaultRoutes],
      ['local', words.filterChoices.local],
    ],
  },
];

function choicesOf(filters: RouteFilters): FilterChoices<Group> {
  const { defaultRoutesOnly, local } = filters;
  return {
    families: [...filters.families],
    kinds: [...(defaultRoutesOnly ? ['defaultRoutes'] : []), ...(local ? ['local'] : [])],
  };
}

function filtersOf(choices: FilterChoices<Group>): RouteFilters {
  return {
    families: families.filter((family) => choices.families.includes(family)),
    defaultRoutesOnly: choices.kinds.includes('defaultRoutes'),
    local: choices.kinds.includes('local'),
  };
}

interface RouteFilterMenuProps {
  readonly filters: RouteFilters;
  readonly onChange: (filters: RouteFilters) => void;
  readonly isTight: boolean;
}

/** Chooses which routes the table shows. */
export function RouteFilterMenu({ filters, onChange, isTight }: RouteFilterMenuProps) {
  return (
    <FilterMenu
      groups={groups()}
      choices={choicesOf(filters)}
      onChoose={(choices) => {
        onChange(filtersOf(choices));
      }}
      active={countRouteFilters(filters)}
      onClear={() => {
        onChange(usualFilters);
      }}
      isTight={isTight}
    />
  );
}
