// SPDX-License-Identifier: MIT
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { messages } from '../ui/messages';
import { useReturnOfFocus } from '../ui/use-return-of-focus';
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
const pageKeys = pages.map(({ label }, index) => [`Ctrl+${index + 1}`, label] as const);

/** The keys that work in this window. */
export function KeyboardShortcuts({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  useReturnOfFocus();
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <table className={styles.table}>
              <tbody>
                {[...pageKeys, ...words.list].map(([keys, meaning]) => (
                  <tr key={keys}>
                    <th scope="row" className={styles.keys}>
                      {keys}
                    </th>
                    <td>{meaning}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {messages.app.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
