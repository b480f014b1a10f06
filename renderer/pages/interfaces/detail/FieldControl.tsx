// SPDX-License-Identifier: MIT
import { Input, Select, Switch } from '@fluentui/react-components';
import type { Field } from '../../../../electron/contract/fields';
import { unitText } from '../../../../electron/texts/field-text';
import { useDetailSubject } from './detail-context';
import { useFieldStyles } from './field-styles';
import type { FieldView } from './field-view';
import type { FieldEdit } from './use-field-edit';
import { choiceLabel } from '../../../../electron/texts/field-words';

interface FieldControlProps {
  readonly field: Field;
  readonly view: Extract<FieldView, { kind: 'control' }>;
  readonly fieldEdit: FieldEdit;
  readonly id: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
}

/** The control of a field: a switch, a list of choices, or a number with its unit. */
export function FieldControl(props: FieldControlProps) {
  const { field, view, fieldEdit, id, describedBy, isInvalid } = props;
  const styles = useFieldStyles();
  const { isLocked } = useDetailSubject();
  const common = { id, 'aria-describedby': describedBy };
  switch (view.control) {
    case 'flag':
      return (
        <Switch
          {...common}
          disabled={isLocked}
          checked={fieldEdit.text === '1'}
          onChange={(_, { checked }) => {
            fieldEdit.draft(checked ? '1' : '0');
          }}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          disabled={isLocked}
          className={styles.choice}
          value={fieldEdit.text}
          onChange={(_, { value }) => {
            fieldEdit.draft(value);
          }}
        >
          {(field.enumValues ?? [])
            .filter((choice) => view.choices.includes(choice) || choice.value === view.live)
            .map((choice) => (
              <option key={choice.value} value={String(choice.value)}>
                {choiceLabel(field, choice)}
              </option>
            ))}
        </Select>
      );
    case 'number':
      return (
        <Input
          {...common}
          readOnly={isLocked}
          className={styles.number}
          inputMode="numeric"
          aria-invalid={isInvalid}
          value={fieldEdit.text}
          contentAfter={unitText(field.name)}
          onChange={(_, { value }) => {
            fieldEdit.draft(value);
          }}
        />
      );
  }
}
