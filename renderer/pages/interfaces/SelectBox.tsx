// SPDX-License-Identifier: MIT
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  target: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    justifyContent: 'center',
    margin: `0 calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    cursor: 'pointer',
  },
  box: {
    width: '16px',
    height: '16px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'pointer',
  },
});

interface SelectBoxProps {
  readonly label: string;
  readonly state: boolean | 'mixed';
  readonly onToggle: () => void;
  /** Whether Tab stops here; the boxes of rows are reached by Space on the row. */
  readonly isTabStop?: boolean;
}

/** The checkbox of a row, or of all of them. A plain one: there are dozens in sight while the table scrolls. */
export function SelectBox({ label, state, onToggle, isTabStop = false }: SelectBoxProps) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'mixed';
  }, [state]);
  return (
    <label
      className={styles.target}
      onClick={(event) => {
        // The row opens what is clicked on it.
        event.stopPropagation();
      }}
    >
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        aria-label={label}
        tabIndex={isTabStop ? 0 : -1}
        checked={state === true}
        onChange={onToggle}
      />
    </label>
  );
}
