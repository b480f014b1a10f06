// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TransactionState } from '../../../electron/contract/changes';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { planSubject } from '../../../electron/contract/plan-subject';
import { openWindow, prepareWindowTests, withIpInterface, withoutIpInterface } from './render-app';
import { ethernetLuid, ipInterface, sampleSnapshot } from './sample-snapshot';

prepareWindowTests();

const key = { luid: ethernetLuid, family: 'IPv4' } as const;
const operation = { ...key, field: 'NlMtu', expected: 1500, value: 1400 } as const;
const waiting: TransactionState = {
  phase: 'waiting',
  id: 't1',
  plan: { operations: [operation], lastingChanges: [], deadline: 60 },
  subject: planSubject({ operations: [operation] }),
  planCode: '9A8B7C6D',
  deadlineAt: Date.now() + 60_000,
  results: [{ operation, outcome: 'applied', live: 1400 }],
};

const rowWith = (mtu: number) => ipInterface({ ...key, values: { NlMtu: mtu } });

/** The countdown panel while the MTU is as applied, and a way to change the network. */
async function openCountdown() {
  const ipInterfaces = sampleSnapshot().ipInterfaces.map((row) =>
    row.luid === key.luid && row.family === key.family ? rowWith(1400) : row,
  );
  const { change } = openWindow({
    snapshot: { ...sampleSnapshot(), ipInterfaces },
    transaction: waiting,
  });
  const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
  await within(panel).findByText(/It reverts unless/);
  const tell = (make: (snapshot: Snapshot) => Snapshot) => {
    act(() => {
      change(make);
    });
  };
  return { panel, tell };
}

it('a value that an interface came back without is told while it can still be decided', async () => {
  const { panel, tell } = await openCountdown();
  expect(panel.textContent).not.toContain('Keep would not set it again');
  tell(withoutIpInterface(key));
  await waitFor(() => {
    expect(panel.textContent).toMatch(
      /MTU on .*Ethernet.* \(IPv4\) was applied, but the adapter is gone/,
    );
  });
  tell((snapshot) => ({ ...snapshot, ipInterfaces: [rowWith(1500)] }));
  await waitFor(() => {
    expect(panel.textContent).toContain(
      'is 1500 bytes now, not 1400 bytes. Keep would not set it again.',
    );
  });
  tell(withIpInterface(rowWith(1400)));
  await waitFor(() => {
    expect(panel.textContent).not.toContain('Keep would not set it again');
  });
});
