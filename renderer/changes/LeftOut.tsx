// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles, useId } from '@fluentui/react-components';
import { fieldKeyId } from '../../electron/contract/operation';
import { settingInSentence } from '../../electron/texts/field-text';
import { messages } from '../../electron/language/messages';
import type { EditLeftOut } from './review-gate';

const useStyles = makeStyles({
  quiet: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  title: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** The edits that Apply would leave as they are, and why each of them. */
export function LeftOut({ edits }: { readonly edits: readonly EditLeftOut[] }) {
  const styles = useStyles();
  const titleId = useId('left-out');
  if (edits.length === 0) return null;
  return (
    <div className={styles.quiet}>
      <p id={titleId} className={styles.title}>
        {messages.review.leftOut({ n: edits.length })}
      </p>
      <ul aria-labelledby={titleId} className={styles.list}>
        {edits.map(({ edit, status, name }) => (
          <li key={fieldKeyId(edit)}>
            {messages.results.refused({
              field: settingInSentence(edit.field),
              adapter: name,
              family: edit.family,
              reason: messages.edits.status[status.kind],
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
