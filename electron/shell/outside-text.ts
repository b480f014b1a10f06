// SPDX-License-Identifier: MIT
// What is said of a change outside the window: in the tray and by the system's notifications.

import type { TransactionResult } from '../contract/changes';
import type { PlanSubject, SubjectAdapter } from '../contract/plan-subject';
import { adaptersText, planTitle } from '../texts/plan-title';
import type { Snapshot } from '../contract/snapshot';
import { dateLocale, messages } from '../language/messages';
import { visibleText } from '../base/visible-text';

const words = messages.outside;

/** "Turn split tunnelling on · Contoso VPN" */
export function changeTitle(
  subject: PlanSubject,
  { adapters }: Pick<Snapshot, 'adapters'>,
): string {
  const nameOf = ({ luid, alias }: SubjectAdapter) => {
    const known = adapters.find((adapter) => adapter.luid === luid)?.alias;
    return visibleText(alias ?? known ?? words.adapter({ luid: luid ?? '' }));
  };
  return planTitle(subject, { nameOf });
}

/** What is asked while a change waits. A menu or a notification does not count down, so it names the moment. */
export function questionText(deadlineAt: number): string {
  const time = new Date(deadlineAt).toLocaleTimeString(dateLocale(), { timeStyle: 'medium' });
  return words.question({ time });
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
