// SPDX-License-Identifier: MIT
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { toText } from '../../../electron/contract/json-text';
import type { JsonText } from '../../../electron/contract/json-text';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type { WindowSnapshot } from '../../../electron/contract/window-snapshot';
import { defaultPreferences } from '../../../electron/contract/preferences';
import { planSubject } from '../../../electron/contract/plan-subject';
import { themeFor } from '../../../renderer/app/use-theme';
import { ipInterface, sampleSnapshot, vpnLuid } from './sample-snapshot';
import { Refused } from './bridge-double';
import {
  findDialog,
  openDetails,
  openReview,
  openWindow,
  prepareWindowTests,
  withIpInterface,
  withoutIpInterface,
} from './render-app';

prepareWindowTests();

describe('the window', () => {
  it('shows every IP interface in a grid that knows its true size', async () => {
    openWindow();
    const grid = await screen.findByRole('grid', { name: 'IP interfaces' });
    expect(grid.getAttribute('aria-rowcount')).toBe('5');
    const row = within(grid).getByRole('row', { name: /^Contoso VPN IPv4/ });
    expect(await within(row).findByText('In use')).toBeTruthy();
    expect(row.getAttribute('aria-rowindex')).toBe('2');
  });

  it('names its regions', async () => {
    openWindow();
    await screen.findByRole('grid');
    const navigation = screen.getByRole('navigation', { name: 'Pages' });
    const item = within(navigation).getByRole('button', { name: 'Interfaces' });
    expect(item.getAttribute('aria-current')).toBe('page');
    expect(screen.getByRole('main', { name: 'Interfaces' })).toBeTruthy();
    expect(screen.getByRole('searchbox', { name: 'Search interfaces' })).toBeTruthy();
  });

  it('wears the system’s accent colour, and the next one', async () => {
    const styles = () =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .map(({ cssText }) => cssText)
        .join();
    const { notify } = openWindow({ handlers: { app: { accent: () => '#c00000' } } });
    await waitFor(() => {
      expect(styles()).toContain(themeFor(false, '#c00000').colorBrandBackground);
    });
    act(() => {
      notify.app.accentChanged('#107c10');
    });
    await waitFor(() => {
      expect(styles()).toContain(themeFor(false, '#107c10').colorBrandBackground);
    });
  });

  it('says in the demo that nothing is real', async () => {
    openWindow({ snapshot: sampleSnapshot('simulated') });
    const strip = await screen.findByRole('region', { name: 'Demo' });
    expect(strip.textContent).toBe(
      'Demo: a simulated network. Nothing on this computer is read or changed.',
    );
    expect(document.title).toMatch(/^Demo/);
  });

  it('shows grey bars only when reading takes long', async () => {
    openWindow({ handlers: { interfaces: { snapshot: () => new Promise(() => undefined) } } });
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(await screen.findByRole('progressbar', { name: 'Reading the interfaces' })).toBeTruthy();
  });

  it('offers another try when the first reading fails', async () => {
    const window = openWindow({
      handlers: {
        interfaces: {
          snapshot: () => {
            throw new Refused({
              code: 'platform',
              message: 'dump refused',
              platform: { domain: 'errno', name: 'EPERM', number: 1, call: 'RTM_GETLINK' },
            });
          },
        },
      },
    });
    expect(await screen.findByText(/EPERM \(1\) in RTM_GETLINK/)).toBeTruthy();
    window.answer({
      interfaces: { snapshot: () => toText(windowSnapshotOf(sampleSnapshot(), 1)) },
    });
    await window.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('grid')).toBeTruthy();
  });

  it('keeps the last data while reading fails, and says so once', async () => {
    const { notify } = openWindow();
    await screen.findByRole('grid');
    act(() => {
      notify.interfaces.readFailed({ code: 'platform', message: 'x' });
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain('The interfaces can’t be read.');
    expect(screen.getByRole('grid')).toBeTruthy();
    act(() => {
      notify.interfaces.readFailed(null);
    });
    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'Notices' })).toBeNull();
    });
  });

  it('says what to do when nothing matches', async () => {
    const { user } = openWindow();
    await screen.findByRole('grid');
    const box = screen.getByRole('searchbox', { name: 'Search interfaces' });
    const clear = () => document.querySelector('[aria-label="Clear"]');
    expect(clear()).toBeNull();
    await user.type(box, 'no such thing');
    expect(clear()).not.toBeNull();
    expect(await screen.findByText('No IP interface matches.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    expect(await screen.findByRole('grid')).toBeTruthy();
  });

  it('is read-only with a reason, and drafting still works', async () => {
    const window = openWindow({
      permission: { kind: 'read-only', reason: 'folder-writable-by-others', detail: '/opt/x' },
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain(
      'Interface Panel runs from a folder others can change (/opt/x); install it to make changes.',
    );
    const pane = await openDetails(window, /^Ethernet IPv4/);
    await window.user.click(within(pane).getByRole('switch', { name: 'Forwarding' }));
    const dialog = await openReview(window);
    const apply = await within(dialog).findByRole('button', { name: 'Apply' });
    expect(apply.getAttribute('aria-disabled')).toBe('true');
    await window.user.click(apply);
    expect(window.callsTo('changes.apply')).toEqual([]);
  });

  it.each([
    ['helper-missing', 'The helper is missing or damaged; reinstall Interface Panel.'],
    ['no-pkexec', 'pkexec isn’t available and Interface Panel doesn’t run as root.'],
    ['policy', 'A policy blocks permission prompts.'],
  ] as const)('says that it is read-only because of %s', async (reason, sentence) => {
    openWindow({ permission: { kind: 'read-only', reason, detail: '' } });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain(`Read-only. ${sentence}`);
  });

  it('says what to do where the journal cannot be used, and leaves the system’s words to whoever copies them', async () => {
    const technical = 'EISDIR: illegal operation on a directory, open';
    const detail = '/home/anna/journal.jsonl';
    const window = openWindow({
      permission: { kind: 'read-only', reason: 'journal-unusable', detail, technical },
      handlers: {
        history: {
          outline: () => {
            throw new Refused({ code: 'journal-unread', message: technical });
          },
        },
      },
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain(`Make sure that ${detail} is a file`);
    await window.user.click(within(notices).getByRole('button', { name: 'Copy details' }));
    expect(window.callsTo('app.copyText')).toEqual([[technical]]);
    await window.user.click(screen.getByRole('button', { name: 'History' }));
    expect(await screen.findByText('The history can’t be read.')).toBeTruthy();
    expect(screen.queryByText(/^No changes yet/)).toBeNull();
    expect(document.body.textContent).toContain('what was changed before isn’t known');
    expect(document.body.textContent).not.toContain('EISDIR');
  });

  it('says why an interrupted transaction cannot be dismissed, and keeps its notice', async () => {
    const left = {
      id: 'a',
      subject: planSubject({ operations: [] }),
      planCode: '0000ABCD',
      account: null,
      startedAt: 0,
      lastSeenAt: 0,
      operations: [],
      lastingChanges: [],
    };
    const window = openWindow({
      handlers: {
        changes: {
          interrupted: () => [left],
          dismissInterrupted: () => {
            throw new Refused({ code: 'timed-out', message: '' });
          },
        },
      },
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    await window.user.click(within(notices).getByRole('button', { name: 'Dismiss' }));
    const told = 'It could not be dismissed. It took too long.';
    await waitFor(() => {
      expect(notices.textContent).toContain(told);
    });
    const [ofProblem] = within(notices).getAllByRole('button', { name: 'Dismiss' });
    if (ofProblem) await window.user.click(ofProblem);
    await waitFor(() => {
      expect(notices.textContent).not.toContain(told);
    });
    expect(notices.textContent).toContain('Last time, Interface Panel stopped');
    await window.user.click(screen.getByRole('button', { name: 'History' }));
    const card = await screen.findByRole('article');
    await window.user.click(within(card).getByRole('button', { name: /^Dismiss change/ }));
    await waitFor(() => {
      expect(card.textContent).toContain(told);
    });
  });

  it('changes a value in place when another program changed it', async () => {
    const { change } = openWindow();
    await screen.findByRole('grid');
    const rowOf = (name: RegExp) => screen.getByRole('row', { name });
    const untouched = rowOf(/^Contoso VPN IPv4/);
    act(() => {
      change(withIpInterface(ipInterface({ values: { Metric: 30 } })));
    });
    await waitFor(() => {
      expect(rowOf(/^Ethernet IPv4/).textContent).toContain('30 auto');
    });
    expect(rowOf(/^Contoso VPN IPv4/)).toBe(untouched);
  });

  it('asks once for everything where news was missed, however much more comes', async () => {
    const { notify, callsTo, answer } = openWindow();
    await screen.findByRole('grid');
    const asked = callsTo('interfaces.snapshot').length;
    let give: (snapshot: JsonText<WindowSnapshot>) => void = () => undefined;
    const late = new Promise<JsonText<WindowSnapshot>>((resolve) => (give = resolve));
    answer({ interfaces: { snapshot: () => late } });
    act(() => {
      for (const revision of [7, 8, 9]) notify.interfaces.changed({ revision });
    });
    const ipInterfaces = [ipInterface({ values: { Metric: 30 } })];
    give(toText(windowSnapshotOf({ ...sampleSnapshot(), ipInterfaces }, 9)));
    await waitFor(() => {
      expect(screen.getByRole('row', { name: /^Ethernet IPv4/ }).textContent).toContain('30 auto');
    });
    expect(callsTo('interfaces.snapshot')).toHaveLength(asked + 1);
  });

  it('draws only the rows that changed', async () => {
    let drawn = 0;
    const untouched = ipInterface({ luid: vpnLuid });
    Object.defineProperty(untouched.values, 'NlMtu', {
      enumerable: true,
      get: () => {
        drawn += 1;
        return 1420;
      },
    });
    const { notify, user } = openWindow({
      snapshot: { ...sampleSnapshot(), ipInterfaces: [ipInterface(), untouched] },
    });
    await user.click(await screen.findByRole('row', { name: /^Contoso VPN IPv4/ }));
    await screen.findByRole('complementary');
    await user.click(screen.getByRole('button', { name: 'Close details' }));
    const before = drawn;
    expect(before).toBeGreaterThan(0);
    act(() => {
      const rows = [ipInterface({ values: { Metric: 30 } })];
      notify.interfaces.changed({ revision: 2, ipInterfaces: [{ start: 0, removed: 1, rows }] });
    });
    await waitFor(() => {
      expect(screen.getByRole('row', { name: /^Ethernet IPv4/ }).textContent).toContain('30 auto');
    });
    expect(drawn).toBe(before);
  });

  it('shows at most two notices until asked for more', async () => {
    const interrupted = ['a', 'b', 'c'].map((id) => ({
      id,
      subject: planSubject({ operations: [] }),
      planCode: '0000ABCD',
      account: null,
      startedAt: 0,
      lastSeenAt: 0,
      operations: [],
      lastingChanges: [],
    }));
    const { user } = openWindow({ handlers: { changes: { interrupted: () => interrupted } } });
    const more = await screen.findByRole('button', { name: '1 more' });
    const notices = within(screen.getByRole('region', { name: 'Notices' }));
    expect(notices.getAllByText(/stopped before you decided/)).toHaveLength(2);
    await user.click(more);
    expect(notices.getAllByText(/stopped before you decided/)).toHaveLength(3);
  });
});

describe('the keyboard', () => {
  it('says where choices were put that cannot be used', async () => {
    const trouble = { defect: 'other-version', setAside: '/kept/preferences.json.old' } as const;
    openWindow({
      handlers: {
        preferences: { load: () => ({ preferences: defaultPreferences, trouble }) },
      },
    });
    const notices = await screen.findByRole('region', { name: 'Notices' });
    expect(notices.textContent).toContain(
      'The file with your choices belongs to another version of Interface Panel. The usual choices hold now. It was set aside in /kept/preferences.json.old.',
    );
  });

  it('moves between rows, opens the details and comes back', async () => {
    const { user } = openWindow();
    await screen.findByRole('grid');
    const row = (name: RegExp) => screen.getByRole('row', { name });
    row(/^Contoso VPN IPv4/).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(row(/^Contoso VPN IPv6/));
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(row(/^Ethernet IPv6/));
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: 'Details of Ethernet, IPv6' });
    await waitFor(() => {
      expect(pane.contains(document.activeElement)).toBe(true);
    });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(row(/^Ethernet IPv6/));
  });

  it('reaches the search box with Ctrl+F and the next region with F6', async () => {
    const { user } = openWindow();
    await screen.findByRole('grid');
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.keyboard('{F6}');
    expect(screen.getByRole('navigation').contains(document.activeElement)).toBe(true);
  });

  it('reads again with F5', async () => {
    const { user, callsTo } = openWindow();
    await screen.findByRole('grid');
    await user.keyboard('{F5}');
    expect(callsTo('interfaces.snapshot')).toHaveLength(2);
  });

  it('gives the focus of a row that vanished to the next one', async () => {
    const { change } = openWindow();
    await screen.findByRole('grid');
    screen.getByRole('row', { name: /^Contoso VPN IPv4/ }).focus();
    const { luid, family } = sampleSnapshot().ipInterfaces[2] ?? ipInterface();
    act(() => {
      change(withoutIpInterface({ luid, family }));
    });
    await waitFor(() => {
      expect(document.activeElement).toBe(screen.getByRole('row', { name: /^Contoso VPN IPv6/ }));
    });
  });

  it('lists its keys with F1', async () => {
    const { user } = openWindow();
    await screen.findByRole('grid');
    await user.keyboard('{F1}');
    expect(await findDialog('Keyboard shortcuts')).toBeTruthy();
  });
});
