// SPDX-License-Identifier: MIT
import type { InterruptedTransaction, OperationResult } from '../../electron/contract/changes';
import { useInterrupted } from '../bridge/use-bridge-query';
import { restorableLasting } from '../changes/plan';
import { useReview } from '../changes/review-context';
import { useAreEditsLocked } from '../changes/use-are-edits-locked';
import { useEditsReview } from '../changes/use-edits-review';
import type { EditsReview } from '../changes/use-edits-review';
import type { IncompleteEnd, TransactionResults } from '../changes/use-transaction-results';
import { useDismissal } from '../pages/history/use-dismissal';
import type { Dismissal } from '../pages/history/use-dismissal';
import { adapterName } from '../../electron/texts/adapter-name';
import { errorText, isDiskFull } from '../../electron/texts/error-text';
import { settingInSentence } from '../../electron/texts/field-text';
import { messages } from '../../electron/language/messages';
import { timeOfDay } from '../../electron/texts/time-text';
import { useKnownAdapters } from '../adapters/known-adapters';
import type { Notice } from './notice';
import { usePageChoice } from '../ui/page-choice';

const words = messages.results;

/** What can be done about a transaction that left something. */
interface WaysOn {
  readonly onReview: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Values that are still changed ask for a decision; without one, the notice can only be dismissed. */
function wayOn(changed: number, { onReview, onDismiss }: WaysOn): Partial<Notice> {
  return changed > 0 && onReview
    ? { actions: [{ label: messages.interrupted.review, onSelect: onReview }] }
    : { onDismiss };
}

/** S28: what a transaction of an earlier run left. */
function earlierRunNotice(transaction: InterruptedTransaction, waysOn: WaysOn): Notice {
  const { id, lastSeenAt, operations } = transaction;
  const { begin, reverted, stillChanged } = messages.interrupted;
  const changed = operations.filter((operation) => operation.stillChanged).length;
  const lasting = restorableLasting(transaction).length;
  const left = [
    ...(changed > 0 ? [stillChanged({ n: changed })] : []),
    ...(lasting > 0 ? [messages.lasting.history.left({ n: lasting })] : []),
  ];
  return {
    id: `left-${id}`,
    intent: left.length > 0 ? 'error' : 'info',
    text: [begin, ...(left.length > 0 ? left : [reverted({ time: timeOfDay(lastSeenAt) })])].join(
      ' ',
    ),
    ...wayOn(changed + lasting, waysOn),
  };
}

const isStillChanged = ({ outcome }: OperationResult) =>
  outcome === 'applied' || outcome === 'restore-failed';
const isOutOfReach = ({ outcome }: OperationResult) => outcome === 'foreign' || outcome === 'gone';

function lineOf({ operation, outcome }: OperationResult, nameOf: (luid: string) => string): string {
  const { field, luid, family } = operation;
  return words.refused({
    field: settingInSentence(field),
    adapter: nameOf(luid),
    family,
    reason: words.outcomes[outcome],
  });
}

function sentencesOf(changed: number, outOfReach: number, lasting: number): readonly string[] {
  if (changed + outOfReach + lasting === 0) return [words.nothingLeft];
  return [
    ...(changed > 0 ? [messages.interrupted.stillChanged({ n: changed })] : []),
    ...(outOfReach > 0 ? [words.incomplete({ n: outOfReach })] : []),
    ...(lasting > 0 ? [messages.lasting.history.left({ n: lasting })] : []),
  ];
}

/** What is known of a transaction that was not taken back completely. */
interface Left extends Pick<InterruptedTransaction, 'lastingChanges'> {
  readonly operations: readonly OperationResult[];
}

/** S23, or that the helper was lost: what a transaction of this run left, by what is known of its values now. */
function thisRunNotice(
  id: string,
  end: IncompleteEnd,
  { operations, lastingChanges }: Left,
  nameOf: (luid: string) => string,
  waysOn: WaysOn,
): Notice {
  const changed = operations.filter(isStillChanged).length;
  const outOfReach = operations.filter(isOutOfReach).length;
  const lasting = restorableLasting({ lastingChanges }).length;
  const left = sentencesOf(changed, outOfReach, lasting);
  const lines = operations
    .filter((operation) => isStillChanged(operation) || isOutOfReach(operation))
    .map((operation) => lineOf(operation, nameOf));
  const about = {
    id: `left-${id}`,
    intent: 'error',
    lines,
    ...wayOn(changed + lasting, waysOn),
  } as const;
  if (end.cause !== 'helper-lost') {
    return { ...about, title: words.incompleteTitle, text: left.join(' ') };
  }
  const begin = end.wasDecided ? words.helperDidNotFinish : words.helperStopped;
  return { ...about, text: [begin, ...left].join(' ') };
}

function tooLateNotice(
  { tooLate, dismiss }: TransactionResults,
  { obstacle, open }: EditsReview,
): readonly Notice[] {
  if (!tooLate) return [];
  const onDismiss = () => {
    dismiss(tooLate.id);
  };
  const onSelect = () => {
    onDismiss();
    open();
  };
  const actions = [{ label: words.reviewAgain, obstacle, onSelect }];
  const intent = 'warning';
  return [{ id: `too-late-${tooLate.id}`, intent, text: words.tooLate, actions, onDismiss }];
}

/** S36: kept, but it does not last, and what helps. */
function unwrittenNotice(
  { unwritten, dismiss }: TransactionResults,
  onShow: () => void,
): readonly Notice[] {
  if (!unwritten) return [];
  const { id, error } = unwritten;
  const { results: said } = messages.lasting;
  const next = isDiskFull(error) ? said.makeRoom : said.tryAgain;
  return [
    {
      id: `unwritten-${id}`,
      intent: 'warning',
      title: said.unwrittenTitle,
      text: said.unwritten({ error: errorText(error), next }),
      actions: [{ label: words.showInHistory, onSelect: onShow }],
      onDismiss: () => {
        dismiss(id);
      },
    },
  ];
}

function notDismissedNotice({ problem, forgetProblem }: Dismissal): readonly Notice[] {
  if (problem === null) return [];
  return [{ id: 'not-dismissed', intent: 'warning', text: problem, onDismiss: forgetProblem }];
}

/** One notice for each transaction that left something to know or to decide, of this run or an earlier one. */
export function useTransactionNotices(results: TransactionResults): readonly Notice[] {
  const dismissal = useDismissal();
  const review = useReview();
  const editsReview = useEditsReview();
  const isLocked = useAreEditsLocked();
  const adapters = useKnownAdapters();
  const interrupted = useInterrupted();
  const { go } = usePageChoice();
  const nameOf = (luid: string) => adapterName(adapters.get(luid), luid);
  const { incomplete, latestId, isDismissed, dismiss } = results;

  const open = interrupted.map((transaction) => {
    const { id } = transaction;
    const waysOn = {
      onReview: () => {
        if (!isLocked) review.open({ kind: 'restore', transaction });
      },
      onDismiss: () => {
        void dismissal.dismiss(id).then((isDone) => {
          if (isDone) dismiss(id);
        });
      },
    };
    const end = incomplete.get(id);
    return end
      ? thisRunNotice(id, end, transaction, nameOf, waysOn)
      : earlierRunNotice(transaction, waysOn);
  });
  // Main compares what is left with what is there now; until that is known, or when it can't be, this is.
  const end = latestId === null ? undefined : incomplete.get(latestId);
  const isOpen = interrupted.some(({ id }) => id === latestId);
  const latest =
    latestId !== null && end && !isOpen && !isDismissed(latestId)
      ? [
          thisRunNotice(latestId, end, { operations: end.results, lastingChanges: [] }, nameOf, {
            onReview: undefined,
            onDismiss: () => {
              dismiss(latestId);
            },
          }),
        ]
      : [];
  const showHistory = () => {
    go('history');
  };
  return [
    ...latest,
    ...tooLateNotice(results, editsReview),
    ...unwrittenNotice(results, showHistory),
    ...notDismissedNotice(dismissal),
    ...open,
  ];
}
