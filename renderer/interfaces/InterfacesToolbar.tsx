// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  SearchBox,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { commandLabel } from '../ui/command-label';
import { messages } from '../ui/messages';
import { ColumnsMenu } from './ColumnsMenu';
import type { InterfaceFilters } from './filter-rows';
import { FilterMenu } from './FilterMenu';
import type { InterfaceTable } from './use-interface-table';

const words = messages.interfaces;

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '48px',
    padding: `${tokens.spacingVerticalS} 0`,
  },
  title: { ...typographyStyles.title3, margin: 0 },
  count: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  commands: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  search: { width: '220px', minWidth: '120px', flexShrink: 1 },
});

interface InterfacesToolbarProps {
  readonly table: InterfaceTable;
  readonly onUsualColumns: () => void;
  readonly shown: number;
  /** Undefined until the interfaces were read. */
  readonly all: number | undefined;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly filters: InterfaceFilters;
  readonly onFilters: (filters: InterfaceFilters) => void;
  readonly onRefresh: () => void;
  /** Whether there is no room for words on the buttons. */
  readonly isTight: boolean;
}

/** The page's title, and what one can do with the table. */
export function InterfacesToolbar(props: InterfacesToolbarProps) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <h1 className={styles.title}>{words.title}</h1>
      {props.all !== undefined && (
        <span className={styles.count}>{words.shown(props.shown, props.all)}</span>
      )}
      <div className={styles.commands}>
        <SearchBox
          dismiss={{ 'aria-label': messages.app.clear }}
          className={styles.search}
          aria-label={words.search}
          placeholder={words.search}
          value={props.search}
          onChange={(_, { value }) => {
            props.onSearch(value);
          }}
        />
        <FilterMenu filters={props.filters} onChange={props.onFilters} isTight={props.isTight} />
        <ColumnsMenu table={props.table} onReset={props.onUsualColumns} isTight={props.isTight} />
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          onClick={props.onRefresh}
          {...commandLabel(words.refresh, props.isTight)}
        />
      </div>
    </header>
  );
}
