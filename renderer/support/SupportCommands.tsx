// SPDX-License-Identifier: MIT
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { OpenedSet } from '../../electron/contract/support';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { errorText } from '../ui/error-text';
import { messages } from '../ui/messages';
import { PassingNote } from '../ui/PassingNote';
import type { Note } from '../ui/PassingNote';
import type { SupportCommand, SupportRequest } from './support-request';
import { useCopySummary } from './use-copy-summary';

const words = messages.support;

const SaveReportDialog = lazy(() =>
  import('./SaveReportDialog').then((module) => ({ default: module.SaveReportDialog })),
);
const SavedSetDialog = lazy(() =>
  import('./SavedSetDialog').then((module) => ({ default: module.SavedSetDialog })),
);

function noteOf(text: string, intent: Note['intent']): Note {
  return { id: String(Date.now()), intent, text };
}

/** Carries out what the application menu offers for support: its dialogs, and how it went. */
export function SupportCommands({ request }: { readonly request: SupportRequest }) {
  const bridge = useBridge();
  const stack = useEnvironment()?.stack ?? 'linux';
  const [note, setNote] = useState<Note | null>(null);
  const copySummary = useCopySummary();
  const [opened, setOpened] = useState<OpenedSet | null>(null);
  const [closed, setClosed] = useState<SupportRequest | null>(null);
  const showsReport = request.command === 'save-report' && closed !== request;

  const attempt = (run: () => Promise<void>, failed: string) => {
    run().catch((reason: unknown) => {
      setNote(noteOf(`${failed} ${errorText(appErrorOf(reason))}`, 'error'));
    });
  };
  const copy = async () => {
    await copySummary();
    setNote(noteOf(words.summary.copied, 'success'));
  };
  const openSet = async () => {
    const result = unwrap(await bridge.support.openSavedSet());
    if (result?.kind === 'unusable')
      setNote(noteOf(words.set.unusable(result.name, result.defect), 'error'));
    if (result?.kind === 'opened') setOpened(result);
  };
  const carryOut = useEffectEvent((command: SupportCommand) => {
    if (command === 'copy-summary') attempt(copy, words.summary.failed);
    if (command === 'open-saved-set') attempt(openSet, words.set.failed);
  });
  useEffect(() => {
    carryOut(request.command);
  }, [request]);

  return (
    <>
      {note && <PassingNote note={note} />}
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
