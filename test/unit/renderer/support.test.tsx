// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type { HistoryEntry } from '../../../electron/contract/history';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import type { OpenedSet, OpenResult } from '../../../electron/contract/support';
import { planSubject } from '../../../electron/contract/plan-subject';
import { interfaceRows } from '../../../renderer/adapters/interface-rows';
import { summaryText } from '../../../renderer/pages/support/summary';
import { Refused } from './bridge-double';
import { findDialog, openReview, openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import { lastingSetting } from './sample-lasting';
import { nowhere, throughVpn } from './sample-preview';
import { adapter, ethernetLuid, ipInterface, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const traffic = { IPv4: throughVpn, IPv6: nowhere };

const entry: HistoryEntry = {
  id: '0'.repeat(32),
  sequence: 4,
  kind: 'set',
  startedAt: Date.now(),
  result: 'reverted-by-deadline',
  isRestorable: false,
  subject: planSubject({
    operations: [
      { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
    ],
  }),
  adapters: [adapter()],
};

describe('the summary for support', () => {
  it('says which way traffic goes, what is off, what is not default, and the last change', () => {
    const snapshot = {
      ...sampleSnapshot(),
      ipInterfaces: [
        ipInterface({ values: { DisableDefaultRoutes: 1, ForwardingEnabled: 1 } }),
        ipInterface({ luid: vpnLuid, values: { Metric: 5 } }),
      ],
    };
    const text = summaryText(
      'PC-7',
      new Date(),
      traffic,
      interfaceRows(windowSnapshotOf(snapshot, 1), []),
      'windows',
      entry,
      [],
    );
    const lines = text.split('\n');
    expect(lines[0]).toMatch(/^PC-7, .+\.$/);
    expect(lines.slice(1, 5)).toEqual([
      'IPv4 leaves through Contoso VPN (metric 5).',
      'IPv6 has nowhere to go.',
      'Internet traffic off on: Ethernet (IPv4).',
      'Not default: Forwarding on Ethernet (IPv4).',
    ]);
    expect(lines[5]).toMatch(
      /^Last change: .+, MTU 1400 bytes on Ethernet \(IPv4\) \(1500 bytes → 1400 bytes\): Reverted: time ran out\.$/,
    );
  });

  it('names what lasts', () => {
    const lasting = [lastingSetting(), lastingSetting({ field: 'NlMtu', alias: 'tun0' })];
    const text = summaryText('PC-7', new Date(), traffic, [], 'windows', null, lasting);
    expect(text).toContain(
      'Lasting: “Use for internet traffic” on Contoso VPN (IPv4), MTU on tun0 (IPv4).',
    );
  });

  it('says both families in one sentence where both have a way', () => {
    const { IPv4 } = traffic;
    const text = summaryText('PC-7', new Date(), { IPv4, IPv6: IPv4 }, [], 'windows', null, []);
    expect(text.split('\n')[1]).toMatch(
      /^IPv4 leaves through .+ \(metric 5\), IPv6 through .+ \(metric 5\)\.$/,
    );
  });

  it('names a dozen values at most, and counts the rest', () => {
    const luids = Array.from({ length: 50 }, (_, index) => String(index + 1));
    const values = { ForwardingEnabled: 1 };
    const snapshot = {
      ...sampleSnapshot(),
      adapters: luids.map((luid) => adapter({ luid })),
      ipInterfaces: luids.map((luid) => ipInterface({ luid, values })),
    };
    const text = summaryText(
      'PC-7',
      new Date(),
      traffic,
      interfaceRows(windowSnapshotOf(snapshot, 1), []),
      'windows',
      null,
      [],
    );
    expect(text).toContain(', 38 more.');
    expect(text).toContain('No change was made with Interface Panel.');
  });

  it('is copied with Ctrl+Shift+C and from the menu, and says so', async () => {
    const window = openWindow({
      handlers: {
        history: { page: () => ({ total: 1, entries: [entry] }) },
        support: { computer: () => 'PC-7' },
      },
    });
    await screen.findByRole('row', { name: /^Ethernet IPv4/ });
    act(() => {
      window.notify.app.menuCommand('copy-summary');
    });
    expect(await screen.findByText('Summary for support copied.')).toBeTruthy();
    await window.user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}');
    await waitFor(() => {
      expect(window.callsTo('app.copyText')).toHaveLength(2);
    });
    expect(String(window.callsTo('app.copyText')[0]?.[0])).toContain('PC-7, ');
  });
});

describe('saving a report', () => {
  const saving = {
    saveReport: () => ({ name: 'r.html', folder: 'Documents' }),
    showSaved: () => undefined,
  };

  async function openDialog(window: RunningWindow): Promise<HTMLElement> {
    await screen.findByRole('row', { name: /^Ethernet IPv4/ });
    act(() => {
      window.notify.app.menuCommand('save-report');
    });
    return findDialog('Save report');
  }

  it('asks for all of it, as a page, unmasked, unless told otherwise', async () => {
    const window = openWindow({ handlers: { support: saving } });
    const dialog = await openDialog(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    expect(
      await within(dialog).findByText('Saved as r.html in the folder Documents.'),
    ).toBeTruthy();
    await window.user.click(within(dialog).getByRole('button', { name: 'Show in folder' }));
    expect(window.callsTo('support.showSaved')).toHaveLength(1);
    await window.user.click(within(dialog).getByRole('radio', { name: /JSON/ }));
    await window.user.click(within(dialog).getByRole('checkbox', { name: /^Mask/ }));
    await window.user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    expect(window.callsTo('support.saveReport')).toEqual([
      [{ scope: null, format: 'html', isMasked: false }],
      [{ scope: null, format: 'json', isMasked: true }],
    ]);
  });

  it('shows each file in its folder once, another of the same name too', async () => {
    const window = openWindow({ handlers: { support: saving } });
    const dialog = await openDialog(window);
    for (const files of [1, 2]) {
      await window.user.click(within(dialog).getByRole('button', { name: 'Save…' }));
      const show = await within(dialog).findByRole('button', { name: 'Show in folder' });
      await waitFor(() => {
        expect(show.getAttribute('aria-disabled')).not.toBe('true');
      });
      await window.user.click(show);
      await window.user.click(show);
      expect(window.callsTo('support.showSaved')).toHaveLength(files);
    }
  });

  it('takes the selection when there is one', async () => {
    const window = openWindow({ handlers: { support: { saveReport: () => null } } });
    await window.user.click(await screen.findByRole('checkbox', { name: 'Select Ethernet, IPv6' }));
    const dialog = await openDialog(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    expect(window.callsTo('support.saveReport')).toEqual([
      [{ scope: [{ luid: ethernetLuid, family: 'IPv6' }], format: 'html', isMasked: false }],
    ]);
  });

  it('says when it could not be written', async () => {
    const saveReport = () => {
      throw new Refused({ code: 'file', message: 'No space left.' });
    };
    const window = openWindow({ handlers: { support: { saveReport } } });
    const dialog = await openDialog(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    expect(
      await within(dialog).findByText(
        'The report wasn’t saved. The file can’t be written. Choose another place for it.',
      ),
    ).toBeTruthy();
  });
});

describe('a saved set', () => {
  const set: OpenedSet = {
    kind: 'opened',
    id: 1,
    name: 'mtu.ipedits',
    computer: 'PC-8',
    isOtherComputer: true,
    savedAt: '2026-11-26T12:00:00.000Z',
    intent: null,
    edits: [
      {
        adapter: 'Ethernet',
        family: 'IPv4',
        field: 'NlMtu',
        expected: 1480,
        value: 1400,
        fit: { kind: 'fits', luid: ethernetLuid, field: 'NlMtu', live: 1500 },
      },
      {
        adapter: 'Old VPN',
        family: 'IPv6',
        field: 'Colour',
        expected: 1,
        value: 2,
        fit: { kind: 'unknown-field' },
      },
      {
        adapter: 'Ethernet',
        family: 'IPv6',
        field: 'NlMtu',
        expected: 1500,
        value: 5,
        fit: { kind: 'out-of-range', range: { min: 1280, max: 9000 } },
      },
    ],
  };

  async function openSet(
    result: OpenResult,
    edits: readonly StoredEdit[] = [],
  ): Promise<RunningWindow> {
    const window = openWindow({
      handlers: {
        edits: { load: () => edits },
        support: { openFile: () => result, fitAgain: () => null },
      },
    });
    await screen.findByRole('row', { name: /^Ethernet IPv4/ });
    act(() => {
      window.notify.app.menuCommand('open-file');
    });
    return window;
  }

  it('is listed with what fits here and what does not, and becomes edits', async () => {
    const window = await openSet(set);
    const dialog = await findDialog('Changes in this file');
    expect(dialog.textContent).toContain('It was saved on another computer.');
    const rows = within(within(dialog).getByRole('table', { name: 'Changes' })).getAllByRole('row');
    expect(rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Ethernet IPv4', 'MTU', '1500 bytes', '1400 bytes', 'Fits'],
      ['Old VPN IPv6', 'Colour', '–', '2', 'This version doesn’t know the field'],
      ['Ethernet IPv6', 'MTU', '–', '5 bytes', 'Out of range: 1280 to 9000'],
    ]);
    expect(dialog.textContent).toContain('2 are left out; the table says why.');
    await window.user.click(within(dialog).getByRole('button', { name: 'Add to my edits' }));
    const edits = await screen.findByRole('region', { name: 'Edits' });
    expect(edits.textContent).toContain('1 change on Ethernet (IPv4)');
    await waitFor(() => {
      expect(window.callsTo('edits.store').at(-1)?.[0]).toEqual([
        { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: '1400' },
      ]);
    });
  });

  it('says how each change fits only where one does not', async () => {
    await openSet({ ...set, edits: set.edits.slice(0, 1) });
    const dialog = await findDialog('Changes in this file');
    const columns = within(dialog).getAllByRole('columnheader');
    expect(columns.map(({ textContent }) => textContent)).toEqual([
      'Interface',
      'Field',
      'Now',
      'New',
    ]);
  });

  it('is reviewed straight away, together with the edits that are there already', async () => {
    const mine = { luid: ethernetLuid, family: 'IPv4', expected: 0, draft: '1' } as const;
    const window = await openSet(set, [
      { ...mine, field: 'ForwardingEnabled' },
      { ...mine, field: 'NlMtu', expected: 1500, draft: '1300' },
    ]);
    const dialog = await findDialog('Changes in this file');
    expect(dialog.textContent).toContain(
      'One of your edits is replaced. The edit you had already is reviewed along with them.',
    );
    await window.user.click(within(dialog).getByRole('button', { name: 'Review and apply…' }));
    const review = await findDialog('Make 2 changes on Ethernet (IPv4)? – Review changes');
    expect(screen.queryByRole('dialog', { name: 'Changes in this file' })).toBeNull();
    await window.user.click(within(review).getByRole('button', { name: 'Apply' }));
    expect(window.callsTo('changes.apply')).toMatchObject([
      [
        {
          operations: [
            { field: 'ForwardingEnabled', value: 1 },
            { field: 'NlMtu', expected: 1500, value: 1400 },
          ],
        },
      ],
    ]);
  });

  it('leads to an edit of before that needs a decision first', async () => {
    const window = await openSet(set, [
      { luid: ethernetLuid, family: 'IPv4', field: 'Metric', expected: 1, draft: '2' },
    ]);
    const dialog = await findDialog('Changes in this file');
    await window.user.click(within(dialog).getByRole('button', { name: 'Review and apply…' }));
    expect(await screen.findByRole('button', { name: 'Keep my edit' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of which nothing fits adds nothing', async () => {
    const window = await openSet({ ...set, edits: set.edits.slice(1) });
    const dialog = await findDialog('Changes in this file');
    expect(dialog.textContent).toContain('None of them fits this computer.');
    expect(within(dialog).queryByRole('button', { name: /^(Add|Review)/ })).toBeNull();
    await window.user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
  });

  it.each([
    ['unreadable', 'The file can’t be read.'],
    ['too-large', 'The file is far too large for edits or a report.'],
    ['not-json', 'The file is damaged, or cut off, or holds neither edits nor a report.'],
    ['not-a-set', 'The file holds something else than edits or a report.'],
    ['other-version', 'The file belongs to another version of Interface Panel; open it there.'],
    ['unknown-members', 'The file holds parts that this version of Interface Panel doesn’t know;'],
  ] as const)('that is %s is refused with a plain reason', async (defect, sentence) => {
    await openSet({ kind: 'unusable', name: 'mtu.ipedits', defect });
    const told = await screen.findByText(/^mtu\.ipedits can’t be opened\./);
    expect(told.textContent).toContain(sentence);
    expect(told.textContent).toContain('Nothing was changed.');
  });

  it('is made of the edits under review, in read-only mode, too', async () => {
    const window = openWindow({
      permission: { kind: 'read-only', reason: 'no-pkexec', detail: '' },
      handlers: {
        edits: {
          load: () => [
            { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: '1400' },
          ],
        },
        support: { saveEdits: () => ({ name: 'mtu.ipedits', folder: 'Documents' }) },
      },
    });
    await openReview(window);
    const save = await screen.findByRole('button', { name: 'Save edits for an administrator…' });
    await window.user.click(save);
    expect(await screen.findByText(/^Edits saved as mtu\.ipedits\./)).toBeTruthy();
    expect(window.callsTo('support.saveEdits')).toEqual([
      [
        {
          operations: [
            { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
          ],
        },
      ],
    ]);
  });
});
