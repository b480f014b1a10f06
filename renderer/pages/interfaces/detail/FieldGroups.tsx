// SPDX-License-Identifier: MIT
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useState } from 'react';
import { fieldGroups, fieldNamed } from '../../../../electron/contract/fields';
import type { Field, FieldGroup } from '../../../../electron/contract/fields';
import { EmptyState } from '../../../ui/EmptyState';
import { useFold } from '../../../ui/use-fold';
import { messages } from '../../../../electron/language/messages';
import { automaticMetricField, metricField } from '../metric-fields';
import { useDetailSubject } from './detail-context';
import { FieldItem } from './FieldItem';
import { fieldView } from './field-view';
import { filterFields } from './filter-fields';
import { MetricItem } from './MetricItem';

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  header: { '& button': { ...typographyStyles.subtitle2, minHeight: '40px' } },
  panel: { margin: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
});

/** The first two groups are open when the pane opens. */
const openAtFirst: readonly FieldGroup[] = fieldGroups.slice(0, 2);

/** The fields of a group; automatic metric and metric are one control where both can be set. */
function GroupFields({ fields }: { readonly fields: readonly Field[] }) {
  const { ipInterface, stack, name } = useDetailSubject();
  const automaticView = fieldView(automaticMetricField, ipInterface, stack, name);
  const metricView = fieldView(metricField, ipInterface, stack, name);
  const areCoupled = automaticView.kind === 'control' && metricView.kind === 'control';
  const isCoupled = (field: Field) =>
    areCoupled && (field === automaticMetricField || field === metricField);
  const firstCoupled = fields.find(isCoupled);
  return fields.map((field) => {
    if (!isCoupled(field)) return <FieldItem key={field.name} field={field} />;
    if (field !== firstCoupled || !areCoupled) return null;
    return <MetricItem key={field.name} automatic={automaticView} metric={metricView} />;
  });
}

/** Which groups are open, and why. */
interface OpenGroups {
  readonly chosen: readonly FieldGroup[];
  readonly wanted: FieldGroup | undefined;
  readonly open: readonly FieldGroup[];
}

/** The groups that the user opened, and the one with a field to move to, until the user closes it. */
function useOpenGroups(wanted: FieldGroup | undefined) {
  const [chosen, choose] = useState(openAtFirst);
  const { open } = useFold<OpenGroups>(
    useCallback(
      (before) => {
        const base = before?.chosen === chosen ? before.open : chosen;
        const isNews = wanted !== undefined && wanted !== before?.wanted && !base.includes(wanted);
        return {
          chosen,
          wanted: wanted ?? before?.wanted,
          open: isNews ? [...base, wanted] : base,
        };
      },
      [chosen, wanted],
    ),
  );
  return [open, choose] as const;
}

interface FieldGroupsProps {
  readonly search: string;
  readonly onClearSearch: () => void;
}

/** Every member of the row, in groups that open and close; a search opens those with a match. */
export function FieldGroups({ search, onClearSearch }: FieldGroupsProps) {
  const styles = useStyles();
  const { ipInterface, focusField } = useDetailSubject();
  const [open, choose] = useOpenGroups(focusField && fieldNamed(focusField).group);

  const groups = filterFields(search, ipInterface.family);
  if (groups.length === 0) {
    return (
      <EmptyState
        Icon={SearchRegular}
        text={messages.details.noField}
        action={messages.details.clearFilter}
        onAction={onClearSearch}
      />
    );
  }
  const isSearching = search.trim() !== '';
  return (
    <Accordion
      multiple
      collapsible
      openItems={isSearching ? groups.map(([group]) => group) : [...open]}
      onToggle={(_, { openItems }) => {
        if (!isSearching) choose(fieldGroups.filter((group) => openItems.includes(group)));
      }}
    >
      {groups.map(([group, fields]) => (
        <AccordionItem key={group} value={group} className={styles.item}>
          <AccordionHeader as="h3" className={styles.header}>
            {messages.fieldGroups[group]}
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <GroupFields fields={fields} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
