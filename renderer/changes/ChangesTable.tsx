// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Operation } from '../../electron/contract/changes';
import { fieldNamed } from '../../electron/contract/fields';
import { useKnownAdapters } from '../app/known-adapters';
import { useEnvironment } from '../bridge/use-bridge-query';
import { adapterName } from '../interfaces/adapter-name';
import { valueText } from '../ui/field-text';
import { messages } from '../ui/messages';
import { targetId } from './edit';

const words = messages.review;

const useStyles = makeStyles({
  scroller: { maxHeight: '40vh', overflow: 'auto' },
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse' },
  headerCell: {
    ...typographyStyles.caption1Strong,
    position: 'sticky',
    top: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
  },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  family: { color: tokens.colorNeutralForeground3 },
  next: { ...typographyStyles.body1Strong },
});

interface ChangesTableProps {
  readonly operations: readonly Operation[];
  /** Whether the operations are taken back: then old and new change places. */
  readonly isRestore: boolean;
}

/** The changes under review, one a line. */
export function ChangesTable({ operations, isRestore }: ChangesTableProps) {
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const columns = [
    words.columns.interface,
    words.columns.field,
    words.columns.now,
    words.columns.next,
  ];
  return (
    <div className={styles.scroller}>
      <table aria-label={words.table} className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={styles.headerCell}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => {
            const { luid, family, field, expected, value } = operation;
            const [now, next] = isRestore ? [value, expected] : [expected, value];
            return (
              <tr key={targetId(operation)}>
                <td className={styles.cell}>
                  <bdi>{adapterName(adapters.get(luid), luid)}</bdi>{' '}
                  <span className={styles.family}>{family}</span>
                </td>
                <td className={styles.cell}>{fieldNamed(field).label}</td>
                <td className={styles.cell}>{valueText(field, now, stack)}</td>
                <td className={styles.cell}>
                  <span className={styles.next}>{valueText(field, next, stack)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
