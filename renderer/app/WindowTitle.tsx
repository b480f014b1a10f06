// SPDX-License-Identifier: MIT
import { useEnvironment, useTransaction } from '../bridge/use-bridge-query';
import { useTimeLeft } from '../changes/use-time-left';
import { messages } from '../ui/messages';
import { minutesAndSeconds } from '../ui/time-text';

function CountdownTitle({ deadlineAt, prefix }: { deadlineAt: number; prefix: string }) {
  const time = minutesAndSeconds(useTimeLeft(deadlineAt));
  return <title>{prefix + messages.app.keepTitle(time)}</title>;
}

/** Keeps the window's title true: the name, the demo, or the time left to keep a change. */
export function WindowTitle() {
  const isDemo = useEnvironment()?.stack === 'simulated';
  const transaction = useTransaction();
  if (transaction.phase !== 'waiting') {
    return <title>{isDemo ? messages.app.demoTitle : messages.app.name}</title>;
  }
  const prefix = isDemo ? messages.app.demoPrefix : '';
  return <CountdownTitle deadlineAt={transaction.deadlineAt} prefix={prefix} />;
}
