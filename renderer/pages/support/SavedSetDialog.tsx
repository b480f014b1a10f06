// SPDX-License-Identifier: MIT
import {
  Button,
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
import { useEdits } from '../../changes/edits-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { settingValueText } from '../../../electron/texts/field-text';
import { settingLabel } from '../../../electron/texts/setting-text';
import { messages } from '../../../electron/language/messages';
import { Sentence } from '../../ui/isolated-name';
import { PlainDialog } from '../../ui/PlainDialog';
import { ScrollingTable, ScrollingTableCell } from '../../ui/ScrollingTable';
import { timeOfDay } from '../../../electron/texts/time-text';
import { fittingOperations, fitText } from './saved-edit-text';
import { useAddSavedSet } from './use-add-saved-set';
import { useSavedSetTitle } from './use-saved-set-title';
import { awaitedNames, useWaitingSets } from './waiting-sets';
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
  quiet: { color: tokens.colorNeutralForeground3 },
});

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
        <span className={fit.kind === 'fits' ? undefined : styles.quiet}>{fitText(fit)}</span>
      </ScrollingTableCell>
    </tr>
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
  const addSavedSet = useAddSavedSet();
  const { wait } = useWaitingSets();
  const isLocked = useAreEditsLocked();
  const mine = useEdits();
  const operations = fittingOperations(set.edits);
  const title = useSavedSetTitle(set, operations);
  const awaited = awaitedNames(set);
  const replaced = mine.filter((edit) => operations.some((one) => isSameField(one, edit))).length;
  const canAdd = !isLocked;
  const add = () => {
    if (!canAdd) return;
    addSavedSet(set, operations);
    if (awaited.length > 0) wait(set);
    onClose();
  };
  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        operations.length + awaited.length === 0 ? (
          <Button appearance="primary" onClick={onClose}>
            {messages.app.close}
          </Button>
        ) : (
          <>
            <Button appearance="primary" disabledFocusable={!canAdd} onClick={add}>
              {awaited.length > 0
                ? words.openAndWait({ n: operations.length })
                : words.open({ n: operations.length })}
            </Button>
            <Button onClick={onClose}>{messages.app.cancel}</Button>
          </>
        )
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
      {awaited.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{connectFirstText(awaited)}</MessageBarTitle> {words.waits}
          </MessageBarBody>
        </MessageBar>
      )}
      <ScrollingTable label={words.table} columns={Object.values(words.columns)} minWidth={520}>
        {set.edits.map((edit, index) => (
          // The list stays as it was read, and edits may be equal.
          <SavedEditRow key={index} edit={edit} stack={stack} />
        ))}
      </ScrollingTable>
      <p className={styles.line}>
        {operations.length + awaited.length === 0
          ? words.noneFits
          : words.count({ fitting: operations.length, all: set.edits.length })}{' '}
        {replaced > 0 && words.replaces({ n: replaced })} {isLocked && words.locked}
      </p>
    </PlainDialog>
  );
}
