// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { isFieldName } from '../../../electron/contract/fields';
import type { StackName } from '../../../electron/contract/family';
import type { OpenedSet, SavedEdit } from '../../../electron/contract/support';
import { isSameField } from '../../../electron/contract/operation';
import type { Operation } from '../../../electron/contract/operation';
import { useEdits } from '../../changes/edits-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { settingValueText } from '../../../electron/texts/field-text';
import { settingLabel } from '../../../electron/texts/setting-text';
import { messages } from '../../../electron/language/messages';
import { Sentence } from '../../ui/isolated-name';
import { PlainDialog } from '../../ui/PlainDialog';
import { ScrollingTable, ScrollingTableCell } from '../../ui/ScrollingTable';
import { timeOfDay } from '../../../electron/texts/time-text';
import { SavedSetActions } from './SavedSetActions';
import { fittingOperations, fitText } from './saved-edit-text';
import { useSavedSetTitle } from './use-saved-set-title';
import { awaitedNames, isAwaited } from './waiting-sets';
import { connectFirstText } from '../../../electron/texts/saved-set-text';

const words = messages.support.set;

const useStyles = makeStyles({
  title: {
    ...typographyStyles.subtitle2,
    minHeight: tokens.lineHeightBase400,
    margin: 0,
    overflowWrap: 'anywhere',
  },
  line: { ...typographyStyles.body1, margin: 0 },
  next: typographyStyles.body1Strong,
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** A value of a saved edit; one of a field that is not known here stays a number. */
function savedValueText({ field }: SavedEdit, value: number, stack: StackName): string {
  return isFieldName(field) ? settingValueText(field, value, stack) : String(value);
}

interface SavedEditRowProps {
  readonly edit: SavedEdit;
  readonly stack: StackName;
  readonly tellsFit: boolean;
}

function SavedEditRow({ edit, stack, tellsFit }: SavedEditRowProps) {
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
      <ScrollingTableCell>
        <span className={styles.next}>{savedValueText(edit, value, stack)}</span>
      </ScrollingTableCell>
      {tellsFit && (
        <ScrollingTableCell>
          <span className={fit.kind === 'fits' ? undefined : styles.quiet}>{fitText(fit)}</span>
        </ScrollingTableCell>
      )}
    </tr>
  );
}

interface SavedEditsProps {
  readonly edits: readonly SavedEdit[];
  readonly stack: StackName;
}

/** All changes; how each fits, unless all do. */
function SavedEdits({ edits, stack }: SavedEditsProps) {
  const { columns } = words;
  const tellsFit = edits.some((edit) => edit.fit.kind !== 'fits');
  const names = [columns.interface, columns.field, columns.now, columns.next];
  return (
    <ScrollingTable
      label={words.table}
      columns={tellsFit ? [...names, columns.fit] : names}
      minWidth={520}
    >
      {edits.map((edit, index) => (
        // The list stays as it was read, and edits may be equal.
        <SavedEditRow key={index} edit={edit} stack={stack} tellsFit={tellsFit} />
      ))}
    </ScrollingTable>
  );
}

interface OutcomeProps {
  readonly fitting: readonly Operation[];
  /** Changes that neither fit nor wait for their adapter. */
  readonly leftOut: number;
  readonly waits: boolean;
  readonly isLocked: boolean;
}

/** What the table doesn't say; null where nothing is left to say. */
function Outcome({ fitting, leftOut, waits, isLocked }: OutcomeProps) {
  const styles = useStyles();
  const mine = useEdits();
  const others = mine.filter((edit) => !fitting.some((one) => isSameField(one, edit))).length;
  const replaced = mine.length - others;
  const isOver = fitting.length === 0 && !waits;
  const sentences = [
    isOver && words.noneFits,
    !isOver && leftOut > 0 && words.leftOut({ n: leftOut }),
    replaced > 0 && words.replaces({ n: replaced }),
    fitting.length > 0 && !waits && others > 0 && words.along({ n: others }),
    isLocked && words.locked,
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 && <p className={styles.line}>{sentences.join(' ')}</p>;
}

interface SavedSetDialogProps {
  readonly set: OpenedSet;
  readonly stack: StackName;
  readonly onClose: () => void;
}

/** Shows how a saved set fits this computer, and leads to the review of what does. */
export function SavedSetDialog({ set, stack, onClose }: SavedSetDialogProps) {
  const styles = useStyles();
  const isLocked = useAreEditsLocked();
  const operations = fittingOperations(set.edits);
  const title = useSavedSetTitle(set, operations);
  const awaited = awaitedNames(set);
  const waits = awaited.length > 0;
  const leftOut = set.edits.filter((edit) => edit.fit.kind !== 'fits' && !isAwaited(edit)).length;
  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        <SavedSetActions
          set={set}
          fitting={operations}
          waits={waits}
          isLocked={isLocked}
          onClose={onClose}
        />
      }
    >
      {title !== null && (
        <p className={styles.title}>
          <Sentence text={title} />
        </p>
      )}
      <p className={styles.line}>
        {words.from({
          name: set.name,
          computer: set.computer,
          date: timeOfDay(Date.parse(set.savedAt)),
        })}
      </p>
      {set.isOtherComputer && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.otherComputer}</MessageBarBody>
        </MessageBar>
      )}
      {waits && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{connectFirstText(awaited)}</MessageBarTitle> {words.waits}
          </MessageBarBody>
        </MessageBar>
      )}
      <SavedEdits edits={set.edits} stack={stack} />
      <Outcome fitting={operations} leftOut={leftOut} waits={waits} isLocked={isLocked} />
    </PlainDialog>
  );
}
