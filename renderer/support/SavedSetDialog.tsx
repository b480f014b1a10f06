// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { isFieldName } from '../../electron/contract/fields';
import type { StackName } from '../../electron/contract/family';
import type { OpenedSet, SavedEdit } from '../../electron/contract/support';
import { sameTarget } from '../changes/edit';
import type { Edit } from '../changes/edit';
import { useEdits, useEditsDispatch } from '../changes/edits-context';
import { useAreEditsLocked } from '../changes/use-are-edits-locked';
import { settingLabel, settingValueText } from '../ui/field-text';
import { messages } from '../ui/messages';
import { PlainDialog } from '../ui/PlainDialog';
import { ScrollingTable, ScrollingTableCell } from '../ui/ScrollingTable';
import { timeOfDay } from '../ui/time-text';

const words = messages.support.set;

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

function fitText({ fit }: SavedEdit): string {
  if (fit.kind === 'refused') return messages.refusals[fit.refusal];
  if (fit.kind === 'out-of-range') return words.outOfRange(fit.range.min, fit.range.max);
  return words.fits[fit.kind];
}

/** A value of a saved edit; one of a field that is not known here stays a number. */
function savedValueText({ field }: SavedEdit, value: number, stack: StackName): string {
  return isFieldName(field) ? settingValueText(field, value, stack) : String(value);
}

function SavedEditRow({ edit, stack }: { readonly edit: SavedEdit; readonly stack: StackName }) {
  const styles = useStyles();
  const { adapter, family, field, value, fit } = edit;
  const now = fit.kind === 'fits' ? savedValueText(edit, fit.live, stack) : '–';
  return (
    <tr>
      <ScrollingTableCell>
        <bdi>{adapter}</bdi> <span className={styles.quiet}>{family}</span>
      </ScrollingTableCell>
      <ScrollingTableCell>{isFieldName(field) ? settingLabel(field) : field}</ScrollingTableCell>
      <ScrollingTableCell>{now}</ScrollingTableCell>
      <ScrollingTableCell>{savedValueText(edit, value, stack)}</ScrollingTableCell>
      <ScrollingTableCell>
        <span className={fit.kind === 'fits' ? undefined : styles.quiet}>{fitText(edit)}</span>
      </ScrollingTableCell>
    </tr>
  );
}

/** What becomes of a saved set: an edit for each that fits, from the value that is there now. */
export function editsOfSet(set: OpenedSet): readonly Edit[] {
  const edits = set.edits.flatMap(({ family, value, fit }): Edit[] => {
    if (fit.kind !== 'fits') return [];
    const { luid, field, live } = fit;
    return [{ luid, family, field, expected: live, draft: String(value) }];
  });
  // Two saved edits may mean the same field here; the later one is what was wanted last.
  return edits.filter(
    (edit, index) => !edits.slice(index + 1).some((one) => sameTarget(one, edit)),
  );
}

interface SavedSetDialogProps {
  readonly set: OpenedSet;
  readonly stack: StackName;
  readonly onClose: () => void;
}

/** Shows how a saved set fits this computer, and makes edits of what does. */
export function SavedSetDialog({ set, stack, onClose }: SavedSetDialogProps) {
  const styles = useStyles();
  const dispatch = useEditsDispatch();
  const isLocked = useAreEditsLocked();
  const { announce } = useAnnounce();
  const mine = useEdits();
  const edits = editsOfSet(set);
  const replaced = mine.filter((edit) => edits.some((one) => sameTarget(one, edit))).length;
  const canAdd = edits.length > 0 && !isLocked;
  const add = () => {
    if (!canAdd) return;
    // Discarded first: what is opened starts from the value now, not from where an older edit began.
    dispatch({ type: 'discarded', targets: edits });
    dispatch({ type: 'drafted', edits });
    announce(words.opened(edits.length), { polite: true });
    onClose();
  };
  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        edits.length === 0 ? (
          <Button appearance="primary" onClick={onClose}>
            {messages.app.close}
          </Button>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={!canAdd} onClick={add}>
              {words.open(edits.length)}
            </Button>
            <Button onClick={onClose}>{messages.app.cancel}</Button>
          </>
        )
      }
    >
      <p className={styles.line}>
        {words.from(set.name, set.computer, timeOfDay(Date.parse(set.savedAt)))}
      </p>
      {set.isOtherComputer && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.otherComputer}</MessageBarBody>
        </MessageBar>
      )}
      <ScrollingTable label={words.table} columns={Object.values(words.columns)} minWidth={520}>
        {set.edits.map((edit, index) => (
          // The list stays as it was read, and edits may be equal.
          <SavedEditRow key={index} edit={edit} stack={stack} />
        ))}
      </ScrollingTable>
      <p className={styles.line}>
        {edits.length === 0 ? words.noneFits : words.count(edits.length, set.edits.length)}{' '}
        {replaced > 0 && words.replaces(replaced)} {isLocked && words.locked}
      </p>
    </PlainDialog>
  );
}
