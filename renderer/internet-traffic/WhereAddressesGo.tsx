// SPDX-License-Identifier: MIT
import {
  Field,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import type { AdapterKinds, Probe } from '../../electron/contract/preview';
import { messages } from '../ui/messages';
import { isSamePath, PathView } from './PathView';
import type { TrafficNames } from './traffic-text';

const words = messages.internetTraffic.probes;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
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
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalSNudge} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
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
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  same: { color: tokens.colorNeutralForeground3 },
  input: { maxWidth: '320px' },
});

interface ProbeRowProps {
  readonly probe: Probe;
  readonly names: TrafficNames;
  readonly kinds: AdapterKinds;
  readonly hasEdits: boolean;
}

function AfterCell({ probe, names, kinds, hasEdits }: ProbeRowProps) {
  const styles = useStyles();
  const { now, after, isReliable } = probe;
  if (!isReliable) return <span className={styles.same}>{words.notReliableHere}</span>;
  if (!hasEdits || isSamePath(now, after)) return <span className={styles.same}>{words.same}</span>;
  return <PathView probe={probe} path={after} names={names} kinds={kinds} isChanged />;
}

function ProbeRow(props: ProbeRowProps) {
  const styles = useStyles();
  const { probe, names, kinds } = props;
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
        <span className={styles.address}>{probe.address}</span>
        <span className={styles.quiet}>{words.kinds[probe.kind]}</span>
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
  readonly typed: {
    readonly text: string;
    readonly type: (text: string) => void;
    readonly isInvalid: boolean;
  };
}

/** Which way packets to some addresses go, now and after applying: a few usual ones, and one of the user's. */
export function WhereAddressesGo({ probes, names, kinds, hasEdits, typed }: WhereAddressesGoProps) {
  const styles = useStyles();
  const headingId = useId('probes');
  const columns = [
    words.columns.address,
    words.columns.now,
    words.columns.after,
    words.columns.reliable,
  ];
  return (
    <section className={styles.section}>
      <h2 id={headingId} className={styles.heading}>
        {words.heading}
      </h2>
      <div className={styles.scroller}>
        <table aria-labelledby={headingId} className={styles.table}>
          <thead>
            <tr>
              {columns.map((column, index) => (
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
                names={names}
                kinds={kinds}
                hasEdits={hasEdits}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Field
        className={styles.input}
        label={words.input}
        hint={words.inputHelp}
        {...(typed.isInvalid && {
          validationState: 'error' as const,
          validationMessage: words.invalid,
        })}
      >
        <Input
          value={typed.text}
          data-lookup
          placeholder={words.inputPlaceholder}
          spellCheck={false}
          onChange={(_, { value }) => {
            typed.type(value);
          }}
        />
      </Field>
    </section>
  );
}
