// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { messages } from '../../../electron/language/messages';
import type { GridColumn } from '../../ui/grid/use-grid-table';
import { PageHeader } from '../../ui/PageHeader';
import { RefreshButton } from '../../ui/RefreshButton';
import { SearchField } from '../../ui/SearchField';
import { ColumnsMenu } from './ColumnsMenu';
import type { InterfaceFilters } from './filter-rows';
import { InterfaceFilterMenu } from './InterfaceFilterMenu';

const words = messages.interfaces;

const useStyles = makeStyles({
  search: { width: '220px', minWidth: '120px', flexShrink: 1 },
});

interface InterfacesToolbarProps {
  /** The columns that can be hidden. */
  readonly columns: readonly GridColumn<InterfaceColumnId>[];
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
  const { all, shown, isTight } = props;
  return (
    <PageHeader
      title={words.title}
      {...(all !== undefined && { note: words.shown({ shown, all, isAll: shown === all }) })}
    >
      <SearchField
        label={words.search}
        className={styles.search}
        value={props.search}
        onChange={props.onSearch}
      />
      <InterfaceFilterMenu filters={props.filters} onChange={props.onFilters} isTight={isTight} />
      <ColumnsMenu columns={props.columns} onReset={props.onUsualColumns} isTight={isTight} />
      <RefreshButton onRefresh={props.onRefresh} isTight={isTight} />
    </PageHeader>
  );
}
