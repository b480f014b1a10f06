// SPDX-License-Identifier: MIT
// The words of the History page.

import type { HistoryConsent, HistoryResult } from '../../../electron/contract/history';
import { count } from './count';

const values = (n: number) => (n === 1 ? '1 value' : `${n} values`);

/** "MTU on Ethernet (IPv4)"; the name is already isolated. */
const place = (field: string, adapter: string, family: string) =>
  `${field} on ${adapter} (${family})`;

export const historyMessages = {
  title: 'History',
  list: 'Transactions',
  loading: 'Reading the history',
  failed: 'The history can’t be read.',
  /** S31 */
  none: 'No changes yet. Everything you apply is listed here and can be restored.',
  count: (n: number) => count(n, 'transaction', 'transactions'),

  place,
  results: {
    'under-way': 'In progress',
    kept: 'Kept',
    'reverted-by-user': 'Reverted by you',
    'reverted-by-deadline': 'Reverted: time ran out',
    'reverted-app-stopped': 'Reverted: the app stopped',
    'reverted-helper-stopped': 'Reverted: the helper stopped',
    'nothing-changed': 'Nothing changed',
    incomplete: 'Not completely put back',
  } satisfies Record<HistoryResult, string>,

  stillOpen: {
    title: 'Still open',
    /** One transaction, in its card. */
    text: (changed: number, time: string) =>
      changed === 0
        ? `Nothing is still changed by the transaction of ${time}, but not everything was put back by Interface Panel.`
        : `${values(changed)} ${changed === 1 ? 'is' : 'are'} still changed by the transaction of ${time}, which was neither kept nor reverted completely.`,
    columns: { what: 'What', old: 'Old', set: 'Set', now: 'Now' },
    dismiss: 'Dismiss',
    notDismissed: 'It could not be dismissed.',
    dismissNamed: (time: string) => `Dismiss transaction of ${time}`,
  },

  details: {
    region: (time: string) => `Details of the transaction of ${time}`,
    failed: 'This transaction can’t be read.',
    started: 'Started',
    ended: 'Last news',
    by: 'Started by',
    permission: 'Permission',
    planCode: 'Plan code',
    takesBack: 'Takes back',
    transactionOf: (time: string) => `The transaction of ${time}`,
    unknown: 'Not recorded',
    consents: {
      direct: (account: string) => `Not asked for: ${account} may make changes`,
      uac: () => 'Given to Windows by an administrator',
      pkexec: () => 'Given to pkexec by an administrator; changed as root',
    } satisfies Record<HistoryConsent, (account: string) => string>,
    changes: (n: number) => (n === 1 ? '1 change' : `${n} changes`),
    from: 'From',
    to: 'To',
    now: 'Now',
    gone: 'The adapter is gone',
  },

  restore: {
    button: 'Restore',
    one: (where: string, time: string) => `Restore change of ${where}, ${time}`,
    many: (n: number, time: string) => `Restore ${n} changes, ${time}`,
    lasting: (time: string) => `Restore what lasts, ${time}`,
    nothing: 'Nothing of this can be restored.',
    locked: 'Another change is being applied.',
    /** Why a change would be left alone. */
    leftAlone: {
      'as-before': 'Not in effect any more.',
      'not-recorded':
        'What is needed to put it back exactly was not recorded, so it would be left alone.',
      'same-value': 'Already as it was before.',
      foreign: 'Changed by somebody else since, so it would be left alone.',
      gone: 'Its adapter is gone, so it would be left alone.',
      replaced: 'Another adapter has taken its place, so it would be left alone.',
    },
    some: (restored: number, all: number) =>
      `${restored} of ${all} changes would be restored; the others would be left alone.`,
  },
} as const;
