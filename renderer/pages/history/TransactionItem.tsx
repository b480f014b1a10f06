// SPDX-License-Identifier: MIT
import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { memo } from 'react';
import type { HistoryEntry } from '../../../electron/contract/history';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { clockTime } from '../../../electron/texts/time-text';
import { ResultBadge } from './ResultBadge';

/** Height of an item of the list in pixels, and of the day above the first one of each day. */
export const itemHeight = 44;
export const dayHeight = 40;

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
  button: {
    ...typographyStyles.body1,
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    width: '100%',
    height: `${itemHeight}px`,
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  tight: {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateRows: '20px 16px',
    alignContent: 'center',
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`,
    '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  time: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  tightTime: { gridRow: 2 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  changes: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  tightBadge: { gridRow: '1 / 3', gridColumn: 2 },
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
}

/** One transaction of the list: when, what, how it ended. */
export const TransactionItem = memo(function TransactionItem(props: TransactionItemProps) {
  const { entry, title, changes, day, index, count, top, height } = props;
  const { isActive, isOpen, isTight, onFocus, onOpen } = props;
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
      <button
        type="button"
        data-index={index}
        data-region-focus=""
        tabIndex={isActive ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        className={mergeClasses(styles.button, isTight && styles.tight, isOpen && styles.open)}
        onFocus={() => {
          onFocus(index);
        }}
        onClick={(event) => {
          // A click of the keyboard has no pointer behind it.
          if (entry) onOpen(entry, event.detail === 0);
        }}
      >
        {entry && (
          <>
            <span className={mergeClasses(styles.time, isTight && styles.tightTime)}>
              {clockTime(entry.startedAt)}
            </span>
            <span className={styles.text} title={withoutIsolates(`${title}\n${changes}`)}>
              <Sentence text={title} /> <span className={styles.changes}>{changes}</span>
            </span>
            <span className={mergeClasses(isTight && styles.tightBadge)}>
              <ResultBadge result={entry.result} />
            </span>
          </>
        )}
      </button>
    </div>
  );
});
