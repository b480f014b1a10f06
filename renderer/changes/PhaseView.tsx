// SPDX-License-Identifier: MIT
import {
  makeStyles,
  Spinner,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { useEffect } from 'react';
import type { TransactionState } from '../../electron/contract/changes';
import { messages } from '../../electron/language/messages';
import { timeOfDay } from '../../electron/texts/time-text';
import { StopWaitingButton } from './StopWaitingButton';
import { useNow } from './use-time-left';

const words = messages.phases;

/** After so long in one phase the user is told how long it takes and what happens if it never ends. */
const longPhase = 5_000;

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  help: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  spinner: { alignSelf: 'flex-start' },
  quiet: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
});

type Phase = Extract<TransactionState, { since: number }>;

function phaseLabel(phase: Phase['phase']): string {
  switch (phase) {
    case 'waiting-for-permission':
    case 'checking':
    case 'applying':
      return words[phase];
    case 'keeping':
      return messages.countdown.keeping;
    case 'reverting':
      return messages.countdown.reverting;
  }
}

/** What is said of a phase that lasts: how long, and what happens if the helper never answers. */
function longPhaseText(phase: Phase, seconds: number): string {
  const since = words.since({ seconds });
  switch (phase.phase) {
    case 'waiting-for-permission':
      return since;
    case 'checking':
    case 'applying':
      return phase.revertsBy === null
        ? `${since} ${words.notRespondingYet}`
        : `${since} ${words.notResponding({ time: timeOfDay(phase.revertsBy) })}`;
    case 'keeping':
    case 'reverting':
      return `${words.silent} ${since}`;
  }
}

/** Seconds the phase has lasted, once they are many; null before. */
export function useLongPhase({ since }: { readonly since: number }): number | null {
  const lasted = useNow() - since;
  return lasted < longPhase ? null : Math.floor(lasted / 1000);
}

/** How long the phase has taken, once that is long, and what happens if the helper never answers. */
export function LongPhase({ phase }: { readonly phase: Phase }) {
  const styles = useStyles();
  const seconds = useLongPhase(phase);
  if (seconds === null) return null;
  return <p className={styles.help}>{longPhaseText(phase, seconds)}</p>;
}

/** The way out: always while nothing is changed yet, and once it takes long afterwards. */
function WayOut({ phase }: { readonly phase: Phase }) {
  const isLong = useLongPhase(phase) !== null;
  const isBefore = phase.phase === 'waiting-for-permission' || phase.phase === 'checking';
  if (!isBefore && !isLong) return null;
  return (
    <div>
      <StopWaitingButton />
    </div>
  );
}

/** What the helper is doing, without a percentage that nobody knows, and the way out. */
export function PhaseView({ transaction }: { readonly transaction: TransactionState }) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const phase = 'since' in transaction ? transaction : null;
  const label = phase ? phaseLabel(phase.phase) : words.starting;

  useEffect(() => {
    announce(label, { polite: true });
  }, [label, announce]);

  return (
    <div className={styles.view}>
      <Spinner className={styles.spinner} size="small" label={label} />
      {phase?.phase === 'waiting-for-permission' && (
        <p className={styles.help}>{words.permissionHelp}</p>
      )}
      {phase && <LongPhase phase={phase} />}
      {'planCode' in transaction && (
        <p className={styles.quiet}>{messages.review.planCode({ code: transaction.planCode })}</p>
      )}
      {phase && <WayOut key={phase.phase} phase={phase} />}
    </div>
  );
}
