// SPDX-License-Identifier: MIT
import {
  Checkbox,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  tokens,
  typographyStyles,
  useId,
} from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { Operation } from '../../electron/contract/operation';
import { lastingChoices } from '../../electron/contract/lasting';
import type { LastingChoice } from '../../electron/contract/lasting';
import { messages } from '../../electron/language/messages';
import { untilText } from '../../electron/texts/kept-text';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useEnvironment } from '../bridge/use-bridge-query';
import { Sentence } from '../ui/isolated-name';
import { TouchedTexts } from './TouchedTexts';
import type { LastingChoiceControl } from './use-lasting-choice';

const words = messages.lasting.choice;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  legend: { ...typographyStyles.body1Strong, margin: 0 },
  help: {
    ...typographyStyles.caption1,
    margin: `0 0 ${tokens.spacingVerticalXS} 36px`,
    color: tokens.colorNeutralForeground3,
  },
  unavailable: { color: tokens.colorNeutralForeground3 },
  danger: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    marginLeft: '36px',
  },
  dangerText: {
    ...typographyStyles.body1,
    display: 'flex',
    gap: tokens.spacingHorizontalSNudge,
    margin: 0,
    color: tokens.colorStatusDangerForeground3,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
});

interface SecondYesProps {
  readonly isYes: boolean;
  readonly onYes: (isYes: boolean) => void;
}

/** What is dangerous once needs another yes to be so always, and the reason. */
export function SecondYes({ isYes, onYes }: SecondYesProps) {
  const styles = useStyles();
  const reasonId = useId('danger');
  return (
    <div className={styles.danger}>
      <p id={reasonId} className={styles.dangerText}>
        <ErrorCircleRegular fontSize={16} className={styles.icon} />
        {words.danger}
      </p>
      <Checkbox
        label={words.yes}
        aria-describedby={reasonId}
        checked={isYes}
        onChange={(_, { checked }) => {
          onYes(checked === true);
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly value: LastingChoice;
  readonly name: string;
  readonly help: string | null;
  readonly isUnavailable: boolean;
}

function Choice({ value, name, help, isUnavailable }: ChoiceProps) {
  const styles = useStyles();
  const helpId = useId('how-long');
  return (
    <>
      <Radio
        value={value}
        label={
          <span className={mergeClasses(isUnavailable && styles.unavailable)}>
            <Sentence text={name} />
          </span>
        }
        {...(help !== null && { 'aria-describedby': helpId })}
        {...(isUnavailable && { 'aria-disabled': true })}
      />
      {help !== null && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </>
  );
}

interface HowLongProps {
  readonly operations: readonly Operation[];
  readonly control: LastingChoiceControl;
}

/** S34: asks how long the values of a plan are to stay once they are kept, and says what that does to what lasts already. */
export function HowLong({ operations, control }: HowLongProps) {
  const { choice, choose, obstacle, needsYes, isYes, sayYes } = control;
  const styles = useStyles();
  const adapters = useKnownAdapters();
  const stack = useEnvironment()?.stack ?? 'linux';
  const legendId = useId('how-long');
  return (
    <section className={styles.section}>
      <h3 id={legendId} className={styles.legend}>
        {words.legend}
      </h3>
      <RadioGroup
        aria-labelledby={legendId}
        value={choice}
        onChange={(_, { value }) => {
          const next = lastingChoices.find((one) => one === value);
          if (next) choose(next);
        }}
      >
        <Choice
          value="until-reconnect"
          name={untilText(operations, { adapters, stack })}
          help={null}
          isUnavailable={false}
        />
        <Choice
          value="always"
          name={words.always}
          help={obstacle ?? words.alwaysHelp}
          isUnavailable={obstacle !== null}
        />
      </RadioGroup>
      {needsYes && <SecondYes isYes={isYes} onYes={sayYes} />}
      <div role="status">
        <TouchedTexts operations={operations} choice={choice} />
      </div>
    </section>
  );
}
