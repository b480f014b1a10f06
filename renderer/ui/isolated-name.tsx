// SPDX-License-Identifier: MIT
// Isolated names inside sentences, set off.
import { makeStyles, tokens } from '@fluentui/react-components';

export { isolatedName, withoutIsolates } from '../../electron/texts/isolates';

const isolated = /\u2068([^\u2069]*)\u2069/;

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** A sentence whose isolated names are set off. */
export function Sentence({ text }: { readonly text: string }) {
  const styles = useStyles();
  // Every second piece is a name.
  return text.split(isolated).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <bdi key={index} className={styles.name}>
        {piece}
      </bdi>
    ),
  );
}
