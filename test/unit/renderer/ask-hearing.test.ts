// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import { askHearing } from '../../../renderer/bridge/ask-hearing';
import { BridgeError } from '../../../renderer/bridge/bridge';
import type { Reply } from '../../../electron/contract/errors';

it('applies the news that came in while the answer was on its way, and stops hearing', async () => {
  const listeners = new Set<(more: number) => void>();
  let reply: (answer: Reply<number>) => void = () => undefined;
  const answer = askHearing(
    () => new Promise<Reply<number>>((resolve) => (reply = resolve)),
    (listener: (more: number) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    (known, more) => known * 10 + more,
  );
  for (const listener of listeners) listener(2);
  for (const listener of listeners) listener(3);
  reply({ ok: true, value: 1 });
  expect(await answer).toBe(123);
  expect(listeners.size).toBe(0);
});

it('throws what main answered with, and stops hearing', async () => {
  let stopped = 0;
  const answer = askHearing(
    () => Promise.resolve<Reply<number>>({ ok: false, error: { code: 'busy', message: 'x' } }),
    () => () => (stopped += 1),
    (known) => known,
  );
  await expect(answer).rejects.toBeInstanceOf(BridgeError);
  expect(stopped).toBe(1);
});
