// SPDX-License-Identifier: MIT
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import { planSubject } from '../../../electron/contract/plan-subject';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { Preferences } from '../../../electron/contract/preferences';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import { adapter, ethernetLuid, ipInterface, sampleSnapshot } from './sample-snapshot';

prepareWindowTests();

const row = (name: RegExp) => screen.findByRole('row', { name });
const box = (name: string) => screen.findByRole('checkbox', { name: `Select ${name}` });
const pane = () => screen.findByRole('complementary', { name: /^Edit/ });
const edits = async () => (await screen.findByRole('region', { name: 'Edits' })).textContent;

async function selectMany(window: RunningWindow, ...names: string[]): Promise<HTMLElement> {
  for (const name of names) await window.user.click(await box(name));
  return pane();
}

/** As many adapters as asked for, IPv4 only. */
function manyInterfaces(count: number): Snapshot {
  const luids = Array.from({ length: count }, (_, index) => String(1000 + index));
  return {
    ...sampleSnapshot(),
    adapters: luids.map((luid, index) => adapter({ luid, alias: `Adapter ${index}` })),
    ipInterfaces: luids.map((luid) => ipInterface({ luid })),
  };
}

describe('selecting rows', () => {
  it('by checkbox, Space, Shift and Ctrl+A, and shows them as selected', async () => {
    const { user } = openWindow();
    await user.click(await box('Contoso VPN, IPv4'));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect((await row(/^Contoso VPN IPv4/)).getAttribute('aria-selected')).toBe('true');
    const first = await row(/^Contoso VPN IPv4/);
    first.focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(screen.getByText('3 selected')).toBeTruthy();
    await user.keyboard(' ');
    expect(screen.getByText('2 selected')).toBeTruthy();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText('4 selected')).toBeTruthy();
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select all matches' });
    expect(all.checked).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.queryByText('4 selected')).toBeNull();
  });

  it('by Ctrl+click together with the row whose details are open', async () => {
    const window = openWindow();
    await window.user.click(await row(/^Contoso VPN IPv4/));
    await window.user.keyboard('{Control>}');
    await window.user.click(await row(/^Ethernet IPv4/));
    await window.user.keyboard('{/Control}');
    const many = await screen.findByRole('complementary', { name: 'Edit 2 interfaces' });
    expect(many.textContent).toContain('Contoso VPN (IPv4), Ethernet (IPv4)');
    const headings = within(many).getAllByRole('heading', { level: 3 });
    expect(headings[0]?.textContent).toBe('Routing');
  });

  it('keeps what a search hides, and says so', async () => {
    const { user } = openWindow();
    await selectMany({ user } as RunningWindow, 'Contoso VPN, IPv4', 'Ethernet, IPv4');
    await user.type(screen.getByRole('searchbox', { name: 'Search interfaces' }), 'contoso');
    expect(await screen.findByText('2 selected, 1 not in sight')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('copies the selected rows with the columns in sight', async () => {
    const window = openWindow();
    await selectMany(window, 'Contoso VPN, IPv4', 'Ethernet, IPv4');
    (await row(/^Contoso VPN IPv4/)).focus();
    await window.user.keyboard('{Control>}c{/Control}');
    const [[text] = []] = window.callsTo('app.copyText');
    expect(String(text).split('\n')).toEqual([
      'Adapter\tFamily\tInternet traffic\tMetric\tChanges\tState\tMTU\tAddresses',
      'Contoso VPN\tIPv4\tIn use\t5\t\tConnected\t1420\t',
      'Ethernet\tIPv4\tOn\t25 auto\t\tConnected\t1500\t192.168.1.34/24',
      '',
    ]);
  });

  it('offers the same from a row’s menu, and gives focus back', async () => {
    const window = openWindow();
    const ethernet = await row(/^Ethernet IPv4/);
    ethernet.focus();
    fireEvent.contextMenu(ethernet);
    await window.user.click(await screen.findByRole('menuitem', { name: 'Copy row Ctrl+C' }));
    const [[text] = []] = window.callsTo('app.copyText');
    expect(String(text).split('\n')).toHaveLength(3);
    await waitFor(() => {
      expect(document.activeElement).toBe(ethernet);
    });
  });
});

describe('editing several interfaces', () => {
  it('shows what they share, says where they differ, and edits all of them', async () => {
    const window = openWindow();
    const many = await selectMany(window, 'Contoso VPN, IPv4', 'Ethernet, IPv4');
    expect(many.getAttribute('aria-label')).toBe('Edit 2 interfaces');
    const mtu = within(within(many).getByTestId('field-NlMtu')).getByRole<HTMLInputElement>(
      'textbox',
    );
    expect([mtu.value, mtu.placeholder]).toEqual(['', 'Mixed']);
    expect(within(many).getByText('Now: 1420 bytes, 1500 bytes')).toBeTruthy();
    await window.user.type(mtu, '1400');
    expect(await edits()).toContain('1 change on Ethernet and Contoso VPN (IPv4)');
    expect(within(many).getByText('Edited')).toBeTruthy();
  });

  it('says of what was applied that it is not kept yet, and offers nothing to discard', async () => {
    const window = openWindow();
    const many = await selectMany(window, 'Contoso VPN, IPv4', 'Ethernet, IPv4');
    const field = within(within(many).getByTestId('field-NlMtu'));
    await window.user.type(field.getByRole('textbox'), '1400');
    const before = getComputedStyle(field.getByRole('textbox')).color;
    const key = { family: 'IPv4', field: 'NlMtu', value: 1400 } as const;
    const operations: readonly Operation[] = [{ ...key, luid: ethernetLuid, expected: 1500 }];
    const plan: Plan = { operations, lastingChanges: [], deadline: 60 };
    const known = { id: 't1', plan, subject: planSubject(plan), planCode: '9A8B7C6D' };
    const deadlineAt = Date.now() + 60_000;
    act(() => {
      window.notify.changes.stateChanged({ ...known, phase: 'waiting', deadlineAt, results: [] });
    });
    expect(await field.findByText('Applied on 1 of 2, not kept yet')).toBeTruthy();
    expect(field.queryByRole('button', { name: /^Discard/ })).toBeNull();
    expect(getComputedStyle(field.getByRole('textbox')).color, 'as it is locked').not.toBe(before);
    expect((await row(/^Ethernet IPv4/)).textContent).toContain('Applied');
    expect((await row(/^Contoso VPN IPv4/)).textContent).toContain('Edited');
  });

  it('takes automatic metric and metric as one control', async () => {
    const window = openWindow();
    const many = await selectMany(window, 'Contoso VPN, IPv4', 'Ethernet, IPv4');
    for (const name of ['Automatic', 'Fixed']) {
      const radio = within(many).getByRole<HTMLInputElement>('radio', { name });
      expect(radio.checked, name).toBe(false);
    }
    const metric = within(many).getByRole('textbox', { name: 'Metric' });
    await window.user.type(metric, '7');
    // Contoso VPN has a fixed metric already.
    expect(await edits()).toContain('1 change on Ethernet and Contoso VPN (IPv4)');
    expect((await row(/^Ethernet IPv4/)).textContent).toMatch(/[^\d ]Edited/);
    await window.user.click(within(many).getByRole('radio', { name: 'Automatic' }));
    expect(await edits()).toContain('1 change on Contoso VPN (IPv4)');
  });

  it('sets each to its own documented default', async () => {
    const snapshot = sampleSnapshot();
    const values = { DadTransmits: 9 };
    const ipInterfaces = [ipInterface({ values }), ipInterface({ family: 'IPv6', values })];
    const window = openWindow({ snapshot: { ...snapshot, ipInterfaces } });
    const many = await selectMany(window, 'Ethernet, IPv4', 'Ethernet, IPv6');
    const label = 'Set Duplicate address probes to default';
    await window.user.click(within(many).getByRole('button', { name: label }));
    await waitFor(() => {
      const stored = window.callsTo('edits.store').at(-1)?.[0] as { draft: string }[];
      expect(stored.map(({ draft }) => draft)).toEqual(['3', '1']);
    });
  });

  it('refuses while choosing what would be more than 64 edits, with the count', async () => {
    const window = openWindow({ snapshot: manyInterfaces(64) });
    (await row(/^Adapter 0 IPv4/)).focus();
    await window.user.keyboard('{Control>}a{/Control}');
    const many = await pane();
    const forwarding = within(many).getByRole('combobox', { name: 'Forwarding' });
    await window.user.selectOptions(forwarding, 'On');
    expect(await edits()).toContain('1 change on 64 adapters (IPv4)');
    const weakHost = within(many).getByRole('combobox', { name: 'Weak host send' });
    await window.user.selectOptions(weakHost, 'On');
    expect(within(many).getByText(/^Nothing was edited: that would make 128 edits/)).toBeTruthy();
    expect(await edits()).toContain('1 change on 64 adapters (IPv4)');
  });

  it('says of more than 64 that they are too many', async () => {
    const window = openWindow({ snapshot: manyInterfaces(65) });
    (await row(/^Adapter 0 IPv4/)).focus();
    await window.user.keyboard('{Control>}a{/Control}');
    expect((await pane()).textContent).toContain(
      '65 interfaces are selected. At most 64 can be edited together; select fewer.',
    );
  });
});

describe('the pane for several over the table', () => {
  it('opens when asked for, and ends with the selection it was asked for', async () => {
    window.innerWidth = 700;
    const { user } = openWindow();
    const many = () => screen.queryByRole('complementary', { name: 'Edit 2 interfaces' });
    const contoso = await row(/^Contoso VPN IPv4/);
    const ethernet = await row(/^Ethernet IPv4/);
    const select = (one: HTMLElement) => fireEvent.click(one, { ctrlKey: true });
    select(contoso);
    select(ethernet);
    expect(many()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Edit 2 interfaces' }));
    await waitFor(() => {
      expect(many()).toBeTruthy();
    });
    select(ethernet);
    select(ethernet);
    expect(screen.getByText('2 selected')).toBeTruthy();
    expect(many()).toBeNull();
  });
});

describe('the columns', () => {
  const stored = (window: RunningWindow) =>
    window.callsTo('preferences.store').at(-1)?.[0] as Partial<Preferences> | undefined;

  it('are as they were in the last run, sorting included', async () => {
    const interfaceTable: Preferences['interfaceTable'] = {
      columns: { mtu: false },
      sort: { column: 'mtu', descending: true },
    };
    const preferences = { ...defaultPreferences, interfaceTable };
    openWindow({ handlers: { preferences: { load: () => ({ preferences, trouble: null }) } } });
    await screen.findByRole('row', { name: /^Ethernet IPv4/ });
    expect(screen.queryByRole('columnheader', { name: 'MTU' })).toBeNull();
    const names = screen.getAllByRole('row').map((one) => one.getAttribute('aria-label'));
    expect(names.slice(1, 3)).toEqual(['Ethernet IPv4', 'Ethernet IPv6']);
  });

  it('are kept when they are chosen', async () => {
    const window = openWindow();
    await window.user.click(await screen.findByRole('button', { name: 'Metric' }));
    expect(stored(window)?.interfaceTable?.sort).toEqual({ column: 'metric', descending: false });
    await window.user.click(screen.getByRole('button', { name: 'Columns' }));
    await window.user.click(await screen.findByRole('menuitemcheckbox', { name: 'State' }));
    expect(stored(window)?.interfaceTable?.columns).toEqual({ state: false });
    await window.user.click(screen.getByRole('menuitem', { name: 'Show the usual columns' }));
    expect(stored(window)?.interfaceTable).toEqual({
      columns: {},
      sort: { column: 'metric', descending: false },
    });
  });
});
