// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, useContext } from 'react';
import { messages } from '../../electron/language/messages';

const NotesPlace = createContext<HTMLElement | null>(null);

const useStyles = makeStyles({
  notes: {
    // Of a window that is too low for all its bars, still in sight.
    position: 'sticky',
    bottom: 0,
    zIndex: 4,
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    maxHeight: '40vh',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
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

/** Below the page, which gives them room: passing notes, one above the other, lie on nothing that is pressed next. */
export function NotesLine({ onPlace }: NotesLineProps) {
  const styles = useStyles();
  return <section ref={onPlace} aria-label={messages.app.notes} className={styles.notes} />;
}
