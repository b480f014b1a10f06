// SPDX-License-Identifier: MIT
import { Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import { rangeFacts } from '../../../../electron/texts/field-text';
import { fieldDescription, fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { useFieldStyles } from '../detail/field-styles';
import { useMany, useManyState } from './many-context';
import { automaticMetricField, metricField } from '../metric-fields';
import { draftsFor } from './many-fields';
import type { SharedField } from './many-fields';
import { ManyNumber } from './ManyFieldItem';
import { ManyMarks } from './ManyMarks';

const words = messages.details;

/** Automatic or a fixed number, for several rows. */
export function ManyMetricItem({ metric }: { readonly metric: SharedField }) {
  const styles = useFieldStyles();
  const id = useId();
  const { rows, isLocked, draft, discard } = useMany();
  const automatic = useManyState(automaticMetricField);
  const fixed = useManyState(metricField);
  const mode = { '1': 'automatic', '0': 'fixed' }[automatic.text ?? ''] ?? '';

  const choose = (chosen: string) => {
    const isAutomatic = chosen === 'automatic';
    if (isAutomatic) discard(fixed.edits);
    draft('UseAutomaticMetric', draftsFor(automaticMetricField, rows, isAutomatic ? '1' : '0'));
  };
  const draftMetric = (text: string) => {
    draft('Metric', [
      ...draftsFor(automaticMetricField, rows, '0'),
      ...draftsFor(metricField, rows, text),
    ]);
  };
  return (
    <div className={styles.field}>
      <div data-testid="field-UseAutomaticMetric">
        <div className={styles.line}>
          <span id={`${id}label`} className={styles.label}>
            {words.metricMode}
          </span>
          <RadioGroup
            layout="horizontal"
            aria-labelledby={`${id}label`}
            aria-describedby={`${id}automatic`}
            disabled={isLocked}
            value={mode}
            onChange={(_, { value }) => {
              choose(value);
            }}
          >
            <Radio value="automatic" label={words.automatic} />
            <Radio value="fixed" label={words.fixed} />
          </RadioGroup>
        </div>
        <ManyMarks
          field={automaticMetricField}
          state={automatic}
          id={`${id}automatic`}
          valueName={(live) => (live === 1 ? words.automatic : words.fixed)}
        />
      </div>
      {mode !== 'automatic' && (
        <div data-testid="field-Metric">
          <div className={styles.line}>
            <span className={styles.help}>{words.fixedMetric}</span>
            <ManyNumber
              shared={metric}
              state={fixed}
              id={`${id}number`}
              describedBy={`${id}metric ${id}help`}
              label={fieldLabel(metricField.name)}
              onDraft={draftMetric}
            />
          </div>
          <ManyMarks field={metricField} state={fixed} id={`${id}metric`} />
          <p id={`${id}help`} className={styles.help}>
            {`${fieldDescription(metricField.name)} ${words.range(rangeFacts('Metric', metric.range))}`}
          </p>
        </div>
      )}
    </div>
  );
}
