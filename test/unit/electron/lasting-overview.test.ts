// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { lastingOverview } from '../../../electron/cli/commands/lasting';
import type { StoredSetting } from '../../../electron/lasting/lasting-settings-codec';
import { sampleSnapshot } from '../renderer/sample-snapshot';
import { contentWith, storedSetting } from './lasting-store';

/** What the terminal says of settings that the keeper has said nothing of. */
const told = (...settings: readonly StoredSetting[]) =>
  lastingOverview({ readLasting: () => contentWith(settings) }, sampleSnapshot());

const state = '  The background service hasn’t looked at it yet.';

describe('what the terminal says of lasting settings', () => {
  it('is one line where both families agree, with the value by the name of the switch', () => {
    const off = storedSetting();
    expect(told(off, storedSetting({ family: 'IPv6' }))).toEqual([
      '“Use for internet traffic” on tun0 (IPv4 and IPv6): Off',
      state,
    ]);
  });

  it('is a line for each where they differ', () => {
    const mtu = storedSetting({ field: 'NlMtu', value: 1400 });
    const other = storedSetting({ field: 'NlMtu', value: 1300, family: 'IPv6' });
    expect(told(mtu, other).toSorted()).toEqual([
      state,
      state,
      'MTU on tun0 (IPv4): 1400 bytes',
      'MTU on tun0 (IPv6): 1300 bytes',
    ]);
  });
});
