// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { LastingChange } from '../../electron/contract/lasting';
import { Sentence } from '../ui/isolated-name';
import { messages } from '../../electron/language/messages';
import { changePlace, placeList } from '../../electron/texts/lasting-text';

const words = messages.lasting.history;

const useStyles = makeStyles({
  texts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  text: { ...typographyStyles.body1, margin: 0 },
});

/** What becomes of lasting settings when a transaction that made or stopped them is taken back. */
export function TakenBack({ changes }: { readonly changes: readonly LastingChange[] }) {
  const styles = useStyles();
  const stopped = changes.filter(({ expected }) => expected === null);
  const lastingAgain = changes.filter(({ expected }) => expected !== null);
  const texts = [
    ...(stopped.length > 0
      ? [words.restoreStops({ list: placeList(stopped.map(changePlace)) })]
      : []),
    ...(lastingAgain.length > 0
      ? [words.restoreMakes({ list: placeList(lastingAgain.map(changePlace)) })]
      : []),
  ];
  if (texts.length === 0) return null;
  return (
    <div className={styles.texts}>
      {texts.map((text) => (
        <p key={text} className={styles.text}>
          <Sentence text={text} />
        </p>
      ))}
    </div>
  );
}
