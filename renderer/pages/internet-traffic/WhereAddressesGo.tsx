// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useState } from 'react';
import type { AdapterKinds, Probe } from '../../../electron/contract/preview';
import { messages } from '../../../electron/language/messages';
import type { NameLookup } from '../../traffic/name-lookup';
import { isSamePath } from '../../traffic/paths';
import { PathView } from '../../traffic/PathView';
import type { TrafficNames } from '../../../electron/texts/traffic-text';

const words = messages.internetTraffic.probes;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { display: 'flex', margin: 0 },
  // The chevron stands where other sections begin.
  fold: { ...typographyStyles.subtitle2, marginLeft: '-12px' },
  scroller: {
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse' },
  headerCell: {
    ...typographyStyles.caption1Strong,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':last-child': { paddingRight: tokens.spacingHorizontalM },
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':last-child': { paddingRight: tokens.spacingHorizontalM },
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
  },
  first: {
    position: 'sticky',
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  path: { width: '38%', minWidth: '180px' },
  address: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: 'nowrap',
  },
  label: {
    ...typographyStyles.caption1,
    // The longest name would fill the window; the answer above has all of it.
    display: 'block',
    maxHeight: '2lh',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground3,
  },
  same: { color: tokens.colorNeutralForeground3 },
});

interface AfterCellProps {
  readonly probe: Probe;
  readonly names: TrafficNames;
  readonly kinds: AdapterKinds;
  readonly hasEdits: boolean;
}

function AfterCell({ probe, names, kinds, hasEdits }: AfterCellProps) {
  const styles = useStyles();
  const { now, after, isReliable } = probe;
  if (!isReliable) return <span className={styles.same}>{words.notReliableHere}</span>;
  if (!hasEdits || isSamePath(now, after)) return <span className={styles.same}>{words.same}</span>;
  return <PathView probe={probe} path={after} names={names} kinds={kinds} isChanged />;
}

/** Why an address is in the table, or the looked up name that it is of. */
function labelOf({ kind, address }: Probe, lookup: NameLookup | null): string {
  const isOfName = lookup?.kind === 'answered' && lookup.answer.addresses.includes(address);
  return kind === 'typed' && isOfName ? lookup.name : words.kinds[kind];
}

interface ProbeRowProps extends AfterCellProps {
  readonly lookup: NameLookup | null;
}

function ProbeRow({ lookup, ...props }: ProbeRowProps) {
  const styles = useStyles();
  const { probe, names, kinds } = props;
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
        <span className={styles.address}>{probe.address}</span>
        <span className={styles.label}>{labelOf(probe, lookup)}</span>
      </th>
      <td className={mergeClasses(styles.cell, styles.path)}>
        <PathView probe={probe} path={probe.now} names={names} kinds={kinds} />
      </td>
      <td className={mergeClasses(styles.cell, styles.path)}>
        <AfterCell {...props} />
      </td>
      <td className={styles.cell}>{probe.isReliable ? words.reliable : words.notReliable}</td>
    </tr>
  );
}

interface WhereAddressesGoProps {
  readonly probes: readonly Probe[];
  readonly names: TrafficNames;
  readonly kinds: AdapterKinds;
  readonly hasEdits: boolean;
  /** Of the name that was looked up, if one was. */
  readonly lookup: NameLookup | null;
}

function AddressTable({ probes, lookup, ...shared }: WhereAddressesGoProps) {
  const styles = useStyles();
  const { address, now, after, reliable } = words.columns;
  return (
    <div className={styles.scroller}>
      <table aria-label={words.heading} className={styles.table}>
        <thead>
          <tr>
            {[address, now, after, reliable].map((column, index) => (
              <th
                key={column}
                scope="col"
                className={mergeClasses(styles.headerCell, index === 0 && styles.first)}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {probes.map((probe) => (
            <ProbeRow
              key={`${probe.kind} ${probe.address}`}
              probe={probe}
              lookup={lookup}
              {...shared}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which way packets to some addresses go, now and after applying: a few usual ones, and what the user typed. */
export function WhereAddressesGo(props: WhereAddressesGoProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        <Button
          appearance="subtle"
          className={styles.fold}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen);
          }}
        >
          {words.fold}
        </Button>
      </h2>
      {isOpen && <AddressTable {...props} />}
    </section>
  );
}
