// SPDX-License-Identifier: MIT
import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRoutingRegular } from '@fluentui/react-icons/svg/arrow-routing';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { ComponentType } from 'react';
import { OneLineName } from '../../ui/OneLineName';
import { messages } from '../../../electron/language/messages';
import type { RouteColumnId } from './arrange-rows';
import { destinationText, tableTitle } from '../../../electron/texts/route-rows';
import type { RouteRow } from '../../../electron/texts/route-rows';

const words = messages.routes;

const useStyles = makeStyles({
  clipped: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  address: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  numbers: {
    display: 'flex',
    gap: tokens.spacingHorizontalSNudge,
    alignItems: 'baseline',
    fontVariantNumeric: 'tabular-nums',
  },
  parts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  ignored: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
  },
  reason: { color: tokens.colorNeutralForeground3 },
});

interface CellProps {
  readonly row: RouteRow;
}

function DestinationCell({ row }: CellProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.address, styles.clipped)} title={destinationText(row)}>
      {destinationText(row)}
    </span>
  );
}

function GatewayCell({ row }: CellProps) {
  const styles = useStyles();
  const isAddress = /[.:]/.test(row.gateway);
  return (
    <span className={mergeClasses(styles.clipped, isAddress && styles.address)} title={row.gateway}>
      {row.gateway}
    </span>
  );
}

function InterfaceCell({ row }: CellProps) {
  const styles = useStyles();
  if (row.adapters.length === 0) return <span className={styles.quiet}>–</span>;
  return (
    <span className={styles.clipped}>
      {row.adapters.map((name, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <OneLineName name={name} />
        </span>
      ))}
    </span>
  );
}

function RouteMetricCell({ row }: CellProps) {
  const styles = useStyles();
  const { metric, interfaceMetric, route } = row;
  if (interfaceMetric === null) {
    return (
      <span className={styles.numbers} title={words.routeMetricTitle({ route: route.metric })}>
        {metric}
      </span>
    );
  }
  return (
    <span
      className={styles.numbers}
      title={words.metricTitle({ route: route.metric, ofInterface: interfaceMetric })}
    >
      <span className={styles.parts}>
        {words.metricParts({ route: route.metric, ofInterface: interfaceMetric })}
      </span>
      {metric}
    </span>
  );
}

function OriginCell({ row }: CellProps) {
  const styles = useStyles();
  return <span className={styles.clipped}>{row.origin}</span>;
}

function TableCell({ row }: CellProps) {
  const styles = useStyles();
  return (
    <span className={styles.clipped} title={tableTitle(row)}>
      {row.table}
    </span>
  );
}

function DefaultRouteCell({ row }: CellProps) {
  const styles = useStyles();
  const { standing } = row;
  if (!standing) return <span className={styles.quiet}>–</span>;
  const reason = words.reasons[standing.reason];
  const state = words.states[standing.state];
  if (standing.state === 'wins') {
    return (
      <Badge appearance="tint" color="brand" icon={<ArrowRoutingRegular />} title={reason}>
        {state}
      </Badge>
    );
  }
  const isNoted = standing.reason !== 'higher';
  return (
    <span className={styles.ignored} title={reason}>
      {standing.state === 'tie' && <WarningRegular fontSize={16} />}
      <span>{state}</span>
      {isNoted && <span className={mergeClasses(styles.reason, styles.clipped)}>{reason}</span>}
    </span>
  );
}

/** What draws the cells of each column. */
export const routeCells: Readonly<Record<RouteColumnId, ComponentType<CellProps>>> = {
  destination: DestinationCell,
  gateway: GatewayCell,
  interface: InterfaceCell,
  metric: RouteMetricCell,
  defaultRoute: DefaultRouteCell,
  origin: OriginCell,
  table: TableCell,
};
