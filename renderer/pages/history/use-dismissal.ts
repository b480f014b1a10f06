// SPDX-License-Identifier: MIT
import { useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { appErrorOf, unwrap, useBridge } from '../../bridge/bridge';
import { errorText } from '../../../electron/texts/error-text';
import { messages } from '../../../electron/language/messages';

/** Puts an interrupted transaction aside, or says why main does not. */
export interface Dismissal {
  /** Answers whether it was. */
  readonly dismiss: (id: string) => Promise<boolean>;
  /** Why the newest one was not; null where it was, or none was asked for. */
  readonly problem: string | null;
  /** Once that was read. */
  readonly forgetProblem: () => void;
}

export function useDismissal(): Dismissal {
  const bridge = useBridge();
  const { announce } = useAnnounce();
  const [problem, setProblem] = useState<string | null>(null);
  const dismiss = async (id: string): Promise<boolean> => {
    try {
      unwrap(await bridge.changes.dismissInterrupted(id));
      setProblem(null);
      return true;
    } catch (reason) {
      const { notDismissed } = messages.history.stillOpen;
      const text = `${notDismissed} ${errorText(appErrorOf(reason))}`;
      setProblem(text);
      announce(text);
      return false;
    }
  };
  const forgetProblem = () => {
    setProblem(null);
  };
  return { dismiss, problem, forgetProblem };
}
