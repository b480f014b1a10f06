// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import { historyGroups, maxHistorySearch } from '../../../electron/contract/history';
import type { HistoryFilter, HistoryGroup } from '../../../electron/contract/history';
import { FilterMenu } from '../../ui/FilterMenu';
import type { FilterGroup } from '../../ui/FilterMenu';
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { SearchField } from '../../ui/SearchField';

const words = messages.history;

const useStyles = makeStyles({
  search: { width: '220px', minWidth: '120px', flexShrink: 1 },
});

const groups: readonly FilterGroup<'result'>[] = [
  {
    name: 'result',
    label: words.filterGroups.result,
    items: historyGroups.map((group) => [group, words.filterChoices[group]] as const),
  },
];

interface HistoryToolbarProps {
  readonly shown: number;
  /** How many transactions there are; nothing to look for in none. */
  readonly all: number;
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
  /** Whether there is no room for words on the buttons. */
  readonly isTight: boolean;
}

/** The page's title, and what one can look for in the list. */
export function HistoryToolbar(props: HistoryToolbarProps) {
  const { shown, all, filter, onFilter, isTight } = props;
  const styles = useStyles();
  if (all === 0) return <PageHeader title={words.title} />;
  const choose = (chosen: readonly string[]) => {
    const isChosen = (group: HistoryGroup) => chosen.includes(group);
    onFilter({ ...filter, groups: historyGroups.filter(isChosen) });
  };
  return (
    <PageHeader title={words.title} note={words.shown({ some: shown, all, isAll: shown === all })}>
      <SearchField
        label={words.search}
        className={styles.search}
        value={filter.search}
        onChange={(search) => {
          onFilter({ ...filter, search: search.slice(0, maxHistorySearch) });
        }}
      />
      <FilterMenu
        groups={groups}
        choices={{ result: [...filter.groups] }}
        onChoose={({ result }) => {
          choose(result);
        }}
        active={filter.groups.length}
        onClear={() => {
          choose([]);
        }}
        isTight={isTight}
      />
    </PageHeader>
  );
}
