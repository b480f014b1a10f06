// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { HistoryTransaction } from '../../../electron/contract/history';
import type { RecordedLastingChange } from '../../../electron/contract/lasting';
import { appErrorOf, useBridge } from '../../bridge/bridge';
import { historyTransactionQuery } from '../../bridge/queries';
import { useReview } from '../../changes/review-context';
import { restorableLasting } from '../../changes/plan';
import { useAreEditsLocked } from '../../changes/use-are-edits-locked';
import { Pane } from '../../ui/Pane';
import { useInterfaces } from '../../adapters/use-interfaces';
import { LastingMark } from '../../changes/lasting/LastingMark';
import { changePlace } from '../../../electron/texts/lasting-text';
import { useLastingSetting } from '../../lasting/use-lasting-setting';
import { EmptyState } from '../../ui/EmptyState';
import { errorText } from '../../../electron/texts/error-text';
import { Fact, Facts } from '../../ui/Facts';
import { settingValueText } from '../../../electron/texts/field-text';
import { Sentence, withoutIsolates } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { dateText, shortTime, timeOfDay } from '../../../electron/texts/time-text';
import { LastingButtons } from './LastingButtons';
import { isValueThere, liveChanges, restoreSubject } from './live-changes';
import type { LiveChange } from './live-changes';
import { ResultBadge } from './ResultBadge';
import { placeText } from '../../../electron/texts/transaction-text';
import type { TransactionNames } from '../../../electron/texts/transaction-text';

const words = messages.history.details;
const restoring = messages.history.restore;
const lastingWords = messages.lasting.history;

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    gap: tokens.spacingVerticalL,
    minHeight: 0,
    overflow: 'auto',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  heading: { ...typographyStyles.subtitle2, margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  change: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // A thousand changes are laid out only as they come into sight.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 96px',
  },
  place: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  line: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  restore: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  button: { alignSelf: 'flex-start' },
});

function consentText({ account, consent }: HistoryTransaction): string {
  const by = account ?? words.unknown;
  switch (consent) {
    case 'direct':
      return words.consents.direct({ account: by });
    case 'uac':
    case 'pkexec':
      return words.consents[consent];
    case null:
      return words.unknown;
  }
}

function TransactionFacts({ transaction }: { readonly transaction: HistoryTransaction }) {
  const styles = useStyles();
  const { startedAt, lastSeenAt, account, planCode, restoresFrom } = transaction;
  return (
    <Facts>
      <Fact term={words.started}>{timeOfDay(startedAt)}</Fact>
      <Fact term={words.ended}>{timeOfDay(lastSeenAt)}</Fact>
      <Fact term={words.by}>{account ?? words.unknown}</Fact>
      <Fact term={words.permission}>{consentText(transaction)}</Fact>
      {planCode !== null && (
        <Fact term={words.planCode}>
          <span className={styles.code}>{planCode}</span>
        </Fact>
      )}
      {restoresFrom !== null && (
        <Fact term={words.restores}>{words.transactionOf({ time: timeOfDay(restoresFrom) })}</Fact>
      )}
    </Facts>
  );
}

interface ChangeProps {
  readonly change: LiveChange;
  readonly names: TransactionNames;
}

function ChangeItem({ change, names }: ChangeProps) {
  const styles = useStyles();
  const { operation, adapter, now, leftAlone } = change;
  const setting = useLastingSetting(operation);
  const { field, expected, value } = operation;
  const text = (some: LiveChange['now']) =>
    some === undefined ? words.gone : settingValueText(field, some, names.stack);
  return (
    <li className={styles.change}>
      <p className={styles.place}>
        <Sentence text={placeText(operation, adapter, names)} />
      </p>
      <Facts>
        <Fact term={words.from}>{text(expected)}</Fact>
        <Fact term={words.to}>{text(value)}</Fact>
        <Fact term={words.now}>{text(now)}</Fact>
      </Facts>
      {leftAlone && <p className={styles.quiet}>{restoring.leftAlone[leftAlone]}</p>}
      {setting && now !== undefined && isValueThere(change) && (
        <LastingMark setting={setting} live={now} />
      )}
    </li>
  );
}

interface RestoreProps {
  readonly transaction: HistoryTransaction;
  readonly changes: readonly LiveChange[];
  readonly names: TransactionNames;
}

function restoreLabel(
  restored: readonly LiveChange[],
  time: string,
  names: TransactionNames,
): string {
  const [only, ...others] = restored;
  if (!only) return restoring.lasting({ time });
  return others.length === 0
    ? restoring.one({
        where: withoutIsolates(placeText(only.operation, only.adapter, names)),
        time,
      })
    : restoring.many({ n: restored.length, time });
}

/** When a transaction was taken back; null where it was not. */
function doneText({ result, restoredAt }: HistoryTransaction): string | null {
  if (restoredAt === null) return null;
  const moment = { date: dateText(restoredAt), time: shortTime(restoredAt) };
  return result === 'restored' ? restoring.done(moment) : restoring.partlyDone(moment);
}

/** Why there is nothing to take back. */
function nothingText(changes: readonly LiveChange[]): string {
  const [reason, ...others] = new Set(changes.map(({ leftAlone }) => leftAlone ?? 'as-before'));
  return restoring.nothing[others.length > 0 ? 'several' : (reason ?? 'as-before')];
}

/** The way back, and what it would leave alone. */
function Restore({ transaction, changes, names }: RestoreProps) {
  const styles = useStyles();
  const review = useReview();
  const isLocked = useAreEditsLocked();
  const restored = changes.filter(({ leftAlone }) => leftAlone === null);
  const isLastingLeft = restorableLasting(restoreSubject(transaction, changes)).length > 0;
  const done = doneText(transaction);
  const doneLine = done !== null && <p className={styles.line}>{done}</p>;
  if (restored.length === 0 && !isLastingLeft) {
    return (
      <div className={styles.restore}>
        {doneLine}
        {transaction.result !== 'restored' && <p className={styles.line}>{nothingText(changes)}</p>}
      </div>
    );
  }
  const label = restoreLabel(restored, timeOfDay(transaction.startedAt), names);
  return (
    <div className={styles.restore}>
      {doneLine}
      <Button
        className={styles.button}
        aria-label={label}
        disabledFocusable={isLocked}
        title={isLocked ? restoring.locked : undefined}
        onClick={() => {
          if (isLocked) return;
          review.open({ kind: 'restore', transaction: restoreSubject(transaction, changes) });
        }}
      >
        {restoring.button}
      </Button>
      {restored.length < changes.length && (
        <p className={styles.quiet}>
          {restoring.some({ restored: restored.length, all: changes.length })}
        </p>
      )}
    </div>
  );
}

interface LastingRecordsProps {
  readonly records: readonly RecordedLastingChange[];
  readonly names: TransactionNames;
}

/** What a transaction made last or stopped, and whether that is still so. */
function LastingRecords({ records, names }: LastingRecordsProps) {
  const styles = useStyles();
  if (records.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{lastingWords.heading}</h3>
      <ul className={styles.list}>
        {records.map(({ change, stillChanged }) => {
          const { field, value } = change;
          const text =
            value === null
              ? lastingWords.stopped({ where: changePlace(change) })
              : lastingWords.made({
                  where: changePlace(change),
                  value: settingValueText(field, value, names.stack),
                });
          return (
            <li key={change.id} className={styles.line}>
              <Sentence text={text} />{' '}
              <span className={styles.quiet}>
                {stillChanged ? lastingWords.inForce : lastingWords.notInForce}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface DetailsProps {
  readonly transaction: HistoryTransaction;
  readonly names: TransactionNames;
}

/** Whether what a transaction set was to stay; what a restore put back is as it was before. */
const isKeptHere = ({ kind, result }: HistoryTransaction) =>
  kind === 'set' && (result === 'kept' || result === 'partly-restored');

function Details({ transaction, names }: DetailsProps) {
  const styles = useStyles();
  const snapshot = useInterfaces().data;
  const changes = useMemo(
    () => (snapshot ? liveChanges(transaction, snapshot) : []),
    [transaction, snapshot],
  );
  return (
    <div className={styles.body}>
      <div>
        <ResultBadge result={transaction.result} />
      </div>
      <TransactionFacts transaction={transaction} />
      {transaction.isLastingUnwritten && <p className={styles.line}>{lastingWords.unwritten}</p>}
      <Restore transaction={transaction} changes={changes} names={names} />
      {isKeptHere(transaction) && <LastingButtons changes={changes} />}
      <LastingRecords records={transaction.lasting} names={names} />
      {changes.length > 0 && (
        <>
          <h3 className={styles.heading}>{words.changes({ n: changes.length })}</h3>
          <ul className={styles.list}>
            {changes.map((change, index) => (
              <ChangeItem key={index} change={change} names={names} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Whoever opened the pane by keyboard goes on inside it. */
function useFocusOnOpening(movesFocus: boolean, id: string): RefObject<HTMLElement | null> {
  const closeButton = useRef<HTMLElement>(null);
  useEffect(() => {
    if (movesFocus) closeButton.current?.focus();
  }, [movesFocus, id]);
  return closeButton;
}

interface TransactionPaneProps extends Pick<DetailsProps, 'names'> {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  /** Whether focus goes into the pane. */
  readonly movesFocus: boolean;
  readonly onClose: () => void;
}

/** Everything that is remembered of one transaction, and the way to take it back. */
export function TransactionPane(props: TransactionPaneProps) {
  const { id, title, startedAt, movesFocus, onClose, names } = props;
  const { data, error, refetch } = useQuery(historyTransactionQuery(useBridge(), id));
  const closeButtonRef = useFocusOnOpening(movesFocus, id);
  const time = timeOfDay(startedAt);
  return (
    <Pane
      label={words.region({ time })}
      title={withoutIsolates(title)}
      subtitle={time}
      onClose={onClose}
      closeButtonRef={closeButtonRef}
    >
      {data && <Details transaction={data} names={names} />}
      {error && (
        <EmptyState
          text={words.failed}
          detail={errorText(appErrorOf(error))}
          action={messages.app.tryAgain}
          onAction={() => void refetch()}
        />
      )}
    </Pane>
  );
}
