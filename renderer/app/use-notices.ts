// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type { Permission } from '../../electron/contract/changes';
import type { AppError } from '../../electron/contract/errors';
import type { IpcBridge } from '../../electron/contract/ipc-schema';
import { useBridge } from '../bridge/bridge';
import { useEnvironment, useReadError } from '../bridge/use-bridge-query';
import { usePreferencesTrouble } from '../bridge/use-preferences';
import type { PreferencesTrouble } from '../bridge/use-preferences';
import { useEditsTrouble } from '../changes/edits-context';
import type { EditsTrouble } from '../changes/edits-context';
import type { TransactionResults } from '../changes/use-transaction-results';
import { errorDetails, errorText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';
import type { Notice } from './notice';
import { useLostSettingsNotices } from './use-lost-settings-notices';
import { useTransactionNotices } from './use-transaction-notices';
import { useWaitingSetsNotices } from './use-waiting-sets-notices';
import { readOnlyText } from '../../electron/texts/read-only-text';

/** The way to what only a technician reads. */
const copying = (details: string, bridge: IpcBridge): Pick<Notice, 'actions'> => ({
  actions: [{ label: messages.app.copyDetails, onSelect: () => void bridge.app.copyText(details) }],
});

function readOnlyNotice(permission: Permission, bridge: IpcBridge): readonly Notice[] {
  if (permission.kind !== 'read-only') return [];
  return [
    {
      id: `read-only-${permission.reason}`,
      intent: 'info',
      title: messages.readOnly.title,
      text: readOnlyText(permission),
      ...(permission.technical !== undefined && copying(permission.technical, bridge)),
    },
  ];
}

function readErrorNotice(error: AppError | null, bridge: IpcBridge): readonly Notice[] {
  if (!error) return [];
  return [
    {
      id: 'read-error',
      intent: 'error',
      title: messages.reading.failedTitle,
      text: `${errorText(error)} ${messages.reading.failed}`,
      ...copying(errorDetails(error), bridge),
    },
  ];
}

function journalNotice(path: string | null, onDismiss: () => void): readonly Notice[] {
  if (path === null) return [];
  return [
    { id: 'journal', intent: 'warning', text: messages.journal.setAside({ path }), onDismiss },
  ];
}

function editsNotices({ loading, storing }: EditsTrouble): readonly Notice[] {
  const notice = (id: string, text: string, error: AppError | null): readonly Notice[] =>
    error ? [{ id, intent: 'warning', text: `${text} ${errorText(error)}` }] : [];
  return [
    ...notice('edits-not-restored', messages.edits.notRestored, loading),
    ...notice('edits-not-stored', messages.edits.notStored, storing),
  ];
}

function defaultsUsedText({
  defect,
  setAside,
}: NonNullable<PreferencesTrouble['loading']>): string {
  const words = messages.preferences;
  return setAside === null
    ? words.notSetAside({ defect: words.defects[defect] })
    : words.setAside({ defect: words.defects[defect], path: setAside });
}

function preferencesNotices(
  { loading, storing }: PreferencesTrouble,
  onDismiss: () => void,
): readonly Notice[] {
  const { notStored } = messages.preferences;
  const intent = 'warning';
  return [
    ...(loading
      ? [
          {
            id: 'preferences-set-aside',
            intent,
            text: defaultsUsedText(loading),
            onDismiss,
          } as const,
        ]
      : []),
    ...(storing
      ? [
          {
            id: 'preferences-not-stored',
            intent,
            text: `${notStored} ${errorText(storing)}`,
          } as const,
        ]
      : []),
  ];
}

/** Everything the window has to say now, worst first. */
export function useNotices(results: TransactionResults): readonly Notice[] {
  const bridge = useBridge();
  const environment = useEnvironment();
  const permission = environment?.permission;
  const [knowsJournal, setKnowsJournal] = useState(false);
  const [knowsDefaults, setKnowsDefaults] = useState(false);
  const readError = useReadError();
  const trouble = useEditsTrouble();
  const preferences = usePreferencesTrouble();
  const transactionNotices = useTransactionNotices(results);
  const lostNotices = useLostSettingsNotices();
  const waitingNotices = useWaitingSetsNotices();
  const notices = [
    ...transactionNotices,
    ...lostNotices,
    ...waitingNotices,
    ...readErrorNotice(readError, bridge),
    ...(permission ? readOnlyNotice(permission, bridge) : []),
    ...editsNotices(trouble),
    ...preferencesNotices(knowsDefaults ? { ...preferences, loading: null } : preferences, () => {
      setKnowsDefaults(true);
    }),
    ...journalNotice(knowsJournal ? null : (environment?.journalSetAside ?? null), () => {
      setKnowsJournal(true);
    }),
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return notices.toSorted((a, b) => rank[a.intent] - rank[b.intent]);
}
