// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { AdapterKind } from '../../../electron/contract/adapter-kind';
import type { Adapter } from '../../../electron/contract/snapshot';
import { adapterKind } from '../../../electron/native/adapter-kind';
import { knownAdapters } from '../../../electron/native/known-adapters';
import { adapter } from '../renderer/sample-snapshot';

function kindOf(some: Partial<Adapter>, ...addresses: string[]): AdapterKind {
  return adapterKind(adapter(some), addresses);
}

/** What makers call the adapters of their VPNs. */
const vpnDescriptions = [
  'Juniper Networks Virtual Adapter',
  'Check Point Virtual Network Adapter For Endpoint VPN Client',
  'Zscaler Network Adapter 1.0.2.0',
  'SonicWall NetExtender Adapter',
  'Cisco Secure Client Virtual Miniport Adapter for Windows x64',
  'Cisco AnyConnect Virtual Miniport Adapter for Windows x64',
  'Fortinet SSL VPN Virtual Ethernet Adapter',
  'F5 Networks VPN Adapter',
  'ExpressVPN TAP Adapter',
  'NordVPN TAP Adapter',
  'Sophos TAP Adapter',
  'Array Networks SSL VPN Adapter',
  'ZeroTier Virtual Port',
  'LogMeIn Hamachi Virtual Ethernet Adapter',
  'TAP-ProtonVPN Windows Adapter V9',
  'TAP-Windows Adapter V9',
  'PANGP Virtual Ethernet Adapter Secure',
  'Citrix Virtual Adapter',
  'Ivanti Secure Access Virtual Adapter',
  'Kerio Virtual Network Adapter',
  'Barracuda Network Access Client Virtual Adapter',
  'WatchGuard Mobile VPN TAP',
  'VPN Client Adapter - VPN',
];

describe('the kind of an adapter', () => {
  it.each(vpnDescriptions)('is a VPN: %s', (description) => {
    expect(kindOf({ description })).toBe('vpn');
  });

  it.each([
    'Intel(R) Ethernet Connection (17) I219-LM',
    'Realtek PCIe GbE Family Controller #2',
    'Marvell AQtion 10Gbit Network Adapter',
    'ASIX USB to Gigabit Ethernet Family Adapter',
    'Remote NDIS Compatible Device',
    'Bluetooth Device (Personal Area Network)',
    'Killer E2600 Gigabit Ethernet Controller',
    '',
  ])('is no VPN: %s', (description) => {
    expect(kindOf({ description })).toBe('ethernet');
  });

  it.each([
    ['vpn', { driver: 'TAP0901', description: 'Ethernet adapter' }],
    ['vpn', { driver: 'wintun', type: 53 }],
    ['virtual-switch', { driver: 'vms_mp', description: 'Contoso VPN switch' }],
    ['virtual-switch', { description: 'Hyper-V Virtual Ethernet Adapter #3' }],
    ['virtual-switch', { description: 'VirtualBox Host-Only Ethernet Adapter' }],
    ['loopback', { type: 24 }],
    ['wi-fi', { type: 71 }],
    ['vpn', { type: 53 }],
    ['other', { type: 131, tunnelType: 14, description: 'Teredo Tunneling Pseudo-Interface' }],
    ['other', { type: 9999 }],
  ] as const)('is %s by driver, description, type and tunnel type', (kind, some) => {
    expect(kindOf(some)).toBe(kind);
  });

  it.each([
    ['vpn', { linkKind: 'tun', tunType: 1 }],
    ['vpn', { linkKind: 'wireguard' }],
    ['vpn', { linkKind: 'xfrm' }],
    ['vpn', { linkKind: 'ppp' }],
    ['virtual-switch', { linkKind: 'bridge' }],
    // A virtual machine's tap in a bridge.
    ['other', { linkKind: 'tun', tunType: 2, master: '7' }],
    ['ethernet', { linkKind: 'veth', master: '7' }],
  ] as const)('is %s by what the kernel says of the link', (kind, some) => {
    expect(kindOf(some)).toBe(kind);
  });

  it('is a translator by the address it gives itself, or by its name', () => {
    const tunnel = { linkKind: 'tun', tunType: 1 } as const;
    expect(kindOf({ ...tunnel, alias: 'tun3' }, '192.0.0.1')).toBe('translator');
    expect(kindOf({ ...tunnel, alias: 'clat' })).toBe('translator');
    expect(kindOf({ ...tunnel, alias: 'tun3' }, '192.0.0.9')).toBe('vpn');
    expect(kindOf({ linkKind: 'veth', alias: 'clat' })).toBe('ethernet');
  });

  it('comes from a table in which every line says whose it is and is written to be compared', () => {
    for (const { source, drivers = [], descriptions = [] } of knownAdapters) {
      expect(source).not.toBe('');
      const texts = [...drivers, ...descriptions];
      expect(texts.length).toBeGreaterThan(0);
      expect(texts).toEqual(texts.map((text) => text.toLowerCase()));
    }
  });
});
