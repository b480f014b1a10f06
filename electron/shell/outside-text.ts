// SPDX-License-Identifier: MIT
// What is said of a change outside the window: in the tray and by the system's notifications.

import type { TransactionResult } from '../contract/changes';
import type { PlanSubject, SubjectAdapter } from '../contract/plan-subject';
import { adaptersText, keepQuestion, planTitle, revertLabel } from '../texts/plan-title';
import type { Snapshot } from '../contract/snapshot';
import { dateLocale, messages } from '../language/messages';
import { visibleText } from '../base/visible-text';

const words = messages.outside;

/** What is said of a change that waits. */
export interface ChangeWords {
  /** "Turn split tunnelling on · Contoso VPN" */
  readonly title: string;
  /** What is asked after a restore, since its title tells what it took back; null: whether to keep this change. */
  readonly question: string | null;
  /** What not keeping it is called. */
  readonly revert: string;
}

/** What is said of a change that waits. */
export function changeWords(
  subject: PlanSubject,
  { adapters }: Pick<Snapshot, 'adapters'>,
): ChangeWords {
  const nameOf = ({ luid, alias }: SubjectAdapter) => {
    const known = adapters.find((adapter) => adapter.luid === luid)?.alias;
    return visibleText(alias ?? known ?? words.adapter({ luid: luid ?? '' }));
  };
  return {
    title: planTitle(subject, { nameOf }),
    question: subject.isRestore ? keepQuestion(subject, { nameOf }) : null,
    revert: revertLabel(subject),
  };
}

/** What is asked while a change waits. A menu or a notification does not count down, so it names the moment. */
export function questionText(
  deadlineAt: number,
  { question }: Pick<ChangeWords, 'question'>,
): string {
  const time = new Date(deadlineAt).toLocaleTimeString(dateLocale(), { timeStyle: 'medium' });
  return question === null ? words.question({ time }) : words.questionRestored({ question, time });
}

/** What became of a change that somebody was asked about; null where that is not the end of such a one. */
export function outsideResultText(result: TransactionResult): string | null {
  switch (result.kind) {
    case 'kept':
      return result.lastingUnwritten ? words.keptUnwritten : words.kept;
    case 'reverted': {
      if (result.keepCameTooLate) return words.tooLate;
      return result.cause === 'deadline' ? words.revertedByDeadline : words.reverted;
    }
    case 'incomplete':
      return words.incomplete;
    case 'not-launched':
    case 'refused':
    case 'rolled-back':
      return null;
  }
}

/** More names than a title has room for are counted. */
const mostNames = 3;

/** The title of what is told of lost settings: "Contoso VPN reconnected without a setting you kept" */
export function lostTitle(aliases: readonly string[]): string {
  const names = aliases.slice(0, mostNames).map(visibleText);
  return words.lostTitle({ adapters: adaptersText(names, aliases.length) });
}
