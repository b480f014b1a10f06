// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { isAddress } from '../../../renderer/internet-traffic/use-typed-address';

describe('what is typed as an address', () => {
  it.each([
    '192.0.2.1',
    '2001:db8::1',
    '::ffff:192.0.2.1',
    'fe80::9%br_lan',
    'fe80::9%eth0',
    'fe80::9%Wi-Fi 2',
    'fe80::9%12',
  ])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each(['', 'example.org', '192.0.2', '192.0.2.1%eth0', 'fe80::9%', '%eth0', 'fe80::g%eth0'])(
    '%j is none',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );
});
