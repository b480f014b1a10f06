// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { appErrorOf } from '../bridge/bridge';
import { EmptyState } from './EmptyState';
import { errorText } from '../../electron/texts/error-text';
import { useGridStyles } from './grid/grid-styles';
import { LoadingRows } from './LoadingRows';
import { messages } from '../../electron/language/messages';

const useStyles = makeStyles({
  placeholder: { display: 'flex', flexDirection: 'column' },
});

interface TablePlaceholderProps {
  /** How reading the rows went. */
  readonly query: { readonly isPending: boolean; readonly error: unknown; readonly data: unknown };
  readonly onRefresh: () => void;
  /** What to say where there are no rows at all; absent where there are some. */
  readonly none?: string | undefined;
  /** What to say where no row is shown although there are some, and the way to them. */
  readonly noMatch: string;
  readonly clear: string;
  readonly onClear: () => void;
}

function Content(props: TablePlaceholderProps) {
  const { query, onRefresh, none } = props;
  if (query.isPending) return <LoadingRows label={messages.reading.loading} count={9} />;
  if (query.error && !query.data) {
    return (
      <EmptyState
        text={messages.reading.failedFirst}
        detail={errorText(appErrorOf(query.error))}
        action={messages.app.tryAgain}
        onAction={onRefresh}
      />
    );
  }
  return none === undefined ? (
    <EmptyState
      Icon={SearchRegular}
      text={props.noMatch}
      action={props.clear}
      onAction={props.onClear}
    />
  ) : (
    <EmptyState text={none} action={messages.tables.refresh} onAction={onRefresh} />
  );
}

/** Stands where a table has no row to show, and says why. */
export function TablePlaceholder(props: TablePlaceholderProps) {
  const styles = useStyles();
  const gridStyles = useGridStyles();
  return (
    <div className={mergeClasses(gridStyles.scroller, styles.placeholder)}>
      <Content {...props} />
    </div>
  );
}
