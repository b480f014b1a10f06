// SPDX-License-Identifier: MIT
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { messages } from '../../electron/language/messages';

const words = messages.phases;

/** Asks main, once, to wait no longer for the helper. */
export function StopWaitingButton() {
  const bridge = useBridge();
  const [isStopping, setIsStopping] = useState(false);

  const stop = async () => {
    setIsStopping(true);
    const reply = await bridge.changes.stopWaiting();
    // Refused: there is nothing to wait for any more, or another try may help.
    if (!reply.ok) setIsStopping(false);
  };
  return (
    <Button
      disabledFocusable={isStopping}
      onClick={() => {
        if (!isStopping) void stop();
      }}
    >
      {isStopping ? words.stopping : words.stopWaiting}
    </Button>
  );
}
