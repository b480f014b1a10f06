// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import type { FieldKey } from '../../../electron/contract/operation';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import type { FieldValue } from '../../../electron/contract/snapshot';
import { useKnownAdapters } from '../../adapters/known-adapters';
import { useEnvironment } from '../../bridge/use-bridge-query';
import type { LastingSubject } from '../review-context';
import { adapterName } from '../../../electron/texts/adapter-name';
import { useInterfaces } from '../../adapters/use-interfaces';
import { settingValueText } from '../../../electron/texts/field-text';
import { settingLabel } from '../../../electron/texts/setting-text';
import { messages } from '../../../electron/language/messages';
import { ScrollingTable, ScrollingTableCell } from '../../ui/ScrollingTable';
import { settingName } from '../../../electron/texts/lasting-text';

const words = messages.lasting.dialog;

const useStyles = makeStyles({ family: { color: tokens.colorNeutralForeground3 } });

interface Line extends Pick<FieldKey, 'family' | 'field'> {
  readonly name: string;
  readonly value: FieldValue;
}

function useLines(subject: LastingSubject): readonly Line[] {
  const adapters = useKnownAdapters();
  const rows = useInterfaces().data?.ipInterfaces ?? [];
  if (subject.kind === 'stop-lasting') {
    return subject.settings.map((setting) => ({
      ...setting,
      name: settingName(setting, adapters),
    }));
  }
  const byId = new Map(rows.map((row) => [ipInterfaceId(row), row]));
  return subject.keys.map((key) => ({
    ...key,
    name: adapterName(adapters.get(key.luid), key.luid),
    value: byId.get(ipInterfaceId(key))?.values[key.field] ?? null,
  }));
}

/** What is to last, or no longer, one a line. */
export function LastingTable({ subject }: { readonly subject: LastingSubject }) {
  const styles = useStyles();
  const stack = useEnvironment()?.stack ?? 'linux';
  const { columns } = words;
  return (
    <ScrollingTable label={words.table} columns={[columns.interface, columns.field, columns.value]}>
      {useLines(subject).map(({ name, family, field, value }, index) => (
        <tr key={index}>
          <ScrollingTableCell>
            <bdi>{name}</bdi> <span className={styles.family}>{family}</span>
          </ScrollingTableCell>
          <ScrollingTableCell>{settingLabel(field)}</ScrollingTableCell>
          <ScrollingTableCell>{settingValueText(field, value, stack)}</ScrollingTableCell>
        </tr>
      ))}
    </ScrollingTable>
  );
}
