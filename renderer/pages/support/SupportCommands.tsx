// SPDX-License-Identifier: MIT
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import type { Comparison, OpenedSet, OpenResult } from '../../../electron/contract/support';
import type { Reply } from '../../../electron/contract/errors';
import { appErrorOf, unwrap, useBridge } from '../../bridge/bridge';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';
import { PassingNote } from '../../ui/PassingNote';
import type { Note } from '../../ui/PassingNote';
import type { SupportCommand, SupportRequest } from './support-request';
import { useCopySummary } from './use-copy-summary';
import { unusableText } from '../../../electron/texts/saved-set-text';

const words = messages.support;

const SaveReportDialog = lazy(() =>
  import('./SaveReportDialog').then((module) => ({ default: module.SaveReportDialog })),
);
const CompareDialog = lazy(() =>
  import('./CompareDialog').then((module) => ({ default: module.CompareDialog })),
);
const SavedSetDialog = lazy(() =>
  import('./SavedSetDialog').then((module) => ({ default: module.SavedSetDialog })),
);

/** What a dialog shows, and the how manyth that is: another file begins another dialog, with nothing chosen. */
interface Opened {
  readonly result: OpenedSet | Comparison;
  readonly turn: number;
}

function noteOf(text: string, intent: Note['intent']): Note {
  return { id: String(Date.now()), intent, text };
}

/** Carries out what the menu and the page offer for support, and opens files that are brought: its dialogs, and how it went. */
export function SupportCommands({ request }: { readonly request: SupportRequest }) {
  const bridge = useBridge();
  const stack = useEnvironment()?.stack ?? 'linux';
  const [note, setNote] = useState<Note | null>(null);
  const copySummary = useCopySummary();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [closed, setClosed] = useState<SupportRequest | null>(null);
  const isReport = request.kind === 'command' && request.command === 'save-report';
  const showsReport = isReport && closed !== request;

  const attempt = (run: () => Promise<void>, failed: string) => {
    run().catch((reason: unknown) => {
      setNote(noteOf(`${failed} ${errorText(appErrorOf(reason))}`, 'error'));
    });
  };
  const copy = async () => {
    await copySummary();
    setNote(noteOf(words.summary.copied, 'success'));
  };
  const show = async (load: () => Promise<Reply<OpenResult>>) => {
    const result = unwrap(await load());
    if (result?.kind === 'unusable')
      setNote(noteOf(unusableText(result.name, result.defect), 'error'));
    else if (result) setOpened((last) => ({ result, turn: (last?.turn ?? 0) + 1 }));
  };
  const open = (load: () => Promise<Reply<OpenResult>>) => {
    attempt(() => show(load), words.set.failed);
  };
  const commands: Readonly<Record<SupportCommand, () => void>> = {
    'copy-summary': () => {
      attempt(copy, words.summary.failed);
    },
    // It is shown for as long as it is the request.
    'save-report': () => undefined,
    'open-file': () => {
      open(() => bridge.support.openFile());
    },
  };
  const carryOut = useEffectEvent((asked: SupportRequest) => {
    if (asked.kind === 'open') open(asked.load);
    else commands[asked.command]();
  });
  useEffect(() => {
    carryOut(request);
  }, [request]);
  const close = () => {
    setOpened(null);
  };

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
        {opened?.result.kind === 'opened' && (
          <SavedSetDialog key={opened.turn} set={opened.result} stack={stack} onClose={close} />
        )}
        {opened?.result.kind === 'compared' && (
          <CompareDialog
            key={opened.turn}
            comparison={opened.result}
            stack={stack}
            onClose={close}
          />
        )}
      </Suspense>
    </>
  );
}
