// SPDX-License-Identifier: MIT
import { Badge, Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import type { Field } from '../../../../electron/contract/fields';
import { isSameField } from '../../../../electron/contract/operation';
import { AppliedMark } from '../../../changes/AppliedMark';
import { useApplied } from '../../../changes/use-applied';
import { Ended } from '../../../ui/Ended';
import { problemText, valueText } from '../../../../electron/texts/field-text';
import { andMore } from '../../../../electron/language/lists';
import { fieldLabel } from '../../../../electron/texts/field-words';
import { messages } from '../../../../electron/language/messages';
import { ProblemText } from '../detail/FieldHelp';
import { useFieldStyles } from '../detail/field-styles';
import { ToDefaultButton } from '../detail/ToDefaultButton';
import { useMany } from './many-context';
import { defaultsOf, draftsFor, mostEdits } from './many-fields';
import type { ManyState } from './many-fields';

const words = messages.selection;

/** Values that are named before the rest is only counted. */
const namedValues = 3;

interface ManyMarksProps {
  readonly field: Field;
  readonly state: ManyState;
  readonly id: string;
  /** What a value is called here, where the control does not say it as the field does. */
  readonly valueName?: (live: number) => string;
}

/** What stands under a control for several rows: their values, what was edited, what is wrong. */
export function ManyMarks({ field, state, id, valueName }: ManyMarksProps) {
  const styles = useFieldStyles();
  const { rows, stack, isLocked, refused, discard } = useMany();
  const { lives, edits, obstacle, text } = state;
  const applied = useApplied().filter((operation) =>
    rows.some(({ ipInterface }) => isSameField(operation, { ...ipInterface, field: field.name })),
  ).length;
  const nameOf = valueName ?? ((live: number) => valueText(field.name, live, stack));
  const values = lives.slice(0, namedValues).map(nameOf);
  const isRefused = refused?.field === field.name;
  const isEdited = edits.length > 0 && applied === 0;
  const showsValues = isEdited || text === null;
  const all = rows.length;
  return (
    <div id={id}>
      {obstacle?.kind === 'invalid' && (
        <ProblemText text={problemText(field.name, obstacle.problem)} id={`${id}problem`} />
      )}
      {isRefused && (
        <ProblemText
          text={words.refused({ n: refused.count, most: mostEdits })}
          id={`${id}refused`}
        />
      )}
      {applied > 0 && (
        <div className={styles.edited}>
          <AppliedMark text={words.appliedOn({ n: applied, all, isAll: applied === all })} />
        </div>
      )}
      {isEdited && (
        <div className={styles.edited}>
          <Badge appearance="tint" color="brand" icon={<EditRegular />}>
            <Ended>{words.editedOn({ n: edits.length, all, isAll: edits.length === all })}</Ended>
          </Badge>
          {!isLocked && (
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={messages.details.discard({ label: fieldLabel(field.name) })}
              onClick={() => {
                discard(edits);
              }}
            />
          )}
        </div>
      )}
      {showsValues && (
        <p className={styles.help}>
          <Ended>{words.mixedNow({ values: andMore(values, lives.length - values.length) })}</Ended>
        </p>
      )}
    </div>
  );
}

/** Drafts each row's documented default; only there when all have one and something else is set. */
export function ManyToDefault({ field }: { readonly field: Field }) {
  const { rows, stack, isLocked, draft } = useMany();
  const usual = defaultsOf(field, rows, stack);
  const isSet = rows.some((row) => String(row.ipInterface.values[field.name]) !== usual?.(row));
  if (!usual || !isSet || isLocked) return null;
  return (
    <ToDefaultButton
      field={field}
      onClick={() => {
        draft(field.name, draftsFor(field, rows, usual));
      }}
    />
  );
}
