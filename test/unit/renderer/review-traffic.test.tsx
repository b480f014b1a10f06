// SPDX-License-Identifier: MIT
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { InterruptedTransaction, TransactionState } from '../../../electron/contract/changes';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import type { Preview, Warning } from '../../../electron/contract/preview';
import { planSubject } from '../../../electron/contract/plan-subject';
import { Refused } from './bridge-double';
import { findDialog, openReview, openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import {
  nowhere,
  pathThrough,
  probe,
  samplePreview,
  staying,
  throughEthernet,
  throughHalves,
  throughVpn,
  vpnOff,
} from './sample-preview';
import { adapter, ethernetLuid, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const edit = { ...vpnOff, draft: '1' };

const stored = ({ luid, family, field, expected, draft }: StoredEdit): StoredEdit => ({
  luid,
  family,
  field,
  expected,
  draft,
});

/** A window with the VPN's switch edited and its review open; null: main can't answer. */
async function review(
  preview: Preview | null,
  edits: readonly StoredEdit[] = [edit],
): Promise<[RunningWindow, HTMLElement]> {
  const window = openWindow({
    page: 'internet-traffic',
    handlers: {
      edits: { load: () => edits.map(stored) },
      routes: {
        preview: () => {
          if (!preview) throw new Refused({ code: 'internal', message: 'broken' });
          return preview;
        },
      },
    },
  });
  return [window, await openReview(window)];
}

const warnings: Record<Warning['id'], Warning> = {
  'internet-stops': { id: 'internet-stops', severity: 'danger', family: 'IPv4' },
  'others-blocked': {
    id: 'others-blocked',
    severity: 'warning',
    vpn: vpnLuid,
    luids: [ethernetLuid],
  },
  'remote-session': { id: 'remote-session', severity: 'danger', luid: ethernetLuid },
  'wide-routes': {
    id: 'wide-routes',
    severity: 'warning',
    family: 'IPv4',
    traffic: throughHalves,
  },
  'vpn-by-rules': { id: 'vpn-by-rules', severity: 'warning', family: 'IPv4', luid: vpnLuid },
  'no-host-route': {
    id: 'no-host-route',
    severity: 'warning',
    luid: ethernetLuid,
    vpn: vpnLuid,
  },
  'one-family': {
    id: 'one-family',
    severity: 'notice',
    luid: vpnLuid,
    changed: 'IPv4',
    unchanged: 'IPv6',
    operations: [{ ...vpnOff, family: 'IPv6' }],
  },
  'dns-stays': {
    id: 'dns-stays',
    severity: 'notice',
    servers: [{ luid: vpnLuid, addresses: ['10.64.0.53'] }],
  },
  'managed-adapter': {
    id: 'managed-adapter',
    severity: 'notice',
    luid: ethernetLuid,
    manager: 'NetworkManager',
    command: 'nmcli something',
  },
  forwarding: { id: 'forwarding', severity: 'warning', luid: ethernetLuid, family: 'IPv4' },
  'weak-host': { id: 'weak-host', severity: 'warning', luid: ethernetLuid, family: 'IPv4' },
};

describe('the review', () => {
  it('says for each family what becomes of internet traffic', async () => {
    const IPv4 = { now: throughVpn, after: throughEthernet, special: [], ipsec: [] };
    const [, dialog] = await review(samplePreview({ traffic: { IPv4, IPv6: staying(nowhere) } }));
    await within(dialog).findByText(/will leave through/);
    expect(dialog.textContent).toContain('IPv4 internet traffic will leave through Ethernet.');
    expect(dialog.textContent).toContain('IPv6 internet traffic still has nowhere to go.');
  });

  it('says it once where the same becomes of both', async () => {
    const either = { now: throughVpn, after: throughEthernet, special: [], ipsec: [] };
    const [, dialog] = await review(samplePreview({ traffic: { IPv4: either, IPv6: either } }));
    await within(dialog).findByText(/^Internet traffic will leave through/);
    expect(dialog.textContent).toContain('Internet traffic will leave through Ethernet.');
    expect(dialog.textContent).not.toContain('IPv6 internet traffic');
  });

  it.each<[Warning['id'], string]>([
    [
      'internet-stops',
      'IPv4 internet traffic will stop. This turns off the last usable default route. Websites and remote sessions stop until it’s turned on again. It reverts after 1 minute unless you keep it.',
    ],
    [
      'others-blocked',
      'No internet while the VPN is off. Ethernet won’t carry internet traffic even when Contoso VPN is disconnected. Choose System default to turn them on again.',
    ],
    [
      'remote-session',
      'You seem to be connected through Ethernet. This change can end your remote session; it then reverts after 1 minute.',
    ],
    [
      'wide-routes',
      'Two half routes (0.0.0.0/1, 128.0.0.0/1) on Contoso VPN take all IPv4 internet traffic.',
    ],
    ['vpn-by-rules', 'Routing rules lead IPv4 internet traffic to Contoso VPN.'],
    ['no-host-route', 'Ethernet has no route of its own to the server of Contoso VPN.'],
    ['one-family', 'This changes IPv4 only. IPv6 stays as it is.'],
    ['dns-stays', 'Names may still be looked up through Contoso VPN. Nothing needs doing unless'],
    [
      'managed-adapter',
      'NetworkManager manages Ethernet and adds its default route again when the lease is renewed. With “Always” that is turned off again',
    ],
    ['forwarding', 'Ethernet forwards IPv4 packets.'],
    ['weak-host', 'Ethernet may send IPv4 packets of other adapters’ addresses'],
  ])('warns of %s', async (id, text) => {
    const [, dialog] = await review(samplePreview({ warnings: [warnings[id]] }));
    const group = await within(dialog).findByRole('group', { name: 'Warnings' });
    expect(group.textContent).toContain(text);
  });

  it('copies the command of the program that manages an adapter', async () => {
    const [window, dialog] = await review(
      samplePreview({ warnings: [warnings['managed-adapter']] }),
    );
    await window.user.click(
      await within(dialog).findByRole('button', { name: 'Copy NetworkManager’s command' }),
    );
    expect(window.callsTo('app.copyText')).toEqual([['nmcli something']]);
  });

  it('begins on Cancel and says Apply anyway where it is dangerous', async () => {
    const [window, dialog] = await review(
      samplePreview({ warnings: [warnings['internet-stops']] }),
    );
    await within(dialog).findByRole('button', { name: 'Apply anyway' });
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Cancel');
    });
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply anyway' }));
    expect(window.callsTo('changes.apply')).toHaveLength(1);
  });

  it('adds the other family on request, and applies both', async () => {
    const [window, dialog] = await review(samplePreview({ warnings: [warnings['one-family']] }));
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply to both' }));
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    expect(window.callsTo('changes.apply')).toEqual([
      [
        {
          operations: [vpnOff, { ...vpnOff, family: 'IPv6' }],
          lasting: 'until-reconnect',
          deadline: 60,
        },
      ],
    ]);
  });

  it('starts the other family from the value now, where an older edit of it began elsewhere', async () => {
    const older = { ...edit, family: 'IPv6', expected: 1, draft: '0' } as const;
    const [window, dialog] = await review(samplePreview({ warnings: [warnings['one-family']] }), [
      edit,
      older,
    ]);
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply to both' }));
    await waitFor(() => {
      expect(window.callsTo('edits.store').at(-1)).toEqual([
        [stored(edit), stored({ ...edit, family: 'IPv6' })],
      ]);
    });
  });

  it('can be applied when it can’t be found out what becomes of traffic', async () => {
    const [window, dialog] = await review(null);
    await within(dialog).findByText('What this does to internet traffic could not be found out.');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Apply');
    });
    await window.user.keyboard('{Enter}');
    expect(window.callsTo('changes.apply')).toHaveLength(1);
  });
});

const waiting: TransactionState = {
  phase: 'waiting',
  id: 't1',
  plan: { operations: [vpnOff], lastingChanges: [], deadline: 60 },
  subject: planSubject({ operations: [vpnOff] }),
  planCode: '9A8B7C6D',
  deadlineAt: Date.now() + 600_000,
  results: [],
};

describe('the review of a restore', () => {
  it('adds no edit for the other family', async () => {
    const operation = { ...vpnOff, luid: ethernetLuid };
    const left: InterruptedTransaction = {
      id: 't0',
      subject: planSubject({ operations: [operation] }),
      planCode: '11223344',
      account: null,
      startedAt: 0,
      lastSeenAt: 0,
      operations: [{ operation, outcome: 'applied', live: 1, stillChanged: true, present: true }],
      lastingChanges: [],
    };
    const window = openWindow({
      handlers: {
        changes: { interrupted: () => [left] },
        routes: { preview: () => samplePreview({ warnings: [warnings['one-family']] }) },
      },
    });
    await window.user.click(await screen.findByRole('button', { name: 'Review and undo' }));
    const dialog = await findDialog('Review changes');
    await within(dialog).findByText('This changes IPv4 only. IPv6 stays as it is.');
    expect(within(dialog).queryByRole('button', { name: 'Apply to both' })).toBeNull();
  });
});

describe('what a warning goes by', () => {
  it('is told on request', async () => {
    const warning = {
      id: 'dns-stays',
      severity: 'notice',
      servers: [
        { luid: vpnLuid, addresses: ['10.64.0.53', '10.64.0.54'] },
        { luid: ethernetLuid, addresses: ['192.0.2.53'] },
      ],
    } as const;
    const [window, dialog] = await review(samplePreview({ warnings: [warning] }));
    const toFacts = await within(dialog).findByRole('button', { name: 'Which name servers?' });
    expect(dialog.textContent).toContain(
      'Names may still be looked up through Contoso VPN and Ethernet. Nothing',
    );
    expect(dialog.textContent).not.toContain('10.64.0.53');
    await window.user.click(toFacts);
    expect(toFacts.getAttribute('aria-expanded')).toBe('true');
    expect(dialog.textContent).toContain(
      'Packets to the name servers 10.64.0.53, 10.64.0.54 (Contoso VPN) and 192.0.2.53 (Ethernet) go another way than websites.',
    );
  });
});

describe('the countdown panel', () => {
  it.each([
    ['as predicted', ethernetLuid, 'Checked: 1 address now goes as predicted.'],
    ['another way', vpnLuid, 'Checked: 1 address goes another way than predicted.'],
  ])('says that addresses go %s', async (_, luid, text) => {
    const [window, dialog] = await review(
      samplePreview({ probes: [probe({ after: pathThrough(ethernetLuid) })] }),
    );
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    const now = pathThrough(luid);
    window.answer({
      routes: { preview: () => samplePreview({ probes: [probe({ now, after: now })] }) },
    });
    act(() => {
      window.notify.changes.stateChanged(waiting);
      window.change((snapshot) => ({ ...snapshot, routes: [] }));
    });
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    expect(await within(panel).findByText(text)).toBeTruthy();
    await window.user.click(within(panel).getByRole('button', { name: 'Where addresses go' }));
    const [, row] = within(panel).getAllByRole('row');
    expect(row?.textContent).toContain(luid === ethernetLuid ? 'As predicted' : 'Different');
  });

  it('draws the picture on pages that have none', async () => {
    const window = openWindow({ page: 'internet-traffic', transaction: waiting });
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    const link = await within(panel).findByRole('button', { name: 'Where addresses go' });
    await screen.findByText('This computer');
    expect(within(panel).queryByText('This computer')).toBeNull();
    await window.user.click(screen.getByRole('button', { name: 'Routes' }));
    expect(await within(panel).findByText('This computer')).toBeTruthy();
    expect(panel.contains(link)).toBe(true);
  });
});

describe('a page that is loaded again while the question waits', () => {
  it('still knows what was predicted', async () => {
    const [window, dialog] = await review(
      samplePreview({ probes: [probe({ after: pathThrough(ethernetLuid) })] }),
    );
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    cleanup();
    const now = pathThrough(ethernetLuid);
    openWindow({
      transaction: waiting,
      handlers: {
        routes: { preview: () => samplePreview({ probes: [probe({ now, after: now })] }) },
      },
    });
    expect(await screen.findByText('Checked: 1 address now goes as predicted.')).toBeTruthy();
  });

  it('says that it knows no prediction where none was made in this window', async () => {
    openWindow({ transaction: waiting });
    expect(await screen.findByText('What was predicted isn’t known any more.')).toBeTruthy();
  });
});

describe('a kept setting that was lost', () => {
  const keptAt = new Date(2026, 4, 9, 12).getTime();
  const operations = [{ ...vpnOff, luid: ethernetLuid }];

  function openLost(cameBack = true, edits: readonly StoredEdit[] = []): RunningWindow {
    const lost = [{ luid: ethernetLuid, keptAt, cameBack, operations }];
    return openWindow({
      handlers: { changes: { lost: () => lost }, edits: { load: () => edits } },
    });
  }

  it('is told with its day, and reviewed again on request', async () => {
    const window = openLost();
    const notices = await screen.findByRole('region', { name: 'Notices' });
    const day = new Date(keptAt).toLocaleDateString(undefined, { dateStyle: 'medium' });
    expect(notices.textContent).toContain(
      `Ethernet reconnected without the setting you kept on ${day}.`,
    );
    await window.user.click(within(notices).getByRole('button', { name: 'Review it again' }));
    const dialog = await findDialog('Review changes');
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    expect(window.callsTo('changes.apply')).toEqual([
      [{ operations, lasting: 'until-reconnect', deadline: 60 }],
    ]);
  });

  it('is reviewed from the value now, although an older edit of the field began elsewhere', async () => {
    const older = stored({ ...edit, luid: ethernetLuid, expected: 1, draft: '0' });
    const window = openLost(true, [older]);
    await screen.findByRole('region', { name: 'Edits' });
    await window.user.click(await screen.findByRole('button', { name: 'Review it again' }));
    const dialog = await findDialog('Review changes');
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    expect(window.callsTo('changes.apply')).toMatchObject([[{ operations }]]);
  });

  it('leads to another edit that needs a decision first, and brings its own all the same', async () => {
    const changed = { ...edit, luid: ethernetLuid, field: 'NlMtu', expected: 1400, draft: '1300' };
    const window = openLost(true, [stored(changed)]);
    await screen.findByRole('region', { name: 'Edits' });
    await window.user.click(await screen.findByRole('button', { name: 'Review it again' }));
    expect(await screen.findByRole('button', { name: 'Keep my edit' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(
      await screen.findByRole('button', { name: '2 changes on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
  });

  it('can’t be reviewed while another change is on its way', async () => {
    const window = openLost();
    const again = await screen.findByRole('button', { name: 'Review it again' });
    act(() => {
      window.notify.changes.stateChanged(waiting);
    });
    await waitFor(() => {
      expect(again.title).toBe('Edits are locked until the change is kept or reverted.');
    });
    await window.user.click(again);
    expect(window.callsTo('edits.store')).toEqual([]);
  });

  it('does not say that the adapter reconnected where nobody saw it', async () => {
    openLost(false);
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toMatch(
      /Ethernet no longer has the setting you kept on .*\. It changed while Interface Panel was closed\./,
    );
    expect(notices.textContent).not.toContain('reconnected');
  });

  it('is told no more for an adapter when asked not to', async () => {
    const window = openLost();
    const name = 'Don’t remind me for this adapter';
    await window.user.click(await screen.findByRole('button', { name }));
    const remindersOff = [adapter().guid.toUpperCase()];
    expect(window.callsTo('preferences.store')).toEqual([[{ remindersOff }]]);
    act(() => {
      window.notify.preferences.changed({ ...defaultPreferences, remindersOff });
    });
    await waitFor(() => {
      expect(screen.queryByText(/reconnected without/)).toBeNull();
    });
  });

  it('goes when the adapter has its value again', async () => {
    const window = openLost();
    await screen.findByText(/reconnected without/);
    act(() => {
      window.notify.changes.lostChanged([]);
    });
    await waitFor(() => {
      expect(screen.queryByText(/reconnected without/)).toBeNull();
    });
  });
});
