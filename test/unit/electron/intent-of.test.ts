// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { Preset } from '../../../electron/contract/preview';
import { intentOf } from '../../../electron/contract/intent-of';
import { ethernetLuid, vpnLuid } from '../renderer/sample-snapshot';

const off = (luid: string): Operation => ({
  luid,
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
});
const on = (luid: string): Operation => ({ ...off(luid), expected: 1, value: 0 });
const preset = (id: Preset['id'], operations: readonly Operation[]): Preset => ({
  id,
  obstacle: null,
  operations,
  exceptions: [],
  internetLuid: null,
  companyNetworks: 0,
});
const split = { kind: 'split-tunnelling', vpn: vpnLuid, blocksOthers: false } as const;

describe('what is meant by operations', () => {
  it.each([
    [[off(vpnLuid)], [preset('company-only', [off(vpnLuid)])], { ...split, isOn: true }],
    [[on(vpnLuid)], [preset('through-vpn', [on(vpnLuid)])], { ...split, isOn: false }],
    [
      [on(vpnLuid), off(ethernetLuid)],
      [preset('through-vpn', [on(vpnLuid)])],
      { ...split, isOn: false, blocksOthers: true },
    ],
    [
      [on(vpnLuid)],
      [preset('through-vpn', [on(vpnLuid)]), preset('system-default', [on(vpnLuid)])],
      { ...split, isOn: false },
    ],
    [[on(vpnLuid)], [preset('system-default', [on(vpnLuid)])], { kind: 'system-default' }],
    [[off(vpnLuid), off(ethernetLuid)], [preset('company-only', [off(vpnLuid)])], undefined],
    [[off(ethernetLuid)], [preset('company-only', [off(vpnLuid)])], undefined],
    [[off(ethernetLuid)], [preset('through-vpn', [])], undefined],
  ])('%j', (operations, presets, intent) => {
    expect(intentOf(operations, { presets, vpn: vpnLuid })).toEqual(intent);
  });

  it('is nothing where a preset cannot work, or before there is an answer', () => {
    const hindered = { ...preset('company-only', [off(vpnLuid)]), obstacle: 'no-vpn' } as const;
    expect(intentOf([off(vpnLuid)], { presets: [hindered], vpn: vpnLuid })).toBeUndefined();
    expect(intentOf([off(vpnLuid)], undefined)).toBeUndefined();
  });
});
