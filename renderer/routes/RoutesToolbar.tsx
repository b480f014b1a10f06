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
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons/svg/filter';
import { families } from '../../electron/contract/family';
import { commandLabel } from '../ui/command-label';
import { messages } from '../ui/messages';
import { PageHeader } from '../ui/PageHeader';
import { countFilters, usualFilters } from './arrange-rows';
import type { RouteFilters } from './arrange-rows';

const words = messages.routes;

type Choices = Record<'families' | 'kinds', string[]>;

function choicesOf({ families: chosen, defaultRoutesOnly, local }: RouteFilters): Choices {
  return {
    families: [...chosen],
    kinds: [...(defaultRoutesOnly ? ['defaultRoutes'] : []), ...(local ? ['local'] : [])],
  };
}

function filtersOf(choices: Choices): RouteFilters {
  return {
    families: families.filter((family) => choices.families.includes(family)),
    defaultRoutesOnly: choices.kinds.includes('defaultRoutes'),
    local: choices.kinds.includes('local'),
  };
}

interface RoutesToolbarProps {
  readonly shown: number;
  /** Undefined until the routes were read. */
  readonly all: number | undefined;
  readonly filters: RouteFilters;
  readonly onFilters: (filters: RouteFilters) => void;
  readonly onRefresh: () => void;
  /** Whether there is no room for words on the buttons. */
  readonly isTight: boolean;
}

/** The page's title, and what one can do with the table. */
export function RoutesToolbar(props: RoutesToolbarProps) {
  const { shown, all, filters, onFilters, onRefresh, isTight } = props;
  const active = countFilters(filters);
  const choices = choicesOf(filters);
  return (
    <PageHeader title={words.title} {...(all !== undefined && { note: words.shown(shown, all) })}>
      <Menu
        persistOnItemClick
        checkedValues={choices}
        onCheckedValueChange={(_, { name, checkedItems }) => {
          onFilters(filtersOf({ ...choices, [name]: checkedItems }));
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
            <MenuGroup>
              <MenuGroupHeader>{words.filterGroups.family}</MenuGroupHeader>
              {families.map((family) => (
                <MenuItemCheckbox key={family} name="families" value={family}>
                  {family}
                </MenuItemCheckbox>
              ))}
            </MenuGroup>
            <MenuGroup>
              <MenuGroupHeader>{words.filterGroups.kind}</MenuGroupHeader>
              <MenuItemCheckbox name="kinds" value="defaultRoutes">
                {words.filterChoices.defaultRoutes}
              </MenuItemCheckbox>
              <MenuItemCheckbox name="kinds" value="local">
                {words.filterChoices.local}
              </MenuItemCheckbox>
            </MenuGroup>
            <MenuDivider />
            <MenuItem
              disabled={active === 0}
              onClick={() => {
                onFilters(usualFilters);
              }}
            >
              {words.clearFilters}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        onClick={onRefresh}
        {...commandLabel(words.refresh, isTight)}
      />
    </PageHeader>
  );
}
