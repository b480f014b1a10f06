// SPDX-License-Identifier: MIT
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refused } from './bridge-double';
import { findDialog, openWindow, prepareWindowTests } from './render-app';

prepareWindowTests();

const page = () => screen.findByRole('main', { name: 'Help and support' });
const button = async (name: string) => within(await page()).findByRole('button', { name });

describe('the page Help and support', () => {
  it('stands at the foot of the navigation, and the menu leads there', async () => {
    const window = openWindow();
    const navigation = await screen.findByRole('navigation', { name: 'Pages' });
    const names = within(navigation)
      .getAllByRole('button')
      .map((one) => one.getAttribute('aria-label'));
    expect(names.at(-1)).toBe('Help and support');
    act(() => {
      window.notify.app.menuCommand('help');
    });
    expect(await page()).toBeTruthy();
  });

  it('offers what support asks for', async () => {
    const window = openWindow({
      page: 'help',
      handlers: { support: { openFile: () => null, computer: () => 'PC-7' } },
    });
    await window.user.click(await button('Copy summary'));
    expect(await screen.findByText('Summary for support copied.')).toBeTruthy();
    await window.user.click(await button('Open a file from support…'));
    expect(window.callsTo('support.openFile')).toHaveLength(1);
    await window.user.click(await button('Save report…'));
    const dialog = await findDialog('Save report');
    await window.user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await window.user.click(await button('Go to History'));
    expect(await screen.findByRole('main', { name: 'History' })).toBeTruthy();
  });

  it('says where the documents are', async () => {
    const window = openWindow({ page: 'help' });
    await window.user.click(await button('Copy path'));
    expect(window.callsTo('app.copyText')).toEqual([['/opt/interface-panel/documentation']]);
  });

  it('says where the log is', async () => {
    const window = openWindow({ page: 'help' });
    await window.user.click(await button('Copy log path'));
    expect(window.callsTo('app.copyText')).toEqual([
      ['/home/user/.config/Interface Panel/linux/log.jsonl'],
    ]);
  });

  it('says which version and build this is, and what everything in it is licensed by', async () => {
    const window = openWindow({ page: 'help' });
    const main = await page();
    expect(await within(main).findByText('0.1.0, build 0123456789ab')).toBeTruthy();
    expect(within(main).getByText('/opt/interface-panel/LICENSES.chromium.html')).toBeTruthy();
    await window.user.click(within(main).getByText('Licences of everything shipped (2)'));
    expect(within(main).getByText(/^react 19\.3\.1/).textContent).toContain('MIT');
    expect(within(main).getByText('Permission is hereby granted')).toBeTruthy();
    expect(within(main).getByText('The package holds no text of its own.')).toBeTruthy();
  });

  it('still offers everything where the build left no record', async () => {
    const about = () => {
      throw new Refused({ code: 'internal', message: 'No such file.' });
    };
    openWindow({ page: 'help', handlers: { app: { about } } });
    expect(await screen.findByText('What the program is made of can’t be read.')).toBeTruthy();
    expect(await button('Save report…')).toBeTruthy();
  });
});
