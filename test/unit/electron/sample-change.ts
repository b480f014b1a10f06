// SPDX-License-Identifier: MIT
import type { HistoryEntry } from '../../../electron/contract/history';
import { planSubject } from '../../../electron/contract/plan-subject';
import { adapter, ethernetLuid } from '../renderer/sample-snapshot';

/** A change in the journal, with some members replaced. */
export function sampleChange(some: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: 'a'.repeat(32),
    sequence: 1,
    kind: 'set',
    startedAt: Date.parse('2026-11-25T08:00:00Z'),
    result: 'kept',
    isRestorable: true,
    subject: planSubject({
      operations: [
        { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
      ],
    }),
    adapters: [adapter()],
    ...some,
  };
}
