// SPDX-License-Identifier: MIT
import {
  Button,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { TimerRegular } from '@fluentui/react-icons/svg/timer';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TransactionIn } from '../../electron/contract/changes';
import { keepQuestion, planChanges, revertLabel } from '../../electron/texts/plan-title';
import type { Reply } from '../../electron/contract/errors';
import { useShortWindow } from '../ui/use-window-size';
import { useBridge } from '../bridge/bridge';
import { errorText } from '../../electron/texts/error-text';
import { alwaysText } from '../../electron/texts/lasting-text';
import { Sentence } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import { minutesAndSeconds } from '../../electron/texts/time-text';
import { CountdownLosses } from './CountdownLosses';
import { CountdownTraffic } from './CountdownTraffic';
import { LongPhase, useLongPhase } from './PhaseView';
import { useTitleNames } from './use-title-names';
import { StopWaitingButton } from './StopWaitingButton';
import { useTimeLeft } from './use-time-left';

const words = messages.countdown;

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    minHeight: '64px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  short: { minHeight: '44px', paddingTop: 0, paddingBottom: 0 },
  /** How much time is left, beside the number; it moves, so not for those who want nothing to. */
  bar: {
    position: 'absolute',
    left: 0,
    right: 0,
    bottom: 0,
    height: '3px',
    transformOrigin: 'left',
    transition: 'transform 1s linear',
    backgroundColor: tokens.colorStatusWarningBorderActive,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    '@media (prefers-reduced-motion: reduce)': { display: 'none' },
  },
  time: {
    ...typographyStyles.title3,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: '92px',
    fontVariantNumeric: 'tabular-nums',
  },
  texts: { flexGrow: 1, flexBasis: '280px', minWidth: 0 },
  /** The title alone: one line with the time and the buttons wherever that fits. */
  titleOnly: { flexBasis: '160px' },
  title: {
    ...typographyStyles.subtitle2,
    width: 'fit-content',
    margin: 0,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  text: { ...typographyStyles.body1, margin: 0 },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  problem: { ...typographyStyles.body1, margin: 0, color: tokens.colorStatusDangerForeground3 },
  commands: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Said aloud when so many seconds are left. */
const toldSeconds = [30, 10];

function useTimeAnnouncements(secondsLeft: number): void {
  const { announce } = useAnnounce();
  useEffect(() => {
    if (toldSeconds.includes(secondsLeft)) announce(words.secondsLeft({ seconds: secondsLeft }));
  }, [secondsLeft, announce]);
}

/** Focus comes to the question once, where a stray Enter does nothing. */
function useFocusOnce(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A dialog that closes at this moment gives focus back first.
    const timer = setTimeout(() => title.current?.focus());
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return title;
}

interface QuestionProps {
  readonly transaction: TransactionIn<'waiting'>;
  readonly onDecide: (id: string) => void;
}

function WaitingQuestion({ transaction, onDecide }: QuestionProps) {
  const styles = useStyles();
  const bridge = useBridge();
  const isShort = useShortWindow();
  const title = useFocusOnce();
  const timeLeft = useTimeLeft(transaction.deadlineAt);
  const [problem, setProblem] = useState<string | null>(null);
  useTimeAnnouncements(timeLeft / 1000);
  const { plan, planCode, subject } = transaction;
  const askedText = subject.isRestore ? words.textRestored : words.text;
  const names = useTitleNames();
  const { countdown, countdownMany } = messages.lasting.results;
  const thenAlways = alwaysText(plan.lastingChanges, countdown, countdownMany);
  // “On → Off” below “Turn split tunnelling on” would say the opposite to who doesn't know whose switch that is.
  const changes = subject.intent === null ? planChanges(subject, names) : '';
  const isOver = timeLeft === 0;
  // A clock that was set back shows more time than there ever was.
  const share = Math.min(1, timeLeft / (plan.deadline * 1000));

  const ask = async (answer: () => Promise<Reply<undefined>>) => {
    onDecide(transaction.id);
    const reply = await answer();
    setProblem(reply.ok ? null : errorText(reply.error));
  };

  return (
    <>
      <div aria-hidden className={styles.bar} style={{ transform: `scaleX(${share})` }} />
      <div className={styles.time}>
        <TimerRegular fontSize={24} />
        <span role="timer" aria-live="off" aria-label={words.timeLeft}>
          {minutesAndSeconds(timeLeft)}
        </span>
      </div>
      <div className={mergeClasses(styles.texts, isShort && styles.titleOnly)}>
        <h2 ref={title} tabIndex={-1} className={styles.title} data-region-focus="title">
          <Sentence text={keepQuestion(subject, names)} />
        </h2>
        {!isShort && (
          <>
            <p className={styles.text}>{isOver ? words.reverting : askedText}</p>
            {thenAlways !== null && (
              <p className={styles.text}>
                <Sentence text={thenAlways} />
              </p>
            )}
            <CountdownLosses results={transaction.results} />
            <CountdownTraffic />
            <p className={styles.quiet}>
              {changes !== '' && (
                <>
                  <Sentence text={changes} /> ·{' '}
                </>
              )}
              {messages.review.planCode({ code: planCode })}
            </p>
          </>
        )}
        {problem !== null && <p className={styles.problem}>{problem}</p>}
      </div>
      <div className={styles.commands}>
        <Button appearance="primary" onClick={() => void ask(bridge.changes.keep)}>
          {words.keep}
        </Button>
        <Button onClick={() => void ask(bridge.changes.revert)}>{revertLabel(subject)}</Button>
      </div>
    </>
  );
}

/** The button that was pressed is gone: its focus comes to the title, unless it is elsewhere already. */
function useFocusFromButton(): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) title.current?.focus();
  }, []);
  return title;
}

function Progress({
  transaction,
}: {
  readonly transaction: TransactionIn<'keeping' | 'reverting'>;
}) {
  const styles = useStyles();
  const title = useFocusFromButton();
  const isLong = useLongPhase(transaction) !== null;
  const isKeeping = transaction.phase === 'keeping';
  return (
    <>
      <div className={styles.texts}>
        <h2 ref={title} tabIndex={-1} className={styles.title} data-region-focus="title">
          {isKeeping ? words.keeping : words.reverting}
        </h2>
        <LongPhase phase={transaction} />
      </div>
      {isLong && (
        <div className={styles.commands}>
          <StopWaitingButton key={transaction.phase} />
        </div>
      )}
    </>
  );
}

interface CountdownPanelProps {
  readonly transaction: TransactionIn<'waiting' | 'keeping' | 'reverting'>;
  /** The user chose Keep or Revert now. */
  readonly onDecide: (id: string) => void;
}

/** Asks whether to keep what was applied, while the helper's time runs; the rest of the window stays usable. */
export function CountdownPanel({ transaction, onDecide }: CountdownPanelProps) {
  const styles = useStyles();
  const isShort = useShortWindow();
  return (
    <section
      aria-label={words.title}
      data-region="countdown"
      className={mergeClasses(styles.panel, isShort && styles.short)}
    >
      {transaction.phase === 'waiting' ? (
        <WaitingQuestion transaction={transaction} onDecide={onDecide} />
      ) : (
        <Progress transaction={transaction} />
      )}
    </section>
  );
}
