// SPDX-License-Identifier: MIT
import { useEffect } from 'react';
import { useBridge } from '../bridge/bridge';
import { useSupportRequest } from '../pages/support/support-request';
import { usePageChoice } from '../ui/page-choice';
import { isModalOpen } from '../ui/use-shortcuts';
import { focusRegionNamed } from './regions';

/** Does what is chosen in the menu or the tray; `onHelp` shows the keys. */
export function useMenuCommands(onHelp: () => void): void {
  const bridge = useBridge();
  const { go } = usePageChoice();
  const { ask } = useSupportRequest();
  useEffect(
    () =>
      bridge.app.menuCommand((command) => {
        if (command === 'internet-traffic' || command === 'help') go(command);
        else if (command === 'countdown') focusRegionNamed(command);
        else if (command === 'keyboard-shortcuts') onHelp();
        else if (!isModalOpen()) ask(command);
      }),
    [bridge, go, ask, onHelp],
  );
}
