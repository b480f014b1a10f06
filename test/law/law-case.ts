// SPDX-License-Identifier: MIT
// One run of the law as data: what can be shrunk, printed and run again.

import type { Family } from '../../electron/contract/family';

export type LinkKind = 'veth' | 'bridge' | 'ifb' | 'macvlan' | 'tun';

export interface LawLink {
  readonly name: string;
  /** Also its number in addresses. */
  readonly index: number;
  readonly kind: LinkKind;
  /** What a macvlan stands on. */
  readonly parent: string | null;
}

/** Part of the network: `ip` without its first word. It goes with any link that it names. */
export interface LawCommand {
  readonly links: readonly string[];
  readonly text: string;
}

export interface LawSetting {
  readonly link: string;
  readonly script: string;
}

/** What a plan may change on Linux. */
export type LawField =
  | 'DisableDefaultRoutes'
  | 'NlMtu'
  | 'ForwardingEnabled'
  | 'RouterDiscoveryBehavior'
  | 'DadTransmits'
  | 'BaseReachableTime'
  | 'RetransmitTime'
  | 'LinkLocalAddressBehavior';

export interface LawOperation {
  readonly link: string;
  readonly family: Family;
  readonly field: LawField;
}

/** A value that is to last, which the link has from the start; in the twin a shell sees to it. */
export interface LawLasting {
  readonly link: string;
  readonly family: Family;
  readonly field: 'DadTransmits' | 'BaseReachableTime' | 'RetransmitTime';
  readonly value: number;
  /** What sets it, as a line for a shell. */
  readonly script: string;
}

/** When another program acts. */
export const steps = ['prepared', 'applying', 'waiting', 'taking back'] as const;
export type Step = (typeof steps)[number];

export const eventKinds = [
  'link down',
  'link down and up',
  'address added',
  'address removed',
  'route added',
  'route removed',
  'renamed',
  'hardware address',
  'IPv6 off and on',
  'IPv6 off for a while',
  'advertisement',
  'advertisement withdrawn',
  'sysctl',
  'made again',
] as const;
export type EventKind = (typeof eventKinds)[number];

export interface LawEvent {
  readonly kind: EventKind;
  readonly step: Step;
  readonly link: string;
  /** For a shell, in the namespace itself or in that of the neighbours. */
  readonly script: string;
  /** What ends it, while the helper takes back or waits. */
  readonly later: string | null;
  readonly place: 'here' | 'neighbours';
}

export const ends = [
  'revert',
  'deadline',
  'keep',
  'app killed',
  'helper killed',
  'signal',
] as const;
export type End = (typeof ends)[number];

export interface LawCase {
  readonly seed: number;
  readonly links: readonly LawLink[];
  readonly commands: readonly LawCommand[];
  /** What a link starts with, as a line for a shell. */
  readonly settings: readonly LawSetting[];
  /** Links whose neighbour announces itself once before everything. */
  readonly announced: readonly string[];
  readonly operations: readonly LawOperation[];
  /** A keeper runs in the subject if there are any. */
  readonly lasting: readonly LawLasting[];
  readonly events: readonly LawEvent[];
  readonly end: End;
}
