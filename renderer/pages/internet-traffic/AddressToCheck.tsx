// SPDX-License-Identifier: MIT
import {
  Button,
  Field,
  Input,
  makeStyles,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import { Sentence } from '../../ui/isolated-name';
import { messages } from '../../../electron/language/messages';
import { useIsSlow } from '../../ui/use-is-slow';
import { noAddressText, resolvedText } from '../../traffic/name-lookup';
import type { TypedAddress } from './use-typed-address';

const words = messages.internetTraffic.probes;

/** What comes quicker than this needs no picture of waiting, in milliseconds. */
const blink = 200;

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  label: { ...typographyStyles.subtitle2 },
  row: { display: 'flex', gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
  button: { flexShrink: 0 },
  said: { ...typographyStyles.body1, margin: 0 },
  answer: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  resolved: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
  },
  wait: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What is wrong with the text, or with the lookup of its name; null when nothing is. */
function problemOf({ isInvalid, lookup }: TypedAddress): string | null {
  if (lookup?.kind === 'failed') return noAddressText(lookup.name, lookup.error);
  return isInvalid ? words.invalid : null;
}

function Waiting({ name }: { readonly name: string }) {
  const styles = useStyles();
  if (!useIsSlow(blink)) return null;
  return (
    <div className={styles.wait}>
      <Spinner size="extra-tiny" aria-hidden />
      {words.lookingUp({ name })}
    </div>
  );
}

interface AnswerProps {
  readonly typed: TypedAddress;
  readonly sentences: readonly string[];
}

function Answer({ typed: { lookup }, sentences }: AnswerProps) {
  const styles = useStyles();
  if (lookup?.kind === 'under-way') return <Waiting name={lookup.name} />;
  if (sentences.length === 0) return null;
  return (
    <div className={styles.answer}>
      {sentences.map((text) => (
        <p key={text} className={styles.said}>
          <Sentence text={text} />
        </p>
      ))}
      {lookup?.kind === 'answered' && (
        <p className={styles.resolved}>{resolvedText(lookup.answer)}</p>
      )}
    </div>
  );
}

/** The box for an address, which is answered as it is typed, or for a name, which is looked up when the user says so. */
export function AddressToCheck({ typed, sentences }: AnswerProps) {
  const styles = useStyles();
  const problem = problemOf(typed);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    typed.lookUp?.();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={{ children: words.input, className: styles.label }}
        hint={words.inputHelp}
        {...(problem !== null && { validationState: 'error' as const, validationMessage: problem })}
      >
        {/* The box knows its field by itself; told once more, it would be described twice. */}
        {() => (
          <div className={styles.row}>
            <Input
              className={styles.input}
              value={typed.text}
              data-lookup
              placeholder={words.inputPlaceholder}
              spellCheck={false}
              autoComplete="off"
              onChange={(_, { value }) => {
                typed.type(value);
              }}
            />
            <Button type="submit" className={styles.button} disabledFocusable={!typed.lookUp}>
              {words.lookUp}
            </Button>
          </div>
        )}
      </Field>
      <div role="status">
        <Answer typed={typed} sentences={sentences} />
      </div>
    </form>
  );
}
