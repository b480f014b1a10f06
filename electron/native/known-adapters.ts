// SPDX-License-Identifier: MIT
// Adapters of Windows whose type says only "Ethernet", by what their makers call them: the ComponentId of the driver's
// INF file where it is known, else words of the description, which is the name of the device in that file.

import type { AdapterKind } from '../contract/adapter-kind';

export interface KnownAdapter {
  readonly kind: AdapterKind;
  /** Who makes it, and where its names are from. */
  readonly source: string;
  /** ComponentIds, lower case, whole. */
  readonly drivers?: readonly string[];
  /** Parts of descriptions, lower case. */
  readonly descriptions?: readonly string[];
}

/** More special ones first. */
export const knownAdapters: readonly KnownAdapter[] = [
  {
    kind: 'virtual-switch',
    source: 'Hyper-V (wvms_mp_windows.inf)',
    drivers: ['vms_mp', 'vms_vsmp'],
    descriptions: ['hyper-v virtual ethernet', 'hyper-v virtual switch'],
  },
  {
    kind: 'virtual-switch',
    source: 'VMware (netadapter.inf)',
    drivers: ['*vmnetadapter1', '*vmnetadapter8'],
    descriptions: ['vmware virtual ethernet adapter'],
  },
  {
    kind: 'virtual-switch',
    source: 'VirtualBox (VBoxNetAdp6.inf)',
    drivers: ['sun_vboxnetadp'],
    descriptions: ['virtualbox host-only'],
  },
  {
    kind: 'vpn',
    source: 'OpenVPN (tap-windows6, ovpn-dco-win, OpenVPN Connect)',
    drivers: ['tap0901', 'root\\tap0901', 'tapoas', 'ovpn-dco'],
    descriptions: ['tap-windows', 'openvpn', 'data channel offload', 'tap-win32'],
  },
  {
    kind: 'vpn',
    source: 'WireGuard (wireguard-nt, wintun)',
    drivers: ['wireguard', 'wintun'],
    descriptions: ['wireguard', 'wintun', 'amneziawg'],
  },
  { kind: 'vpn', source: 'Palo Alto GlobalProtect', descriptions: ['pangp', 'globalprotect'] },
  {
    kind: 'vpn',
    source: 'Cisco AnyConnect, Secure Client',
    descriptions: ['anyconnect', 'cisco secure client', 'cisco systems vpn'],
  },
  {
    kind: 'vpn',
    source: 'Juniper, Pulse Secure, Ivanti',
    descriptions: [
      'juniper networks virtual adapter',
      'juniper network connect',
      'pulse secure',
      'ivanti secure access',
    ],
  },
  { kind: 'vpn', source: 'Check Point', descriptions: ['check point virtual network adapter'] },
  { kind: 'vpn', source: 'Zscaler', descriptions: ['zscaler'] },
  { kind: 'vpn', source: 'SonicWall', descriptions: ['sonicwall', 'netextender'] },
  { kind: 'vpn', source: 'Fortinet', descriptions: ['fortinet', 'forticlient', 'fortissl'] },
  { kind: 'vpn', source: 'F5', descriptions: ['f5 networks vpn', 'f5 access'] },
  { kind: 'vpn', source: 'Array Networks', descriptions: ['array networks'] },
  { kind: 'vpn', source: 'Citrix', descriptions: ['citrix virtual adapter', 'citrix vpn'] },
  { kind: 'vpn', source: 'Kerio', descriptions: ['kerio virtual network'] },
  { kind: 'vpn', source: 'Barracuda', descriptions: ['barracuda network access'] },
  { kind: 'vpn', source: 'WatchGuard', descriptions: ['watchguard'] },
  {
    kind: 'vpn',
    source: 'ZeroTier',
    drivers: ['zttap300'],
    descriptions: ['zerotier'],
  },
  { kind: 'vpn', source: 'LogMeIn', drivers: ['hamachi'], descriptions: ['hamachi'] },
  { kind: 'vpn', source: 'Tailscale', descriptions: ['tailscale'] },
  { kind: 'vpn', source: 'SoftEther', descriptions: ['vpn client adapter', 'softether'] },
  { kind: 'vpn', source: 'Cloudflare WARP', descriptions: ['cloudflare warp'] },
];

/** What makers of VPNs write of their adapters, whoever they are. */
export const vpnWords = /\b(vpn|tap(-\w+)? (windows )?adapter|ssl tunnel|mobile vpn tap)\b/i;
