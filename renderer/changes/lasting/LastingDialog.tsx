// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { Operation, FieldKey } from '../../../electron/contract/operation';
import type { ShownValue } from '../../../electron/contract/lasting';
import { useBridge } from '../../bridge/bridge';
import { useEnvironment } from '../../bridge/use-bridge-query';
import { AttemptDialog } from '../AttemptDialog';
import { ConsentLine } from '../ConsentLine';
import type { LastingSubject } from '../review-context';
import { useAttempt } from '../use-attempt';
import { messages } from '../../../electron/language/messages';
import { SecondYes } from '../../lasting/HowLong';
import { LastingTable } from './LastingTable';
import { TouchedTexts } from '../../lasting/TouchedTexts';
import { useCutsOff } from './use-cuts-off';
import { useValuesThere } from './use-values-there';

const words = messages.lasting.dialog;
const noKeys: readonly FieldKey[] = [];

const shownValue = ({ luid, family, field, value }: Operation): ShownValue => ({
  luid,
  family,
  field,
  value,
});

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  text: { ...typographyStyles.body1, margin: 0 },
});

interface LastingDialogProps {
  readonly subject: LastingSubject;
  readonly onClose: () => void;
}

/** Asks what is to last, or no longer: no value changes, so nobody is asked whether to keep it. */
export function LastingDialog({ subject, onClose }: LastingDialogProps) {
  const styles = useStyles();
  const bridge = useBridge();
  const environment = useEnvironment();
  const { attempt, begin, reviewAgain } = useAttempt();
  const [isYes, setIsYes] = useState(false);
  const isMaking = subject.kind === 'make-last';
  const valuesThere = useValuesThere(isMaking ? subject.keys : noKeys);
  const { isKnown, cutsOff } = useCutsOff(valuesThere);
  const isPermitted = environment?.permission.kind !== 'read-only';
  const hasValues = !isMaking || valuesThere.length > 0;
  const lacksYes = cutsOff && !isYes;

  const goOn = () => {
    if (attempt.kind !== 'reviewing') reviewAgain();
    else if (isPermitted && isKnown && hasValues && !lacksYes) {
      begin(() =>
        isMaking
          ? bridge.changes.makeLast(valuesThere.map(shownValue))
          : bridge.changes.stopLasting(subject.settings.map(({ id }) => id)),
      );
    }
  };
  const count = isMaking ? subject.keys.length : subject.settings.length;
  const title = (isMaking ? words.make : words.stop)({ n: count });
  return (
    <AttemptDialog
      title={title}
      attempt={attempt}
      goOn={{
        label: attempt.kind === 'reviewing' ? title : messages.app.tryAgain,
        isPossible: isPermitted && isKnown && hasValues,
        obstacle: lacksYes ? messages.lasting.choice.needsYes : null,
        onSelect: goOn,
      }}
      isKnown={isKnown}
      isDangerous={cutsOff}
      onClose={onClose}
    >
      {environment && (
        <div className={styles.form}>
          <p className={styles.text}>
            {(isMaking ? words.makeText : words.stopText)({ n: count })}
          </p>
          <LastingTable subject={subject} />
          {isMaking && <TouchedTexts operations={valuesThere} choice="always" />}
          {cutsOff && <SecondYes isYes={isYes} onYes={setIsYes} />}
          <ConsentLine environment={environment} />
        </div>
      )}
    </AttemptDialog>
  );
}
