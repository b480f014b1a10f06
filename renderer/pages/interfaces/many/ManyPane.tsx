// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import type { StackName } from '../../../../electron/contract/family';
import { EmptyState } from '../../../ui/EmptyState';
import { messages } from '../../../../electron/language/messages';
import { grouped } from '../../../../electron/contract/grouped';
import { Pane } from '../../../ui/Pane';
import type { InterfaceRow } from '../../../adapters/interface-rows';
import { ManyProvider } from './many-context';
import { mostEdits, sharedFields } from './many-fields';
import type { SharedField } from './many-fields';
import { ManyFieldItem } from './ManyFieldItem';
import { ManyMetricItem } from './ManyMetricItem';

const words = messages.selection;

const useStyles = makeStyles({
  notice: { padding: tokens.spacingHorizontalL },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    minHeight: 0,
    overflow: 'auto',
    marginTop: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { ...typographyStyles.subtitle2, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

/** So many adapters are read at a glance. */
const mostNames = 3;

/** "Ethernet (IPv4, IPv6), Wi-Fi (IPv4)" */
function firstNames(rows: readonly InterfaceRow[]): string {
  const adapters = [...grouped(rows, ({ ipInterface }) => ipInterface.luid).values()];
  const names = adapters.slice(0, mostNames).map((some) => {
    const families = some.map(({ ipInterface }) => ipInterface.family);
    return `${some[0]?.name ?? ''} (${families.join(', ')})`;
  });
  return adapters.length > mostNames ? `${names.join(', ')}, …` : names.join(', ');
}

/** The fields of a group; automatic metric and metric are one control where both can be set. */
function GroupFields({ fields }: { readonly fields: readonly SharedField[] }) {
  const metric = fields.find(({ field }) => field.name === 'Metric');
  const isCoupled =
    metric !== undefined && fields.some(({ field }) => field.name === 'UseAutomaticMetric');
  return fields.map((shared) => {
    const { name } = shared.field;
    if (isCoupled && name === 'Metric') return null;
    if (isCoupled && name === 'UseAutomaticMetric') {
      return <ManyMetricItem key={name} metric={metric} />;
    }
    return <ManyFieldItem key={name} shared={shared} />;
  });
}

function SharedFieldList({
  rows,
  stack,
}: {
  readonly rows: readonly InterfaceRow[];
  readonly stack: StackName;
}) {
  const styles = useStyles();
  const { groups, partly } = useMemo(() => sharedFields(rows, stack), [rows, stack]);
  if (groups.length === 0) return <EmptyState text={words.noShared} />;
  return (
    <div className={styles.fields}>
      {groups.map(([group, fields]) => (
        <section key={group} aria-label={messages.fieldGroups[group]}>
          <h3 className={styles.group}>{messages.fieldGroups[group]}</h3>
          <GroupFields fields={fields} />
        </section>
      ))}
      {partly > 0 && <p className={styles.quiet}>{words.notShared({ n: partly })}</p>}
    </div>
  );
}

interface ManyPaneProps {
  readonly rows: readonly InterfaceRow[];
  readonly stack: StackName;
  readonly onClose: () => void;
}

/** Edits several IP interfaces together. */
export function ManyPane({ rows, stack, onClose }: ManyPaneProps) {
  const styles = useStyles();
  const title = words.edit({ n: rows.length });
  return (
    <Pane label={title} title={title} subtitle={firstNames(rows)} onClose={onClose}>
      {rows.length > mostEdits ? (
        <div className={styles.notice}>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.tooMany({ n: rows.length, most: mostEdits })}</MessageBarBody>
          </MessageBar>
        </div>
      ) : (
        <ManyProvider rows={rows} stack={stack}>
          <SharedFieldList rows={rows} stack={stack} />
        </ManyProvider>
      )}
    </Pane>
  );
}
