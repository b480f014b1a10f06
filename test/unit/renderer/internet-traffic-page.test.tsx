// SPDX-License-Identifier: MIT
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../electron/contract/changes';
import { planSubject } from '../../../electron/contract/plan-subject';
import { toText } from '../../../electron/contract/json-text';
import type { JsonText } from '../../../electron/contract/json-text';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import type { WindowSnapshot } from '../../../electron/contract/window-snapshot';
import type { AdapterKind } from '../../../electron/contract/adapter-kind';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import type { Preview, PreviewRequest } from '../../../electron/contract/preview';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { shownPreset } from '../../../renderer/pages/internet-traffic/shown-preset';
import { Refused } from './bridge-double';
import { openReview, openWindow, prepareWindowTests } from './render-app';
import type { RunningWindow } from './render-app';
import {
  nowhere,
  pathThrough,
  preset,
  probe,
  samplePreview,
  staying,
  throughEthernet,
  throughVpn,
  vpnOff,
  throughHalves,
  whole,
} from './sample-preview';
import { lastingSetting } from './sample-lasting';
import {
  adapter,
  defaultRoute,
  ethernetLuid,
  ipInterface,
  sampleSnapshot,
  vpnLuid,
} from './sample-snapshot';

prepareWindowTests();

/** Opens the page; main answers with the same preview, or with what a function makes of the question. */
function openPage(
  preview: Preview | ((request: PreviewRequest) => Preview) = samplePreview(),
  snapshot: Snapshot = everyoneHasAnAddress(sampleSnapshot()),
): RunningWindow {
  return openWindow({
    page: 'internet-traffic',
    snapshot,
    handlers: {
      routes: { preview: typeof preview === 'function' ? preview : () => preview },
    },
  });
}

function everyoneHasAnAddress(snapshot: Snapshot): Snapshot {
  const [address] = snapshot.unicastAddresses;
  if (!address) throw new Error('The sample has no address');
  return {
    ...snapshot,
    unicastAddresses: snapshot.adapters.map(({ luid }) => ({ ...address, luid })),
  };
}

const now = () => screen.findByRole('region', { name: 'Now' });
/** Unfolds numbers and reasons. */
async function details({ user }: RunningWindow): Promise<void> {
  await now();
  await user.click(screen.getByRole('button', { name: 'Details' }));
}
/** Shows the adapters that are folded. */
async function unfold({ user }: RunningWindow): Promise<void> {
  await user.click(await screen.findByRole('button', { name: /^Show all adapters/ }));
}
/** Unfolds the table of addresses. */
async function addresses({ user }: RunningWindow): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: 'Addresses' }));
  return screen.findByRole('table', { name: 'Where addresses go' });
}
/** Chooses a command of an adapter's menu. */
async function chooseInMenu({ user }: RunningWindow, adapter: string, name: string) {
  await user.click(await screen.findByRole('button', { name: `More for ${adapter}` }));
  await user.click(await screen.findByRole('menuitem', { name }));
}
const card = (name: string) => screen.findByRole('group', { name });
const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name });
const trafficSwitch = (name: string) =>
  screen.findByRole<HTMLInputElement>('switch', { name: `Use for internet traffic: ${name}` });

/** The edits as they were stored last: adapter, family and value of each. */
function drafted(window: RunningWindow): readonly string[] {
  const [edits] = window.callsTo('edits.store').at(-1) ?? [[]];
  return (edits as readonly StoredEdit[]).map(({ luid, family, draft }) => {
    return `${luid === vpnLuid ? 'VPN' : 'Ethernet'} ${family} ${draft}`;
  });
}

/** The newest question to main; one that was asked before is not asked again. */
function asked(window: RunningWindow): PreviewRequest {
  const [request] = window.callsTo('routes.preview').at(-1) ?? [];
  return request as PreviewRequest;
}

const inHalves = staying(throughHalves);

describe('what is so now', () => {
  it('is asked for along with the snapshot, and then not again', async () => {
    let giveSnapshot: (snapshot: JsonText<WindowSnapshot>) => void = () => undefined;
    const snapshot = new Promise<JsonText<WindowSnapshot>>((resolve) => (giveSnapshot = resolve));
    const window = openWindow({
      page: 'internet-traffic',
      handlers: { interfaces: { snapshot: () => snapshot } },
    });
    expect(window.callsTo('routes.preview')).toHaveLength(1);
    giveSnapshot(toText(windowSnapshotOf(sampleSnapshot(), 1)));
    await now();
    expect(window.callsTo('routes.preview')).toHaveLength(1);
  });

  it('says in a line where traffic goes, and why only when asked', async () => {
    const window = openPage();
    const region = await now();
    expect(region.textContent).toBe(
      'Websites and company traffic go through Contoso VPN.IPv6 internet traffic has nowhere to go.Details',
    );
    await details(window);
    expect(region.textContent).toContain(
      'IPv4 internet traffic leaves through Contoso VPN. Its default route has the lowest effective metric: 5. Next is Ethernet with 25.',
    );
    expect(screen.getByRole('main', { name: 'Internet traffic' })).toBeTruthy();
  });

  it('says it of each family where they differ', async () => {
    const traffic = { IPv4: staying(throughVpn), IPv6: staying(throughEthernet) };
    openPage(samplePreview({ traffic }));
    expect((await now()).textContent).toBe(
      'IPv4 internet traffic leaves through Contoso VPN.IPv6 internet traffic leaves through Ethernet.Company traffic goes through Contoso VPN.Details',
    );
  });

  it('shows without being asked what the line leaves out', async () => {
    const special = [
      { packets: { kind: 'marked', mark: 51, mask: 255 }, way: { kind: 'none' } },
    ] as const;
    const traffic = { IPv4: { ...staying(throughVpn), special }, IPv6: staying(nowhere) };
    openPage(samplePreview({ traffic }));
    expect((await now()).textContent).toContain('Packets marked 0x33/0xff: with nowhere to go.');
  });

  it('says of a preset that means the same settings that choosing it changes nothing', async () => {
    openPage();
    const same = 'Now the same as “Everything through the VPN”.';
    const described = async (name: string) =>
      document.getElementById((await radio(name)).getAttribute('aria-describedby') ?? '')
        ?.textContent;
    expect(await described('System default')).toContain(same);
    expect(await described('Everything through the VPN')).not.toContain(same);
    expect(await described('Only company traffic through the VPN')).not.toContain(same);
  });

  it('takes a click on the card of a preset for a choice', async () => {
    const window = openPage();
    await window.user.click(await screen.findByText(/^Split tunnelling on:/));
    expect(drafted(window)).toEqual(['VPN IPv4 1']);
  });

  it('says that there is only one way, where there is', async () => {
    const window = openPage(
      samplePreview({ traffic: { IPv4: staying(throughEthernet), IPv6: staying(throughVpn) } }),
    );
    await details(window);
    expect((await now()).textContent).toContain(
      'IPv4 internet traffic leaves through Ethernet. It has the only usable default route.',
    );
  });

  it('says at its end what it is not about', async () => {
    openPage();
    expect(
      await screen.findByText(
        'This is about routes. DNS, proxies, a VPN’s own firewall and per-app VPNs can act differently.',
      ),
    ).toBeTruthy();
  });

  it('leads to the routes', async () => {
    const window = openPage();
    await details(window);
    await window.user.click(screen.getByRole('button', { name: 'Show routes' }));
    expect(await screen.findByRole('main', { name: 'Routes' })).toBeTruthy();
  });

  it.each([
    [
      'undocumented',
      'Ethernet and Contoso VPN have the same effective metric, 25. Windows decides; the choice isn’t documented.',
      'On, with the same metric as Contoso VPN',
    ],
    [
      'first-to-answer',
      'Ethernet and Contoso VPN have the same effective metric, 25. Windows takes the first whose gateway answers.',
      'On, with the same metric as Contoso VPN',
    ],
    [
      'shared',
      'One route leads through Ethernet and Contoso VPN (multipath); Windows shares the traffic among them.',
      'On, and shares internet traffic with Contoso VPN',
    ],
  ] as const)('says how one of several ways is chosen: %s', async (choice, why, status) => {
    const luids = [ethernetLuid, vpnLuid];
    const tie = staying({ kind: 'tie', luids, metric: 25, choice, ...whole });
    openPage(samplePreview({ traffic: { IPv4: tie, IPv6: tie } }));
    expect((await now()).textContent).toContain(why);
    expect((await card('Ethernet')).textContent).toContain(status);
  });

  it('says that half routes take it all and the switches do not matter', async () => {
    openPage(samplePreview({ traffic: { IPv4: inHalves, IPv6: staying(nowhere) } }));
    expect((await now()).textContent).toContain(
      'Two half routes (0.0.0.0/1, 128.0.0.0/1) on Contoso VPN take all IPv4 internet traffic. The switches below don’t affect them.',
    );
    expect((await card('Contoso VPN')).textContent).toContain(
      'Contoso VPN uses half routes that this setting doesn’t affect.',
    );
  });

  it('warns when no family has a way, and not when only one has none', async () => {
    const none = staying(nowhere);
    openPage(samplePreview({ traffic: { IPv4: none, IPv6: none } }));
    expect((await now()).textContent).toContain(
      'Internet traffic has nowhere to go. No adapter has a usable default route.',
    );
  });

  it('stays as it is while edits say what would be', async () => {
    const window = openPage(({ operations }) =>
      operations.length === 0
        ? samplePreview()
        : samplePreview({
            traffic: {
              IPv4: { now: throughVpn, after: throughEthernet, special: [], ipsec: [] },
              IPv6: staying(nowhere),
            },
          }),
    );
    await window.user.click(await trafficSwitch('Contoso VPN'));
    await screen.findByText('After applying:');
    const region = await now();
    expect(region.textContent).toContain('Websites and company traffic go through Contoso VPN.');
    const edits = screen.getByRole('region', { name: 'Edits' });
    await waitFor(() => {
      expect(edits.textContent).toContain(
        'After applying:Websites go through Ethernet, company traffic goes through Contoso VPN.',
      );
    });
  });

  it('keeps what it knows when asking fails, and says so', async () => {
    let fails = false;
    const window = openPage(() => {
      if (fails) throw new Refused({ code: 'internal', message: 'broken' });
      return samplePreview();
    });
    await now();
    fails = true;
    await window.user.click(await trafficSwitch('Ethernet'));
    expect(await screen.findByText(/What is shown may be out of date\./)).toBeTruthy();
    expect((await now()).textContent).toContain('Contoso VPN');
  });

  it('says why it knows nothing, and asks again', async () => {
    let fails = true;
    const window = openPage(() => {
      if (fails) throw new Refused({ code: 'internal', message: 'broken' });
      return samplePreview();
    });
    await screen.findByText('Interface Panel could not find out which way internet traffic goes.');
    fails = false;
    await window.user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await now()).toBeTruthy();
  });
});

/** The adapter is switched off for internet traffic, and the question whether to keep that waits. */
function tellWaiting({ notify }: RunningWindow): void {
  const plan: Plan = { operations: [vpnOff], lastingChanges: [], deadline: 60 };
  const known = { id: 't1', plan, subject: planSubject(plan), planCode: '9A8B7C6D' };
  const deadlineAt = Date.now() + 60_000;
  act(() => {
    notify.changes.stateChanged({ ...known, phase: 'waiting', deadlineAt, results: [] });
  });
}

/** What describes an element, piece by piece. */
function descriptions(element: HTMLElement): readonly (string | undefined)[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent);
}

/** Of the card of a preset. */
function backgroundOf(choice: HTMLElement): string {
  const { backgroundColor } = getComputedStyle(choice.parentElement?.parentElement ?? choice);
  return backgroundColor;
}

describe('while a change waits', () => {
  const locked = 'Edits are locked until the change is kept or reverted.';

  it('presets and switches can’t be chosen, look so, and say why where they are read', async () => {
    const window = openPage();
    const group = await screen.findByRole('radiogroup', { name: 'Internet traffic goes' });
    expect(descriptions(group)).toEqual([]);
    const before = backgroundOf(await radio('Only company traffic through the VPN'));
    tellWaiting(window);
    await screen.findByText(locked);
    expect(descriptions(group)).toEqual([locked]);
    const choice = await radio('Only company traffic through the VPN');
    expect(choice.disabled).toBe(false);
    expect(choice.getAttribute('aria-disabled')).toBe('true');
    expect(backgroundOf(choice)).not.toBe(before);
    const toggle = await trafficSwitch('Contoso VPN');
    expect(descriptions(toggle).slice(0, 2)).toEqual([locked, 'Applied, not kept yet.']);
    await window.user.click(choice);
    await window.user.click(toggle);
    expect(window.callsTo('edits.store')).toEqual([]);
  });
});

describe('presets', () => {
  it('show which one holds and what each would do', async () => {
    openPage();
    const group = await screen.findByRole('radiogroup', { name: 'Internet traffic goes' });
    expect((await radio('Everything through the VPN')).checked).toBe(true);
    expect(within(group).getAllByRole('radio')).toHaveLength(3);
    expect(group.textContent).toContain(
      'Split tunnelling off: websites and company traffic go through Contoso VPN.',
    );
    expect(group.textContent).toContain(
      'Split tunnelling on: websites leave through Ethernet, 3 company networks go through Contoso VPN.',
    );
    expect(group.textContent).toContain(
      'Windows uses every adapter and prefers the lowest metric.',
    );
  });

  it('become edits, in place of the ones that another choice made', async () => {
    const window = openPage(({ operations: [first] }) => {
      if (!first) return samplePreview();
      const presetAfter = first.luid === vpnLuid ? 'company-only' : null;
      return samplePreview({
        presetAfter,
        presetsAfter: presetAfter === null ? [] : [presetAfter],
      });
    });
    await window.user.click(await trafficSwitch('Ethernet'));
    expect((await radio('Custom')).checked).toBe(true);
    await window.user.click(await radio('Only company traffic through the VPN'));
    expect((await radio('Only company traffic through the VPN')).checked).toBe(true);
    await waitFor(() => {
      expect(drafted(window)).toEqual(['VPN IPv4 1']);
    });
    await window.user.click(await radio('System default'));
    await waitFor(() => {
      expect(drafted(window)).toEqual([]);
    });
  });

  it('show the choice before main has answered', async () => {
    const window = openPage(({ operations }) =>
      operations.length === 0
        ? samplePreview()
        : (new Promise(() => undefined) as unknown as Preview),
    );
    await window.user.click(await radio('Only company traffic through the VPN'));
    expect((await radio('Only company traffic through the VPN')).checked).toBe(true);
  });

  it('stay as they were chosen while several hold', async () => {
    const toAutomatic = { ...vpnOff, field: 'UseAutomaticMetric', value: 1 } as const;
    const window = openPage(
      samplePreview({
        presets: [
          preset({ id: 'through-vpn' }),
          preset({ id: 'system-default', operations: [toAutomatic] }),
        ],
      }),
    );
    await window.user.click(await radio('System default'));
    await waitFor(() => {
      expect(asked(window).operations).toEqual([toAutomatic]);
    });
    expect((await radio('System default')).checked).toBe(true);
  });

  it('are told by the edits where nobody chose one', () => {
    const toAutomatic = { ...vpnOff, field: 'UseAutomaticMetric', value: 1 } as const;
    const { presets, ...others } = samplePreview();
    const [throughVpn] = presets;
    if (!throughVpn) throw new Error('The sample has presets');
    const drafted = {
      ...others,
      presets: [throughVpn, preset({ id: 'system-default', operations: [toAutomatic] })],
    };
    expect(shownPreset(drafted, [toAutomatic], null)).toBe('system-default');
    expect(shownPreset(drafted, [], null)).toBe('through-vpn');
    expect(shownPreset({ ...drafted, presetsAfter: ['through-vpn'] }, [toAutomatic], null)).toBe(
      'through-vpn',
    );
  });

  it('say to who was told to split that it is the second one, until it is put away', async () => {
    const hint = 'Support said split tunnelling? Choose the second option.';
    const window = openPage();
    await screen.findByText(hint);
    await window.user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(hint)).toBeNull();
    expect(window.callsTo('preferences.store')).toEqual([[{ isSplitHintDismissed: true }]]);
  });

  it('say no more of it once one was used', async () => {
    const window = openPage();
    await screen.findByText(/^Support said/);
    await window.user.click(await radio('Only company traffic through the VPN'));
    const dialog = await openReview(window);
    await waitFor(() => {
      expect(dialog.textContent).toContain('Turn split tunnelling on for Contoso VPN?');
    });
    await window.user.click(await within(dialog).findByRole('button', { name: 'Apply' }));
    expect(window.callsTo('preferences.store')).toEqual([[{ isSplitHintDismissed: true }]]);
    expect(screen.queryByText(/^Support said/)).toBeNull();
  });

  it('say nothing of the second one where it can’t be chosen', async () => {
    openPage(samplePreview({ presets: [preset({ id: 'company-only', obstacle: 'no-vpn' })] }));
    await radio('Only company traffic through the VPN');
    expect(screen.queryByText(/^Support said/)).toBeNull();
  });

  it('say that nothing fits', async () => {
    openPage(samplePreview({ presetNow: null, presetAfter: null, presetsAfter: [] }));
    expect((await radio('Custom')).checked).toBe(true);
  });

  it.each([
    ['no-vpn', 'No VPN is connected. Connect it first; this page updates by itself.'],
    [
      'no-route',
      'Contoso VPN offers no default route, so websites can’t go through it. Ask the VPN’s administrator.',
    ],
    [
      'wide-routes',
      'Contoso VPN uses half routes that this setting doesn’t affect. Change split tunnelling in the VPN program.',
    ],
    [
      'outranked',
      'Ethernet is preferred to Contoso VPN, and no metric set here changes that. To send websites through Contoso VPN, turn off “Use for internet traffic” of Ethernet below.',
    ],
    [
      'other-means',
      'Contoso VPN uses routing rules that this setting doesn’t affect. Change split tunnelling in the VPN program.',
    ],
  ] as const)(
    'that can’t work (%s) say why, can be reached, and do nothing',
    async (obstacle, reason) => {
      const window = openPage(
        samplePreview({
          ...(obstacle === 'wide-routes' && {
            traffic: { IPv4: inHalves, IPv6: staying(nowhere) },
          }),
          presetAfter: 'system-default',
          presetsAfter: ['system-default'],
          presets: [
            preset({
              id: 'through-vpn',
              obstacle,
              operations: [vpnOff],
              internetLuid: ethernetLuid,
            }),
            preset({ id: 'system-default' }),
          ],
        }),
      );
      const choice = await radio('Everything through the VPN');
      expect(choice.getAttribute('aria-disabled')).toBe('true');
      expect(choice.disabled).toBe(false);
      const described = document.getElementById(choice.getAttribute('aria-describedby') ?? '');
      expect(described?.textContent).toBe(reason);
      await window.user.click(choice);
      expect((await radio('System default')).checked).toBe(true);
      expect(window.callsTo('edits.store')).toEqual([]);
    },
  );

  it('say that a tunnel without an adapter is its program’s to change', async () => {
    const advice = {
      id: 'other-means',
      luid: ethernetLuid,
      families: ['IPv4'],
      means: 'rules',
      program: 'strongSwan',
      evidence: ['220'],
    } as const;
    const presets = [preset({ id: 'through-vpn', obstacle: 'no-vpn' })];
    openPage(samplePreview({ vpns: [], vpn: null, presets, advice: [advice] }));
    expect((await screen.findByRole('radiogroup')).textContent).toContain(
      'strongSwan has no adapter of its own that could be switched. Change split tunnelling in strongSwan.',
    );
    expect(screen.getByRole('region', { name: 'Advice' }).textContent).toContain(
      'strongSwan leads internet traffic into its tunnel by itself.',
    );
  });

  it('say which family leaves outside the VPN', async () => {
    const exceptions = [{ family: 'IPv6', luid: ethernetLuid }] as const;
    openPage(samplePreview({ presets: [preset({ id: 'through-vpn', exceptions })] }));
    const group = await screen.findByRole('radiogroup');
    expect(group.textContent).toContain('IPv6 still leaves through Ethernet, outside the VPN.');
  });

  it('are about the VPN that is chosen where there are several', async () => {
    const window = openPage(samplePreview({ vpns: [vpnLuid, ethernetLuid] }));
    await window.user.selectOptions(
      await screen.findByRole('combobox', { name: 'VPN' }),
      'Ethernet',
    );
    await waitFor(() => {
      expect(asked(window).vpn).toBe(ethernetLuid);
    });
  });

  it('are asked about once where the other adapters are switched off already', async () => {
    const { ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const [, , ...vpn] = ipInterfaces;
    const off = { values: { DisableDefaultRoutes: 1 } };
    const window = openPage(samplePreview({ blocksOthers: true }), {
      ...others,
      ipInterfaces: [ipInterface(off), ipInterface({ ...off, family: 'IPv6' }), ...vpn],
    });
    const name = 'Also block internet traffic on other adapters when the VPN is off';
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name });
    expect(box.checked).toBe(true);
    expect(window.callsTo('routes.preview')).toHaveLength(1);
  });

  it('block the other adapters when asked to, and let them free again', async () => {
    const ethernetOff = { ...vpnOff, luid: ethernetLuid };
    const window = openPage(({ blocksOthers, operations }) => {
      const blocks = blocksOthers ?? operations.length > 0;
      return samplePreview({
        blocksOthers: blocks,
        presets: [preset({ id: 'through-vpn', operations: blocks ? [ethernetOff] : [] })],
      });
    });
    const name = 'Also block internet traffic on other adapters when the VPN is off';
    const box = await screen.findByRole<HTMLInputElement>('checkbox', { name });
    expect(box.checked).toBe(false);
    await window.user.click(box);
    await waitFor(() => {
      expect(asked(window)).toMatchObject({ blocksOthers: null, operations: [ethernetOff] });
    });
    expect(box.checked).toBe(true);
    await window.user.click(box);
    await waitFor(() => {
      expect(drafted(window)).toEqual([]);
    });
    expect(box.checked).toBe(false);
  });
});

/** What a person sees of an element: all texts but what is only for descriptions. */
function seen(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[hidden], [aria-hidden="true"]')) hidden.remove();
  return copy.textContent.replaceAll(/(?<=[.a-z])(?=[A-Z])/g, ' ');
}

describe('the page', () => {
  it('is short: at most 200 words and 15 stops of the Tab key with a VPN and two adapters', async () => {
    const wiFi = adapter({ luid: '99', alias: 'Wi-Fi', kind: 'wi-fi' });
    const { adapters, ipInterfaces, routes, ...others } = sampleSnapshot();
    const snapshot = everyoneHasAnAddress({
      ...others,
      adapters: [...adapters, wiFi],
      ipInterfaces: [...ipInterfaces, ipInterface({ luid: '99' })],
      routes: [...routes, defaultRoute({ luid: '99', metric: 50 })],
    });
    openPage(
      samplePreview({ traffic: { IPv4: staying(throughVpn), IPv6: staying(throughVpn) } }),
      snapshot,
    );
    await card('Wi-Fi');
    const main = screen.getByRole('main');
    const words = seen(main)
      .split(/\s+/)
      .filter((word) => /\w/.test(word));
    expect(words.length, words.join(' ')).toBeLessThanOrEqual(200);

    const focusable = 'a[href], button, input, select, textarea, [tabindex]';
    const stops = [...main.querySelectorAll<HTMLElement>(focusable)].filter((element) => {
      // The arrow keys lead to the other choices of a group.
      const isOther = element.matches('[type="radio"]') && !(element as HTMLInputElement).checked;
      return element.tabIndex >= 0 && !isOther && element.closest('[hidden]') === null;
    });
    expect(stops.length, stops.map((stop) => stop.outerHTML).join('\n')).toBeLessThanOrEqual(15);
    expect(stops.length).toBeGreaterThan(9);
  });
});

describe('adapter cards', () => {
  it('say what the adapter does, and mark what is edited without turning it into a fact', async () => {
    const window = openPage();
    const group = await card('Ethernet');
    expect(group.textContent).toContain('On, but Contoso VPN is preferred');
    await window.user.click(await trafficSwitch('Ethernet'));
    expect((await trafficSwitch('Ethernet')).checked).toBe(false);
    expect(group.textContent).toContain('Edited. Internet traffic now: on.');
    expect(group.textContent).toContain('On, but Contoso VPN is preferred');
    expect(group.textContent).toContain('After applying: Only its local network is reachable.');
  });

  it('say which families the adapter carries', async () => {
    openPage();
    expect((await card('Contoso VPN')).textContent).toContain('Carries IPv4 now');
    cleanup();
    openPage(samplePreview({ traffic: { IPv4: staying(throughVpn), IPv6: staying(throughVpn) } }));
    expect((await card('Contoso VPN')).textContent).toContain('Carries IPv4 and IPv6 now');
  });

  it('tell adapters of one name apart', async () => {
    const { adapters, ...others } = sampleSnapshot();
    const twin = adapter({ luid: '99', description: 'Realtek PCIe GbE' });
    const snapshot = everyoneHasAnAddress({
      ...others,
      adapters: [...adapters, twin],
      ipInterfaces: [...others.ipInterfaces, ipInterface({ luid: '99' })],
    });
    const window = openPage(samplePreview(), snapshot);
    await unfold(window);
    const other = 'Ethernet (Intel(R) Ethernet Connection I219-LM)';
    expect(await card('Ethernet (Realtek PCIe GbE)')).toBeTruthy();
    expect(await card(other)).toBeTruthy();
    await details(window);
    expect((await now()).textContent).toContain(`Next is ${other} with 25.`);
  });

  it('say of each family what is so where they differ', async () => {
    const luids = [ethernetLuid, vpnLuid];
    const tie = { kind: 'tie', luids, metric: 25, choice: 'undocumented', ...whole } as const;
    const { routes, ...others } = everyoneHasAnAddress(sampleSnapshot());
    openPage(samplePreview({ traffic: { IPv4: staying(throughVpn), IPv6: staying(tie) } }), {
      ...others,
      routes: [...routes, defaultRoute({ family: 'IPv6', destination: '::' })],
    });
    expect((await card('Ethernet')).textContent).toContain(
      'IPv4: On, but Contoso VPN is preferred. IPv6: On, with the same metric as Contoso VPN',
    );
    expect((await card('Contoso VPN')).textContent).toContain('Carries IPv4 now');
  });

  it('of a disconnected adapter say what its switch will mean', async () => {
    const { adapters, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const [ethernet, ...rest] = adapters;
    const window = openPage(samplePreview(), {
      ...others,
      adapters: [...(ethernet ? [{ ...ethernet, adminStatus: 2 }] : []), ...rest],
      routes: [],
    });
    await window.user.click(await screen.findByRole('button', { name: /^Show all adapters/ }));
    expect((await card('Ethernet')).textContent).toContain(
      'Internet traffic may leave directly through this adapter.',
    );
  });

  it('switch both families at once', async () => {
    const window = openPage();
    await window.user.click(await trafficSwitch('Ethernet'));
    await waitFor(() => {
      expect(asked(window).operations).toEqual([
        { ...vpnOff, luid: ethernetLuid },
        { ...vpnOff, luid: ethernetLuid, family: 'IPv6' },
      ]);
    });
  });

  it('switch from the value now, although an older edit began from another', async () => {
    const { ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const [, , ...vpn] = ipInterfaces;
    const off = { values: { DisableDefaultRoutes: 1 } };
    const { luid, family, field } = { ...vpnOff, luid: ethernetLuid };
    const window = openWindow({
      page: 'internet-traffic',
      snapshot: {
        ...others,
        ipInterfaces: [ipInterface(off), ipInterface({ ...off, family: 'IPv6' }), ...vpn],
      },
      handlers: { edits: { load: () => [{ luid, family, field, expected: 0, draft: '1' }] } },
    });
    await screen.findByRole('region', { name: 'Edits' });
    await window.user.click(await trafficSwitch('Ethernet'));
    const on = { luid, field, expected: 1, value: 0 };
    await waitFor(() => {
      expect(asked(window).operations).toEqual([
        { ...on, family: 'IPv4' },
        { ...on, family: 'IPv6' },
      ]);
    });
  });

  it('switch one family when set apart, and keep apart while families differ', async () => {
    const window = openPage();
    await chooseInMenu(window, 'Ethernet', 'Set IPv4 and IPv6 apart');
    await window.user.click(await trafficSwitch('Ethernet, IPv6'));
    await waitFor(() => {
      expect(asked(window).operations).toEqual([{ ...vpnOff, luid: ethernetLuid, family: 'IPv6' }]);
    });
    await window.user.click(await screen.findByRole('button', { name: 'More for Ethernet' }));
    expect(screen.queryByRole('menuitem', { name: /^Set IPv4 and IPv6/ })).toBeNull();
    await window.user.keyboard('{Escape}');
    await window.user.click(await trafficSwitch('Ethernet, IPv6'));
    await chooseInMenu(window, 'Ethernet', 'Set IPv4 and IPv6 together');
    expect((await trafficSwitch('Ethernet')).checked).toBe(true);
  });

  function openBesideEthernet(some: Partial<Preview> = {}) {
    const { ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const traffic = { IPv4: staying(throughEthernet), IPv6: staying(throughEthernet) };
    return openPage(samplePreview({ traffic, ...some }), {
      ...others,
      ipInterfaces: ipInterfaces.map((row) =>
        row.luid === vpnLuid ? { ...row, values: { ...row.values, DisableDefaultRoutes: 1 } } : row,
      ),
    });
  }

  it('never read as if a VPN that carries company traffic were off', async () => {
    openBesideEthernet();
    expect((await trafficSwitch('Contoso VPN')).checked).toBe(false);
    const group = await card('Contoso VPN');
    expect(group.textContent).toContain('Connected, company traffic only.');
    expect(group.textContent).not.toMatch(/\bOff\b/);
  });

  it('say of no VPN that it carries company traffic where none goes through it', async () => {
    const none = { now: false, after: false };
    openBesideEthernet({ company: { IPv4: none, IPv6: none } });
    const group = await card('Contoso VPN');
    expect(group.textContent).toContain('Connected, not used for internet traffic.');
    expect(group.textContent).not.toContain('company traffic only');
  });

  it('have two switches where the families differ', async () => {
    const { ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const [ethernet, , ...vpn] = ipInterfaces;
    const off = ipInterface({ family: 'IPv6', values: { DisableDefaultRoutes: 1 } });
    openPage(samplePreview(), {
      ...others,
      ipInterfaces: [...(ethernet ? [ethernet] : []), off, ...vpn],
    });
    expect((await trafficSwitch('Ethernet, IPv4')).checked).toBe(true);
    expect((await trafficSwitch('Ethernet, IPv6')).checked).toBe(false);
    expect((await card('Ethernet')).textContent).toContain(
      'IPv6: Connected, not used for internet traffic.',
    );
  });

  it('say before a switch is moved that the stack would refuse it', async () => {
    const { adapters, ...others } = everyoneHasAnAddress(sampleSnapshot('linux'));
    const refused = (refusal: 'noDefaultRoute' | 'multipathDefaultRoute', luid: string) =>
      ipInterface({ luid, refusals: { DisableDefaultRoutes: refusal } });
    const window = openPage(samplePreview(), {
      ...others,
      adapters,
      routes: [defaultRoute({ luid: vpnLuid })],
      ipInterfaces: [
        refused('noDefaultRoute', ethernetLuid),
        refused('multipathDefaultRoute', vpnLuid),
      ],
    });
    await unfold(window);
    expect((await card('Ethernet')).textContent).toContain(
      'On, but has no default route: switching changes nothing',
    );
    expect((await card('Contoso VPN')).textContent).toContain('(multipath)');
    const toggle = await trafficSwitch('Ethernet');
    expect(toggle.getAttribute('aria-disabled')).toBe('true');
    await window.user.click(toggle);
    expect(window.callsTo('edits.store')).toEqual([]);
  });

  it('of the parts of a bridge come when asked for, unless they have a default route', async () => {
    const [part, port] = ['98', '99'].map((luid) =>
      adapter({ luid, alias: `vnet${luid}`, kind: 'other', master: ethernetLuid }),
    );
    if (!part || !port) throw new Error('There are two');
    const { adapters, ipInterfaces, routes, ...others } = sampleSnapshot('linux');
    const window = openPage(
      samplePreview(),
      everyoneHasAnAddress({
        ...others,
        adapters: [...adapters, part, port],
        ipInterfaces: [
          ...ipInterfaces,
          ipInterface({ luid: '98', refusals: { DisableDefaultRoutes: 'noDefaultRoute' } }),
          ipInterface({ luid: '99' }),
        ],
        routes: [...routes, defaultRoute({ luid: '99', metric: 900 })],
      }),
    );
    expect((await card('vnet99')).textContent).toContain('On, but Contoso VPN is preferred');
    expect(screen.queryByRole('group', { name: 'vnet98' })).toBeNull();
    await window.user.click(screen.getByRole('button', { name: /^Show all adapters/ }));
    expect((await card('vnet98')).textContent).toMatch(
      /Part of Ethernet: carries nothing by itself.*Its switch changes nothing/,
    );
  });

  it.each([
    ['rules', vpnLuid, 'Contoso VPN', 'Contoso VPN uses routing rules'],
    ['through', ethernetLuid, 'Ethernet', 'may leave directly through this adapter'],
  ] as const)(
    'say of one in use by another table (%s) what is so',
    async (kind, luid, name, text) => {
      const taken = { kind, luid, table: 253, metric: 201, next: null, ...whole };
      openPage(samplePreview({ traffic: { IPv4: staying(taken), IPv6: staying(nowhere) } }), {
        ...everyoneHasAnAddress(sampleSnapshot('linux')),
        routes: [],
      });
      const group = await card(name);
      expect(group.textContent).toContain('Carries IPv4 now');
      expect(group.textContent).toContain(text);
      expect(group.textContent).not.toMatch(/Split tunnelling is on|Only its local network/);
    },
  );

  it.each([
    ['noDefaultRoute', 'On, but has no default route: switching changes nothing'],
    ['defaultRouteInOtherTable', 'On, but has no default route that could be switched'],
  ] as const)('without a default route warn of nothing: %s', async (refusal, status) => {
    const refused = ipInterface({ refusals: { DisableDefaultRoutes: refusal } });
    const window = openPage(samplePreview(), {
      ...everyoneHasAnAddress(sampleSnapshot('linux')),
      adapters: [adapter({ kind: 'virtual-switch' })],
      ipInterfaces: [refused],
      routes: [],
    });
    await unfold(window);
    const text = (await card('Ethernet')).textContent;
    expect(text).toContain(status);
    expect(text).toContain('Only its own networks are reachable.');
    expect(text).not.toContain('Check first');
  });

  it('without a default route are folded, unless something leads traffic there', async () => {
    const snapshot = { ...everyoneHasAnAddress(sampleSnapshot()), routes: [] };
    const window = openPage(samplePreview(), snapshot);
    expect(await card('Contoso VPN')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Ethernet' })).toBeNull();
    await unfold(window);
    expect(await card('Ethernet')).toBeTruthy();
  });

  it('are marked where something lasts', async () => {
    const setting = lastingSetting({ luid: vpnLuid });
    openWindow({
      page: 'internet-traffic',
      snapshot: everyoneHasAnAddress(sampleSnapshot()),
      handlers: {
        changes: { lasting: () => ({ settings: [setting], problem: null, keeper: 'running' }) },
      },
    });
    await waitFor(async () => {
      expect((await card('Contoso VPN')).textContent).toContain('Lasting setting');
    });
    expect((await card('Ethernet')).textContent).not.toContain('Lasting setting');
    const described = (await trafficSwitch('Contoso VPN')).getAttribute('aria-describedby') ?? '';
    const texts = described.split(' ').map((id) => document.getElementById(id)?.textContent);
    expect(texts[0]).toBe('Lasting setting.');
  });

  it('offer no families apart where neither can be switched', async () => {
    const refused = (family: 'IPv4' | 'IPv6') =>
      ipInterface({ family, refusals: { DisableDefaultRoutes: 'noDefaultRoute' } });
    const window = openPage(samplePreview(), {
      ...everyoneHasAnAddress(sampleSnapshot('linux')),
      adapters: [adapter()],
      ipInterfaces: [refused('IPv4'), refused('IPv6')],
    });
    await window.user.click(await screen.findByRole('button', { name: 'More for Ethernet' }));
    expect(screen.queryByRole('menuitem', { name: 'Set IPv4 and IPv6 apart' })).toBeNull();
  });

  it.each<[AdapterKind, on: string, off: string]>([
    [
      'ethernet',
      'Internet traffic may leave directly through this adapter.',
      'Only its local network is reachable. Without another adapter there’s no internet.',
    ],
    [
      'mobile',
      'Internet traffic may use mobile data.',
      'Mobile data isn’t used for internet traffic.',
    ],
    [
      'virtual-switch',
      'Internet traffic may leave through this virtual switch.',
      'Only its own networks are reachable. Check first that this isn’t your way to the internet.',
    ],
    [
      'vpn',
      'Internet traffic may go through the company network. Split tunnelling is off while this VPN is preferred.',
      'Only company networks go through this VPN. Split tunnelling is on.',
    ],
    [
      'other',
      'Internet traffic may leave through this adapter.',
      'Only its own networks are reachable.',
    ],
  ])('say for %s what on and off mean', async (kind, on, off) => {
    const identity = adapter().guid.toUpperCase();
    const window = openPage();
    window.answer({
      preferences: {
        load: () => ({
          preferences: { ...defaultPreferences, adapterKinds: { [identity]: kind } },
          trouble: null,
        }),
      },
    });
    act(() => {
      window.notify.preferences.changed({
        ...defaultPreferences,
        adapterKinds: { [identity]: kind },
      });
    });
    const group = await card('Ethernet');
    await waitFor(() => {
      expect(group.textContent).toContain(on);
    });
    await window.user.click(await trafficSwitch('Ethernet'));
    expect(group.textContent).toContain(off);
  });

  it.each([
    [3, 'Only 3 company networks go through this VPN. Split tunnelling is on.'],
    [0, 'No company network but its own goes through this VPN. Split tunnelling is on.'],
  ])('say how many networks go through the VPN: %d', async (companyNetworks, text) => {
    const presets = [preset({ id: 'company-only', companyNetworks })];
    const window = openPage(samplePreview({ presets }));
    await window.user.click(await trafficSwitch('Contoso VPN'));
    expect((await card('Contoso VPN')).textContent).toContain(text);
  });

  it('remember the kind that the user says an adapter is', async () => {
    const window = openPage();
    await chooseInMenu(window, 'Ethernet', 'This is a…');
    await window.user.click(await screen.findByRole('menuitemradio', { name: 'Wi-Fi' }));
    const adapterKinds = { [adapter().guid.toUpperCase()]: 'wi-fi' };
    expect(window.callsTo('preferences.store')).toEqual([[{ adapterKinds }]]);
  });

  it('lead to the fields of the adapter', async () => {
    const window = openPage();
    await chooseInMenu(window, 'Ethernet', 'Show in Interfaces');
    expect(
      await screen.findByRole('complementary', { name: 'Details of Ethernet, IPv4' }),
    ).toBeTruthy();
  });

  it('says how many more come where all at once would be too many', async () => {
    const docks = Array.from({ length: 110 }, (_, index) => String(1000 + index));
    const { adapters, ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const window = openPage(samplePreview(), {
      ...others,
      adapters: [
        ...adapters,
        ...docks.map((luid) => adapter({ luid, alias: `Dock ${luid}`, adminStatus: 2 })),
      ],
      ipInterfaces: [...ipInterfaces, ...docks.map((luid) => ipInterface({ luid }))],
    });
    await card('Ethernet');
    for (const name of [
      'Show 100 more adapters (of 112)',
      'Show all adapters (112)',
      'Show fewer adapters',
    ]) {
      await window.user.click(await screen.findByRole('button', { name }));
    }
    expect(screen.queryByRole('group', { name: 'Dock 1000' })).toBeNull();
  });

  it('of adapters that are not connected come when asked for; loopback has no switch', async () => {
    const loopback = adapter({ luid: '24', alias: 'Loopback', kind: 'loopback' });
    const dock = adapter({ luid: '99', alias: 'Dock', adminStatus: 2 });
    const { adapters, ipInterfaces, ...others } = everyoneHasAnAddress(sampleSnapshot());
    const window = openPage(samplePreview(), {
      ...others,
      adapters: [...adapters, loopback, dock],
      ipInterfaces: [...ipInterfaces, ipInterface({ luid: '24' }), ipInterface({ luid: '99' })],
    });
    await card('Ethernet');
    expect(screen.queryByRole('group', { name: 'Dock' })).toBeNull();
    await window.user.click(screen.getByRole('button', { name: 'Show all adapters (4)' }));
    expect((await card('Dock')).textContent).toContain('Disconnected');
    const loop = await card('Loopback');
    expect(loop.textContent).toContain('Never carries internet traffic.');
    expect(within(loop).queryByRole('switch')).toBeNull();
  });
});

describe('where addresses go', () => {
  it('draws each way as a path and sets off only what changes', async () => {
    const window = openPage(({ operations }) =>
      samplePreview({
        probes: [
          probe({ after: pathThrough(operations.length === 0 ? vpnLuid : ethernetLuid) }),
          probe({ kind: 'company', address: '10.1.0.1' }),
        ],
      }),
    );
    const table = await addresses(window);
    await window.user.click(await trafficSwitch('Contoso VPN'));
    await waitFor(() => {
      const [, internet, company] = within(table).getAllByRole('row');
      expect(internet?.textContent).toBe(
        '1.1.1.1InternetThis computer→Contoso VPN→internetThis computer→Ethernet→internetYes',
      );
      expect(company?.textContent).toBe(
        '10.1.0.1Company network of the VPNThis computer→Contoso VPN→company networkThe same wayYes',
      );
    });
  });

  it('ends at the internet for a typed address out there, as for any other', async () => {
    const window = openPage(
      samplePreview({
        probes: [
          probe(),
          probe({ kind: 'typed', address: '203.0.113.7', isInternet: true }),
          probe({ kind: 'typed', address: '10.1.0.1', isInternet: false }),
        ],
      }),
    );
    const rows = within(await addresses(window))
      .getAllByRole('row')
      .slice(1);
    const ends = rows.map((row) => [...row.querySelectorAll('td:nth-of-type(1) svg')].at(-1));
    const [usual, outThere, inside] = ends.map((icon) => icon?.innerHTML);
    expect(usual).toBeTruthy();
    expect(outThere).toBe(usual);
    expect(inside).not.toBe(usual);
  });

  it('says that a preview is not reliable instead of guessing', async () => {
    const window = openPage(samplePreview({ probes: [probe({ isReliable: false })] }));
    const [, row] = within(await addresses(window)).getAllByRole('row');
    expect(row?.textContent).toContain('Preview not reliable for this addressNo');
  });

  it('is asked again when the network changes', async () => {
    const window = openPage();
    await now();
    const before = window.callsTo('routes.preview').length;
    act(() => {
      window.change((snapshot) => ({ ...snapshot, routes: [] }));
    });
    await waitFor(() => {
      expect(window.callsTo('routes.preview').length).toBeGreaterThan(before);
    });
  });
});
