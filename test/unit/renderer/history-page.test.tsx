// SPDX-License-Identifier: MIT
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type {
  HistoryEntry,
  HistoryPart,
  HistoryTransaction,
} from '../../../electron/contract/history';
import { planSubject } from '../../../electron/contract/plan-subject';
import { liveChanges, restoreSubject } from '../../../renderer/pages/history/live-changes';
import { restorable } from '../../../renderer/changes/plan';
import type { SomeHandlers } from './bridge-double';
import { findDialog, openWindow, prepareWindowTests, withIpInterface } from './render-app';
import type { RunningWindow } from './render-app';
import { adapter, ethernetLuid, ipInterface, sampleSnapshot } from './sample-snapshot';

prepareWindowTests();

const mtu = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1400,
  value: 1500,
} as const;
const { luid, alias, description, guid, type, physicalAddress } = adapter();
const recorded = { luid, alias, description, guid, type, physicalAddress };
const idOf = (sequence: number) => sequence.toString(16).padStart(32, '0');

function entry(sequence: number, some: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: idOf(sequence),
    sequence,
    kind: 'set',
    startedAt: 1_000,
    result: 'kept',
    isRestorable: true,
    subject: planSubject({ operations: [mtu] }),
    adapters: [recorded],
    ...some,
  };
}

const transaction = (some: Partial<HistoryTransaction> = {}): HistoryTransaction => ({
  ...entry(0),
  planCode: '0A1B2C3D',
  deadline: 60,
  lastSeenAt: 2_000,
  account: 'somebody',
  consent: 'pkexec',
  restoresFrom: null,
  restoredAt: null,
  changes: [{ operation: mtu, adapter: recorded, outcome: 'applied', restorability: 'restorable' }],
  lasting: [],
  isLastingUnwritten: false,
  ...some,
});

// A clock that jumps: later transactions have earlier times.
const startOf = (sequence: number) => 1_000_000 - sequence;
const places = (total: number) =>
  Array.from({ length: total }, (_, sequence) => ({ sequence, startedAt: startOf(sequence) }));

async function openHistory(total: number, handlers: SomeHandlers = {}): Promise<RunningWindow> {
  const window = openWindow({
    handlers: {
      ...handlers,
      history: {
        page: (first, count) => ({
          total,
          entries: Array.from({ length: Math.min(count, total - first) }, (_, index) =>
            entry(first + index, { startedAt: startOf(first + index) }),
          ),
        }),
        outline: ({ search, groups }) => ({
          total,
          places: search === '' && groups.length === 0 ? places(total) : [],
        }),
        transaction: () => transaction(),
        ...handlers.history,
      },
    },
  });
  await window.user.click(await screen.findByRole('button', { name: 'History' }));
  return window;
}

describe('the history', () => {
  it('says what it is for while it is empty', async () => {
    await openHistory(0);
    expect(
      await screen.findByText(
        'No changes yet. Everything you apply is listed here and can be undone.',
      ),
    ).toBeTruthy();
  });

  it('lists the newest first by the journal, and reads only what is near', async () => {
    const window = await openHistory(10_000);
    const items = await screen.findAllByRole('listitem');
    expect(items[0]?.getAttribute('data-testid')).toBe(`transaction-${idOf(9_999)}`);
    expect(items[0]?.getAttribute('aria-setsize')).toBe('10000');
    expect(items.length).toBeLessThan(100);
    expect(window.callsTo('history.page').length).toBeLessThan(4);
  });

  it('sets a day above the first of each, in words where it is near', async () => {
    const day = 24 * 3_600_000;
    const noon = new Date().setHours(12, 0, 0, 0);
    const starts = [noon - 400 * day, noon - day, noon - day + 1, noon];
    await openHistory(4, {
      history: {
        outline: () => ({
          total: 4,
          places: starts.map((startedAt, sequence) => ({ sequence, startedAt })),
        }),
      },
    });
    await screen.findByRole('heading', { name: 'Today', level: 2 });
    const list = screen.getByRole('list', { name: 'Changes' });
    const headings = within(list).getAllByRole('heading');
    const year = String(new Date(starts[0] ?? 0).getFullYear());
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
      expect.stringContaining(year),
    ]);
    // The place of one is told by where it stands, not by the headings.
    const last = within(list).getAllByRole('listitem').at(-1);
    expect(last?.getAttribute('aria-posinset')).toBe('4');
  });

  it('lists what is looked for, says how many, and leads back to all', async () => {
    const window = await openHistory(3, {
      history: {
        outline: ({ search, groups }) => ({
          total: 3,
          places: places(3).filter(
            ({ sequence }) =>
              (search === '' || (search === 'mtu' && sequence > 0)) &&
              (groups.length === 0 || sequence === 1),
          ),
        }),
      },
    });
    await screen.findByText('3 changes');
    const box = screen.getByRole('searchbox', { name: 'Search history' });
    await window.user.type(box, 'mtu');
    await screen.findByText('2 of 3 changes');
    expect(screen.getAllByRole('listitem')[0]?.getAttribute('data-testid')).toBe(
      `transaction-${idOf(2)}`,
    );
    await window.user.click(screen.getByRole('button', { name: 'Filter' }));
    await window.user.click(await screen.findByRole('menuitemcheckbox', { name: 'Kept' }));
    await screen.findByText('1 of 3 changes');
    expect(window.callsTo('history.outline').at(-1)).toEqual([{ search: 'mtu', groups: ['kept'] }]);
    await window.user.keyboard('{Escape}');
    await window.user.clear(box);
    await window.user.type(box, 'nothing such');
    await window.user.click(
      await screen.findByRole('button', { name: 'Clear search and filters' }),
    );
    await screen.findByText('3 changes');
    expect(box).toHaveProperty('value', '');
  });

  it('shows who, what and how, and restores through the review', async () => {
    const window = await openHistory(1, { changes: { restore: () => undefined } });
    await window.user.click(await screen.findByRole('button', { name: /^.*MTU.*Kept$/ }));
    const pane = await screen.findByRole('complementary');
    await within(pane).findByText('somebody');
    expect(within(pane).getByText(/^Given to pkexec/)).toBeTruthy();
    expect(within(pane).getByText('0A1B2C3D')).toBeTruthy();
    await window.user.click(
      within(pane).getByRole('button', { name: /^Undo change of .* on Ethernet \(IPv4\), / }),
    );
    const review = await findDialog('Review changes');
    expect(
      within(review).getByRole('heading', {
        name: /^Undo “MTU \d+ bytes on Ethernet \(IPv4\)”\?$/,
      }),
    ).toBeTruthy();
    expect(within(review).getByRole('list', { name: 'Changes' }).textContent).toMatch(
      /^MTU: 1500 bytes → 1400 bytes/,
    );
    await window.user.click(within(review).getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(window.callsTo('changes.restore')).toEqual([
        [{ transactionId: idOf(0), deadline: 60 }],
      ]);
    });
  });

  it('undoes from the line that can be undone, by pointer and by keyboard', async () => {
    const window = await openHistory(2, {
      changes: { restore: () => undefined },
      history: {
        page: () => ({
          total: 2,
          entries: [entry(0), entry(1, { result: 'restored', isRestorable: false })],
        }),
      },
    });
    const undo = await screen.findByRole('button', { name: /^Undo “MTU .* on Ethernet/ });
    expect(screen.getAllByRole('button', { name: /^Undo “/ })).toHaveLength(1);
    screen.getByRole('button', { name: /Kept$/ }).focus();
    await waitFor(() => {
      expect(undo.tabIndex).toBe(0);
    });
    undo.focus();
    await window.user.keyboard('{Enter}');
    const review = await findDialog('Review changes');
    await window.user.click(within(review).getByRole('button', { name: 'Undo' }));
    await waitFor(() => {
      expect(window.callsTo('changes.restore')).toEqual([
        [{ transactionId: idOf(0), deadline: 60 }],
      ]);
    });
  });

  it('opens the details where by now there is nothing to undo', async () => {
    const [change] = transaction().changes;
    const changes = change ? [{ ...change, restorability: 'as-before' as const }] : [];
    const window = await openHistory(1, {
      history: { transaction: () => transaction({ changes }) },
    });
    await window.user.click(await screen.findByRole('button', { name: /^Undo “MTU/ }));
    const pane = await screen.findByRole('complementary');
    expect(await within(pane).findByText(/^Nothing of it is in effect/)).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks anew what can be undone when adapters or values change, and says what it knew meanwhile', async () => {
    const known = { total: 1, entries: [entry(0)] };
    let tell: (part: HistoryPart) => void = () => undefined;
    const later = new Promise<HistoryPart>((resolve) => {
      tell = resolve;
    });
    let answer: HistoryPart | Promise<HistoryPart> = known;
    const window = await openHistory(1, { history: { page: () => answer } });
    await screen.findByRole('button', { name: /^Undo “MTU/ });
    answer = later;
    const asked = window.callsTo('history.page').length;
    window.change(withIpInterface(ipInterface({ luid: ethernetLuid, values: { NlMtu: 1300 } })));
    await waitFor(() => {
      expect(window.callsTo('history.page').length).toBeGreaterThan(asked);
    });
    expect(screen.getByRole('button', { name: /^Undo “MTU/ })).toBeTruthy();
    tell({ total: 1, entries: [entry(0, { result: 'restored', isRestorable: false })] });
    await screen.findByRole('button', { name: /Undone$/ });
    expect(screen.queryByRole('button', { name: /^Undo “MTU/ })).toBeNull();
  });

  it('asks nothing when something else changes', async () => {
    const window = await openHistory(1);
    await screen.findByRole('button', { name: /^Undo “MTU/ });
    const asked = window.callsTo('history.page').length;
    window.change((snapshot) => ({ ...snapshot, unicastAddresses: [] }));
    // By the time that this is answered the change has been heard.
    await window.user.click(screen.getByRole('button', { name: /^Undo “MTU/ }));
    await findDialog('Review changes');
    expect(window.callsTo('history.page')).toHaveLength(asked);
  });

  it('says in the review, too, how much it would leave alone', async () => {
    const [change] = transaction().changes;
    const changes = [change, { ...change, restorability: 'as-before' }];
    const window = await openHistory(1, {
      history: { transaction: () => transaction({ changes } as Partial<HistoryTransaction>) },
    });
    await window.user.click(await screen.findByRole('button', { name: /Kept$|Undone$/ }));
    await window.user.click(await screen.findByRole('button', { name: /^Undo change of / }));
    const review = await findDialog('Review changes');
    expect(review.textContent).toContain(
      '1 of 2 changes would be undone; the others would be left alone.',
    );
  });

  it.each<[string, Partial<HistoryTransaction>, string]>([
    [
      'that it was undone, and when',
      { result: 'restored', restoredAt: new Date(2026, 10, 30, 13, 5).getTime() },
      'Undone on Nov 30, 2026 at 1:05 PM.',
    ],
    [
      'why else nothing can be undone',
      {},
      'Nothing of it is in effect, so there is nothing to undo.',
    ],
  ])('says %s, and offers nothing then', async (_, some, sentence) => {
    const [change] = transaction().changes;
    const changes = change ? [{ ...change, restorability: 'as-before' as const }] : [];
    const window = await openHistory(1, {
      history: { transaction: () => transaction({ ...some, changes }) },
    });
    await window.user.click(await screen.findByRole('button', { name: /Kept$|Undone$/ }));
    const pane = await screen.findByRole('complementary');
    expect(await within(pane).findByText(sentence)).toBeTruthy();
    expect(within(pane).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('is asked again when main has news of it', async () => {
    const window = await openHistory(1);
    await screen.findAllByRole('listitem');
    const before = window.callsTo('history.page').length;
    window.notify.history.changed();
    await waitFor(() => {
      expect(window.callsTo('history.page').length).toBeGreaterThan(before);
    });
  });
});

it('a page reached by its number gets focus that would be nowhere', async () => {
  const window = openWindow();
  const item = await screen.findByRole('button', { name: 'Interfaces' });
  item.focus();
  item.blur();
  await window.user.keyboard('{Control>}4{/Control}');
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('aria-label')).toBe('History');
  });
});

describe('what a restore would leave alone', () => {
  const snapshot = windowSnapshotOf(sampleSnapshot(), 1);
  const reasonWith = (some: Partial<typeof snapshot>) =>
    liveChanges(transaction(), { ...snapshot, ...some })[0]?.leftAlone;
  const withMtu = (NlMtu: number) => ({ ipInterfaces: [ipInterface({ values: { NlMtu } })] });

  it.each([
    ['nothing that is as it was set', {}, null],
    ['what is as before', withMtu(1400), 'same-value'],
    ['what somebody else changed', withMtu(9000), 'foreign'],
    ['what is gone', { ipInterfaces: [] }, 'gone'],
    [
      'what another adapter took the place of',
      { adapters: [adapter({ guid: '{ffffffff-0b0a-0908-0706-050403020100}' })] },
      'replaced',
    ],
  ])('%s', (_, some, reason) => {
    expect(reasonWith(some)).toBe(reason);
  });

  it('is not in the review', () => {
    const left = liveChanges(transaction(), { ...snapshot, ...withMtu(9000) });
    expect(restorable(restoreSubject(transaction(), left))).toEqual([]);
  });
});
