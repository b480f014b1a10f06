// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { memo } from 'react';
import type { HistoryEntry } from '../../../electron/contract/history';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { messages } from '../../../electron/language/messages';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { clockTime, timeOfDay } from '../../../electron/texts/time-text';
import { ResultBadge } from './ResultBadge';

/** Height of an item of the list in pixels, and of the day above the first one of each day. */
export const itemHeight = 44;
export const dayHeight = 40;

const restoring = messages.history.restore;

const useStyles = makeStyles({
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
  day: {
    ...typographyStyles.body1Strong,
    boxSizing: 'border-box',
    height: `${dayHeight}px`,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
    color: tokens.colorNeutralForeground2,
  },
  row: {
    boxSizing: 'border-box',
    position: 'relative',
    display: 'grid',
    // One without a way back keeps its place, so that results line up.
    gridTemplateColumns: 'minmax(0, 1fr) minmax(104px, auto) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: `${itemHeight}px`,
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  tightRow: { gridTemplateColumns: 'minmax(0, 1fr) auto auto' },
  opener: {
    ...typographyStyles.body1,
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    height: '100%',
    padding: 0,
    border: 'none',
    outline: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    // The whole line opens it, but for the way back.
    '::after': { content: '""', position: 'absolute', inset: 0 },
    ':focus-visible::after': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  tight: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: '20px 20px',
    rowGap: 0,
    alignContent: 'center',
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  time: {
    ...typographyStyles.caption1,
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  secondLine: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  changes: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  restore: { position: 'relative', zIndex: 1, gridColumn: 2, justifySelf: 'end', minWidth: 'auto' },
  chevron: { gridColumn: 3, color: tokens.colorNeutralForeground3 },
});

interface TransactionItemProps {
  /** Undefined while it is being read. */
  readonly entry: HistoryEntry | undefined;
  readonly title: string;
  /** The day, above the first of each. */
  readonly day: string | null;
  /** From what to what. */
  readonly changes: string;
  /** Position in the list, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** In pixels, with the day. */
  readonly height: number;
  /** Whether Tab stops here. */
  readonly isActive: boolean;
  readonly isOpen: boolean;
  /** Whether there is no room for one line. */
  readonly isTight: boolean;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (entry: HistoryEntry, movesFocus: boolean) => void;
  readonly onRestore: (entry: HistoryEntry) => void;
}

interface LineProps extends Pick<TransactionItemProps, 'title' | 'changes' | 'isTight'> {
  readonly entry: HistoryEntry;
}

/** When, what, how it ended. */
function Line({ entry, title, changes, isTight }: LineProps) {
  const styles = useStyles();
  const time = <span className={styles.time}>{clockTime(entry.startedAt)}</span>;
  const badge = <ResultBadge result={entry.result} />;
  return (
    <>
      {!isTight && time}
      <span className={styles.text} title={withoutIsolates(`${title}\n${changes}`)}>
        <Sentence text={title} /> <span className={styles.changes}>{changes}</span>
      </span>
      {isTight ? (
        <span className={styles.secondLine}>
          {time}
          {badge}
        </span>
      ) : (
        badge
      )}
    </>
  );
}

interface RestoreButtonProps extends Pick<
  TransactionItemProps,
  'title' | 'isActive' | 'isTight' | 'onRestore'
> {
  readonly entry: HistoryEntry;
}

function RestoreButton({ entry, title, isActive, isTight, onRestore }: RestoreButtonProps) {
  const styles = useStyles();
  const isLocked = useAreEditsLocked();
  const time = timeOfDay(entry.startedAt);
  return (
    <Button
      size="small"
      className={styles.restore}
      icon={isTight ? null : <ArrowUndoRegular />}
      aria-label={restoring.transaction({ title: withoutIsolates(title), time })}
      tabIndex={isActive ? 0 : -1}
      disabledFocusable={isLocked}
      title={isLocked ? restoring.locked : undefined}
      onClick={() => {
        if (!isLocked) onRestore(entry);
      }}
    >
      {restoring.button}
    </Button>
  );
}

/** One transaction of the list: when, what, how it ended, and the way back. */
export const TransactionItem = memo(function TransactionItem(props: TransactionItemProps) {
  const { entry, title, changes, day, index, count, top, height } = props;
  const { isActive, isOpen, isTight, onFocus, onOpen, onRestore } = props;
  const styles = useStyles();
  return (
    <div
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      className={styles.item}
      style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      {...(entry && { 'data-testid': `transaction-${entry.id}` })}
    >
      {day !== null && <h2 className={styles.day}>{day}</h2>}
      <div
        className={mergeClasses(styles.row, isTight && styles.tightRow, isOpen && styles.open)}
        onFocus={() => {
          onFocus(index);
        }}
      >
        <button
          type="button"
          data-index={index}
          data-region-focus=""
          tabIndex={isActive ? 0 : -1}
          aria-current={isOpen ? 'true' : undefined}
          className={mergeClasses(styles.opener, isTight && styles.tight)}
          onClick={(event) => {
            // A click of the keyboard has no pointer behind it.
            if (entry) onOpen(entry, event.detail === 0);
          }}
        >
          {entry && <Line entry={entry} title={title} changes={changes} isTight={isTight} />}
        </button>
        {entry?.isRestorable && (
          <RestoreButton
            entry={entry}
            title={title}
            isActive={isActive}
            isTight={isTight}
            onRestore={onRestore}
          />
        )}
        <ChevronRightRegular className={styles.chevron} />
      </div>
    </div>
  );
});
