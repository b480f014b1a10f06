// SPDX-License-Identifier: MIT
import {
  Toast,
  Toaster,
  ToastTitle,
  useAnnounce,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { MenuCommand } from '../../electron/contract/ipc-schema';
import type { OpenedSet } from '../../electron/contract/support';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { errorText } from '../ui/error-text';
import { messages } from '../ui/messages';
import { useCopySummary } from './use-copy-summary';

const words = messages.support;

const SaveReportDialog = lazy(() =>
  import('./SaveReportDialog').then((module) => ({ default: module.SaveReportDialog })),
);
const SavedSetDialog = lazy(() =>
  import('./SavedSetDialog').then((module) => ({ default: module.SavedSetDialog })),
);

/** The edits bar stays free. */
const aboveEditsBar = { horizontal: 16, vertical: 68 };

/** What the menu offers for support. */
export type SupportCommand = Exclude<MenuCommand, 'keyboard-shortcuts'>;

/** Says in a corner how something went; what failed stays longer. */
function useTelling(toasterId: string) {
  const { dispatchToast } = useToastController(toasterId);
  return (text: string, intent: 'success' | 'error') => {
    dispatchToast(
      <Toast>
        <ToastTitle>{text}</ToastTitle>
      </Toast>,
      {
        intent,
        timeout: intent === 'success' ? 8_000 : 20_000,
        pauseOnHover: true,
        politeness: intent === 'success' ? 'polite' : 'assertive',
      },
    );
  };
}

/** A command that was chosen; another object asks for it once more. */
export interface SupportRequest {
  readonly command: SupportCommand;
}

/** Carries out what the application menu offers for support: its dialogs, and how it went. */
export function SupportCommands({ request }: { readonly request: SupportRequest }) {
  const bridge = useBridge();
  const stack = useEnvironment()?.stack ?? 'linux';
  const toasterId = useId('support');
  const tell = useTelling(toasterId);
  const { announce } = useAnnounce();
  const copySummary = useCopySummary();
  const [opened, setOpened] = useState<OpenedSet | null>(null);
  const [closed, setClosed] = useState<SupportRequest | null>(null);
  const showsReport = request.command === 'save-report' && closed !== request;

  const attempt = async (run: () => Promise<void>, failed: string) => {
    try {
      await run();
    } catch (reason) {
      tell(`${failed} ${errorText(appErrorOf(reason))}`, 'error');
    }
  };
  const copy = async () => {
    await copySummary();
    tell(words.summary.copied, 'success');
  };
  const openSet = async () => {
    const result = unwrap(await bridge.support.openSavedSet());
    if (result?.kind === 'unusable') tell(words.set.unusable(result.name, result.defect), 'error');
    if (result?.kind === 'opened') setOpened(result);
  };
  const carryOut = useEffectEvent((command: SupportCommand) => {
    if (command === 'copy-summary') void attempt(copy, words.summary.failed);
    if (command === 'open-saved-set') void attempt(openSet, words.set.failed);
  });
  useEffect(() => {
    carryOut(request.command);
  }, [request]);

  return (
    <>
      <Toaster
        toasterId={toasterId}
        position="bottom-end"
        offset={aboveEditsBar}
        announce={(text, { politeness }) => {
          announce(text, { polite: politeness === 'polite' });
        }}
      />
      <Suspense>
        {showsReport && (
          <SaveReportDialog
            onClose={() => {
              setClosed(request);
            }}
          />
        )}
        {opened && (
          <SavedSetDialog
            set={opened}
            stack={stack}
            onClose={() => {
              setOpened(null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
