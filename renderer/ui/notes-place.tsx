// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import { messages } from '../../electron/language/messages';

const NotesPlace = createContext<HTMLElement | null>(null);

const useStyles = makeStyles({
  /** Takes no room: the notes stand on its line, above whatever comes below it. */
  line: { position: 'relative', flexShrink: 0 },
  notes: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    zIndex: 4,
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    width: '372px',
    maxWidth: '100%',
    maxHeight: '60vh',
    // Room for the shadows, which would be cut off otherwise.
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
    ':empty': { display: 'none' },
  },
});

/** Where passing notes inside it are to stand: what `NotesLine` gave. */
export const NotesPlaceProvider = NotesPlace.Provider;

/** The element that passing notes are put into; null until it is there. */
export const useNotesPlace = () => useContext(NotesPlace);

interface NotesLineProps {
  readonly onPlace: (place: HTMLElement | null) => void;
}

/** The corner where passing notes stand, one above the other. */
export function NotesLine({ onPlace }: NotesLineProps) {
  const styles = useStyles();
  return (
    <div className={styles.line}>
      <section ref={onPlace} aria-label={messages.app.notes} className={styles.notes} />
    </div>
  );
}
