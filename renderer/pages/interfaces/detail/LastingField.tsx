// SPDX-License-Identifier: MIT
import type { Field } from '../../../../electron/contract/fields';
import { LastingMark } from '../../../changes/lasting/LastingMark';
import { useLastingSetting } from '../../../lasting/use-lasting-setting';
import { messages } from '../../../../electron/language/messages';
import { draftNumber } from '../../../../electron/contract/field-value';
import { fieldDefault } from '../../../../electron/contract/field-default';
import { useDetailSubject } from './detail-context';
import { useFieldStyles } from './field-styles';
import type { FieldEdit } from './use-field-edit';

interface LastingFieldProps {
  readonly field: Field;
  readonly id: string;
  /** Absent where the field can't be edited now. */
  readonly fieldEdit?: FieldEdit;
}

/** Marks a field whose value lasts, and says what its edit does to that. */
export function LastingField({ field, id, fieldEdit }: LastingFieldProps) {
  const styles = useFieldStyles();
  const { ipInterface, stack, kind } = useDetailSubject();
  const { luid, family, values } = ipInterface;
  const setting = useLastingSetting({ luid, family, field: field.name });
  if (!setting) return null;
  const usual = fieldDefault(field.name, family, stack, kind);
  const goesToDefault = usual !== undefined && draftNumber(fieldEdit?.edit?.draft ?? '') === usual;
  return (
    <>
      <LastingMark setting={setting} live={values[field.name]} id={id} isOnField />
      {goesToDefault && <p className={styles.help}>{messages.lasting.mark.toDefault}</p>}
    </>
  );
}
