// SPDX-License-Identifier: MIT
import { useEffect } from 'react';

/** Scrolls what has the focus back into sight once something has come, or grown, below it. */
export function useFocusInSight(hasCome: boolean): void {
  useEffect(() => {
    if (hasCome) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [hasCome]);
}
