// SPDX-License-Identifier: MIT
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { ShieldRegular } from '@fluentui/react-icons/svg/shield';
import { useEffect, useRef, useState } from 'react';
import type { LastingKey } from '../../electron/contract/lasting';
import { useBridge } from '../bridge/bridge';
import { useEnvironment } from '../bridge/use-bridge-query';
import { ConsentLine } from '../changes/ConsentLine';
import { FailureView } from '../changes/FailureView';
import { PhaseView } from '../changes/PhaseView';
import type { LastingSubject } from '../changes/review-context';
import { isToldElsewhere, useAttempt } from '../changes/use-attempt';
import { useDialogClass } from '../ui/dialog-styles';
import { messages } from '../ui/messages';
import { useReturnOfFocus } from '../ui/use-return-of-focus';
import { SecondYes } from './HowLong';
import { LastingTable } from './LastingTable';
import { TouchedTexts } from './TouchedTexts';
import { useIsCutOff } from './use-is-cut-off';
import { useValuesThere } from './use-values-there';

const words = messages.lasting.dialog;
const noKeys: readonly LastingKey[] = [];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  text: { ...typographyStyles.body1, margin: 0 },
});

interface LastingDialogProps {
  readonly subject: LastingSubject;
  readonly onClose: () => void;
}

/** From what is to last, or no longer, to its end: no value changes, so nobody is asked whether to keep it. */
export function LastingDialog({ subject, onClose }: LastingDialogProps) {
  const styles = useStyles();
  const surfaceClass = useDialogClass();
  const bridge = useBridge();
  const environment = useEnvironment();
  useReturnOfFocus();
  const { attempt, begin, reviewAgain } = useAttempt();
  const [isYes, setIsYes] = useState(false);
  const isMaking = subject.kind === 'make-last';
  const keys = isMaking ? subject.keys : noKeys;
  const needsYes = useIsCutOff(keys);
  const valuesThere = useValuesThere(keys);
  const surface = useRef<HTMLElement>(null);
  const goOnButton = useRef<HTMLElement>(null);
  const isReviewing = attempt.kind === 'reviewing';
  const isUnderWay = attempt.kind === 'under-way';
  const canGoOn = environment?.permission.kind !== 'read-only' && (!needsYes || isYes);

  const isDone = isToldElsewhere(attempt);
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  // A view that goes takes its focused button along.
  useEffect(() => {
    (goOnButton.current ?? surface.current)?.focus();
  }, [attempt.kind]);

  const goOn = () => {
    if (!isReviewing) reviewAgain();
    else if (canGoOn) {
      begin(() =>
        isMaking
          ? bridge.changes.makeLast(subject.keys)
          : bridge.changes.stopLasting(subject.settings.map(({ id }) => id)),
      );
    }
  };
  const count = isMaking ? subject.keys.length : subject.settings.length;
  const title = (isMaking ? words.make : words.stop)(count);
  const isPrompting = environment?.permission.kind === 'prompt';
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open && !isUnderWay) onClose();
      }}
    >
      <DialogSurface
        ref={(element: HTMLElement | null) => {
          surface.current = element;
        }}
        tabIndex={-1}
        className={surfaceClass}
      >
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.form}>
            {isUnderWay && <PhaseView transaction={attempt.transaction} />}
            {!isUnderWay && !isReviewing && <FailureView attempt={attempt} />}
            {isReviewing && environment && (
              <>
                <p className={styles.text}>{(isMaking ? words.makeText : words.stopText)(count)}</p>
                <LastingTable subject={subject} />
                {isMaking && <TouchedTexts operations={valuesThere} choice="always" />}
                {needsYes && <SecondYes isYes={isYes} onYes={setIsYes} />}
                <ConsentLine environment={environment} />
              </>
            )}
          </DialogContent>
          {!isUnderWay && (
            <DialogActions>
              <Button
                ref={(button: HTMLElement | null) => {
                  goOnButton.current = button;
                }}
                appearance="primary"
                {...(isReviewing && {
                  disabledFocusable: !canGoOn,
                  title: needsYes && !isYes ? messages.lasting.choice.needsYes : undefined,
                  icon: isPrompting ? <ShieldRegular /> : null,
                })}
                onClick={goOn}
              >
                {isReviewing ? title : messages.app.tryAgain}
              </Button>
              <Button onClick={onClose}>{messages.app.cancel}</Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
