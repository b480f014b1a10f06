// SPDX-License-Identifier: MIT
import { Button, useAnnounce } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { appErrorOf, unwrap, useBridge } from '../bridge/bridge';
import { errorText } from '../../electron/texts/error-text';
import { messages } from '../../electron/language/messages';

interface CopyButtonProps {
  readonly label: string;
  /** Makes the text to copy, when it is asked for. */
  readonly text: () => string | Promise<string>;
}

/** Copies a text and says so, to eyes and to ears. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const bridge = useBridge();
  const { announce } = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    try {
      unwrap(await bridge.app.copyText(await text()));
      setIsCopied(true);
      announce(messages.copied.done, { polite: true });
    } catch (reason) {
      announce(`${messages.copied.failed} ${errorText(appErrorOf(reason))}`);
    }
  };
  return (
    <Button
      size="small"
      icon={isCopied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => {
        setIsCopied(false);
      }}
    >
      {label}
    </Button>
  );
}
