// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { remoteSessionOf } from '../../../electron/routes/remote-session';

describe('the session of this program', () => {
  it.each([
    [{ SSH_CONNECTION: '203.0.113.9 50000 192.0.2.5 22' }, '203.0.113.9', '192.0.2.5'],
    [{ SSH_CONNECTION: '2001:db8::9 50000 2001:db8::5 22' }, '2001:db8::9', '2001:db8::5'],
    [{ SSH_CONNECTION: 'fe80::9%eth0 50000 fe80::5%eth0 22' }, 'fe80::9%eth0', 'fe80::5%eth0'],
    [{ SSH_CONNECTION: '203.0.113.9' }, '203.0.113.9', null],
    [{ SESSIONNAME: 'RDP-Tcp#0' }, null, null],
  ])('is remote: %j', (environment, client, server) => {
    expect(remoteSessionOf(environment)).toEqual({ client, server });
  });

  it.each([
    {},
    { SSH_CONNECTION: '' },
    { SSH_CONNECTION: 'UNKNOWN 65535 UNKNOWN 65535' },
    { SESSIONNAME: 'Console' },
  ])('is local: %j', (environment) => {
    expect(remoteSessionOf(environment)).toBeNull();
  });
});
