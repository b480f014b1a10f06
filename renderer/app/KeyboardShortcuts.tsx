// SPDX-License-Identifier: MIT
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { messages } from '../../electron/language/messages';
import { PlainDialog } from '../ui/PlainDialog';
import { pages } from './pages';

const words = messages.shortcuts;

const useStyles = makeStyles({
  table: { ...typographyStyles.body1, borderSpacing: 0 },
  keys: {
    ...typographyStyles.body1Strong,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
  },
});

/** Pages are reached by their numbers, in the order of the navigation. */
const pageKeys = () =>
  pages.map(({ id }, index) => [`Ctrl+${index + 1}`, messages.pages.names[id]] as const);

const actionKeys = () => Object.values(words.list).map(({ keys, does }) => [keys, does] as const);

/** The keys that work in this window. */
export function KeyboardShortcuts({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  return (
    <PlainDialog
      title={words.title}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {messages.app.close}
        </Button>
      }
    >
      <table className={styles.table}>
        <tbody>
          {[...pageKeys(), ...actionKeys()].map(([keys, meaning]) => (
            <tr key={keys}>
              <th scope="row" className={styles.keys}>
                {keys}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PlainDialog>
  );
}
