// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import type { InterruptedTransaction } from '../../../electron/contract/changes';
import type { RecordedLastingChange } from '../../../electron/contract/lasting';
import { dismissQuestion, restorePrompt } from '../../../electron/cli/words';
import { planSubject } from '../../../electron/contract/plan-subject';
import { lastingChange } from './lasting-store';

const operation: InterruptedTransaction['operations'][number] = {
  operation: { luid: '1', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
  outcome: 'applied',
  live: 1400,
  stillChanged: true,
  present: true,
};
const lasting: RecordedLastingChange = {
  change: lastingChange({ luid: null, expected: 1400, value: null }),
  stillChanged: true,
  present: true,
};

const left = (
  operations: InterruptedTransaction['operations'],
  lastingChanges: readonly RecordedLastingChange[],
): InterruptedTransaction => ({
  id: 'a'.repeat(32),
  subject: planSubject({ operations: [] }),
  planCode: null,
  account: null,
  startedAt: 0,
  lastSeenAt: 0,
  operations,
  lastingChanges,
});

it.each([
  [[operation], [], 'Undo this change?'],
  [[operation, operation], [], 'Undo these 2 changes?'],
  [[operation], [lasting], 'Undo this change, and what is set again?'],
  [[operation], [{ ...lasting, present: false }], 'Undo this change?'],
  [[], [lasting], 'Undo what is set again?'],
])('asks for what can be put back alone', (operations, lastingChanges, question) => {
  expect(restorePrompt(left(operations, lastingChanges))).toBe(question);
});

it('does not say that nothing is as it was set where something is that cannot be put back', () => {
  const away = { ...lasting, present: false };
  expect(dismissQuestion(left([], [away]))).toMatch(/^Nothing of it can be undone while /);
  const gone = { ...away, stillChanged: false };
  expect(dismissQuestion(left([], [gone]))).toMatch(/^Nothing of it is still as it was set\./);
});
