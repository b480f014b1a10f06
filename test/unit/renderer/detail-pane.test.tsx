// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fieldGroups, fields } from '../../../electron/contract/fields';
import { messages } from '../../../electron/language/messages';
import { filterFields } from '../../../renderer/pages/interfaces/detail/filter-fields';
import { ethernetLuid, ipInterface, sampleSnapshot } from './sample-snapshot';
import { openDetails, openWindow, prepareWindowTests, withIpInterface } from './render-app';
import type { RunningWindow } from './render-app';

prepareWindowTests();

async function openEveryGroup({ user }: RunningWindow, pane: HTMLElement): Promise<void> {
  for (const header of within(pane).getAllByRole('button', { expanded: false })) {
    const isGroup = fieldGroups.some((group) => messages.fieldGroups[group] === header.textContent);
    if (isGroup) await user.click(header);
  }
}

function testIds(pane: HTMLElement): string[] {
  return [...pane.querySelectorAll('[data-testid^="field-"]')].map((element) =>
    String(element.getAttribute('data-testid')),
  );
}

describe('the detail pane', () => {
  it.each(['IPv4', 'IPv6'])('shows each of the 35 members exactly once for %s', async (family) => {
    const window = openWindow();
    const pane = await openDetails(window, new RegExp(`^Ethernet ${family}`));
    await openEveryGroup(window, pane);
    expect(testIds(pane).toSorted()).toEqual(fields.map(({ name }) => `field-${name}`).toSorted());
    expect(fields).toHaveLength(35);
  });

  it('has every member in exactly one group', () => {
    const grouped = filterFields('', 'IPv4').flatMap(([, members]) => members);
    expect(grouped.map(({ name }) => name).toSorted()).toEqual(
      fields.map(({ name }) => name).toSorted(),
    );
  });

  it('opens the first two groups, and those a search finds', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const open = () =>
      within(pane)
        .getAllByRole('button', { expanded: true })
        .map((button) => button.textContent);
    expect(open()).toEqual(['Routing', 'MTU']);
    await window.user.type(within(pane).getByRole('searchbox', { name: 'Filter fields' }), 'nud');
    expect(testIds(pane)).toEqual(['field-UseNeighborUnreachabilityDetection']);
  });

  it('says which program manages the adapter', async () => {
    const window = openWindow({ handlers: { interfaces: { manager: () => 'NetworkManager' } } });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    expect(await within(pane).findByText(/ · Managed by NetworkManager$/)).toBeTruthy();
    expect(window.callsTo('interfaces.manager')).toEqual([[ethernetLuid]]);
  });

  it('describes each way to set the metric by its own sentence', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const described = (name: string) =>
      document.getElementById(
        String(within(pane).getByRole('radio', { name }).getAttribute('aria-describedby')),
      )?.textContent;
    expect(described('Automatic')).toContain('choose the interface metric');
    expect(described('Fixed')).toContain('A fixed number turns the automatic metric off.');
  });

  it('says why a field can’t be set', async () => {
    const refusing = ipInterface({ refusals: { ForwardingEnabled: 'oneWay' } });
    const window = openWindow({ snapshot: { ...sampleSnapshot(), ipInterfaces: [refusing] } });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const forwarding = within(pane).getByTestId('field-ForwardingEnabled');
    expect(within(forwarding).queryByRole('switch')).toBeNull();
    expect(forwarding.textContent).toContain('It can be turned on, not off.');
  });

  it('says what Linux lacks, and where it keeps the rest', async () => {
    const linux = ipInterface({ values: { Metric: null, UseAutomaticMetric: null } });
    const window = openWindow({ snapshot: { ...sampleSnapshot('linux'), ipInterfaces: [linux] } });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    expect(within(pane).getByTestId('field-Metric').textContent).toContain(
      'Not available on Linux',
    );
    const forwarding = within(pane).getByTestId('field-ForwardingEnabled');
    await window.user.click(
      within(forwarding).getByRole('button', { name: 'Other names of Forwarding' }),
    );
    expect(forwarding.textContent).toContain('net.ipv4.conf.Ethernet.forwarding');
    const weakHost = within(pane).getByTestId('field-WeakHostSend');
    expect(weakHost.textContent).toContain('Linux is always a weak host.');
  });

  it('says when a family isn’t there', async () => {
    const window = openWindow({
      snapshot: { ...sampleSnapshot(), ipInterfaces: [ipInterface()] },
    });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(within(pane).getByRole('tab', { name: 'IPv6' }));
    expect(await screen.findByText('IPv6 isn’t bound to this adapter')).toBeTruthy();
  });

  it('marks an edit, keeps the value now in sight, and takes the edit back', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const mtu = within(pane).getByTestId('field-NlMtu');
    const box = within(mtu).getByRole('textbox', { name: 'MTU' });
    await window.user.clear(box);
    await window.user.type(box, '1400');
    expect(mtu.textContent).toContain('Edited');
    expect(mtu.textContent).toContain('Now: 1500 bytes');
    await waitFor(() => {
      expect(window.callsTo('edits.store').at(-1)).toEqual([
        [{ luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: '1400' }],
      ]);
    });
    await window.user.click(within(mtu).getByRole('button', { name: 'Discard edit of MTU' }));
    expect(box).toHaveProperty('value', '1500');
  });

  it('tells a problem once typing pauses, keeps the draft, and leads from the edits bar to it', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const box = within(pane).getByRole('textbox', { name: 'MTU' });
    await window.user.clear(box);
    await window.user.type(box, '12');
    expect(box.getAttribute('aria-invalid')).toBe('false');
    expect(
      await within(pane).findByText('Enter a number from 576 to 4294967295 bytes.'),
    ).toBeTruthy();
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box).toHaveProperty('value', '12');
    const review = await screen.findByRole('button', { name: 'Review and apply…' });
    expect(review.getAttribute('aria-disabled')).toBe('true');
    (document.activeElement as HTMLElement).blur();
    await window.user.click(screen.getByRole('button', { name: /^Look at MTU on Ethernet/ }));
    await waitFor(() => {
      expect(document.activeElement).toBe(box);
    });
  });

  it('opens the group of a field that the list of edits leads to, until it is closed', async () => {
    const edit = { luid: ethernetLuid, family: 'IPv4', field: 'DadTransmits' } as const;
    const window = openWindow({
      handlers: { edits: { load: () => [{ ...edit, expected: 3, draft: '1' }] } },
    });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const group = within(pane).getByRole('button', {
      name: messages.fieldGroups['router-discovery'],
    });
    expect(group.getAttribute('aria-expanded')).toBe('false');
    await window.user.click(screen.getByRole('button', { name: /^1 change/ }));
    // Not by its role: where nothing is laid out, what traps the focus is hidden from assistive technology.
    await window.user.click(
      await screen.findByText('Duplicate address probes', { selector: 'button' }),
    );
    await waitFor(() => {
      expect(group.getAttribute('aria-expanded')).toBe('true');
    });
    expect(within(pane).getByTestId('field-DadTransmits')).toBeTruthy();
    await window.user.click(group);
    expect(group.getAttribute('aria-expanded')).toBe('false');
  });

  it('drafts the documented default', async () => {
    const window = openWindow({
      snapshot: {
        ...sampleSnapshot(),
        ipInterfaces: [ipInterface({ values: { WeakHostSend: 1 } })],
      },
    });
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(
      within(pane).getByRole('button', { name: 'Set Weak host send to default' }),
    );
    expect(within(pane).getByRole('switch', { name: 'Weak host send' })).toHaveProperty(
      'checked',
      false,
    );
  });

  it('couples automatic metric and metric', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(within(pane).getByRole('radio', { name: 'Fixed' }));
    const box = within(pane).getByRole('textbox', { name: 'Metric' });
    await window.user.clear(box);
    await window.user.type(box, '40');
    expect(
      await screen.findByRole('button', { name: '1 change on Ethernet (IPv4) – Edits' }),
    ).toBeTruthy();
    await window.user.click(within(pane).getByRole('radio', { name: 'Automatic' }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
    });
  });

  it('asks when somebody else changed the value that is edited', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    const box = within(pane).getByRole('textbox', { name: 'MTU' });
    await window.user.clear(box);
    await window.user.type(box, '1400');
    act(() => {
      window.change(withIpInterface(ipInterface({ values: { NlMtu: 1300 } })));
    });
    expect(
      await within(pane).findByText(
        'Changed outside Interface Panel: MTU is now 1300 bytes, was 1500 bytes. Your edit is 1400 bytes.',
      ),
    ).toBeTruthy();
    await window.user.click(within(pane).getByRole('button', { name: 'Keep my edit' }));
    const review = screen.getByRole('button', { name: 'Review and apply…' });
    expect(review.getAttribute('aria-disabled')).not.toBe('true');
    expect(box).toHaveProperty('value', '1400');
  });

  it('keeps the edit of an interface that is gone', async () => {
    const window = openWindow();
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(within(pane).getByRole('switch', { name: 'Forwarding' }));
    act(() => {
      window.change((snapshot) => ({
        ...snapshot,
        adapters: snapshot.adapters.filter(({ luid }) => luid !== ethernetLuid),
        ipInterfaces: snapshot.ipInterfaces.filter(({ luid }) => luid !== ethernetLuid),
      }));
    });
    expect(
      await within(pane).findByText(
        'Ethernet (IPv4) is gone. Your edit stays and can be applied when it returns.',
      ),
    ).toBeTruthy();
    await window.user.click(within(pane).getByRole('button', { name: 'Discard edit' }));
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Edits' })).toBeNull();
    });
  });
});
