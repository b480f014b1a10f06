// SPDX-License-Identifier: MIT
import {
  Button,
  Input,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
  useAnnounce,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { messages } from '../../../electron/language/messages';

const words = messages.routes.lookup;

/** The longest address with a zone is shorter. */
const maxLength = 64;

const useStyles = makeStyles({
  block: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalM,
  },
  label: { ...typographyStyles.body1Strong },
  form: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  box: {
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    maxWidth: '420px',
    fontFamily: tokens.fontFamilyMonospace,
  },
  answer: {
    ...typographyStyles.body1,
    minHeight: '20px',
    margin: 0,
    overflowWrap: 'anywhere',
    color: tokens.colorNeutralForeground2,
  },
  answered: { color: tokens.colorNeutralForeground1 },
  failed: { color: tokens.colorStatusDangerForeground3 },
});

export interface LookupAnswer {
  readonly text: string;
  readonly hasFailed: boolean;
}

interface RouteLookupProps {
  readonly answer: LookupAnswer | null;
  /** An address to look up; empty to look up nothing. */
  readonly onLookUp: (address: string) => void;
}

/** Asks which way packets to an address go, and says the answer in a sentence. */
export function RouteLookup({ answer, onLookUp }: RouteLookupProps) {
  const styles = useStyles();
  const { announce } = useAnnounce();
  const [typed, setTyped] = useState('');
  const inputId = useId();
  const answerId = useId();
  const text = answer?.text ?? '';
  useEffect(() => {
    if (text !== '') announce(text, { polite: true });
  }, [text, announce]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onLookUp(typed.trim());
  };
  return (
    <section className={styles.block}>
      <label htmlFor={inputId} className={styles.label}>
        {words.label}
      </label>
      <form className={styles.form} onSubmit={submit}>
        <Input
          id={inputId}
          className={styles.box}
          value={typed}
          maxLength={maxLength}
          placeholder={words.hint}
          spellCheck={false}
          autoComplete="off"
          data-lookup=""
          aria-describedby={answerId}
          aria-invalid={answer?.hasFailed === true ? true : undefined}
          contentAfter={
            typed === '' ? null : (
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={words.clear}
                onClick={() => {
                  setTyped('');
                  onLookUp('');
                }}
              />
            )
          }
          onChange={(_, { value }) => {
            setTyped(value);
            if (value === '') onLookUp('');
          }}
        />
        <Button type="submit">{words.button}</Button>
      </form>
      <p
        id={answerId}
        className={mergeClasses(
          styles.answer,
          answer !== null && (answer.hasFailed ? styles.failed : styles.answered),
        )}
      >
        {text}
      </p>
    </section>
  );
}
