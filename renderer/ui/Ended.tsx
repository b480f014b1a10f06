// SPDX-License-Identifier: MIT
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // In the line, so that no space comes before it.
  fullStop: { fontSize: 0, lineHeight: 0 },
});

/**
 * Ends what stands without a full stop on screen (a badge, a status, a value) where it is read aloud: descriptions are
 * made of several such texts, and run together without it.
 */
export function Ended({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <span>
      {children}
      <span className={styles.fullStop}>.</span>
    </span>
  );
}
