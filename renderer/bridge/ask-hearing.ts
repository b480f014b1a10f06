// SPDX-License-Identifier: MIT
import type { Reply } from '../../electron/contract/errors';
import { unwrap } from './bridge';

/**
 * Asks main, and applies the news that came in while the answer was on its way. Without this an answer
 * made before a change could overwrite the news of that change. Applying news that the answer already
 * knows does no harm: it carries whole values.
 */
export async function askHearing<Answer, News extends readonly unknown[]>(
  ask: () => Promise<Reply<Answer>>,
  hear: (listener: (...news: News) => void) => () => void,
  apply: (answer: Answer, ...news: News) => Answer,
): Promise<Answer> {
  const heard: News[] = [];
  const stopHearing = hear((...news) => heard.push(news));
  try {
    const answer = unwrap(await ask());
    return heard.reduce((known, news) => apply(known, ...news), answer);
  } finally {
    stopHearing();
  }
}
