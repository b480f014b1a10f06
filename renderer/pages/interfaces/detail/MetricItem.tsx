// SPDX-License-Identifier: MIT
import { Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useId } from 'react';
import { useEditsDispatch } from '../../../changes/edits-context';
import { useLastingSetting } from '../../../lasting/use-lasting-setting';
import { fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { automaticMetricField, metricField } from '../metric-fields';
import { useDetailSubject } from './detail-context';
import { EditMarks } from './EditMarks';
import { FieldHelp, ProblemText } from './FieldHelp';
import { useFieldStyles } from './field-styles';
import type { FieldView } from './field-view';
import { LastingField } from './LastingField';
import { NotDefaultBadge } from './NotDefaultBadge';
import { OtherNames } from './OtherNames';
import { useFieldEdit } from './use-field-edit';
import { useFieldFocus } from './use-field-focus';
import { useProblem } from './use-problem';

const words = messages.details;

type ControlView = Extract<FieldView, { kind: 'control' }>;

/** The ids of what is there. */
const idsOf = (...ids: readonly (string | false)[]) => ids.filter(Boolean).join(' ');

interface MetricItemProps {
  readonly automatic: ControlView;
  readonly metric: ControlView;
}

/** Automatic or a fixed number: two members of the row that only make sense together. */
export function MetricItem({ automatic, metric }: MetricItemProps) {
  const styles = useFieldStyles();
  const id = useId();
  const { isLocked } = useDetailSubject();
  const dispatch = useEditsDispatch();
  const automaticEdit = useFieldEdit('UseAutomaticMetric', automatic.live);
  const metricEdit = useFieldEdit('Metric', metric.live);
  const problem = useProblem('Metric', metricEdit);
  const automaticElement = useFieldFocus('UseAutomaticMetric');
  const metricElement = useFieldFocus('Metric');
  const isAutomatic = automaticEdit.text === '1';
  const isAutomaticLasting = useLastingSetting(automaticEdit.target) !== undefined;
  const isMetricLasting = useLastingSetting(metricEdit.target) !== undefined;

  const choose = (mode: string) => {
    automaticEdit.draft(mode === 'automatic' ? '1' : '0');
    if (mode === 'automatic') metricEdit.discard();
  };
  const draftMetric = (text: string) => {
    const [{ target: automaticTarget }, { target: metricTarget }] = [automaticEdit, metricEdit];
    dispatch({
      type: 'drafted',
      edits: [
        { ...automaticTarget, expected: automatic.live, draft: '0' },
        { ...metricTarget, expected: metric.live, draft: text },
      ],
    });
  };

  return (
    <div className={styles.field}>
      <div ref={automaticElement} data-testid="field-UseAutomaticMetric">
        <div className={styles.line}>
          <span id={`${id}label`} className={styles.label}>
            {words.metricMode}
          </span>
          <NotDefaultBadge field="UseAutomaticMetric" live={automatic.live} />
          <RadioGroup
            layout="horizontal"
            aria-labelledby={`${id}label`}
            aria-describedby={isAutomaticLasting ? `${id}automatic-lasting` : undefined}
            disabled={isLocked}
            value={isAutomatic ? 'automatic' : 'fixed'}
            onChange={(_, { value }) => {
              choose(value);
            }}
          >
            <Radio
              value="automatic"
              label={words.automatic}
              aria-describedby={`${id}automatic-help`}
            />
            <Radio value="fixed" label={words.fixed} aria-describedby={`${id}metric-help`} />
          </RadioGroup>
        </div>
        <EditMarks
          field={automaticMetricField}
          fieldEdit={automaticEdit}
          live={automatic.live}
          id={`${id}automatic-edit`}
        />
        <LastingField
          field={automaticMetricField}
          fieldEdit={automaticEdit}
          id={`${id}automatic-lasting`}
        />
        <FieldHelp field={automaticMetricField} view={automatic} id={`${id}automatic-help`} />
        <OtherNames field={automaticMetricField} />
      </div>
      <div ref={metricElement} data-testid="field-Metric">
        <div className={styles.line}>
          <span className={styles.help}>{isAutomatic ? words.metricNow : words.fixedMetric}</span>
          {isAutomatic ? (
            <span className={styles.value}>
              {messages.interfaces.automaticMetric({ metric: metric.live })}
            </span>
          ) : (
            <Input
              id={`${id}number`}
              className={styles.number}
              inputMode="numeric"
              aria-label={fieldLabel(metricField.name)}
              aria-describedby={idsOf(
                problem !== undefined && `${id}problem`,
                isMetricLasting && `${id}metric-lasting`,
                `${id}metric-help`,
              )}
              aria-invalid={problem !== undefined}
              readOnly={isLocked}
              value={metricEdit.text}
              onChange={(_, { value }) => {
                draftMetric(value);
              }}
            />
          )}
        </div>
        {problem !== undefined && <ProblemText text={problem} id={`${id}problem`} />}
        <EditMarks
          field={metricField}
          fieldEdit={metricEdit}
          live={metric.live}
          id={`${id}metric-edit`}
        />
        <LastingField field={metricField} fieldEdit={metricEdit} id={`${id}metric-lasting`} />
        <FieldHelp field={metricField} view={metric} id={`${id}metric-help`} />
        <OtherNames field={metricField} />
      </div>
    </div>
  );
}
