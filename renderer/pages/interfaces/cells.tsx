// SPDX-License-Identifier: MIT
import {
  Badge,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import type { InterfaceColumnId } from '../../../electron/contract/preferences';
import { AdapterKindIcon } from '../../ui/AdapterKindIcon';
import { messages } from '../../../electron/language/messages';
import type { InterfaceRow } from '../../adapters/interface-rows';
import { rowMarkText } from './row-marks';
import type { RowMark } from './row-marks';

interface CellProps {
  readonly row: InterfaceRow;
  readonly mark: RowMark | undefined;
  /** Whether the column that tells of marks is there. */
  readonly showsChanges: boolean;
}

const words = messages.interfaces;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minWidth: 0,
  },
  icon: { flexShrink: 0, width: '16px', height: '16px', color: tokens.colorNeutralForeground2 },
  mark: {
    flexShrink: 0,
    width: '16px',
    height: '16px',
    color: tokens.colorBrandForeground2,
  },
  name: { ...typographyStyles.body1Strong },
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  number: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  warningIcon: { flexShrink: 0 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  address: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

const markIcons = { edited: EditRegular, applied: TimerRegular } as const;

function AdapterCell({ row, mark, showsChanges }: CellProps) {
  const styles = useStyles();
  const MarkIcon = mark && markIcons[mark.kind];
  return (
    <span className={styles.line} title={`${row.name} (${words.kinds[row.kind]})`}>
      <AdapterKindIcon kind={row.kind} className={styles.icon} />
      <bdi className={mergeClasses(styles.name, styles.clipped)}>{row.name}</bdi>
      {MarkIcon && !showsChanges && <MarkIcon className={styles.mark} title={rowMarkText(mark)} />}
    </span>
  );
}

function FamilyCell({ row }: CellProps) {
  return row.ipInterface.family;
}

function TrafficCell({ row }: CellProps) {
  const styles = useStyles();
  if (row.ipInterface.defaultRoutesOverridden) {
    return (
      <span className={mergeClasses(styles.line, styles.warning)} title={words.trafficOverridden}>
        <WarningRegular fontSize={16} className={styles.warningIcon} />
        <span className={styles.clipped}>{words.trafficOverridden}</span>
      </span>
    );
  }
  const text = words.traffic[row.traffic];
  if (row.traffic === 'in-use') {
    return (
      <Badge appearance="tint" color="brand" icon={<ArrowRoutingRegular />}>
        {text}
      </Badge>
    );
  }
  return <span className={mergeClasses(row.traffic === 'none' && styles.quiet)}>{text}</span>;
}

function MetricCell({ row }: CellProps) {
  const styles = useStyles();
  const { Metric, UseAutomaticMetric } = row.ipInterface.values;
  if (typeof Metric !== 'number') return <span className={styles.quiet}>–</span>;
  return (
    <span className={styles.number}>
      {UseAutomaticMetric === 1 ? words.automaticMetric({ metric: Metric }) : Metric}
    </span>
  );
}

function ChangesCell({ row, mark }: CellProps) {
  if (mark) {
    const MarkIcon = markIcons[mark.kind];
    return (
      <Badge appearance="tint" color="brand" icon={<MarkIcon />}>
        {rowMarkText(mark)}
      </Badge>
    );
  }
  if (row.notDefault === 0) return null;
  return (
    <Badge appearance="outline" color="informative">
      {words.notDefaultCount({ n: row.notDefault })}
    </Badge>
  );
}

function StateCell({ row }: CellProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(row.state !== 'connected' && styles.quiet)}>
      {words.states[row.state]}
    </span>
  );
}

/** What Windows gives where packets may have any size: on its loopback. */
const noLimit = 0xffffffff;

function MtuCell({ row }: CellProps) {
  const styles = useStyles();
  const { NlMtu } = row.ipInterface.values;
  if (typeof NlMtu !== 'number') return <span className={styles.quiet}>–</span>;
  if (NlMtu === noLimit) return <span title={String(NlMtu)}>{words.unlimitedMtu}</span>;
  return <span className={styles.number}>{NlMtu}</span>;
}

function AddressesCell({ row }: CellProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.address, styles.clipped)} title={row.addresses}>
      {row.addresses}
    </span>
  );
}

/** What draws the cells of each column. */
export const interfaceCells: Readonly<Record<InterfaceColumnId, ComponentType<CellProps>>> = {
  adapter: AdapterCell,
  family: FamilyCell,
  traffic: TrafficCell,
  metric: MetricCell,
  changes: ChangesCell,
  state: StateCell,
  mtu: MtuCell,
  addresses: AddressesCell,
};
