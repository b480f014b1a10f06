// SPDX-License-Identifier: MIT
import {
  Button,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { memo, useCallback, useState } from 'react';
import type { StackName } from '../../../electron/contract/family';
import { fieldNamed } from '../../../electron/contract/fields';
import type { Comparison, Difference } from '../../../electron/contract/support';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { settingInSentence, settingValueText } from '../../../electron/texts/field-text';
import { andMore } from '../../../electron/language/lists';
import { settingLabel } from '../../../electron/texts/setting-text';
import { messages } from '../../../electron/language/messages';
import { PlainDialog } from '../../ui/PlainDialog';
import { ScrollingTable, ScrollingTableCell } from '../../ui/ScrollingTable';
import { timeOfDay } from '../../../electron/texts/time-text';
import { fittingOperations, fitText } from './saved-edit-text';
import { useAddEdits } from './use-add-edits';

const words = messages.support.compare;

/** Names that are listed before the rest is only counted. */
const mostNames = 12;

const namesText = (names: readonly string[]) =>
  andMore(names.slice(0, mostNames), names.length - mostNames);

const useStyles = makeStyles({
  line: { ...typographyStyles.body1, margin: 0 },
  // In line with the texts beside it.
  choice: { margin: '-6px 0 -6px -8px' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});

const fits = ({ fit }: Difference) => fit.kind === 'fits';

/** What differs and can be set is what somebody looks for; status differs all the time. */
const isSettable = ({ field }: Difference) => fieldNamed(field).access === 'settable';

interface RowProps {
  readonly difference: Difference;
  readonly stackThere: StackName;
  readonly stackHere: StackName;
  readonly isChosen: boolean;
  readonly onChoose: (difference: Difference, isChosen: boolean) => void;
}

/** There may be 2,000 of them: a choice draws its own row alone again. */
const DifferenceRow = memo(function DifferenceRow(props: RowProps) {
  const { difference, stackThere, stackHere, isChosen, onChoose } = props;
  const styles = useStyles();
  const { adapter, family, field, there, here, fit } = difference;
  return (
    <tr>
      <ScrollingTableCell>
        {fit.kind === 'fits' && (
          <Checkbox
            className={styles.choice}
            aria-label={words.choose({ field: settingInSentence(field), adapter, family })}
            checked={isChosen}
            onChange={(_, { checked }) => {
              onChoose(difference, checked === true);
            }}
          />
        )}
      </ScrollingTableCell>
      <ScrollingTableCell>
        <bdi>{adapter}</bdi> {family}
      </ScrollingTableCell>
      <ScrollingTableCell>
        {settingLabel(field)}
        {fit.kind !== 'fits' && <span className={styles.quiet}>{fitText(fit)}</span>}
      </ScrollingTableCell>
      <ScrollingTableCell>{settingValueText(field, there, stackThere)}</ScrollingTableCell>
      <ScrollingTableCell>{settingValueText(field, here, stackHere)}</ScrollingTableCell>
    </tr>
  );
});

/** Adapters that cannot be compared, and why. */
function Apart({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const { onlyThere, onlyHere, unclear } = comparison;
  const lines = [
    ...(onlyThere.length > 0 ? [words.onlyThere({ adapters: namesText(onlyThere) })] : []),
    ...(onlyHere.length > 0 ? [words.onlyHere({ adapters: namesText(onlyHere) })] : []),
    ...(unclear.length > 0 ? [words.unclear({ adapters: namesText(unclear) })] : []),
  ];
  return lines.map((line) => (
    <p key={line} className={styles.line}>
      {line}
    </p>
  ));
}

interface CompareDialogProps {
  readonly comparison: Comparison;
  readonly stack: StackName;
  readonly onClose: () => void;
}

/** A report of another time or computer beside this one; what differs can become edits. */
export function CompareDialog({ comparison, stack, onClose }: CompareDialogProps) {
  const styles = useStyles();
  const add = useAddEdits();
  const isLocked = useAreEditsLocked();
  const { name, computer, savedAt, isMasked, differences, more } = comparison;
  const [showsStatus, setShowsStatus] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<Difference>>(new Set());
  const settable = differences.filter(fits);
  const shown = showsStatus ? differences : differences.filter(isSettable);
  const status = differences.length - differences.filter(isSettable).length;
  const operations = fittingOperations(
    [...chosen].map(({ family, there, fit }) => ({ family, value: Number(there), fit })),
  );
  const canAdd = operations.length > 0 && !isLocked;
  const choose = useCallback((difference: Difference, isChosen: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(difference);
      else next.delete(difference);
      return next;
    });
  }, []);
  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        <>
          {settable.length > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={!canAdd}
              onClick={() => {
                if (!canAdd) return;
                add(operations);
                onClose();
              }}
            >
              {words.add({ n: operations.length })}
            </Button>
          )}
          <Button onClick={onClose}>{messages.app.close}</Button>
        </>
      }
    >
      <p className={styles.line}>
        {words.from({ name, computer, date: timeOfDay(Date.parse(savedAt)) })}
      </p>
      {isMasked && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.masked}</MessageBarBody>
        </MessageBar>
      )}
      {settable.length > 1 && (
        <Checkbox
          label={words.chooseAll({ n: settable.length })}
          checked={chosen.size === settable.length || (chosen.size > 0 && 'mixed')}
          onChange={(_, { checked }) => {
            setChosen(new Set(checked === true ? settable : []));
          }}
        />
      )}
      {shown.length > 0 ? (
        <ScrollingTable label={words.table} columns={Object.values(words.columns)} minWidth={560}>
          {shown.map((difference, index) => (
            <DifferenceRow
              // Adapters may share a name.
              key={index}
              difference={difference}
              stackThere={comparison.stack}
              stackHere={stack}
              isChosen={chosen.has(difference)}
              onChoose={choose}
            />
          ))}
        </ScrollingTable>
      ) : (
        <p className={styles.line}>{words.same}</p>
      )}
      {status > 0 && (
        <Checkbox
          label={words.showStatus({ n: status })}
          checked={showsStatus}
          onChange={(_, { checked }) => {
            setShowsStatus(checked === true);
          }}
        />
      )}
      {more > 0 && <p className={styles.line}>{words.more({ n: more })}</p>}
      <Apart comparison={comparison} />
      {isLocked && <p className={styles.line}>{messages.support.set.locked}</p>}
    </PlainDialog>
  );
}
