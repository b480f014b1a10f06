// SPDX-License-Identifier: MIT
import { mergeClasses } from '@fluentui/react-components';
import { useId } from 'react';
import type { Field } from '../../../../electron/contract/fields';
import { useLastingSetting } from '../../../lasting/use-lasting-setting';
import { useDetailSubject } from './detail-context';
import { EditMarks } from './EditMarks';
import { FieldControl } from './FieldControl';
import { FieldHelp, ProblemText } from './FieldHelp';
import { useFieldStyles } from './field-styles';
import { fieldView } from './field-view';
import type { FieldView } from './field-view';
import { LastingField } from './LastingField';
import { NotDefaultBadge } from './NotDefaultBadge';
import { OtherNames } from './OtherNames';
import { FieldToDefault } from './ToDefaultButton';
import { useFieldEdit } from './use-field-edit';
import { useFieldFocus } from './use-field-focus';
import { useProblem } from './use-problem';
import { fieldLabel } from '../../../../electron/texts/field-words';

interface SettableFieldProps {
  readonly field: Field;
  readonly view: Extract<FieldView, { kind: 'control' }>;
}

function SettableField({ field, view }: SettableFieldProps) {
  const styles = useFieldStyles();
  const id = useId();
  const fieldEdit = useFieldEdit(field.name, view.live);
  const problem = useProblem(field.name, fieldEdit);
  const element = useFieldFocus(field.name);
  const [helpId, editId, problemId] = [`${id}help`, `${id}edit`, `${id}problem`];
  const lastingId = `${id}lasting`;
  const isLasting = useLastingSetting(fieldEdit.target) !== undefined;
  const isMarked = fieldEdit.edit !== undefined || fieldEdit.isApplied;
  const describedBy = [problem && problemId, isMarked && editId, isLasting && lastingId, helpId]
    .filter(Boolean)
    .join(' ');
  return (
    <div ref={element} data-testid={`field-${field.name}`} className={styles.field}>
      <div className={styles.line}>
        <label htmlFor={id} className={styles.label}>
          {fieldLabel(field.name)}
        </label>
        <NotDefaultBadge field={field.name} live={view.live} />
        <div className={styles.control}>
          <FieldToDefault field={field} fieldEdit={fieldEdit} />
          <FieldControl
            field={field}
            view={view}
            fieldEdit={fieldEdit}
            id={id}
            describedBy={describedBy}
            isInvalid={problem !== undefined}
          />
        </div>
      </div>
      {problem !== undefined && <ProblemText text={problem} id={problemId} />}
      <EditMarks field={field} fieldEdit={fieldEdit} live={view.live} id={editId} />
      <LastingField field={field} fieldEdit={fieldEdit} id={lastingId} />
      <FieldHelp field={field} view={view} id={helpId} />
      <OtherNames field={field} />
    </div>
  );
}

const monospaceTypes: ReadonlySet<string> = new Set(['NET_LUID', 'ULONG64', 'ULONG[16]']);

interface TextFieldProps {
  readonly field: Field;
  readonly view: Extract<FieldView, { kind: 'text' }>;
}

function TextField({ field, view }: TextFieldProps) {
  const styles = useFieldStyles();
  const id = useId();
  const { isMissing } = view;
  const { luid, family } = useDetailSubject().ipInterface;
  const isLasting = useLastingSetting({ luid, family, field: field.name }) !== undefined;
  const element = useFieldFocus(field.name);
  return (
    <div
      ref={element}
      role="group"
      aria-label={fieldLabel(field.name)}
      aria-describedby={isLasting ? `${id}lasting ${id}` : id}
      data-testid={`field-${field.name}`}
      className={styles.field}
    >
      <div className={styles.line}>
        <span className={styles.label}>{fieldLabel(field.name)}</span>
        <span
          className={mergeClasses(
            styles.value,
            isMissing && styles.unavailable,
            monospaceTypes.has(field.type) && !isMissing && styles.monospace,
          )}
        >
          {view.text}
        </span>
      </div>
      <LastingField field={field} id={`${id}lasting`} />
      <FieldHelp field={field} view={view} id={id} />
      <OtherNames field={field} />
    </div>
  );
}

/** One member of the row: its label, its value or control, and what to know about it. */
export function FieldItem({ field }: { readonly field: Field }) {
  const { ipInterface, stack, name } = useDetailSubject();
  const view = fieldView(field, ipInterface, stack, name);
  return view.kind === 'control' ? (
    <SettableField field={field} view={view} />
  ) : (
    <TextField field={field} view={view} />
  );
}
