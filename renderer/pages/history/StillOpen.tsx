// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { InterruptedTransaction } from '../../../electron/contract/changes';
import { planTitle } from '../../../electron/texts/plan-title';
import { useInterrupted } from '../../bridge/use-bridge-query';
import { restorableLasting } from '../../changes/plan';
import { useReview } from '../../changes/review-context';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { useTitleNames } from '../../changes/use-title-names';
import { settingValueText } from '../../../electron/texts/field-text';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { timeOfDay } from '../../../electron/texts/time-text';
import { useDismissal } from './use-dismissal';
import { placeText } from '../../../electron/texts/transaction-text';
import type { TransactionNames } from '../../../electron/texts/transaction-text';

const words = messages.history.stillOpen;

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  cardTitle: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  sentence: {
    ...typographyStyles.body1Strong,
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    color: tokens.colorStatusDangerForeground3,
  },
  icon: { flexShrink: 0 },
  scroller: { overflowX: 'auto' },
  table: { ...typographyStyles.body1, width: '100%', borderCollapse: 'collapse' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  headerCell: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground2 },
  problem: { ...typographyStyles.body1, margin: 0, color: tokens.colorStatusDangerForeground3 },
  commands: { display: 'flex', gap: tokens.spacingHorizontalS },
});

type OpenOperation = InterruptedTransaction['operations'][number];

function nowText({ operation, present, live }: OpenOperation, { stack }: TransactionNames): string {
  return present ? settingValueText(operation.field, live, stack) : messages.history.details.gone;
}

interface CardProps {
  readonly transaction: InterruptedTransaction;
  readonly names: TransactionNames;
}

function restoreLabel(
  { operations, startedAt }: InterruptedTransaction,
  names: TransactionNames,
): string {
  const time = timeOfDay(startedAt);
  const changed = operations.filter(({ stillChanged }) => stillChanged);
  const [only] = changed;
  if (!only) return messages.history.restore.lasting({ time });
  return changed.length === 1
    ? messages.history.restore.one({
        where: withoutIsolates(placeText(only.operation, null, names)),
        time,
      })
    : messages.history.restore.many({ n: changed.length, time });
}

function Card({ transaction, names }: CardProps) {
  const styles = useStyles();
  const { dismiss, problem } = useDismissal();
  const review = useReview();
  const isLocked = useAreEditsLocked();
  const { id, subject, startedAt, operations } = transaction;
  const title = planTitle(subject, useTitleNames());
  const time = timeOfDay(startedAt);
  const changed = operations.filter(({ stillChanged }) => stillChanged).length;
  const lasting = restorableLasting(transaction);
  const columns = [words.columns.what, words.columns.old, words.columns.set, words.columns.now];
  return (
    <article className={styles.card} aria-label={`${withoutIsolates(title)}, ${time}`}>
      <h3 className={styles.cardTitle}>
        <Sentence text={title} />
      </h3>
      <p className={styles.sentence}>
        <ErrorCircleRegular fontSize={20} className={styles.icon} />
        {words.text({ changed, time })}{' '}
        {lasting.length > 0 && messages.lasting.history.left({ n: lasting.length })}
      </p>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.cell}>
                  <span className={styles.headerCell}>{column}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {operations.map((known, index) => {
              const { field, expected, value } = known.operation;
              return (
                <tr key={index}>
                  <td className={styles.cell}>
                    <Sentence text={placeText(known.operation, null, names)} />
                  </td>
                  <td className={styles.cell}>{settingValueText(field, expected, names.stack)}</td>
                  <td className={styles.cell}>{settingValueText(field, value, names.stack)}</td>
                  <td className={styles.cell}>{nowText(known, names)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={styles.commands}>
        {changed + lasting.length > 0 ? (
          <Button
            appearance="primary"
            disabledFocusable={isLocked}
            title={isLocked ? messages.history.restore.locked : undefined}
            aria-label={restoreLabel(transaction, names)}
            onClick={() => {
              if (!isLocked) review.open({ kind: 'restore', transaction });
            }}
          >
            {messages.history.restore.button}
          </Button>
        ) : (
          <Button aria-label={words.dismissNamed({ time })} onClick={() => void dismiss(id)}>
            {words.dismiss}
          </Button>
        )}
      </div>
      {problem !== null && <p className={styles.problem}>{problem}</p>}
    </article>
  );
}

/** Transactions that left something neither as before nor kept, each with its way back. */
export function StillOpen({ names }: { readonly names: TransactionNames }) {
  const styles = useStyles();
  const interrupted = useInterrupted();
  if (interrupted.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles.section}>
      <h2 className={styles.title}>{words.title}</h2>
      {interrupted.map((transaction) => (
        <Card key={transaction.id} transaction={transaction} names={names} />
      ))}
    </section>
  );
}
