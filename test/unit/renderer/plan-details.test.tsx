// SPDX-License-Identifier: MIT
import { within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Refused } from './bridge-double';
import { openReview, openWindow, prepareWindowTests } from './render-app';
import { ethernetLuid } from './sample-snapshot';

prepareWindowTests();

const storedEdit = {
  luid: ethernetLuid,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1500,
  draft: '1400',
} as const;

const details = {
  code: '0A1B2C3D',
  commands: { shell: 'powershell', text: 'Set-NetIPInterface …\n' },
} as const;

async function review(handlers: Parameters<typeof openWindow>[0]) {
  const window = openWindow(handlers);
  return { window, dialog: await openReview(window) };
}

describe('the details of a review', () => {
  it('are closed at first; they show the plan’s code and the commands', async () => {
    const { window, dialog } = await review({
      handlers: { edits: { load: () => [storedEdit] }, changes: { planDetails: () => details } },
    });
    expect(within(dialog).queryByText('0A1B2C3D')).toBeNull();
    await window.user.click(within(dialog).getByRole('button', { name: 'Details' }));
    expect(await within(dialog).findByText('0A1B2C3D')).toBeTruthy();
    const [asked] = window.callsTo('changes.planDetails')[0] ?? [];
    expect(asked).toEqual({
      operations: [
        { luid: ethernetLuid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 },
      ],
      lasting: 'until-reconnect',
      deadline: 60,
    });
  });

  it('are copied in read-only mode, too', async () => {
    const { window, dialog } = await review({
      permission: { kind: 'read-only', reason: 'no-pkexec', detail: '' },
      handlers: { edits: { load: () => [storedEdit] }, changes: { planDetails: () => details } },
    });
    await window.user.click(within(dialog).getByRole('button', { name: 'Copy commands' }));
    expect(window.callsTo('app.copyText')).toEqual([[details.commands.text]]);
  });

  it('say why when there are none', async () => {
    const { window, dialog } = await review({
      handlers: {
        edits: { load: () => [storedEdit] },
        changes: {
          planDetails: () => {
            throw new Refused({ code: 'not-found', message: 'Gone.' });
          },
        },
      },
    });
    await window.user.click(within(dialog).getByRole('button', { name: 'Details' }));
    expect(await within(dialog).findByText(/^The commands can’t be worked out\./)).toBeTruthy();
  });
});
