// SPDX-License-Identifier: MIT
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { StackName } from '../../../electron/contract/family';
import type { OpenedSet, SavedEdit } from '../../../electron/contract/support';
import { isSameField } from '../../../electron/contract/operation';
import type { Operation } from '../../../electron/contract/operation';
import { useEdits } from '../../changes/edits-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { messages } from '../../../electron/language/messages';
import { Sentence } from '../../ui/isolated-name';
import { PlainDialog } from '../../ui/PlainDialog';
import { ScrollingTable, ScrollingTableCell } from '../../ui/ScrollingTable';
import { timeOfDay } from '../../../electron/texts/time-text';
import { SavedSetActions } from './SavedSetActions';
import { fittingOperations, fitText } from './saved-edit-text';
import { savedRows } from './saved-rows';
import type { SavedRow } from './saved-rows';
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

interface SavedRowViewProps {
  readonly row: SavedRow;
  readonly tellsFit: boolean;
}

function SavedRowView({ row, tellsFit }: SavedRowViewProps) {
  const styles = useStyles();
  const { adapter, family, setting, now, next, fit } = row;
  return (
    <tr>
      <ScrollingTableCell>
        <bdi>{adapter}</bdi> <span className={styles.quiet}>{family}</span>
      </ScrollingTableCell>
      <ScrollingTableCell>{setting}</ScrollingTableCell>
      <ScrollingTableCell>{now}</ScrollingTableCell>
      <ScrollingTableCell>
        <span className={styles.next}>{next}</span>
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
  const rows = savedRows(edits, stack);
  const tellsFit = rows.some(({ fit }) => fit.kind !== 'fits');
  const names = [columns.interface, columns.field, columns.now, columns.next];
  return (
    <ScrollingTable
      label={words.table}
      columns={tellsFit ? [...names, columns.fit] : names}
      minWidth={520}
    >
      {rows.map((row, index) => (
        // The list stays as it was read, and edits may be equal.
        <SavedRowView key={index} row={row} tellsFit={tellsFit} />
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
