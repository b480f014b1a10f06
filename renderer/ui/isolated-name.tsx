// SPDX-License-Identifier: MIT
// Names of adapters inside sentences: isolated, so that a right-to-left name does not turn the words around it.
import { makeStyles, tokens } from '@fluentui/react-components';

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const isolates = /[\u2066-\u2069]/g;
const isolated = /\u2068([^\u2069]*)\u2069/;

/** A name as it stands in a sentence of the catalogue. */
export function isolatedName(name: string): string {
  return `\u2068${name.replaceAll(isolates, '')}\u2069`;
}

/** A sentence for where the name stands alone or is compared: without isolates. */
export function withoutIsolates(sentence: string): string {
  return sentence.replaceAll(isolates, '');
}

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
