// SPDX-License-Identifier: MIT
// Reports that are compared, sets that wait, and files that come to the window.
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Comparison, OpenedSet, SavedEditFit } from '../../../electron/contract/support';
import { maxOpenedBytes } from '../../../electron/contract/support';
import { connectFirstText } from '../../../electron/texts/saved-set-text';
import { findDialog, openWindow, prepareWindowTests, withoutIpInterface } from './render-app';
import type { RunningWindow } from './render-app';
import { samplePreview } from './sample-preview';
import { ethernetLuid, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const comparison: Comparison = {
  kind: 'compared',
  name: 'r.html',
  computer: 'PC-8',
  isOtherComputer: true,
  savedAt: '2026-11-26T12:00:00.000Z',
  stack: 'windows',
  isMasked: false,
  differences: [
    {
      adapter: 'Ethernet',
      family: 'IPv4',
      field: 'NlMtu',
      there: 1400,
      here: 1500,
      fit: { kind: 'fits', luid: ethernetLuid, field: 'NlMtu', live: 1500 },
    },
    {
      adapter: 'Ethernet',
      family: 'IPv4',
      field: 'Metric',
      there: 9,
      here: 25,
      fit: { kind: 'fits', luid: ethernetLuid, field: 'Metric', live: 25 },
    },
    {
      adapter: 'Ethernet',
      family: 'IPv6',
      field: 'NlMtu',
      there: 5,
      here: 1500,
      fit: { kind: 'out-of-range', range: { min: 1280, max: 9000 } },
    },
    {
      adapter: 'Ethernet',
      family: 'IPv6',
      field: 'Connected',
      there: 0,
      here: 1,
      fit: { kind: 'not-settable' },
    },
  ],
  more: 0,
  onlyThere: ['Old VPN'],
  onlyHere: [],
  unclear: [],
};

async function compare(some: Partial<Comparison> = {}): Promise<RunningWindow> {
  const result = { ...comparison, ...some };
  const window = openWindow({ page: 'help', handlers: { support: { openFile: () => result } } });
  await window.user.click(await screen.findByRole('button', { name: 'Open a file from support…' }));
  return window;
}

describe('a comparison', () => {
  it('shows what differs, and makes edits of what is chosen', async () => {
    const window = await compare();
    const dialog = await findDialog('Compare');
    expect(window.callsTo('support.openFile')).toEqual([[]]);
    const table = within(dialog).getByRole('table', { name: 'Differences' });
    const rows = () => within(table).getAllByRole('row').slice(1);
    expect(rows().map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['', 'Ethernet IPv4', 'MTU', '1400 bytes', '1500 bytes'],
      ['', 'Ethernet IPv4', 'Metric', '9', '25'],
      ['', 'Ethernet IPv6', 'MTUOut of range: 1280 to 9000', '5 bytes', '1500 bytes'],
    ]);
    expect(dialog.textContent).toContain('Only there: Old VPN.');
    await window.user.click(
      within(dialog).getByRole('checkbox', { name: 'Show what only tells a state, too (1)' }),
    );
    expect(rows()).toHaveLength(4);
    await window.user.click(
      within(dialog).getByRole('checkbox', { name: 'Use the value of MTU on Ethernet (IPv4)' }),
    );
    await window.user.click(within(dialog).getByRole('button', { name: 'Add 1 edit' }));
    await waitFor(() => {
      expect(window.callsTo('edits.store').at(-1)?.[0]).toEqual([
        { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: '1400' },
      ]);
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('calls settings as the rest of the program does', async () => {
    const [first] = comparison.differences;
    if (!first) throw new Error('There is a difference');
    const fit = {
      kind: 'fits' as const,
      luid: ethernetLuid,
      field: 'DisableDefaultRoutes' as const,
      live: 0,
    };
    await compare({
      differences: [{ ...first, field: 'DisableDefaultRoutes', there: 1, here: 0, fit }],
    });
    const dialog = await findDialog('Compare');
    const [, row] = within(dialog).getAllByRole('row');
    expect([...(row?.children ?? [])].map((cell) => cell.textContent)).toEqual([
      '',
      'Ethernet IPv4',
      'Use for internet traffic',
      'Off',
      'On',
    ]);
    expect(
      within(dialog).getByRole('checkbox', {
        name: 'Use the value of “Use for internet traffic” on Ethernet (IPv4)',
      }),
    ).toBeTruthy();
  });

  it('has nothing chosen of the report before when another one is opened', async () => {
    const given = [null, { ...comparison, name: 'later.html' }];
    const window = openWindow({
      page: 'help',
      handlers: {
        support: { openFile: () => comparison, takeGiven: () => given.shift() ?? null },
      },
    });
    await window.user.click(
      await screen.findByRole('button', { name: 'Open a file from support…' }),
    );
    const dialog = await findDialog('Compare');
    await window.user.click(
      await within(dialog).findByRole('checkbox', { name: 'All that can be set here (2)' }),
    );
    expect(await within(dialog).findByRole('button', { name: 'Add 2 edits' })).toBeTruthy();
    act(() => {
      window.notify.support.given();
    });
    expect(await screen.findByText(/^later\.html, a report of PC-8/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add 2 edits' })).toBeNull();
    expect(await screen.findByRole('button', { name: 'Add edits' })).toBeTruthy();
  });

  it('takes all that can be set at once', async () => {
    const window = await compare();
    const dialog = await findDialog('Compare');
    await window.user.click(
      await within(dialog).findByRole('checkbox', { name: 'All that can be set here (2)' }),
    );
    expect(await within(dialog).findByRole('button', { name: 'Add 2 edits' })).toBeTruthy();
  });

  it('says that nothing differs, and that masks hide what is what', async () => {
    await compare({ differences: [], isMasked: true });
    const dialog = await findDialog('Compare');
    expect(dialog.textContent).toContain('No field that can be set differs.');
    expect(dialog.textContent).toContain('Its names are masked');
    expect(within(dialog).queryByRole('button', { name: /^Add/ })).toBeNull();
  });
});

/** Finds the element whose whole text this is, names and all. */
const isSaying = (text: string) => (_: string, element: Element | null) =>
  element?.tagName === 'P' && element.textContent === text;

const target = { luid: vpnLuid, family: 'IPv4' as const };

const waitingSet: OpenedSet = {
  kind: 'opened',
  id: 3,
  name: 'split.interfacepanel',
  computer: 'PC-8',
  isOtherComputer: true,
  savedAt: '2026-11-26T12:00:00.000Z',
  intent: null,
  edits: [
    {
      adapter: 'Contoso VPN',
      family: 'IPv4',
      field: 'DisableDefaultRoutes',
      expected: 0,
      value: 1,
      fit: { kind: 'adapter-gone' },
    },
  ],
};

const fittingSet: OpenedSet = {
  ...waitingSet,
  edits: waitingSet.edits.map((edit) => ({
    ...edit,
    fit: { kind: 'fits', luid: vpnLuid, field: 'DisableDefaultRoutes', live: 0 },
  })),
};

async function openWaiting(): Promise<RunningWindow> {
  const whole = sampleSnapshot();
  let fits = false;
  const window = openWindow({
    page: 'help',
    snapshot: withoutIpInterface(target)(whole),
    handlers: {
      support: {
        openFile: () => waitingSet,
        fitAgain: () => (fits ? fittingSet : waitingSet),
      },
    },
  });
  await window.user.click(await screen.findByRole('button', { name: 'Open a file from support…' }));
  const dialog = await findDialog('Changes in this file');
  expect(dialog.textContent).toContain('Connect Contoso VPN first.');
  await window.user.click(within(dialog).getByRole('button', { name: 'Wait for it' }));
  const notices = await screen.findByRole('region', { name: 'Notices' });
  expect(notices.textContent).toContain('Connect Contoso VPN first.');
  return {
    ...window,
    change: () => {
      fits = true;
      window.change(() => whole);
    },
  };
}

describe('a saved set whose adapter is not there', () => {
  it('names a dozen of many, however many somebody sent', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `VPN ${index + 1}`);
    expect(connectFirstText(names)).toMatch(
      /^Connect VPN 1, VPN 2, .*, VPN 12,? and 988 more first\.$/,
    );
  });

  it('waits, and becomes edits when it comes; nothing is applied', async () => {
    const window = await openWaiting();
    act(() => {
      window.change((snapshot) => snapshot);
    });
    const edits = await screen.findByRole('region', { name: 'Edits' });
    expect(edits.textContent).toContain('1 change on Contoso VPN');
    await waitFor(() => {
      expect(screen.queryByText('Connect Contoso VPN first.')).toBeNull();
    });
    expect(window.callsTo('changes.apply')).toEqual([]);
  });

  it('waits no longer once it is dismissed', async () => {
    const window = await openWaiting();
    await window.user.click(await screen.findByRole('button', { name: 'Dismiss' }));
    await waitFor(() => {
      expect(screen.queryByText('Connect Contoso VPN first.')).toBeNull();
    });
    const asked = window.callsTo('support.fitAgain').length;
    act(() => {
      window.change((snapshot) => snapshot);
    });
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
    });
    expect(window.callsTo('support.fitAgain')).toHaveLength(asked);
  });
});

describe('what a saved set is', () => {
  const meant = (luid: string | null): OpenedSet['intent'] => ({
    kind: 'split-tunnelling',
    isOn: true,
    vpn: { name: 'Contoso VPN', luid },
    blocksOthers: false,
  });
  const another = '99';

  /** A window with another VPN that comes first, as main answers about the one that is asked for. */
  async function openMeant(
    set: OpenedSet,
  ): Promise<RunningWindow & { readonly dialog: HTMLElement }> {
    const window = openWindow({
      page: 'help',
      handlers: {
        support: { openFile: () => set },
        routes: {
          preview: ({ vpn }) =>
            vpn === vpnLuid
              ? samplePreview({ vpns: [another, vpnLuid] })
              : samplePreview({ vpns: [another, vpnLuid], vpn: another, presets: [] }),
        },
      },
    });
    await window.user.click(
      await screen.findByRole('button', { name: 'Open a file from support…' }),
    );
    return { ...window, dialog: await findDialog('Changes in this file') };
  }
  const split = 'Turn split tunnelling on · Contoso VPN';

  it('is said before its edits, and is the question of the review, of its own VPN among several', async () => {
    const { user, dialog } = await openMeant({ ...fittingSet, intent: meant(vpnLuid) });
    expect(await within(dialog).findByText(isSaying(split))).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Review and apply…' }));
    await findDialog('Turn split tunnelling on for Contoso VPN? – Review changes');
  });

  it('is what its edits come to, whatever the file says of them', async () => {
    const edits = fittingSet.edits.map((edit) => ({ ...edit, family: 'IPv6' as const }));
    const { dialog } = await openMeant({ ...fittingSet, intent: meant(vpnLuid), edits });
    expect(
      await within(dialog).findByText(
        isSaying('Use for internet traffic off · Contoso VPN (IPv6)'),
      ),
    ).toBeTruthy();
    expect(dialog.textContent).not.toContain('split tunnelling');
  });

  it('is what was meant while its VPN is not there, and waits for that', async () => {
    const { dialog } = await openMeant({ ...waitingSet, intent: meant(null) });
    expect(within(dialog).getByText(isSaying(split))).toBeTruthy();
    expect(dialog.textContent).toContain('Connect Contoso VPN first.');
  });

  it('waits for a VPN that no edit names, too', async () => {
    const edits = fittingSet.edits.map((edit) => ({
      ...edit,
      fit: { ...edit.fit, luid: ethernetLuid } as SavedEditFit,
    }));
    const away: OpenedSet = { ...fittingSet, intent: meant(null), edits };
    const { dialog, ...window } = await openMeant(away);
    window.answer({ support: { fitAgain: () => away } });
    await window.user.click(
      within(dialog).getByRole('button', { name: 'Add to my edits and wait' }),
    );
    expect(await screen.findByText('Connect Contoso VPN first.')).toBeTruthy();
    window.answer({ support: { fitAgain: () => ({ ...away, intent: meant(vpnLuid) }) } });
    act(() => {
      window.change(withoutIpInterface(target));
    });
    await waitFor(() => {
      expect(screen.queryByText('Connect Contoso VPN first.')).toBeNull();
    });
  });
});

describe('a file that comes to the window', () => {
  it('by a double click that starts the program is opened', async () => {
    openWindow({ handlers: { support: { takeGiven: () => fittingSet } } });
    expect((await findDialog('Changes in this file')).textContent).toContain(
      'split.interfacepanel',
    );
  });

  it('by a double click later is opened, too', async () => {
    const given = [null, waitingSet];
    const window = openWindow({
      handlers: { support: { takeGiven: () => given.shift() ?? null } },
    });
    await screen.findByRole('row', { name: /^Ethernet IPv4/ });
    expect(window.callsTo('support.takeGiven')).toHaveLength(1);
    act(() => {
      window.notify.support.given();
    });
    expect((await findDialog('Changes in this file')).textContent).toContain('Connect Contoso VPN');
  });

  const drop = (...files: readonly File[]) => {
    fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files } });
  };

  it('by drop is handed to main as text, with its name', async () => {
    const window = openWindow({ handlers: { support: { openText: () => fittingSet } } });
    await screen.findByRole('main');
    fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'], files: [] } });
    expect(await screen.findByText('Drop to open')).toBeTruthy();
    drop(new File(['{"a":1}'], 'split.interfacepanel'));
    await findDialog('Changes in this file');
    expect(window.callsTo('support.openText')).toEqual([['split.interfacepanel', '{"a":1}']]);
    expect(screen.queryByText('Drop to open')).toBeNull();
  });

  it('is not read where it is too large, or not alone', async () => {
    const window = openWindow();
    await screen.findByRole('main');
    const large = new File([''], 'large.json');
    Object.defineProperty(large, 'size', { value: maxOpenedBytes + 1 });
    drop(large);
    expect(await screen.findByText(/^large\.json can’t be opened\. .*too large/)).toBeTruthy();
    drop(new File([''], 'a.json'), new File([''], 'b.json'));
    expect(await screen.findByText(/Open one file at a time\./)).toBeTruthy();
    expect(window.callsTo('support.openText')).toEqual([]);
  });

  it('is told as unreadable where it is a folder', async () => {
    const window = openWindow();
    await screen.findByRole('main');
    const folder = new File([], 'reports');
    Object.defineProperty(folder, 'text', { value: () => Promise.reject(new Error('a folder')) });
    drop(folder);
    expect(await screen.findByText(/^reports can’t be opened\. .*can’t be read/)).toBeTruthy();
    expect(window.callsTo('support.openText')).toEqual([]);
  });

  it('is not taken by drop while a dialog asks something', async () => {
    const window = openWindow({ page: 'help' });
    await window.user.click(await screen.findByRole('button', { name: 'Save report…' }));
    await findDialog('Save report');
    fireEvent.dragOver(document.body, { dataTransfer: { types: ['Files'], files: [] } });
    drop(new File(['{}'], 'split.interfacepanel'));
    await window.user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText('Drop to open')).toBeNull();
    expect(window.callsTo('support.openText')).toEqual([]);
  });
});
