// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { memo } from 'react';
import type { StackName } from '../../../electron/contract/family';
import type { KeeperState, LastingState } from '../../../electron/contract/lasting';
import type { Adapter, Luid } from '../../../electron/contract/snapshot';
import { messages } from '../../../electron/language/messages';
import {
  settingName,
  lastingStatusText,
  waitsForRoute,
} from '../../../electron/texts/lasting-text';
import {
  entryOriginText,
  entryValueText,
  familiesText,
  splitTunnellingText,
  stopName,
} from './entry-text';
import type { LastingEntry } from './lasting-entries';

const words = messages.lasting;

const useStyles = makeStyles({
  item: {
    position: 'absolute',
    top: 0,
    left: 0,
    boxSizing: 'border-box',
    display: 'flex',
    width: '100%',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  texts: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '220px',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  what: { ...typographyStyles.body1, margin: 0 },
  name: { ...typographyStyles.body1Strong },
  family: { color: tokens.colorNeutralForeground3 },
  status: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalSNudge,
    margin: 0,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  danger: { color: tokens.colorStatusDangerForeground3 },
});

const marks = {
  absent: ['waiting', ClockRegular],
  arriving: ['waiting', ClockRegular],
  held: ['good', CheckmarkCircleRegular],
  unknown: ['waiting', ClockRegular],
  refused: ['danger', ErrorCircleRegular],
  failed: ['danger', ErrorCircleRegular],
  'given-up': ['warning', WarningRegular],
  changed: ['warning', WarningRegular],
  ambiguous: ['warning', WarningRegular],
} as const satisfies Record<LastingState, unknown>;

interface LastingItemProps {
  readonly entry: LastingEntry;
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
  readonly keeper: KeeperState;
  /** Position in the list, from 0, and how many there are. */
  readonly index: number;
  readonly count: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Hears of the element, whose height depends on its words. */
  readonly measure: (element: HTMLElement | null) => void;
  /** Whether Tab stops here. */
  readonly isActive: boolean;
  readonly obstacle: string | null;
  readonly onFocus: (id: string) => void;
  readonly onStop: (entry: LastingEntry) => void;
}

interface EntryTitleProps {
  readonly entry: LastingEntry;
  readonly name: string;
  readonly stack: StackName;
}

/** "Split tunnelling on · Contoso VPN", or of other settings "Ethernet IPv4 · MTU: 1400 bytes". */
function EntryTitle({ entry, name, stack }: EntryTitleProps) {
  const styles = useStyles();
  const split = splitTunnellingText(entry);
  const families = <span className={styles.family}>{familiesText(entry)}</span>;
  if (split === null) {
    return (
      <p className={styles.what}>
        <bdi className={styles.name}>{name}</bdi> {families}
        {' · '}
        {entryValueText(entry, stack)}
      </p>
    );
  }
  return (
    <p className={styles.what}>
      <span className={styles.name}>{split}</span>
      {' · '}
      <bdi>{name}</bdi> {entry.families.length === 1 && families}
    </p>
  );
}

/** One entry: what, how it stands, since when, and the way to stop it. */
export const LastingItem = memo(function LastingItem(props: LastingItemProps) {
  const { entry, adapters, stack, keeper, index, count, top, measure } = props;
  const { isActive, obstacle, onFocus, onStop } = props;
  const styles = useStyles();
  const statusId = useId('lasting');
  const { setting } = entry;
  const [look, Icon] = marks[waitsForRoute(setting) ? 'absent' : setting.status.state];
  return (
    <div
      ref={measure}
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      data-testid={`lasting-${entry.id}`}
      className={styles.item}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div className={styles.texts}>
        <EntryTitle entry={entry} name={settingName(setting, adapters)} stack={stack} />
        <p id={statusId} className={styles.status}>
          <Icon fontSize={16} className={mergeClasses(styles.icon, styles[look])} />
          <span>{lastingStatusText(setting, keeper, stack)}</span>
        </p>
        <p className={styles.quiet}>{entryOriginText(entry, stack)}</p>
      </div>
      <Button
        aria-label={stopName(entry, adapters)}
        aria-describedby={statusId}
        data-region-focus=""
        tabIndex={isActive ? 0 : -1}
        disabledFocusable={obstacle !== null}
        title={obstacle ?? undefined}
        onFocus={() => {
          onFocus(entry.id);
        }}
        onClick={() => {
          onStop(entry);
        }}
      >
        {words.stop}
      </Button>
    </div>
  );
});
