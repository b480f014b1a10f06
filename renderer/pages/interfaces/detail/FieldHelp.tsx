// SPDX-License-Identifier: MIT
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { Field } from '../../../../electron/contract/fields';
import { rangeFacts, valueText } from '../../../../electron/texts/field-text';
import { messages } from '../../../../electron/language/messages';
import { fieldDefault } from '../../../../electron/contract/field-default';
import { useDetailSubject } from './detail-context';
import { useFieldStyles } from './field-styles';
import type { FieldView } from './field-view';
import { fieldDescription, linuxNote } from '../../../../electron/texts/field-words';

const words = messages.details;

/** What may be entered, and what is usual. */
function useBounds(field: Field, view: FieldView): readonly string[] {
  const { ipInterface, stack, kind } = useDetailSubject();
  if (view.kind === 'text') return [];
  const usual = fieldDefault(field.name, ipInterface.family, stack, kind);
  const bounds = view.control === 'number' ? [words.range(rangeFacts(field.name, view.range))] : [];
  if (usual !== undefined) {
    bounds.push(words.defaultValue({ value: valueText(field.name, usual, stack) }));
  }
  return bounds;
}

interface FieldHelpProps {
  readonly field: Field;
  readonly view: FieldView;
  readonly id: string;
}

/** What a field means, in which bounds, what is usual, and why it can't be set. */
export function FieldHelp({ field, view, id }: FieldHelpProps) {
  const styles = useFieldStyles();
  const { ipInterface, stack, name } = useDetailSubject();
  const bounds = useBounds(field, view);
  const note =
    view.kind === 'control' && stack === 'linux'
      ? linuxNote(field.name, ipInterface.family, name)
      : undefined;
  const reason = view.kind === 'text' ? view.reason : undefined;
  const isOverridden = field.name === 'DisableDefaultRoutes' && ipInterface.defaultRoutesOverridden;
  return (
    <div id={id}>
      <p className={styles.help}>{[fieldDescription(field.name), ...bounds].join(' ')}</p>
      {(note ?? reason) !== undefined && <p className={styles.help}>{note ?? reason}</p>}
      {isOverridden && <CautionText text={words.overridden} />}
    </div>
  );
}

/** A sentence about what can go wrong. */
export function CautionText({ text }: { readonly text: string }) {
  const styles = useFieldStyles();
  return (
    <p className={styles.caution}>
      <WarningRegular fontSize={16} className={styles.cautionIcon} />
      {text}
    </p>
  );
}

/** Why what was entered can't be used. */
export function ProblemText({ text, id }: { readonly text: string; readonly id: string }) {
  const styles = useFieldStyles();
  return (
    <p id={id} className={styles.problem}>
      <ErrorCircleRegular fontSize={16} className={styles.problemIcon} />
      {text}
    </p>
  );
}
