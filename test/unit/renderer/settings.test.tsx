// SPDX-License-Identifier: MIT
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { preselectedDeadline } from '../../../electron/contract/changes';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { Preferences } from '../../../electron/contract/preferences';
import { Refused } from './bridge-double';
import { openDetails, openReview, openWindow, prepareWindowTests } from './render-app';

prepareWindowTests();

const chosen = (members: Partial<Preferences>) => ({
  preferences: {
    load: () => ({ preferences: { ...defaultPreferences, ...members }, trouble: null }),
  },
});

const choice = (name: string) => screen.findByRole<HTMLSelectElement>('combobox', { name });

/** What is said of a control. */
const descriptionOf = (control: HTMLElement) =>
  document.getElementById(control.getAttribute('aria-describedby') ?? '')?.textContent;

describe('the page Settings', () => {
  it('stands at the foot of the navigation', async () => {
    const window = openWindow();
    const navigation = await screen.findByRole('navigation', { name: 'Pages' });
    const atFoot = within(navigation).getAllByRole('button').slice(-2);
    const labels = atFoot.map((one) => one.getAttribute('aria-label'));
    expect(labels).toEqual(['Settings', 'Help and support']);
    await window.user.click(within(navigation).getByRole('button', { name: 'Settings' }));
    expect(await screen.findByRole('main', { name: 'Settings' })).toBeTruthy();
  });

  it('shows what was chosen and keeps what is chosen, one member at a time', async () => {
    const window = openWindow({ page: 'settings', handlers: chosen({ theme: 'dark' }) });
    const theme = await choice('Theme');
    await waitFor(() => {
      expect(theme.value).toBe('dark');
    });
    await window.user.selectOptions(theme, 'Light');
    expect(theme.value).toBe('light');
    await window.user.selectOptions(await choice('Time to press Keep'), '5 minutes');
    expect(window.callsTo('preferences.store')).toEqual([
      [{ theme: 'light' }],
      [{ deadline: 300 }],
    ]);
  });

  it('offers every language by its own name, and comes back to this page in the one that is chosen', async () => {
    const window = openWindow({ page: 'settings', handlers: chosen({ language: 'en' }) });
    const language = await choice('Language');
    await waitFor(() => {
      expect(language.value).toBe('en');
    });
    const names = within(language)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(names.slice(0, 3)).toEqual(['As the system', 'English', 'Deutsch']);
    await window.user.selectOptions(language, 'Deutsch');
    expect(window.callsTo('preferences.store')).toEqual([[{ language: 'de' }]]);
    cleanup();
    openWindow({ page: 'internet-traffic' });
    expect(await screen.findByRole('main', { name: 'Settings' })).toBeTruthy();
  });

  it('says that a short time is not preselected from afar', async () => {
    openWindow({ page: 'settings', isRemote: true });
    const deadline = await choice('Time to press Keep');
    await waitFor(() => {
      expect(descriptionOf(deadline)).toContain('2 minutes are preselected here');
    });
    expect(deadline.value).toBe('60');
  });
});

describe('starting at sign-in', () => {
  const toggle = () => screen.findByRole<HTMLInputElement>('switch', { name: 'Start at sign-in' });
  const isEnabled = (control: HTMLElement) => control.getAttribute('aria-disabled') !== 'true';

  it('is off until it is switched on, and shows what the system made of it', async () => {
    const window = openWindow({ page: 'settings' });
    await waitFor(async () => {
      expect(isEnabled(await toggle())).toBe(true);
    });
    expect((await toggle()).checked).toBe(false);
    await window.user.click(await toggle());
    expect(window.callsTo('app.startAtSignIn')).toEqual([[true]]);
    await waitFor(async () => {
      expect((await toggle()).checked).toBe(true);
    });
  });

  it('that came to nothing says why and stays as it is', async () => {
    const window = openWindow({
      page: 'settings',
      handlers: {
        app: {
          startAtSignIn: () => {
            throw new Refused({ code: 'file', message: 'EROFS' });
          },
        },
      },
    });
    await waitFor(async () => {
      expect(isEnabled(await toggle())).toBe(true);
    });
    await window.user.click(await toggle());
    expect((await screen.findByRole('alert')).textContent).toContain('can’t be written');
    expect((await toggle()).checked).toBe(false);
  });

  it('says why it cannot be told whether it is on', async () => {
    const window = openWindow({
      page: 'settings',
      handlers: {
        app: {
          signInStart: () => {
            throw new Refused({ code: 'file', message: 'EACCES' });
          },
        },
      },
    });
    expect((await screen.findByRole('alert')).textContent).not.toBe('');
    await window.user.click(await toggle());
    expect(window.callsTo('app.startAtSignIn')).toEqual([]);
  });

  it.each([
    ['demo', 'The demo doesn’t start by itself.'],
    ['not-installed', 'wasn’t installed in'],
  ] as const)('is impossible for the %s, which is said', async (reason, text) => {
    const window = openWindow({
      page: 'settings',
      handlers: { app: { signInStart: () => ({ kind: 'impossible', reason }) } },
    });
    await waitFor(async () => {
      expect(descriptionOf(await toggle())).toContain(text);
    });
    await window.user.click(await toggle());
    expect(isEnabled(await toggle())).toBe(false);
    expect(window.callsTo('app.startAtSignIn')).toEqual([]);
  });
});

describe('the time until revert', () => {
  it.each([
    [60, false, 60],
    [60, true, 120],
    [120, true, 120],
    [600, true, 600],
    [600, false, 600],
  ] as const)('of %i s, remote %s, is preselected as %i s', (preferred, isRemote, expected) => {
    expect(preselectedDeadline(preferred, isRemote)).toBe(expected);
  });

  it.each([
    [{}, false, '60'],
    [{}, true, '120'],
    [{ deadline: 300 }, false, '300'],
    [{ deadline: 300 }, true, '300'],
  ] as const)(
    'chosen as %j, remote %s, begins a review with %s s',
    async (members, isRemote, expected) => {
      const window = openWindow({ isRemote, handlers: chosen(members) });
      const pane = await openDetails(window, /Ethernet IPv4/);
      await window.user.click(
        within(within(pane).getByTestId('field-DisableDefaultRoutes')).getByRole('switch'),
      );
      const review = await openReview(window);
      const deadline = within(review).getByRole<HTMLSelectElement>('combobox', {
        name: 'Try it first: time to press Keep',
      });
      expect(deadline.value).toBe(expected);
    },
  );
});
