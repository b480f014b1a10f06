// SPDX-License-Identifier: MIT
import {
  Badge,
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import type { Field } from '../../../../electron/contract/fields';
import { AppliedMark } from '../../../changes/AppliedMark';
import { cautionOf } from '../../../changes/caution';
import { Ended } from '../../../ui/Ended';
import { draftText, valueText } from '../../../../electron/texts/field-text';
import { fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { useDetailSubject } from './detail-context';
import { CautionText } from './FieldHelp';
import { useFieldStyles } from './field-styles';
import type { FieldEdit } from './use-field-edit';

const words = messages.details;

interface EditMarksProps {
  readonly field: Field;
  readonly fieldEdit: FieldEdit;
  readonly live: number;
  readonly id: string;
}

function OutsideChange({ field, fieldEdit, live }: Omit<EditMarksProps, 'id'>) {
  const { stack } = useDetailSubject();
  const { edit, discard, rebase } = fieldEdit;
  if (!edit) return null;
  const liveText = valueText(field.name, live, stack);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {words.changedOutside({
          field: fieldLabel(field.name),
          live: liveText,
          before: valueText(field.name, edit.expected, stack),
          draft: draftText(field.name, edit.draft, stack),
        })}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            rebase(live);
          }}
        >
          {words.keepEdit}
        </Button>
        <Button size="small" onClick={discard}>
          {words.useLive({ live: liveText })}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Marks a field as edited: its value now, a way back, and what to know before applying; or as applied. */
export function EditMarks({ field, fieldEdit, live, id }: EditMarksProps) {
  const styles = useFieldStyles();
  const { stack, isLocked } = useDetailSubject();
  const { edit, isApplied, status, discard } = fieldEdit;
  if (isApplied) {
    return (
      <div className={styles.edited}>
        <AppliedMark id={id} />
      </div>
    );
  }
  if (!edit || isLocked) return null;
  const caution = status?.kind === 'ready' ? cautionOf(status.operation) : undefined;
  return (
    <>
      <div className={styles.edited}>
        <span id={id} className={styles.edited}>
          <Badge appearance="tint" color="brand" icon={<EditRegular />}>
            <Ended>{messages.interfaces.edited}</Ended>
          </Badge>{' '}
          <span className={styles.help}>
            <Ended>{words.now({ value: valueText(field.name, live, stack) })}</Ended>
          </span>
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.discard({ label: fieldLabel(field.name) })}
          onClick={discard}
        />
      </div>
      {status?.kind === 'already-so' && <p className={styles.help}>{words.alreadySo}</p>}
      {caution !== undefined && <CautionText text={caution} />}
      {status?.kind === 'changed-outside' && (
        <OutsideChange field={field} fieldEdit={fieldEdit} live={live} />
      )}
    </>
  );
}
