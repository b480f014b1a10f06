// SPDX-License-Identifier: MIT
import { Input, Select } from '@fluentui/react-components';
import { useId } from 'react';
import { rangeFacts, unitText } from '../../../../electron/texts/field-text';
import { choiceLabel, fieldDescription, fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { useFieldStyles } from '../detail/field-styles';
import { useMany, useManyState } from './many-context';
import { draftsFor } from './many-fields';
import type { ManyState, SharedField } from './many-fields';
import { ManyMarks, ManyToDefault } from './ManyMarks';

const words = messages.selection;

interface ControlProps {
  readonly shared: SharedField;
  readonly state: ManyState;
  readonly id: string;
  readonly describedBy: string;
}

/** What can be chosen: on and off, or the enumeration's values that all rows take. */
function choicesOf({
  field,
  control,
  choices,
}: SharedField): readonly (readonly [string, string])[] {
  if (control === 'flag') return [['1', messages.details.on] as const, ['0', messages.details.off]];
  return choices.map((choice) => [String(choice.value), choiceLabel(field, choice)]);
}

function ManyChoice({ shared, state, id, describedBy }: ControlProps) {
  const styles = useFieldStyles();
  const { rows, isLocked, draft } = useMany();
  const choices = choicesOf(shared);
  const isKnown = choices.some(([value]) => value === state.text);
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      disabled={isLocked}
      className={shared.control === 'flag' ? styles.flag : styles.choice}
      value={isKnown ? (state.text ?? '') : ''}
      onChange={(_, { value }) => {
        if (value !== '') draft(shared.field.name, draftsFor(shared.field, rows, value));
      }}
    >
      {!isKnown && <option value="">{words.mixed}</option>}
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** A number for all rows; empty, with "Mixed" behind, where theirs differ. */
export function ManyNumber({
  shared: { field },
  state,
  id,
  describedBy,
  label,
  onDraft,
}: ControlProps & { readonly label?: string; readonly onDraft?: (text: string) => void }) {
  const styles = useFieldStyles();
  const { rows, isLocked, draft } = useMany();
  return (
    <Input
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={state.obstacle !== null}
      readOnly={isLocked}
      className={styles.number}
      inputMode="numeric"
      placeholder={words.mixed}
      value={state.text ?? ''}
      contentAfter={unitText(field.name)}
      onChange={(_, { value }) => {
        if (onDraft) onDraft(value);
        else draft(field.name, draftsFor(field, rows, value));
      }}
    />
  );
}

/** One field of several rows. */
export function ManyFieldItem({ shared }: { readonly shared: SharedField }) {
  const styles = useFieldStyles();
  const id = useId();
  const { field, control, range } = shared;
  const state = useManyState(field);
  const props = { shared, state, id, describedBy: `${id}marks ${id}help` };
  const bounds =
    control === 'number' ? ` ${messages.details.range(rangeFacts(field.name, range))}` : '';
  return (
    <div data-testid={`field-${field.name}`} className={styles.field}>
      <div className={styles.line}>
        <label htmlFor={id} className={styles.label}>
          {fieldLabel(field.name)}
        </label>
        <div className={styles.control}>
          <ManyToDefault field={field} />
          {control === 'number' ? <ManyNumber {...props} /> : <ManyChoice {...props} />}
        </div>
      </div>
      <ManyMarks field={field} state={state} id={`${id}marks`} />
      <p id={`${id}help`} className={styles.help}>
        {fieldDescription(field.name) + bounds}
      </p>
    </div>
  );
}
