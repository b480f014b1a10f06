// SPDX-License-Identifier: MIT
import { messages } from '../../../electron/language/messages';
import { PageHeader } from '../../ui/PageHeader';
import { RefreshButton } from '../../ui/RefreshButton';
import type { RouteFilters } from './arrange-rows';
import { RouteFilterMenu } from './RouteFilterMenu';

const words = messages.routes;

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
  return (
    <PageHeader
      title={words.title}
      {...(all !== undefined && { note: words.shown({ some: shown, all, isAll: shown === all }) })}
    >
      <RouteFilterMenu filters={filters} onChange={onFilters} isTight={isTight} />
      <RefreshButton onRefresh={onRefresh} isTight={isTight} />
    </PageHeader>
  );
}
