// SPDX-License-Identifier: MIT
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Operation } from '../../electron/contract/operation';
import { placedChanges, reversed } from '../../electron/contract/plan-subject';
import { messages } from '../../electron/language/messages';
import { placedChangeText, placesText } from '../../electron/texts/placed-change';
import { Sentence } from '../ui/isolated-name';
import { useTitleNames } from './use-title-names';

const words = messages.review;

/** Changes that are told before the rest is left to the details. */
const mostTold = 6;

const useStyles = makeStyles({
  list: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  change: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface ReviewedChangesProps {
  readonly operations: readonly Operation[];
  /** Whether the operations are undone: then old and new change places. */
  readonly isRestore: boolean;
}

/**
 * What several changes are, each once however many interfaces get it. A single one is told by the question, but not
 * what an undo of it brings back.
 */
export function ReviewedChanges({ operations, isRestore }: ReviewedChangesProps) {
  const styles = useStyles();
  const names = useTitleNames();
  const changes = placedChanges(isRestore ? operations.map(reversed) : operations);
  if (changes.length < (isRestore ? 1 : 2)) return null;
  const more = changes.length - mostTold;
  return (
    <ul aria-label={words.table} className={styles.list}>
      {changes.slice(0, mostTold).map((change) => (
        <li key={`${change.field} ${String(change.to)}`} className={styles.change}>
          <span>{placedChangeText(change)}</span>
          <span className={styles.quiet}>
            <Sentence text={placesText(change, names)} />
          </span>
        </li>
      ))}
      {more > 0 && <li className={styles.quiet}>{words.moreChanges({ n: more })}</li>}
    </ul>
  );
}
