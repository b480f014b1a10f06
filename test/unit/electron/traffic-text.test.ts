// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../../electron/contract/snapshot';
import { trafficText } from '../../../electron/shell/tray-text';

const adapters = [
  { luid: '1', alias: 'Ethernet', description: 'Intel' },
  { luid: '2', alias: ' ', description: 'WireGuard' },
  { luid: '3', alias: '🛜'.repeat(200), description: '' },
  { luid: '4', alias: 'a\nIPv6: b\u202e', description: '' },
] as unknown as readonly Adapter[];

const whole = { share: 1, rest: [], source: null };
const through = (luid: string) =>
  ({ kind: 'through', luid, metric: 1, next: null, table: 254, ...whole }) as const;

describe('the tooltip of the tray', () => {
  it('names the adapter of each family', () => {
    expect(trafficText({ IPv4: through('1'), IPv6: through('2') }, adapters)).toBe(
      'Internet traffic\nIPv4: Ethernet\nIPv6: WireGuard',
    );
  });

  it('says where there is no way, or more than one', () => {
    const tie = {
      kind: 'tie',
      luids: ['1', '2'],
      metric: 1,
      choice: 'undocumented',
      ...whole,
    } as const;
    expect(trafficText({ IPv4: tie, IPv6: { kind: 'none', ...whole } }, adapters)).toBe(
      'Internet traffic\nIPv4: Ethernet or WireGuard\nIPv6: no way to the internet',
    );
  });

  it('has room for both families whatever the names are', () => {
    const text = trafficText({ IPv4: through('3'), IPv6: through('1') }, adapters);
    expect(text.length).toBeLessThanOrEqual(127);
    expect(text).toContain('IPv6: Ethernet');
  });

  it('says each family in one line, whatever a name holds', () => {
    const text = trafficText({ IPv4: through('4'), IPv6: through('1') }, adapters);
    expect(text).toBe('Internet traffic\nIPv4: a\\u{A}IPv6: b\\u{202E}\nIPv6: Ethernet');
  });

  it('names an adapter that is gone by its LUID', () => {
    const text = trafficText({ IPv4: through('9'), IPv6: through('9') }, adapters);
    expect(text).toContain('LUID 9');
  });
});
