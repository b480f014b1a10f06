// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type {
  InterruptedTransaction,
  OperationResult,
  Plan,
  TransactionResult,
  TransactionIn,
  TransactionState,
} from '../../../electron/contract/changes';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import type { FieldName } from '../../../electron/contract/fields';
import { planSubject } from '../../../electron/contract/plan-subject';
import { Refused } from './bridge-double';
import {
  announcements,
  findDialog,
  openDetails,
  openReview,
  openWindow,
  prepareWindowTests,
  withIpInterface,
} from './render-app';
import type { RunningWindow } from './render-app';
import { ethernetLuid, ipInterface, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const operation = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'ForwardingEnabled',
  expected: 0,
  value: 1,
} as const;
const plan: Plan = { operations: [operation], lastingChanges: [], deadline: 60 };
const known = { id: 't1', plan, subject: planSubject(plan), planCode: '9A8B7C6D' };
const edit = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'ForwardingEnabled',
  expected: 0,
  draft: '1',
} as const;

function waiting(timeLeft = 60_000): TransactionIn<'waiting'> {
  return { ...known, phase: 'waiting', deadlineAt: Date.now() + timeLeft, results: [] };
}

function ended(
  result: TransactionResult,
  results: readonly OperationResult[] = [],
): TransactionState {
  return { ...known, phase: 'ended', result, results };
}

/** A transaction whose change is still there. */
function leftBy(id: string): InterruptedTransaction {
  const live = { live: 1, stillChanged: true, present: true };
  return {
    id,
    subject: planSubject(plan),
    planCode: '11223344',
    account: null,
    startedAt: 0,
    lastSeenAt: 0,
    operations: [{ operation, outcome: 'applied', ...live }],
    lastingChanges: [],
  };
}

function tell({ notify }: RunningWindow, state: TransactionState): void {
  act(() => {
    notify.changes.stateChanged(state);
  });
}

/** Another program changes values of Ethernet, IPv4. */
function tellValues({ change }: RunningWindow, values: Partial<Record<FieldName, number>>): void {
  act(() => {
    change(withIpInterface(ipInterface({ values })));
  });
}

function openWithEdit(): RunningWindow {
  return openWindow({
    permission: { kind: 'prompt', prompt: 'uac', needsPassword: false },
    handlers: { edits: { load: () => [edit] } },
  });
}

describe('from edit to kept', () => {
  it('reviews, applies with the chosen deadline, and shows each phase', async () => {
    const window = openWithEdit();
    const dialog = await openReview(window);
    expect(dialog.getAttribute('aria-label')).toBe(
      'Turn “Forwarding” on for Ethernet (IPv4)? – Review changes',
    );
    expect(within(dialog).queryByRole('table')).toBeNull();
    expect(within(dialog).queryByRole('list', { name: 'Changes' })).toBeNull();
    expect(dialog.textContent).toContain('Windows will ask for permission once.');
    const apply = within(dialog).getByRole('button', { name: 'Apply' });
    await waitFor(() => {
      expect(document.activeElement).toBe(apply);
    });
    await window.user.click(within(dialog).getByRole('button', { name: 'Details' }));
    const [, row] = within(within(dialog).getByRole('table', { name: 'Changes' })).getAllByRole(
      'row',
    );
    expect(row?.textContent).toBe('Ethernet IPv4ForwardingOffOn');
    await window.user.selectOptions(
      within(dialog).getByRole('combobox', { name: 'Try it first: time to press Keep' }),
      '5 minutes',
    );
    await window.user.click(apply);
    expect(window.callsTo('changes.apply')).toEqual([
      [{ operations: [operation], lasting: 'until-reconnect', deadline: 300 }],
    ]);
    const since = Date.now() - 6_000;
    tell(window, { ...known, phase: 'waiting-for-permission', since, revertsBy: null });
    expect(await within(dialog).findByText('Waiting for permission')).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: 'Stop waiting' })).toBeTruthy();
    tell(window, { ...known, phase: 'applying', since, revertsBy: Date.now() + 30_000 });
    expect(await within(dialog).findByText(/It reverts by itself by/)).toBeTruthy();
    expect(dialog.textContent).toContain('9A8B7C6D');
  });

  it('lists several changes in sight, the first six of more', async () => {
    const fields = [
      'NlMtu',
      'BaseReachableTime',
      'RetransmitTime',
      'DadTransmits',
      'PathMtuDiscoveryTimeout',
    ] as const;
    const values = Object.fromEntries(fields.map((field) => [field, 1400]));
    const mine = { luid: ethernetLuid, family: 'IPv4' } as const;
    const switches = ['ForwardingEnabled', 'WeakHostSend', 'WeakHostReceive'] as const;
    const window = openWindow({
      snapshot: withIpInterface(ipInterface({ values }))(sampleSnapshot()),
      handlers: {
        edits: {
          load: () => [
            ...switches.map((field) => ({ ...mine, field, expected: 0, draft: '1' })),
            ...fields.map((field) => ({ ...mine, field, expected: 1400, draft: '1300' })),
          ],
        },
      },
    });
    const dialog = await openReview(window);
    const list = await within(dialog).findByRole('list', { name: 'Changes' });
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map((line) => [...line.children].map((part) => part.textContent))[0]).toEqual([
      'Forwarding: Off → On',
      'Ethernet (IPv4)',
    ]);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)?.textContent).toBe('and 2 more under Details');
    expect(within(dialog).queryByRole('table')).toBeNull();
  });

  it('announces no phase any more once the changes are applied', async () => {
    const window = openWithEdit();
    const heard = announcements();
    const dialog = await openReview(window);
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    tell(window, { ...known, phase: 'applying', since: Date.now(), revertsBy: null });
    await within(dialog).findByText('Applying');
    tell(window, waiting());
    await waitFor(() => {
      expect(heard.at(-1)).toMatch(
        /Changes applied\. Keep within .* F8 moves to the question[. ]*$/,
      );
    });
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(heard.at(-1)).toMatch(/Changes applied\. Keep within .* F8 moves to the question[. ]*$/);
    expect(heard.join()).toContain('Applying');
  });

  it('offers those who know no administrator’s password to save the edits', async () => {
    const window = openWindow({
      permission: { kind: 'prompt', prompt: 'pkexec', needsPassword: true },
      handlers: {
        edits: { load: () => [edit] },
        support: { saveEdits: () => ({ name: 'edits.json', folder: 'Documents' }) },
      },
    });
    const dialog = await openReview(window);
    expect(dialog.textContent).toContain(
      'Windows will ask for an administrator’s password. No administrator here? Save the edits and send them to support.',
    );
    const name = 'Save edits for an administrator…';
    await window.user.click(within(dialog).getByRole('button', { name }));
    expect(await within(dialog).findByText(/^Edits saved as edits\.json\./)).toBeTruthy();
  });

  it('stops waiting when asked to', async () => {
    const window = openWithEdit();
    window.answer({ changes: { stopWaiting: () => undefined } });
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    tell(window, {
      ...known,
      phase: 'waiting-for-permission',
      since: Date.now(),
      revertsBy: null,
    });
    await window.user.click(await within(dialog).findByRole('button', { name: 'Stop waiting' }));
    expect(window.callsTo('changes.stopWaiting')).toHaveLength(1);
  });

  it('draws no more time left than there ever was, whatever becomes of the clock', async () => {
    const window = openWithEdit();
    await openDetails(window, /^Ethernet IPv4/);
    tell(window, waiting(300_000));
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    expect(within(panel).getByRole('timer').textContent).toBe('5:00');
    expect(panel.querySelector<HTMLElement>('[aria-hidden][style]')?.style.transform).toBe(
      'scaleX(1)',
    );
  });

  it('asks to keep, locks edits meanwhile, and drops them once kept', async () => {
    const window = openWithEdit();
    window.answer({ changes: { keep: () => undefined } });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    tell(window, waiting());
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    expect(within(panel).getByRole('timer', { name: 'Time left' }).textContent).toMatch(
      /^(1:00|0:5\d)$/,
    );
    expect(panel.textContent).toMatch(
      /It reverts unless you keep it\. Open a website and a company page to check\./,
    );
    expect(document.title).toMatch(/^\((1:00|0:5\d)\) Keep changes\?$/);
    const locked = await screen.findByText(
      'Edits are locked until the change is kept or reverted.',
    );
    expect(screen.getByRole('region', { name: 'Edits' }).textContent).toBe(locked.textContent);
    expect(screen.getByRole('main').contains(locked), 'it would scroll along').toBe(false);
    expect(within(pane).getByRole('switch', { name: 'Forwarding' })).toHaveProperty(
      'disabled',
      true,
    );
    const field = within(pane).getByTestId('field-ForwardingEnabled');
    expect(within(field).getByText('Applied, not kept yet')).toBeTruthy();
    expect(within(field).queryByRole('button', { name: /^Discard/ })).toBeNull();
    expect(screen.getByRole('row', { name: /^Ethernet IPv4/ }).textContent).toContain('Applied');
    expect(screen.queryByText('Edited')).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Keep “Forwarding on · Ethernet (IPv4)”?');
    });
    await window.user.keyboard('{Enter}{Escape}');
    expect(window.callsTo('changes.keep')).toEqual([]);
    await window.user.click(within(panel).getByRole('button', { name: 'Keep' }));
    expect(window.callsTo('changes.keep')).toHaveLength(1);
    tell(window, ended({ kind: 'kept' }));
    expect(
      await screen.findByText('Kept at least until Ethernet reconnects or the computer restarts.'),
    ).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
    await waitFor(() => {
      expect(window.callsTo('edits.store').at(-1)).toEqual([[]]);
    });
  });

  it('tells the end of a change whose beginning was never drawn', async () => {
    const window = openWithEdit();
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    await screen.findByRole('region', { name: 'Keep these changes?' });
    tell(window, ended({ kind: 'reverted', cause: 'asked', keepCameTooLate: false }));
    await screen.findByText('Reverted. Everything is as before.');
    tell(window, { ...known, id: 't2', phase: 'ended', result: { kind: 'kept' }, results: [] });
    expect(await screen.findByText(/^Kept at least until Ethernet reconnects/)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
  });

  it('reverts at once, and the edits are still there', async () => {
    const window = openWithEdit();
    window.answer({ changes: { revert: () => undefined } });
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    await window.user.click(await screen.findByRole('button', { name: 'Revert now' }));
    expect(window.callsTo('changes.revert')).toHaveLength(1);
    tell(window, { ...known, phase: 'reverting', since: Date.now() });
    expect(await screen.findByText('Reverting…')).toBeTruthy();
    tell(window, ended({ kind: 'reverted', cause: 'asked', keepCameTooLate: false }));
    expect(await screen.findByText('Reverted. Everything is as before.')).toBeTruthy();
    expect(
      await screen.findByRole('button', { name: '1 change on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
  });

  it.each(['keeping', 'reverting'] as const)(
    'says that the helper is silent while %s, and waits no longer than the user',
    async (phase) => {
      const window = openWithEdit();
      window.answer({ changes: { stopWaiting: () => undefined } });
      await screen.findByRole('region', { name: 'Edits' });
      tell(window, { ...known, phase, since: Date.now() - 7_000 });
      const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
      expect(panel.textContent).toMatch(/The helper isn’t responding\. \d+ seconds so far\./);
      await window.user.click(within(panel).getByRole('button', { name: 'Stop waiting' }));
      expect(window.callsTo('changes.stopWaiting')).toHaveLength(1);
    },
  );

  it('offers to stop waiting only once reverting takes long', async () => {
    const window = openWithEdit();
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, { ...known, phase: 'reverting', since: Date.now() + 60_000 });
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    expect(within(panel).queryByRole('button')).toBeNull();
    expect(panel.textContent).not.toContain('responding');
  });

  it('keeps focus inside the review, so that Escape closes it after declined consent', async () => {
    const window = openWithEdit();
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    const since = Date.now();
    tell(window, { ...known, phase: 'waiting-for-permission', since, revertsBy: null });
    const stop = await within(dialog).findByRole('button', { name: 'Stop waiting' });
    await waitFor(() => {
      expect(document.activeElement).toBe(stop);
    });
    tell(window, { ...known, phase: 'applying', since, revertsBy: since + 60_000 });
    await within(dialog).findByText('Applying');
    expect(dialog.contains(document.activeElement)).toBe(true);
    tell(window, ended({ kind: 'not-launched', failure: 'declined', detail: '' }));
    const tryAgain = await within(dialog).findByRole('button', { name: 'Try again' });
    await waitFor(() => {
      expect(document.activeElement).toBe(tryAgain);
    });
    await window.user.keyboard('{Escape}');
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(
      await screen.findByRole('button', { name: '1 change on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
  });

  it('says when Keep came too late', async () => {
    const window = openWithEdit();
    window.answer({ changes: { keep: () => undefined } });
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    await window.user.click(await screen.findByRole('button', { name: 'Keep' }));
    tell(window, ended({ kind: 'reverted', cause: 'deadline', keepCameTooLate: true }));
    expect(
      await screen.findByText('The changes were already reverted when you selected Keep.'),
    ).toBeTruthy();
    await window.user.click(screen.getByRole('button', { name: 'Review again' }));
    expect(await findDialog('Review changes')).toBeTruthy();
  });

  describe('when Keep came too late', () => {
    async function keepTooLate(edits: readonly StoredEdit[]): Promise<RunningWindow> {
      const window = openWindow({ handlers: { edits: { load: () => edits } } });
      window.answer({ changes: { keep: () => undefined } });
      await screen.findByRole('row', { name: /Ethernet.*IPv4/ });
      tell(window, waiting());
      await window.user.click(await screen.findByRole('button', { name: 'Keep' }));
      tell(window, ended({ kind: 'reverted', cause: 'deadline', keepCameTooLate: true }));
      return window;
    }

    it('leads to the edit that needs a decision', async () => {
      const changed = { ...edit, field: 'NlMtu', expected: 1400, draft: '1300' };
      const window = await keepTooLate([edit, changed]);
      await window.user.click(await screen.findByRole('button', { name: 'Review again' }));
      expect(await screen.findByRole('button', { name: 'Keep my edit' })).toBeTruthy();
      expect(screen.queryByRole('dialog')).toBeNull();
    });

    it('offers no review where there is nothing to review', async () => {
      const window = await keepTooLate([]);
      const again = await screen.findByRole('button', { name: 'Review again' });
      expect(again.getAttribute('aria-disabled')).toBe('true');
      expect(again.title).toBe('None of these edits can be applied now.');
      await window.user.click(again);
      expect(screen.queryByRole('dialog')).toBeNull();
    });
  });

  it('names every edit that is left out, and why', async () => {
    const window = openWindow({
      handlers: {
        edits: {
          load: () => [
            edit,
            { ...edit, luid: '999' },
            { ...edit, field: 'NlMtu', expected: 1400, draft: '1500' },
            { ...edit, field: 'Metric', expected: 25, draft: '10' },
          ],
        },
      },
      snapshot: withIpInterface(ipInterface({ values: { Metric: null } }))(sampleSnapshot()),
    });
    const dialog = await openReview(window);
    const leftOut = within(dialog).getByRole('list', { name: '3 edits are left out:' });
    const lines = within(leftOut).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'Forwarding on LUID 999 (IPv4): Its interface is gone',
      'MTU on Ethernet (IPv4): Already so',
      'Metric on Ethernet (IPv4): Has no value now',
    ]);
  });

  it('keeps saying what could not be put back', async () => {
    const window = openWithEdit();
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    tell(
      window,
      ended({ kind: 'incomplete', cause: 'asked' }, [{ operation, outcome: 'foreign', live: 1 }]),
    );
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain('Not everything could be put back.');
    await window.user.click(within(notices).getByRole('button', { name: 'Show' }));
    expect(notices.textContent).toContain(
      'Forwarding on Ethernet (IPv4): Changed by another program',
    );
  });

  it.each<[string, TransactionResult, string]>([
    [
      'declined consent',
      { kind: 'not-launched', failure: 'declined', detail: '' },
      'Permission wasn’t given. Your edits are still here.',
    ],
    [
      'a busy computer',
      { kind: 'not-launched', failure: 'busy', detail: '' },
      'Another window or user is applying changes. Try again when they’re done.',
    ],
    [
      'a stale plan',
      { kind: 'refused', obstacles: [{ kind: 'stale', operation, live: 1 }] },
      'Forwarding on Ethernet (IPv4) changed from Off to On after you reviewed.',
    ],
    [
      'a plan that is stale around its value',
      { kind: 'refused', obstacles: [{ kind: 'stale', operation, live: 0 }] },
      'What Forwarding on Ethernet (IPv4) affects was changed by another program after you reviewed.',
    ],
    [
      'a refusal',
      { kind: 'refused', obstacles: [{ kind: 'refused', operation, refusal: 'loopbackReadOnly' }] },
      'Forwarding on Ethernet (IPv4): The loopback adapter’s values are fixed.',
    ],
  ])('says that nothing was changed after %s, and keeps the edits', async (_, result, sentence) => {
    const window = openWithEdit();
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    tell(window, ended(result));
    await waitFor(() => {
      expect(dialog.textContent).toContain('Nothing was changed.');
      expect(dialog.textContent).toContain(sentence);
    });
    await window.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(
      await screen.findByRole('button', { name: '1 change on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
  });

  it('names what the system refused once, and says what to do next', async () => {
    const error = {
      code: 'platform',
      message: 'SetIpInterfaceEntry: ERROR_ACCESS_DENIED (5)',
      platform: {
        domain: 'win32',
        name: 'ERROR_ACCESS_DENIED',
        number: 5,
        call: 'SetIpInterfaceEntry',
      },
    } as const;
    const window = openWithEdit();
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    tell(window, ended({ kind: 'rolled-back', error }));
    await waitFor(() => {
      expect(dialog.textContent).toContain('ask your administrator');
    });
    expect(dialog.textContent.match(/ERROR_ACCESS_DENIED/g)).toHaveLength(1);
    await window.user.click(within(dialog).getByRole('button', { name: 'Copy details' }));
    expect(JSON.stringify(window.callsTo('app.copyText'))).toContain(error.message);
  });

  it.each<readonly [string, Partial<Plan>, boolean, string]>([
    [
      'a default',
      { operations: [{ ...operation, expected: 1, value: 0 }] },
      false,
      'Kept. It is the system’s default.',
    ],
    ['a restore', {}, true, 'Kept. The values are as they were before that change.'],
  ])('does not say of %s that it may be lost', async (_, some, isRestore, text) => {
    const window = openWithEdit();
    await screen.findByRole('region', { name: 'Edits' });
    const kept = { ...plan, ...some };
    const about = { ...known, plan: kept, subject: { ...planSubject(kept), isRestore } };
    tell(window, { ...waiting(), ...about });
    await screen.findByRole('region', { name: 'Keep these changes?' });
    tell(window, { ...about, phase: 'ended', result: { kind: 'kept' }, results: [] });
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('says of several adapters, on Linux, until when their values stay', async () => {
    const snapshot = { ...sampleSnapshot(), stack: 'linux' } as const;
    const window = openWindow({ snapshot });
    const operations = [operation, { ...operation, luid: vpnLuid }];
    const about = { ...known, plan: { ...plan, operations } };
    await screen.findByRole('grid');
    tell(window, { ...waiting(), ...about });
    await screen.findByRole('region', { name: 'Keep these changes?' });
    tell(window, { ...about, phase: 'ended', result: { kind: 'kept' }, results: [] });
    const text = 'Kept until the adapters reconnect or the computer restarts.';
    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('applies what was reviewed or nothing: a change from outside is told, then asked about', async () => {
    const window = openWithEdit();
    const dialog = await openReview(window);
    tellValues(window, { ForwardingEnabled: 1 });
    await waitFor(() => {
      expect(dialog.textContent).toContain(
        'Forwarding on Ethernet (IPv4) changed from Off to On after you reviewed.',
      );
    });
    expect(within(dialog).queryByRole('button', { name: 'Apply' })).toBeNull();
    tellValues(window, { ForwardingEnabled: 0 });
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    expect(window.callsTo('changes.apply')).toEqual([
      [{ operations: [operation], lasting: 'until-reconnect', deadline: 60 }],
    ]);
  });

  it('never stores what was drafted while the edits of the last run were read in their place', async () => {
    const mtuEdit = { ...edit, field: 'NlMtu', expected: 1500, draft: '1400' };
    let arrive: (edits: readonly StoredEdit[]) => void = () => undefined;
    const window = openWindow({
      handlers: {
        edits: {
          load: () =>
            new Promise<readonly StoredEdit[]>((resolve) => {
              arrive = resolve;
            }),
        },
      },
    });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(within(pane).getByRole('switch', { name: 'Weak host send' }));
    await screen.findByRole('region', { name: 'Edits' });
    arrive([mtuEdit]);
    await waitFor(() => {
      expect(window.callsTo('edits.store')).not.toEqual([]);
    });
    for (const [stored] of window.callsTo('edits.store')) expect(stored).toHaveLength(2);
  });

  it('leads from an outdated review to the edit that needs a decision', async () => {
    const mtuEdit = { ...edit, field: 'NlMtu', expected: 1500, draft: '1400' };
    const window = openWindow({ handlers: { edits: { load: () => [mtuEdit] } } });
    const dialog = await openReview(window);
    tellValues(window, { NlMtu: 1300 });
    await window.user.click(await within(dialog).findByRole('button', { name: 'Review again' }));
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull();
    });
    expect(await screen.findByRole('button', { name: 'Keep my edit' })).toBeTruthy();
  });

  it('takes a no to the question of main for an answer, not for a fault', async () => {
    const window = openWithEdit();
    window.answer({
      changes: {
        apply: () => {
          throw new Refused({ code: 'declined', message: 'The answer was no.' });
        },
      },
    });
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    expect(await within(dialog).findByText(/You said no\./)).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: 'Copy details' })).toBeNull();
  });

  it('tells inside the review when main refuses to begin', async () => {
    const window = openWithEdit();
    window.answer({
      changes: {
        apply: () => {
          throw new Refused({ code: 'journal', message: 'ENOSPC' });
        },
      },
    });
    const dialog = await openReview(window);
    await window.user.click(within(dialog).getByRole('button', { name: 'Apply' }));
    expect(
      await within(dialog).findByText(/The journal can’t be written, so nothing was changed./),
    ).toBeTruthy();
  });

  it.each([
    ['change', false, 'The changes you applied revert when', 'Revert and close'],
    ['undo', true, 'What you undid goes back when', 'Go back and close'],
  ])('asks before the window closes on an undecided %s', async (_, isRestore, text, button) => {
    const transaction = waiting();
    const subject = { ...transaction.subject, isRestore };
    const window = openWindow({ transaction: { ...transaction, subject } });
    window.answer({ app: { close: () => undefined } });
    await screen.findByRole('region', { name: 'Keep these changes?' });
    await waitFor(() => {
      act(() => {
        window.notify.app.closeRequested();
      });
      expect(screen.queryByRole('alertdialog')).toBeTruthy();
    });
    const question = screen.getByRole('alertdialog');
    expect(question.textContent).toContain(text);
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('Cancel');
    });
    await window.user.click(within(question).getByRole('button', { name: button }));
    expect(window.callsTo('app.close')).toEqual([['revert']]);
  });

  it('says once, and truly, that the helper was lost, and offers to restore', async () => {
    const window = openWithEdit();
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    await screen.findByRole('button', { name: 'Revert now' });
    tell(window, { ...known, phase: 'reverting', since: Date.now() });
    await screen.findByText('Reverting…');
    tell(
      window,
      ended({ kind: 'incomplete', cause: 'helper-lost' }, [
        { operation, outcome: 'applied', live: 1 },
      ]),
    );
    const sentence = 'The helper stopped before you decided. 1 value is still changed.';
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain(sentence);
    act(() => {
      window.notify.changes.interruptedChanged([leftBy('t1')]);
    });
    await window.user.click(
      await within(notices).findByRole('button', { name: 'Review and undo' }),
    );
    expect(notices.textContent.split(sentence)).toHaveLength(2);
    expect(notices.textContent).not.toContain('Last time');
    expect(notices.textContent).not.toContain('Not everything');
    expect(await findDialog('Review changes')).toBeTruthy();
  });

  it('does not say that the user had not decided when the helper is lost while reverting', async () => {
    const window = openWithEdit();
    window.answer({ changes: { revert: () => undefined } });
    await screen.findByRole('region', { name: 'Edits' });
    tell(window, waiting());
    await window.user.click(await screen.findByRole('button', { name: 'Revert now' }));
    tell(window, { ...known, phase: 'reverting', since: Date.now() });
    await screen.findByText('Reverting…');
    tell(
      window,
      ended({ kind: 'incomplete', cause: 'helper-lost' }, [
        { operation, outcome: 'applied', live: 1 },
      ]),
    );
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain('The helper didn’t finish. 1 value is still changed.');
  });

  it('offers to restore what an interrupted transaction of an earlier run left', async () => {
    const window = openWindow({
      handlers: {
        changes: { interrupted: () => [leftBy('old')], restore: () => undefined },
      },
    });
    expect(
      await screen.findByText(
        'Last time, Interface Panel stopped before you decided. 1 value is still changed.',
      ),
    ).toBeTruthy();
    await window.user.click(screen.getByRole('button', { name: 'Review and undo' }));
    const dialog = await findDialog('Review changes');
    await window.user.click(within(dialog).getByRole('button', { name: 'Details' }));
    const [, row] = within(within(dialog).getByRole('table', { name: 'Changes' })).getAllByRole(
      'row',
    );
    expect(row?.textContent).toBe('Ethernet IPv4ForwardingOnOff');
    await window.user.click(within(dialog).getByRole('button', { name: 'Undo' }));
    expect(window.callsTo('changes.restore')).toEqual([[{ transactionId: 'old', deadline: 60 }]]);
  });

  it('discards the latest edit with Ctrl+Z and all of them with the button', async () => {
    const second = { ...edit, field: 'WeakHostSend' };
    const window = openWindow({ handlers: { edits: { load: () => [edit, second] } } });
    expect(
      await screen.findByRole('button', { name: '2 changes on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
    await window.user.keyboard('{Control>}z{/Control}');
    expect(
      await screen.findByRole('button', { name: '1 change on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
    await window.user.click(screen.getByRole('button', { name: 'Discard all' }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
    });
  });
});
