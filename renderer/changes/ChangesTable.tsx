// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { grouped } from '../../electron/contract/grouped';
import type { Operation } from '../../electron/contract/operation';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useEnvironment } from '../bridge/use-bridge-query';
import { adapterName } from '../../electron/texts/adapter-name';
import { settingValueText } from '../../electron/texts/field-text';
import { settingLabel } from '../../electron/texts/setting-text';
import { messages } from '../../electron/language/messages';
import { ScrollingTable, ScrollingTableCell } from '../ui/ScrollingTable';
import { fieldKeyId } from '../../electron/contract/operation';

const words = messages.review;

const useStyles = makeStyles({
  family: { color: tokens.colorNeutralForeground3 },
  next: { ...typographyStyles.body1Strong },
});

interface ChangesTableProps {
  readonly operations: readonly Operation[];
  /** Whether the operations are taken back: then old and new change places. */
  readonly isRestore: boolean;
}

/** The changes under review, one a line, interface by interface. */
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
    <ScrollingTable label={words.table} columns={columns}>
      {[...grouped(operations, ipInterfaceId).values()].flat().map((operation) => {
        const { luid, family, field, expected, value } = operation;
        const [now, next] = isRestore ? [value, expected] : [expected, value];
        return (
          <tr key={fieldKeyId(operation)}>
            <ScrollingTableCell>
              <bdi>{adapterName(adapters.get(luid), luid)}</bdi>{' '}
              <span className={styles.family}>{family}</span>
            </ScrollingTableCell>
            <ScrollingTableCell>{settingLabel(field)}</ScrollingTableCell>
            <ScrollingTableCell>{settingValueText(field, now, stack)}</ScrollingTableCell>
            <ScrollingTableCell>
              <span className={styles.next}>{settingValueText(field, next, stack)}</span>
            </ScrollingTableCell>
          </tr>
        );
      })}
    </ScrollingTable>
  );
}
