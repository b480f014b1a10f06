// SPDX-License-Identifier: MIT
// Edits really applied: a plan given to the helper that ships, and kept.

import path from 'node:path';
import { decodeFrame, encodeFrame } from '../../electron/protocol/frames';
import type { AppMessage, HelperMessage } from '../../electron/protocol/frames';
import { canonicalOrder } from '../../electron/contract/canonical-order';
import { encodePlan } from '../../electron/protocol/plan';
import type { Operation } from '../../electron/contract/operation';
import { loadAddon } from '../../electron/native/addon';
import { startHelper } from '../../electron/native/helper';
import { nativeFolder } from '../../electron/native/native-folder';

/** What follows what the helper says. */
const answers: Partial<Record<HelperMessage['message'], AppMessage>> = {
  PREPARED: { message: 'COMMIT' },
  APPLIED: { message: 'CONFIRM' },
};

/** Why a plan was not kept, in the helper's own words; null: it was. */
export function apply(operations: readonly Operation[]): Promise<string | null> {
  const plan = encodePlan({
    operations: canonicalOrder(operations).map((operation) => ({ kind: 'set', operation })),
    lastingChanges: [],
    deadline: 60,
    account: '',
  });
  return new Promise((resolve) => {
    const heard: HelperMessage[] = [];
    let sent = 0;
    const send = (message: AppMessage) => {
      channel.send(encodeFrame('app', message, sent));
      sent += 1;
    };
    const channel = startHelper({
      path: path.join(nativeFolder(), 'interface-panel-helper'),
      planHash: plan.hash,
      consent: 'direct',
      onFrame: (frame) => {
        const message = decodeFrame('helper', frame, heard.length);
        heard.push(message);
        const answer = answers[message.message];
        if (answer) send(answer);
      },
      onClosed: () => undefined,
      onExit: () => {
        const isKept = heard.some(({ message }) => message === 'CONFIRMED');
        const said = heard.filter(({ message }) =>
          ['REFUSED', 'STALE', 'OUTCOME'].includes(message),
        );
        const text = JSON.stringify(said, (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        resolve(isKept ? null : text);
      },
    });
    send({ message: 'HELLO', buildId: loadAddon().buildId });
    for (const frame of plan.frames) channel.send(frame);
    sent += plan.frames.length;
  });
}
