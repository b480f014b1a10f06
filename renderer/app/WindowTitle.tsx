// SPDX-License-Identifier: MIT
import { useEnvironment, useTransaction } from '../bridge/use-bridge-query';
import { useTimeLeft } from '../changes/use-time-left';
import { messages } from '../../electron/language/messages';
import { minutesAndSeconds } from '../../electron/texts/time-text';

function CountdownTitle({ deadlineAt, isDemo }: { deadlineAt: number; isDemo: boolean }) {
  const time = minutesAndSeconds(useTimeLeft(deadlineAt));
  const title = messages.app.keepTitle({ time });
  return <title>{isDemo ? messages.app.demoPrefix({ title }) : title}</title>;
}

/** Keeps the window's title true: the name, the demo, or the time left to keep a change. */
export function WindowTitle() {
  const isDemo = useEnvironment()?.stack === 'simulated';
  const transaction = useTransaction();
  if (transaction.phase !== 'waiting') {
    return <title>{isDemo ? messages.app.demoTitle : messages.app.name}</title>;
  }
  return <CountdownTitle deadlineAt={transaction.deadlineAt} isDemo={isDemo} />;
}
