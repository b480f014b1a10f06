// SPDX-License-Identifier: MIT
import { Button } from '@fluentui/react-components';
import { ArrowResetRegular } from '@fluentui/react-icons/svg/arrow-reset';
import type { Field } from '../../../../electron/contract/fields';
import { useLastingSetting } from '../../../lasting/use-lasting-setting';
import { fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { fieldDefault } from '../../../../electron/contract/field-default';
import { useDetailSubject } from './detail-context';
import type { FieldEdit } from './use-field-edit';

interface ToDefaultButtonProps {
  readonly field: Field;
  /** Whether its value lasts, which the default stops. */
  readonly isLasting?: boolean;
  readonly onClick: () => void;
}

/** Drafts the documented default of a field. */
export function ToDefaultButton({ field, isLasting = false, onClick }: ToDefaultButtonProps) {
  const { toDefault, toDefaultFromLasting } = messages.details;
  const label = (isLasting ? toDefaultFromLasting : toDefault)({ label: fieldLabel(field.name) });
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<ArrowResetRegular />}
      aria-label={label}
      title={label}
      onClick={onClick}
    />
  );
}

interface FieldToDefaultProps {
  readonly field: Field;
  readonly fieldEdit: FieldEdit;
}

/** The way to the default of one IP interface; only there when one is known and something else is set. */
export function FieldToDefault({ field, fieldEdit }: FieldToDefaultProps) {
  const { ipInterface, stack, kind, isLocked } = useDetailSubject();
  const { luid, family } = ipInterface;
  const isLasting = useLastingSetting({ luid, family, field: field.name }) !== undefined;
  const usual = fieldDefault(field.name, family, stack, kind);
  if (usual === undefined || isLocked || fieldEdit.text === String(usual)) return null;
  return (
    <ToDefaultButton
      field={field}
      isLasting={isLasting}
      onClick={() => {
        fieldEdit.draft(String(usual));
      }}
    />
  );
}
