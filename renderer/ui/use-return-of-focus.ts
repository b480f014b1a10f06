// SPDX-License-Identifier: MIT
import { useEffect, useState } from 'react';

/**
 * Gives focus back to where it was before a dialog opened, when the dialog goes and takes the focus along.
 * Fluent does so for dialogs that stay mounted; ours go at once.
 */
export function useReturnOfFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const { activeElement } = document;
      const isNowhere = activeElement === null || activeElement === document.body;
      if (isNowhere && before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
