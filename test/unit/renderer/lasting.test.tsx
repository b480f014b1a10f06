// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Plan, TransactionState } from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import type { HistoryTransaction } from '../../../electron/contract/history';
import type {
  LastingChange,
  LastingChoice,
  LastingSetting,
  LastingSettings,
} from '../../../electron/contract/lasting';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { Preferences } from '../../../electron/contract/preferences';
import type { Snapshot } from '../../../electron/contract/snapshot';
import type { Preview } from '../../../electron/contract/preview';
import { planSubject } from '../../../electron/contract/plan-subject';
import { touchedSettings } from '../../../renderer/lasting/touched-settings';
import { Refused } from './bridge-double';
import type { SomeHandlers } from './bridge-double';
import { findDialog, openDetails, openReview, openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import { lasting, lastingSetting, lastingStatus } from './sample-lasting';
import { nowhere, samplePreview, staying, vpnOff } from './sample-preview';
import { ethernetLuid, ipInterface, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const until = 'At least until Contoso VPN reconnects or the computer restarts';
const always = 'Always, also after reconnecting and restarts';
const danger = samplePreview({
  warnings: [{ id: 'internet-stops', severity: 'danger', family: 'IPv4' }],
});

interface ReviewCircumstances {
  readonly settings?: LastingSettings;
  readonly preferences?: Partial<Preferences>;
  readonly preview?: Preview;
  readonly operation?: Operation;
  readonly snapshot?: Snapshot;
}

/** A window with one edit of the VPN, and its review open. */
async function review(some: ReviewCircumstances = {}): Promise<[RunningWindow, HTMLElement]> {
  const { value, ...target } = some.operation ?? vpnOff;
  // What is stored besides, when the first such change is applied, has a test of its own.
  const preferences = { ...defaultPreferences, isSplitHintDismissed: true, ...some.preferences };
  const window = openWindow({
    ...(some.snapshot && { snapshot: some.snapshot }),
    handlers: {
      edits: { load: () => [{ ...target, draft: String(value) }] },
      changes: { lasting: () => some.settings ?? lasting([]) },
      preferences: { load: () => ({ preferences, trouble: null }) },
      routes: { preview: () => some.preview ?? samplePreview() },
    },
  });
  const dialog = await openReview(window);
  await within(dialog).findByRole('radiogroup', { name: 'How long does it stay after Keep?' });
  return [window, dialog];
}

const radio = (dialog: HTMLElement, name: string) => within(dialog).getByRole('radio', { name });
const isChecked = (dialog: HTMLElement, name: string) =>
  (radio(dialog, name) as HTMLInputElement).checked;
const button = (within_: HTMLElement, name: string | RegExp) =>
  within(within_).getByRole('button', { name });
const appliedWith = (window: RunningWindow) =>
  window.callsTo('changes.apply').map(([plan]) => (plan as { lasting: string }).lasting);

describe('how long', () => {
  it('is asked once per plan, and applied as answered', async () => {
    const [window, dialog] = await review();
    expect(isChecked(dialog, until)).toBe(true);
    await window.user.click(radio(dialog, always));
    await window.user.click(button(dialog, 'Apply'));
    expect(appliedWith(window)).toEqual(['always']);
    expect(window.callsTo('preferences.store')).toEqual([[{ lasting: { vpn: 'always' } }]]);
  });

  it('begins with the last answer for such adapters, which it does not ask main to store again', async () => {
    const [window, dialog] = await review({ preferences: { lasting: { vpn: 'always' } } });
    expect(isChecked(dialog, always)).toBe(true);
    await window.user.click(button(dialog, 'Apply'));
    expect(appliedWith(window)).toEqual(['always']);
    expect(window.callsTo('preferences.store')).toEqual([]);
  });

  it('begins anew for another kind, and where the value goes back to its default', async () => {
    const [, dialog] = await review({ preferences: { lasting: { ethernet: 'always' } } });
    expect(isChecked(dialog, until)).toBe(true);
  });

  it('does not begin with always where values go back to their defaults', async () => {
    const values = { DisableDefaultRoutes: 1 };
    const snapshot = {
      ...sampleSnapshot(),
      ipInterfaces: [ipInterface({ luid: vpnLuid, values })],
    };
    const window = openWindow({
      snapshot,
      handlers: {
        edits: { load: () => [{ ...vpnOff, expected: 1, draft: '0' }] },
        changes: { lasting: () => lasting([lastingSetting()]) },
        preferences: {
          load: () => ({
            preferences: { ...defaultPreferences, lasting: { vpn: 'always' } },
            trouble: null,
          }),
        },
      },
    });
    const dialog = await openReview(window);
    expect(await within(dialog).findByText(/^This also stops/)).toBeTruthy();
    expect(isChecked(dialog, 'Until something changes it: it is the system’s default')).toBe(true);
  });

  it('needs a second yes where it is dangerous, and says why', async () => {
    const [window, dialog] = await review({
      preview: danger,
      preferences: { lasting: { vpn: 'always' } },
    });
    const apply = await within(dialog).findByRole('button', { name: 'Apply anyway' });
    expect(isChecked(dialog, until)).toBe(true);
    await window.user.click(radio(dialog, always));
    expect(apply.getAttribute('aria-disabled')).toBe('true');
    expect(apply.title).toBe('Select “Yes, always” first.');
    await window.user.click(apply);
    expect(appliedWith(window)).toEqual([]);
    expect(dialog.textContent).toContain('Once you keep this, it doesn’t revert any more');
    await window.user.click(within(dialog).getByRole('checkbox', { name: 'Yes, always' }));
    await window.user.click(apply);
    expect(appliedWith(window)).toEqual(['always']);
  });

  it.each<[string, Partial<LastingSettings>, string]>([
    ['is not installed', { keeper: 'not-installed' }, 'Install Interface Panel.'],
    ['does not run', { keeper: 'not-running' }, 'background service isn’t running'],
    ['is switched off', { keeper: 'switched-off' }, 'delete the value Off of HKLM'],
    ['is in safe mode', { keeper: 'safe-mode' }, 'Restart it as usual.'],
    ['finds a later list', { problem: 'later-version' }, 'belongs to a later version'],
    ['finds a list of others', { problem: 'not-trusted' }, 'reinstall Interface Panel'],
    ['can’t read the list', { problem: 'unreadable' }, 'can’t be read'],
  ])('can be focused, and says why not, where the service %s', async (_, state, reason) => {
    const [window, dialog] = await review({ settings: lasting([], state) });
    const choice = radio(dialog, always);
    expect(choice.getAttribute('aria-disabled')).toBe('true');
    const [help = ''] = choice.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(document.getElementById(help)?.textContent).toContain(reason);
    choice.focus();
    expect(document.activeElement).toBe(choice);
    await window.user.click(choice);
    expect(isChecked(dialog, until)).toBe(true);
    await window.user.click(button(dialog, 'Apply'));
    expect(appliedWith(window)).toEqual(['until-reconnect']);
  });

  it('is not offered for an adapter that could not be known again', async () => {
    const adapters = sampleSnapshot().adapters.map((one) => ({ ...one, alias: '' }));
    const [, dialog] = await review({ snapshot: { ...sampleSnapshot(), adapters } });
    expect(radio(dialog, always).getAttribute('aria-disabled')).toBe('true');
    expect(dialog.textContent).toContain('has no name to know it by when it comes back');
  });

  it('can begin a new list where the old one is damaged', async () => {
    const [window, dialog] = await review({ settings: lasting([], { problem: 'damaged' }) });
    await window.user.click(radio(dialog, always));
    expect(dialog.textContent).toContain('the damaged one is set aside');
    await window.user.click(button(dialog, 'Apply'));
    expect(appliedWith(window)).toEqual(['always']);
  });

  it('comes after the time to try, and names several adapters by none', async () => {
    const [first, second] = [vpnOff, { ...vpnOff, luid: ethernetLuid }].map(
      ({ value, ...target }) => ({ ...target, draft: String(value) }),
    );
    const window = openWindow({
      snapshot: { ...sampleSnapshot(), stack: 'linux' },
      handlers: {
        edits: { load: () => [first, second].flatMap((edit) => edit ?? []) },
        changes: { lasting: () => lasting([]) },
      },
    });
    const dialog = await openReview(window);
    const toTry = within(dialog).getByRole('combobox', {
      name: 'Try it first: time to press Keep',
      description: 'Without Keep everything goes back to how it is now.',
    });
    const text = 'Until the adapters reconnect or the computer restarts';
    const choice = await within(dialog).findByRole('radio', { name: text });
    expect(toTry.compareDocumentPosition(choice)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('says what it does to a value that lasts already', async () => {
    const [window, dialog] = await review({
      settings: lasting([lastingSetting({ field: 'NlMtu', value: 1300 })]),
      operation: { ...vpnOff, field: 'NlMtu', expected: 1420, value: 1400 },
    });
    expect(dialog.textContent).toContain('This also stops “Always” for MTU on Contoso VPN (IPv4).');
    await window.user.click(radio(dialog, always));
    expect(dialog.textContent).toContain(
      'This replaces the value that “Always” has for MTU on Contoso VPN (IPv4).',
    );
  });

  it('says that an automatic metric stops a fixed one that lasts', async () => {
    const [window, dialog] = await review({
      settings: lasting([lastingSetting({ field: 'Metric', value: 5 })]),
      operation: { ...vpnOff, field: 'UseAutomaticMetric', expected: 0, value: 1 },
    });
    const text = 'This also stops “Always” for Interface metric on Contoso VPN (IPv4).';
    expect(dialog.textContent.replace(/for .* on/, 'for Interface metric on')).toContain(text);
    await window.user.click(radio(dialog, always));
    expect(dialog.textContent).toContain('This also stops “Always” for');
  });

  it('stops an automatic metric that lasts where a fixed one is to', () => {
    const automatic = lastingSetting({ field: 'UseAutomaticMetric', value: 1 });
    const metric: Operation = { ...vpnOff, field: 'Metric', expected: 25, value: 5 };
    const stoppedBy = (choice: LastingChoice, value = 1, luid = vpnLuid) =>
      touchedSettings([{ ...metric, luid }], choice, [{ ...automatic, value }]).stopped;
    expect(stoppedBy('always')).toEqual([automatic]);
    expect(stoppedBy('until-reconnect')).toEqual([]);
    expect(stoppedBy('always', 0)).toEqual([]);
    expect(stoppedBy('always', 1, '1')).toEqual([]);
  });
});

const change: LastingChange = {
  id: 'a'.repeat(32),
  alias: 'Contoso VPN',
  luid: vpnLuid,
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: null,
  value: 1,
};
const plan: Plan = { operations: [vpnOff], lastingChanges: [change], deadline: 60 };
const known = { id: 't1', plan, subject: planSubject(plan), planCode: '9A8B7C6D' };
const alone = { ...known, plan: { ...plan, operations: [] } };

function tell({ notify }: RunningWindow, state: TransactionState): void {
  act(() => {
    notify.changes.stateChanged(state);
  });
}

const waiting = (): TransactionState => ({
  ...known,
  phase: 'waiting',
  deadlineAt: Date.now() + 60_000,
  results: [],
});

describe('a change that is to last', () => {
  it('is said in the question, and told as kept for always', async () => {
    const window = openWindow();
    await screen.findByRole('grid');
    tell(window, waiting());
    const panel = await screen.findByRole('region', { name: 'Keep these changes?' });
    expect(panel.textContent).toContain(
      'Keep, then always: set again whenever Contoso VPN comes back.',
    );
    tell(window, { ...known, phase: 'ended', result: { kind: 'kept' }, results: [] });
    expect(await screen.findByText('Kept, also after reconnecting and restarting.')).toBeTruthy();
  });

  it('that could not be written is told with the reason and the way on, and stays', async () => {
    const window = openWindow();
    await screen.findByRole('grid');
    tell(window, waiting());
    await screen.findByRole('region', { name: 'Keep these changes?' });
    const platform = { domain: 'errno', name: 'ENOSPC', number: 28, call: 'write' } as const;
    const lastingUnwritten = { code: 'platform', message: 'no room', platform } as const;
    tell(window, {
      ...known,
      phase: 'ended',
      result: { kind: 'kept', lastingUnwritten },
      results: [],
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain('Kept, but it won’t last.');
    expect(notices.textContent).toContain('ENOSPC (28) in write.');
    expect(notices.textContent).toContain('Make room on the disk');
    await window.user.click(button(notices, 'Show in History'));
    expect(await screen.findByRole('main', { name: 'History' })).toBeTruthy();
    await window.user.click(button(notices, 'Dismiss'));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Notices' })).toBeNull();
    });
  });
});

const page = (settings: LastingSettings, handlers: SomeHandlers = {}): RunningWindow =>
  openWindow({
    page: 'lasting',
    handlers: { ...handlers, changes: { lasting: () => settings, ...handlers.changes } },
  });

describe('the page Lasting settings', () => {
  it('says how to begin while nothing lasts', async () => {
    const { user } = page(lasting([]));
    await screen.findByText(/^Nothing lasts yet\./);
    await user.click(screen.getByRole('button', { name: 'Go to Internet traffic' }));
    expect(await screen.findByRole('main', { name: 'Internet traffic' })).toBeTruthy();
  });

  it('says what is missing where nothing can last', async () => {
    page(lasting([], { keeper: 'not-installed' }));
    expect(await screen.findByText(/Install Interface Panel\.$/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Stop/ })).toBeNull();
  });

  it.each<[string, Partial<LastingSettings>, RegExp]>([
    ['a damaged list', { problem: 'damaged' }, /is damaged, so nothing of it is set again/],
    ['a later list', { problem: 'later-version' }, /Install that version/],
    ['a list of others', { problem: 'not-trusted' }, /Others than administrators/],
    ['a service that does not run', { keeper: 'not-running' }, /isn’t running/],
    ['a service switched off', { keeper: 'switched-off' }, /switched .* off/],
    ['safe mode', { keeper: 'safe-mode' }, /safe mode/],
  ])('says what to do about %s', async (_, some, text) => {
    page(lasting([], some));
    const main = await screen.findByRole('main', { name: 'Lasting settings' });
    await waitFor(() => {
      expect(main.textContent).toMatch(text);
    });
  });

  const setAgainAt = new Date().setHours(10, 32);
  it.each<[Parameters<typeof lastingStatus>[0], string]>([
    [{ state: 'absent' }, 'Waits for the adapter.'],
    [{ state: 'arriving' }, 'The adapter is just coming'],
    [{ state: 'held', setAgainAt }, 'As it should be. Last set again today at '],
    [{ state: 'refused', refusal: 'noDefaultRoute' }, 'Waits for a default route'],
    [{ state: 'refused', refusal: 'multipathDefaultRoute' }, 'Not set again. '],
    [{ state: 'failed' }, 'Could not be set again: the system refused it.'],
    [{ state: 'given-up' }, 'Given up: another program set it back each time.'],
    [{ state: 'changed', live: 0 }, 'Somebody changed “Use for internet traffic” to On'],
    [{ state: 'ambiguous' }, 'Two adapters fit'],
    [{ state: 'unknown' }, 'hasn’t looked at it yet'],
  ])('says in words how a setting stands: %o', async (status, text) => {
    page(lasting([lastingSetting({ status: lastingStatus(status) })]));
    const item = await screen.findByRole('listitem');
    expect(item.textContent).toContain('Split tunnelling on · Contoso VPN IPv4');
    expect(item.textContent).toContain('Use for internet traffic: Off · IPv4 · Since');
    expect(item.textContent).toContain(text);
    expect(item.textContent).toMatch(/Since .*2026.*, by anna/);
  });

  it('tells one value of both families as one entry, with one way to stop it', async () => {
    const settings = (['IPv4', 'IPv6'] as const).map((family, index) =>
      lastingSetting({ id: String(index).repeat(32), family }),
    );
    const window = page(lasting(settings), { changes: { stopLasting: () => undefined } });
    const item = await screen.findByRole('listitem');
    expect(item.textContent).toContain('Split tunnelling on · Contoso VPN');
    expect(item.textContent).toContain('Use for internet traffic: Off · IPv4 and IPv6 · Since');
    const name = 'Stop making it last: Split tunnelling on · Contoso VPN';
    await window.user.click(within(item).getByRole('button', { name }));
    const dialog = await findDialog('Stop making them last');
    await window.user.click(button(dialog, 'Stop making them last'));
    expect(window.callsTo('changes.stopLasting')).toEqual([[settings.map(({ id }) => id)]]);
  });

  it.each<[string, Partial<LastingSetting>]>([
    ['value', { value: 0 }],
    ['state', { status: lastingStatus({ state: 'failed' }) }],
    ['account', { account: 'bert' }],
    ['adapter', { luid: ethernetLuid }],
  ])('keeps the families apart where their %s differs', async (_, some) => {
    const other = lastingSetting({ id: 'b'.repeat(32), family: 'IPv6', ...some });
    page(lasting([lastingSetting(), other]));
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
  });

  it('calls another value of both families by its field', async () => {
    const mtu = { field: 'NlMtu', value: 1400 } as const;
    const second = lastingSetting({ ...mtu, id: 'b'.repeat(32), family: 'IPv6' });
    page(lasting([lastingSetting(mtu), second]));
    const item = await screen.findByRole('listitem');
    expect(item.textContent).toContain('Contoso VPN IPv4 and IPv6 · MTU: 1400 bytes');
    const name = 'Stop making MTU on Contoso VPN (IPv4 and IPv6) last';
    expect(within(item).getByRole('button', { name })).toBeTruthy();
  });

  it('stops one through the same permission and phases, and says so', async () => {
    const setting = lastingSetting();
    const window = page(lasting([setting]), { changes: { stopLasting: () => undefined } });
    const name = 'Stop making “Use for internet traffic” on Contoso VPN (IPv4) last';
    await window.user.click(await screen.findByRole('button', { name }));
    const dialog = await findDialog('Stop making it last');
    await window.user.click(button(dialog, 'Stop making it last'));
    expect(window.callsTo('changes.stopLasting')).toEqual([[[setting.id]]]);
    const since = Date.now();
    const stopping = { ...change, expected: 1, value: null };
    const state = { ...alone, plan: { ...alone.plan, lastingChanges: [stopping] } };
    tell(window, { ...state, phase: 'waiting-for-permission', since, revertsBy: null });
    expect(await within(dialog).findByText('Waiting for permission')).toBeTruthy();
    tell(window, { ...state, phase: 'keeping', since });
    expect(await within(dialog).findByText('Keeping…')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Keep these changes?' })).toBeNull();
    tell(window, { ...state, phase: 'ended', result: { kind: 'kept' }, results: [] });
    expect(
      await screen.findByText('Stopped. Interface Panel no longer sets it again.'),
    ).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows why nothing came of it in the dialog, with a way to try again', async () => {
    const window = page(lasting([lastingSetting()]), {
      changes: {
        stopLasting: () => {
          throw new Refused({ code: 'not-found', message: 'gone' });
        },
      },
    });
    await window.user.click(await screen.findByRole('button', { name: /^Stop making/ }));
    const dialog = await findDialog('Stop making it last');
    await window.user.click(button(dialog, 'Stop making it last'));
    expect(await within(dialog).findByText('Nothing was changed.')).toBeTruthy();
    await window.user.click(button(dialog, 'Try again'));
    expect(within(dialog).getByRole('table', { name: 'Lasting settings' })).toBeTruthy();
  });

  it('tells in the dialog that lasting changes alone could not be written', async () => {
    const window = page(lasting([lastingSetting()]), { changes: { stopLasting: () => undefined } });
    await window.user.click(await screen.findByRole('button', { name: /^Stop making/ }));
    const dialog = await findDialog('Stop making it last');
    await window.user.click(button(dialog, 'Stop making it last'));
    const lastingUnwritten = { code: 'platform', message: 'no room' } as const;
    tell(window, { ...alone, phase: 'keeping', since: Date.now() });
    tell(window, {
      ...alone,
      phase: 'ended',
      result: { kind: 'kept', lastingUnwritten },
      results: [],
    });
    expect(await within(dialog).findByText('Nothing was changed.')).toBeTruthy();
    expect(dialog.textContent).toContain('The system reported an error.');
  });

  it('lists 1,024 with those that want attention first, finds one, and stops what is shown', async () => {
    const settings = Array.from({ length: 1024 }, (_, index) =>
      lastingSetting({
        id: index.toString(16).padStart(32, '0'),
        alias: `Adapter ${index}`,
        luid: null,
        status: lastingStatus({ state: index === 700 ? 'given-up' : 'absent' }),
      }),
    );
    const window = page(lasting(settings), { changes: { stopLasting: () => undefined } });
    const list = await screen.findByRole('list', { name: 'Lasting settings' });
    const items = within(list).getAllByRole('listitem');
    expect(items.length).toBeLessThan(30);
    expect(items[0]?.getAttribute('aria-setsize')).toBe('1024');
    expect(items[0]?.textContent).toContain('Adapter 700');
    expect(list.querySelectorAll('button[tabindex="0"]')).toHaveLength(1);
    items[0]?.querySelector('button')?.focus();
    await window.user.keyboard('{End}');
    await waitFor(() => {
      const item = document.activeElement?.closest('[role="listitem"]');
      expect(item?.getAttribute('aria-posinset')).toBe('1024');
    });
    const search = screen.getByRole('searchbox', { name: 'Search lasting settings' });
    await window.user.type(search, '102');
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    await window.user.click(screen.getByRole('button', { name: 'Stop the 5 shown…' }));
    const dialog = await findDialog('Stop making them last');
    await window.user.click(button(dialog, 'Stop making them last'));
    const [[ids] = []] = window.callsTo('changes.stopLasting');
    expect(ids).toHaveLength(5);
  });

  it('says so where nothing matches', async () => {
    const settings = Array.from({ length: 10 }, (_, index) =>
      lastingSetting({ id: String(index).padStart(32, '0') }),
    );
    const { user } = page(lasting(settings));
    await user.type(await screen.findByRole('searchbox'), 'nothing');
    expect(await screen.findByText('No lasting setting matches.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    const [first] = await screen.findAllByRole('listitem');
    expect(first?.getAttribute('aria-setsize')).toBe('10');
  });

  it('follows the news of main', async () => {
    const window = page(lasting([lastingSetting()]));
    await screen.findByText('As it should be.');
    act(() => {
      window.notify.changes.lastingChanged(
        lasting([lastingSetting({ status: lastingStatus({ state: 'given-up' }) })]),
      );
    });
    expect(await screen.findByText(/^Given up/)).toBeTruthy();
  });
});

describe('the details of an adapter', () => {
  it('mark the field that lasts, and stop it', async () => {
    const window = openWindow({
      handlers: {
        changes: { lasting: () => lasting([lastingSetting({ field: 'NlMtu', value: 1420 })]) },
      },
    });
    const pane = await openDetails(window, /^Contoso VPN IPv4/);
    const field = await within(pane).findByTestId('field-NlMtu');
    expect(field.textContent).toContain('Always');
    expect(field.textContent).toContain('Set again when the adapter comes back. As it should be.');
    const mtu = within(field).getByRole('textbox', { name: 'MTU' });
    const described = (mtu.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
      'Set again when the adapter comes back.',
    );
    await window.user.click(button(field, 'Stop making MTU last'));
    expect(await findDialog('Stop making it last')).toBeTruthy();
  });

  it.each<[Parameters<typeof lastingStatus>[0], string]>([
    [
      { state: 'changed', live: 1420 },
      'Somebody changed it, so it’s left alone. Set to 1300 bytes again when the adapter comes back.',
    ],
    [{ state: 'given-up' }, 'Set to 1300 bytes again when the adapter comes back. Given up'],
  ])('say what comes back where another value is there: %o', async (status, text) => {
    const setting = lastingSetting({ field: 'NlMtu', value: 1300, status: lastingStatus(status) });
    const window = openWindow({ handlers: { changes: { lasting: () => lasting([setting]) } } });
    const pane = await openDetails(window, /^Contoso VPN IPv4/);
    const field = await within(pane).findByTestId('field-NlMtu');
    expect(field.textContent).toContain(text);
  });

  it('say that the default stops it', async () => {
    const values = { DisableDefaultRoutes: 1 };
    const window = openWindow({
      snapshot: {
        ...sampleSnapshot(),
        ipInterfaces: [ipInterface({ luid: vpnLuid, values })],
      },
      handlers: { changes: { lasting: () => lasting([lastingSetting()]) } },
    });
    const pane = await openDetails(window, /^Contoso VPN IPv4/);
    const field = await within(pane).findByTestId('field-DisableDefaultRoutes');
    await window.user.click(
      button(field, 'Set Disable default routes to default; it then no longer lasts'),
    );
    expect(await within(field).findByText(/^At its default it no longer lasts/)).toBeTruthy();
  });
});

it('a lost setting can be reviewed with always chosen', async () => {
  const lost = [{ luid: vpnLuid, keptAt: 0, cameBack: true, operations: [vpnOff] }];
  const window = openWindow({ handlers: { changes: { lost: () => lost } } });
  await window.user.click(await screen.findByRole('button', { name: 'Always set it' }));
  const dialog = await findDialog('Review changes');
  await within(dialog).findByRole('radiogroup', { name: 'How long does it stay after Keep?' });
  expect(isChecked(dialog, always)).toBe(true);
  await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
  expect(appliedWith(window)).toEqual(['always']);
});

describe('the history', () => {
  const recorded = { ...sampleSnapshot().adapters[1] } as NonNullable<
    HistoryTransaction['adapters'][number]
  >;
  const transaction = (some: Partial<HistoryTransaction> = {}): HistoryTransaction => ({
    id: '0'.repeat(32),
    sequence: 0,
    kind: 'set',
    startedAt: 1_000,
    result: 'kept',
    isRestorable: true,
    subject: planSubject({ operations: [vpnOff] }),
    adapters: [recorded],
    planCode: '0A1B2C3D',
    deadline: 60,
    lastSeenAt: 2_000,
    account: 'anna',
    consent: 'direct',
    restoresFrom: null,
    restoredAt: null,
    changes: [
      { operation: vpnOff, adapter: recorded, outcome: 'applied', restorability: 'restorable' },
    ],
    lasting: [],
    isLastingUnwritten: false,
    ...some,
  });

  /** The pane of a transaction whose value is there now. */
  async function openPane(
    some: Partial<HistoryTransaction>,
    settings: LastingSettings,
    preview: Preview | Promise<Preview> = samplePreview(),
  ): Promise<[RunningWindow, HTMLElement]> {
    const told = transaction(some);
    const values = { DisableDefaultRoutes: 1 };
    const window = openWindow({
      page: 'history',
      snapshot: {
        ...sampleSnapshot(),
        ipInterfaces: [ipInterface({ luid: vpnLuid, values })],
      },
      handlers: {
        history: {
          page: () => ({ total: 1, entries: [told] }),
          outline: () => ({ total: 1, places: [told] }),
          transaction: () => told,
        },
        routes: { preview: () => preview },
        changes: {
          lasting: () => settings,
          makeLast: () => undefined,
          stopLasting: () => undefined,
          restore: () => undefined,
        },
      },
    });
    const item = await screen.findByTestId(`transaction-${told.id}`);
    await window.user.click(button(item, /^(?!Undo)/));
    const pane = await screen.findByRole('complementary');
    await within(pane).findByText('anna');
    return [window, pane];
  }

  it('makes a kept value last', async () => {
    const [window, pane] = await openPane({}, lasting([]));
    await window.user.click(await within(pane).findByRole('button', { name: 'Make it last' }));
    const dialog = await findDialog('Make it last');
    expect(within(dialog).getByRole('table').textContent).toContain('Contoso VPN');
    await window.user.click(button(dialog, 'Make it last'));
    const shown = { luid: vpnLuid, family: 'IPv4', field: 'DisableDefaultRoutes', value: 1 };
    expect(window.callsTo('changes.makeLast')).toEqual([[[shown]]]);
    tell(window, { ...alone, phase: 'checking', since: Date.now(), revertsBy: null });
    await within(dialog).findByText('Checking');
    tell(window, { ...alone, phase: 'ended', result: { kind: 'kept' }, results: [] });
    expect(
      await screen.findByText(
        'It lasts now. Interface Panel sets it again whenever Contoso VPN comes back.',
      ),
    ).toBeTruthy();
  });

  it('says what of that lasts already with another value', async () => {
    const [window, pane] = await openPane({}, lasting([lastingSetting({ value: 0 })]));
    await window.user.click(await within(pane).findByRole('button', { name: 'Make it last' }));
    const dialog = await findDialog('Make it last');
    expect(dialog.textContent).toContain(
      'This replaces the value that “Always” has for “Use for internet traffic” on Contoso VPN (IPv4).',
    );
  });

  it('calls settings and values as the rest of the history does', async () => {
    const [, pane] = await openPane({}, lasting([lastingSetting({ value: 0 })]));
    expect(
      await within(pane).findByRole('button', {
        name: 'Stop making “Use for internet traffic” last',
      }),
    ).toBeTruthy();
    expect(pane.textContent).toContain('Set to On again when the adapter comes back.');
  });

  it('asks a second time before it makes last what leaves no way to the internet', async () => {
    const traffic = { IPv4: staying(nowhere), IPv6: staying(nowhere) };
    const [window, pane] = await openPane({}, lasting([]), samplePreview({ traffic }));
    await window.user.click(await within(pane).findByRole('button', { name: 'Make it last' }));
    const dialog = await findDialog('Make it last');
    const yes = await within(dialog).findByRole('checkbox', { name: 'Yes, always' });
    await window.user.click(button(dialog, 'Make it last'));
    expect(window.callsTo('changes.makeLast')).toEqual([]);
    await window.user.click(yes);
    await window.user.click(button(dialog, 'Make it last'));
    expect(window.callsTo('changes.makeLast')).toHaveLength(1);
  });

  it('waits with that until it is known which way traffic goes', async () => {
    const never = new Promise<Preview>(() => undefined);
    const [window, pane] = await openPane({}, lasting([]), never);
    await window.user.click(await within(pane).findByRole('button', { name: 'Make it last' }));
    const dialog = await findDialog('Make it last');
    expect(button(dialog, 'Make it last').getAttribute('aria-disabled')).toBe('true');
    await window.user.keyboard('{Enter}');
    await window.user.click(button(dialog, 'Make it last'));
    expect(window.callsTo('changes.makeLast')).toEqual([]);
  });

  it('says why it cannot where there is no service', async () => {
    const [window, pane] = await openPane({}, lasting([], { keeper: 'not-installed' }));
    const make = await within(pane).findByRole('button', { name: 'Make it last' });
    expect(make.getAttribute('aria-disabled')).toBe('true');
    expect(pane.textContent).toContain('Install Interface Panel.');
    await window.user.click(make);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stops what lasts, and says what the transaction made last', async () => {
    const setting = lastingSetting();
    const [window, pane] = await openPane(
      { lasting: [{ change, stillChanged: true, present: true }] },
      lasting([setting]),
    );
    expect(await within(pane).findByRole('heading', { name: 'Lasting' })).toBeTruthy();
    expect(pane.textContent).toContain(
      '“Use for internet traffic” on Contoso VPN (IPv4): Off, always',
    );
    expect(within(pane).queryByRole('button', { name: 'Make it last' })).toBeNull();
    await window.user.click(button(pane, 'Stop making it last'));
    const dialog = await findDialog('Stop making it last');
    await window.user.click(button(dialog, 'Stop making it last'));
    expect(window.callsTo('changes.stopLasting')).toEqual([[[setting.id]]]);
  });

  it('says in the review of a restore that it stops what lasts', async () => {
    const [window, pane] = await openPane(
      { lasting: [{ change, stillChanged: true, present: true }] },
      lasting([lastingSetting()]),
    );
    await window.user.click(await within(pane).findByRole('button', { name: /^Undo/ }));
    const dialog = await findDialog('Review changes');
    expect(dialog.textContent).toContain(
      'This also stops “Always” for “Use for internet traffic” on Contoso VPN (IPv4).',
    );
    expect(
      within(dialog).queryByRole('radiogroup', { name: 'How long does it stay after Keep?' }),
    ).toBeNull();
  });

  it('restores lasting changes alone', async () => {
    const stopping = { ...change, expected: 1, value: null };
    const [window, pane] = await openPane(
      {
        subject: planSubject({ operations: [], lastingChanges: [stopping] }),
        changes: [],
        lasting: [{ change: stopping, stillChanged: true, present: true }],
      },
      lasting([]),
    );
    await window.user.click(await within(pane).findByRole('button', { name: /^Undo what lasts/ }));
    const dialog = await findDialog('Review changes');
    expect(dialog.textContent).toContain(
      'This also makes “Use for internet traffic” on Contoso VPN (IPv4) last again.',
    );
    await window.user.click(button(dialog, 'Undo'));
    expect(window.callsTo('changes.restore')).toHaveLength(1);
  });

  it('says of a kept value that it could not be made to last', async () => {
    const [, pane] = await openPane({ isLastingUnwritten: true }, lasting([]));
    expect(pane.textContent).toContain('its values could not be made to last');
  });
});

it('says of an earlier run what it left in the list', async () => {
  const left = {
    id: 'b'.repeat(32),
    subject: planSubject(plan),
    planCode: null,
    account: null,
    startedAt: 0,
    lastSeenAt: 0,
    operations: [],
    lastingChanges: [{ change, stillChanged: true, present: true }],
  };
  openWindow({ page: 'history', handlers: { changes: { interrupted: () => [left] } } });
  const notices = await screen.findByRole('region', { name: 'Notices' });
  expect(notices.textContent).toContain('1 lasting setting of it is in force.');
  expect(button(notices, 'Review and undo')).toBeTruthy();
  const section = await screen.findByRole('region', { name: 'Still open' });
  expect(button(section, /^Undo what lasts/)).toBeTruthy();
  const title = 'Use for internet traffic off · Contoso VPN (IPv4)';
  expect(within(section).getByRole('heading', { name: title })).toBeTruthy();
  expect(within(section).getByRole('article').getAttribute('aria-label')).toContain(title);
});
