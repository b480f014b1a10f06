// SPDX-License-Identifier: MIT
// Every page, dialog and state: axe's rules in three looks, and the whole way by keyboard alone.

import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { accessibilityTree } from './support/accessibility-tree';
import { announcements, listenToAnnouncements } from './support/announcements';
import { launchApp, newUserData } from './support/app';
import type { RunningApp } from './support/app';
import { press as pressIn, tabTo as tabToIn } from './support/keyboard';
import { simulatedControl } from './support/simulated-control';

test.describe.configure({ mode: 'serial' });

/** "Ethernet" of the demo: type 6 in the top 16 bits of its LUID, its index from bit 24 on. */
const ethernet = String((6n << 48n) | (0x8001n << 24n));

let app: RunningApp;
let window: Page;
let state: string;

test.beforeAll(async () => {
  const userData = newUserData();
  state = path.join(userData, 'network');
  app = await launchApp({ switches: ['--demo', `--simulated-state=${state}`], userData });
  window = app.window;
  await listenToAnnouncements(window);
});

test.afterAll(() => app.close());

const press = (...keys: readonly string[]) => pressIn(window, ...keys);
const tabTo = (target: Locator) => tabToIn(window, target);

/** Role and name of elements that the accessibility tree must hold, with a piece of the description and states. */
type Expected = readonly [
  role: string,
  name: string | RegExp,
  description?: RegExp,
  states?: Readonly<Record<string, string>>,
];

const matches = (text: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? text === wanted : wanted.test(text);

/** Expects elements in what assistive technology is given. */
async function expectElements(elements: readonly Expected[]): Promise<void> {
  const tree = await accessibilityTree(window);
  const missing = elements.filter(([role, name, description, states = {}]) => {
    return !tree.some(
      (node) =>
        node.role === role &&
        matches(node.name, name) &&
        (!description || description.test(node.description)) &&
        Object.entries(states).every(([state, value]) => node.states[state] === value),
    );
  });
  const names = tree.map((node) => `${node.role} "${node.name}" (${node.description})`).join('\n');
  expect(missing, names).toEqual([]);
}

/** Several announcements of one moment are one text. */
async function expectAnnounced(text: RegExp): Promise<void> {
  await expect
    .poll(async () => (await announcements(window)).some((said) => text.test(said)), {
      message: String(text),
    })
    .toBe(true);
}

const main = (name: string) => window.getByRole('main', { name });

test('the first page', async () => {
  await press('Control+1');
  await expect(window.getByRole('radiogroup', { name: 'Internet traffic goes' })).toBeVisible();
  await expectAccessible(window);
  await expectElements([
    ['region', 'Demo'],
    ['navigation', 'Pages'],
    ['button', 'Internet traffic'],
    ['button', 'Interfaces'],
    ['button', 'Routes'],
    ['button', 'History'],
    ['button', 'Lasting settings'],
    ['button', 'Help and support'],
    ['main', 'Internet traffic'],
    ['radiogroup', 'Internet traffic goes'],
    ['radio', 'Everything through the VPN', /^Split tunnelling off:/, { checked: 'true' }],
    [
      'radio',
      'Only company traffic through the VPN',
      /^Split tunnelling on:/,
      { checked: 'false' },
    ],
    ['radio', 'System default', /prefers the lowest metric/],
    ['checkbox', 'Also block internet traffic on other adapters when the VPN is off'],
    ['group', 'Contoso VPN'],
    [
      'switch',
      'Use for internet traffic: Contoso VPN',
      /^Carries IPv4 and IPv6 now\. Internet traffic may go through the company network\./,
      { checked: 'true' },
    ],
    ['button', 'More for Contoso VPN'],
    ['heading', 'Contoso VPN'],
    ['button', 'Details'],
    ['button', 'Addresses'],
    ['textbox', 'Check a website or address', /only when you press Enter/],
  ]);
  await expect(window.getByRole('button', { name: 'Internet traffic' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('a switch that is moved says what would be, in its description and aloud', async () => {
  const toggle = window.getByRole('switch', { name: 'Use for internet traffic: Contoso VPN' });
  await toggle.focus();
  await press('Space');
  await expectAnnounced(
    /After applying: Websites go through Ethernet, company traffic goes through Contoso VPN\./,
  );
  // The bar that says so comes up where the switch was.
  await expect(toggle).toBeInViewport({ ratio: 0.9 });
  await expectElements([
    [
      'switch',
      'Use for internet traffic: Contoso VPN',
      /^Edited\. Internet traffic now: on\. Carries /,
      { checked: 'false' },
    ],
    ['region', 'Edits'],
    ['button', '1 change on Contoso VPN (IPv4 and IPv6) – Edits'],
    ['button', 'Discard all'],
    ['button', 'Review and apply…'],
  ]);
  await app.traffic.choose('Contoso VPN', 'Set IPv4 and IPv6 apart');
  await expectElements([
    ['switch', 'Use for internet traffic: Contoso VPN, IPv4'],
    ['switch', 'Use for internet traffic: Contoso VPN, IPv6'],
  ]);
  await press('Control+z');
  await expectAnnounced(/Edit of “Use for internet traffic” discarded/);
  await press('Control+z');
  await expect(app.interfaces.edits).toBeHidden();
});

test('the interfaces, and the details of one', async () => {
  await press('Control+2');
  await expect(app.interfaces.table).toBeVisible();
  await expectAccessible(window);
  await app.interfaces.table
    .getByTestId(/^ip-interface-/)
    .first()
    .focus();
  await press('Enter');
  const pane = window.getByRole('complementary');
  await app.interfaces.unfold(pane);
  await expectAccessible(window);
  await expectElements([
    ['grid', 'IP interfaces'],
    ['checkbox', 'Select Contoso VPN, IPv4'],
    ['searchbox', 'Search interfaces'],
    ['complementary', /^Details of .+, IPv[46]$/],
    ['searchbox', 'Filter fields'],
    ['switch', 'Disable default routes', /Use for internet traffic.*Default: Off\./],
    ['textbox', 'MTU', /The largest packet.* bytes\./],
    ['radio', 'Automatic', /chooses? the interface metric/],
    ['radio', 'Fixed', /A fixed number turns the automatic metric off/],
  ]);
  await press('Escape');
  await expect(pane).toBeHidden();
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
});

test('what other programs change, what is searched and what is wrong is said aloud', async () => {
  await app.interfaces.search.fill('VPN');
  await expectAnnounced(/4 interfaces match/);
  await app.interfaces.search.fill('');
  simulatedControl(state, 'set', ethernet, 'ipv4', 'NlMtu', '1400');
  await expectAnnounced(/1 value changed on Ethernet/);
  await window.getByRole('row').filter({ hasText: 'Contoso VPN' }).first().click();
  await app.interfaces.edit('NlMtu', 12);
  await expectAnnounced(/Enter a number from 576 to/);
  await expectElements([['textbox', 'MTU', /largest packet/, { invalid: 'true' }]]);
  await app.interfaces.edit('NlMtu', 1300);
  await expectElements([['button', 'Discard edit of MTU']]);
  await app.interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
  await expectAnnounced(/All edits discarded/);
  await window.getByRole('button', { name: 'Close details' }).click();
});

test('the routes, with an answer and with an address that is none', async () => {
  await press('Control+3');
  const table = window.getByRole('grid', { name: 'Routes' });
  await expect(table).toBeVisible();
  await press('Control+f');
  const box = window.getByRole('textbox', { name: 'Look up an address' });
  await expect(box).toBeFocused();
  await window.keyboard.type('10.20.30.40');
  await press('Enter');
  await expect(main('Routes')).toContainText('Packets to 10.20.30.40 leave through');
  await expect(table.locator('[role="row"][aria-selected="true"]')).toContainText('10.20.0.0/16');
  await expectAccessible(window);
  await expectAnnounced(/Packets to 10\.20\.30\.40 leave through/);
  await expectElements([
    ['main', 'Routes'],
    ['grid', 'Routes'],
    ['textbox', 'Look up an address'],
  ]);
  await box.fill('10.20.30');
  await press('Enter');
  await expect(main('Routes')).toContainText('isn’t an IP address');
  await expectAccessible(window);
});

test('the empty history', async () => {
  await press('Control+4');
  await expect(main('History')).toContainText('No changes yet.');
  await expectAccessible(window);
});

test('the keyboard shortcuts', async () => {
  await press('F1');
  const dialog = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  for (const page of [
    'Internet traffic',
    'Interfaces',
    'Routes',
    'History',
    'Lasting settings',
    'Help and support',
  ]) {
    await expect(dialog.getByRole('cell', { name: page, exact: true })).toBeVisible();
  }
  await expectAccessible(window);
  await press('Escape');
  await expect(dialog).toBeHidden();
  // The page is there again for screen readers, and focus is where it was.
  await expect(window.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'History' })).toBeFocused();
});

test('by keyboard alone: edit, review, apply, keep, and restore from the history', async () => {
  await press('Control+2', 'F6');
  await expect(window.locator('[role="row"]:focus')).toHaveCount(1);
  await press('Enter');
  await tabTo(app.interfaces.field('DisableDefaultRoutes').getByRole('switch'));
  await press('Space', 'Control+Enter');
  await expect(app.interfaces.review).toBeVisible();
  await expectAccessible(window);
  await expectElements([
    ['dialog', /^Turn “Use for internet traffic” (on|off) for .+\? – Review changes$/],
    ['combobox', 'Try it first: time to press Keep'],
    ['button', /^Apply( anyway)?$/],
    ['button', 'Cancel'],
  ]);
  await tabTo(app.interfaces.review.getByRole('button', { name: /^Apply/ }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await expect(app.interfaces.countdown.getByRole('timer', { name: 'Time left' })).toHaveAttribute(
    'aria-live',
    'off',
  );
  await expectAccessible(window);
  await expectAnnounced(
    /Changes applied\. Keep within 1 minute, or they revert\. F8 moves to the question\./,
  );
  await expectElements([
    ['region', 'Keep these changes?'],
    ['timer', 'Time left'],
    ['button', 'Keep'],
    ['button', 'Revert now'],
  ]);
  await press('F8');
  await tabTo(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeHidden();

  await press('Control+4');
  const list = window.getByRole('list', { name: 'Changes' });
  await tabTo(list.getByRole('button').first());
  await press('Enter');
  const pane = window.getByRole('complementary');
  await expect(pane.getByText('Kept')).toBeVisible();
  await expectAccessible(window);
  await expectElements([
    ['list', 'Changes'],
    ['button', /^Undo change of “Use for internet traffic” on .+ \(IPv[46]\), .+$/],
  ]);
  await tabTo(pane.getByRole('button', { name: /^Undo change of / }));
  await press('Enter');
  await tabTo(app.interfaces.review.getByRole('button', { name: /^Undo/ }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeVisible();
  await press('F8');
  await tabTo(app.interfaces.countdown.getByRole('button', { name: 'Keep' }));
  await press('Enter');
  await expect(app.interfaces.countdown).toBeHidden();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(list.getByRole('listitem').first()).toContainText('Undo:');
});

test('F6 leads through the regions in reading order', async () => {
  await press('Control+4');
  const regions: (string | null)[] = [];
  await window.getByRole('navigation', { name: 'Pages' }).getByRole('button').first().focus();
  for (let step = 0; step < 3; step += 1) {
    regions.push(
      await window.evaluate(
        () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
      ),
    );
    await press('F6');
  }
  expect(regions).toEqual(['navigation', 'main', 'details']);
});
