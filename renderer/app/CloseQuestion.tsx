// SPDX-License-Identifier: MIT
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTransaction } from '../bridge/use-bridge-query';
import { useBridge } from '../bridge/bridge';
import { errorText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';
import { useReturnOfFocus } from '../ui/use-return-of-focus';

const words = messages.closing;

interface CloseQuestionProps {
  /** The user chose what becomes of the change. */
  readonly onDecide: () => void;
}

function CloseDialog({
  onCancel,
  onDecide,
}: CloseQuestionProps & { readonly onCancel: () => void }) {
  const bridge = useBridge();
  const transaction = useTransaction();
  const isRestore = 'subject' in transaction && transaction.subject.isRestore;
  useReturnOfFocus();
  const [problem, setProblem] = useState<string | null>(null);
  const cancelButton = useRef<HTMLElement>(null);
  useEffect(() => {
    cancelButton.current?.focus();
  }, []);

  const closeWith = async (decision: 'keep' | 'revert') => {
    onDecide();
    const reply = await bridge.app.close(decision);
    if (!reply.ok) setProblem(errorText(reply.error));
  };
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={(_, { open }) => {
        if (!open) onCancel();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            {isRestore ? words.textRestored : words.text} {problem}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={() => void closeWith('keep')}>{words.keep}</Button>
            <Button onClick={() => void closeWith('revert')}>
              {isRestore ? words.goBack : words.revert}
            </Button>
            <Button
              appearance="primary"
              ref={(button: HTMLElement | null) => {
                cancelButton.current = button;
              }}
              onClick={onCancel}
            >
              {messages.app.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Asks what becomes of an applied change when the user closes the window before deciding. */
export function CloseQuestion({ onDecide }: CloseQuestionProps) {
  const bridge = useBridge();
  const [isAsked, setIsAsked] = useState(false);
  useEffect(
    () =>
      bridge.app.closeRequested(() => {
        setIsAsked(true);
      }),
    [bridge],
  );
  if (!isAsked) return null;
  return (
    <CloseDialog
      onDecide={onDecide}
      onCancel={() => {
        setIsAsked(false);
      }}
    />
  );
}
