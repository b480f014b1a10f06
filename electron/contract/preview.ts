// SPDX-License-Identifier: MIT
// What the window asks about traffic: which way packets go now, and which way they would go after edits.
// Main answers from its newest snapshot with pure functions (electron/routes); nothing is changed by asking.

import type { ManagerName } from './manager-name';
import type { AdapterKind } from './adapter-kind';
import type { Operation } from './operation';
import type { Family } from './family';
import type { AddressText, Luid } from './snapshot';

/** Prefixes are counted up to one more than these: a table may send every other one of 200,000 another way. */
export const mostCounted = 1000;

/** Kinds of adapters that the user corrected; all others are recognised. */
export type AdapterKinds = Readonly<Record<Luid, AdapterKind>>;

/** Asks for a preview of edits. */
export interface PreviewRequest {
  /** Valid edits; an empty list asks about now alone. */
  readonly operations: readonly Operation[];
  /** Addresses the user typed, looked up besides the usual ones. */
  readonly addresses: readonly AddressText[];
  readonly kinds: AdapterKinds;
  /** The VPN that the presets are about; null: the connected one that would carry internet traffic first. */
  readonly vpn: Luid | null;
  /** "Also block internet traffic on other adapters when the VPN is off"; null: as it is with the operations. */
  readonly blocksOthers: boolean | null;
}

/** Which way packets to an address go. */
export type Path =
  | {
      readonly kind: 'through';
      readonly luid: Luid;
      /** null: on-link, without a gateway. */
      readonly nextHop: AddressText | null;
      readonly destination: AddressText;
      readonly prefixLength: number;
      /** Linux: the table of the route. */
      readonly table: number;
      /** Route metric plus interface metric. */
      readonly metric: number;
      /** The source address without which no way would be found; else null. */
      readonly source: AddressText | null;
      /** Whether the adapter is; packets into one that isn't are lost. */
      readonly isConnected: boolean;
    }
  /** An address of this computer. */
  | { readonly kind: 'this-computer'; readonly luid: Luid }
  /** Several routes are equally good, and the system doesn't document which one it takes. */
  | { readonly kind: 'tie'; readonly luids: readonly Luid[]; readonly metric: number }
  | {
      readonly kind: 'nowhere';
      /** `no-route` or the type of the route or rule that refuses it. */
      readonly reason: 'no-route' | 'unreachable' | 'blackhole' | 'prohibit';
      /** Of the route that refuses it; null: a rule does, or there is none. */
      readonly prefix: string | null;
    };

/** Why an address is looked up; a name server may be the VPN's or no adapter's in particular. */
export type ProbeKind = 'internet' | 'dns' | 'system-dns' | 'company' | 'typed';

/** One row of "Where addresses go". */
export interface Probe {
  readonly kind: ProbeKind;
  readonly family: Family;
  readonly address: AddressText;
  /** Whether the address is the internet's, and no private or reserved one. */
  readonly isInternet: boolean;
  readonly now: Path;
  readonly after: Path;
  /**
   * Which way it would go from now with the choice "Only company traffic through the VPN"; null where that can't be
   * chosen, and for addresses that nobody typed.
   */
  readonly split: Path | null;
  /** Whether the prediction for now agrees with the live lookup; otherwise `after` is not to be shown. */
  readonly isReliable: boolean;
}

/** What one default route offers, by effective metric. */
export interface DefaultRoute {
  readonly luid: Luid;
  readonly metric: number;
}

/** Where packets to the internet go, and no more than that. */
export type InternetWay =
  | { readonly kind: 'through'; readonly luid: Luid }
  /** Several are equally good, and the system doesn't document which one it takes. */
  | { readonly kind: 'tie'; readonly luids: readonly Luid[] }
  /** Into an adapter that isn't connected. */
  | { readonly kind: 'lost'; readonly luid: Luid }
  | { readonly kind: 'dropped'; readonly reason: 'unreachable' | 'blackhole' | 'prohibit' }
  /** A route says that its addresses are this computer's. */
  | { readonly kind: 'stays'; readonly luid: Luid }
  | { readonly kind: 'none' };

/** A part of the internet that goes a way of its own. */
export interface InternetPart {
  readonly way: InternetWay;
  /** Of all addresses of the internet, own networks not counted: above 0, at most 1. */
  readonly share: number;
  /** How many prefixes hold it, counted to one more than a thousand, and the first of them, "203.0.114.0/24". */
  readonly networks: number;
  readonly examples: readonly string[];
  /** The source address without which no way would be found; else null. */
  readonly source: AddressText | null;
}

/**
 * Which of several ways is taken: any, as far as is documented (Windows); the first whose gateway answers (default
 * routes of IPv4 on Linux); or each by a share of the packets, since one route has them all (multipath).
 */
export type TieChoice = 'undocumented' | 'first-to-answer' | 'shared';

/** By what the largest part of the internet goes its way. */
export type InternetMeans =
  /** The adapter whose default route has the lowest effective metric; `next` would follow it. */
  | {
      readonly kind: 'through';
      readonly luid: Luid;
      readonly metric: number;
      readonly next: DefaultRoute | null;
      /** Linux: the table of the route; another than main is asked after main. */
      readonly table: number;
    }
  | {
      readonly kind: 'tie';
      readonly luids: readonly Luid[];
      readonly metric: number;
      readonly choice: TieChoice;
    }
  /** Routes that are more special than default routes take it, whatever default routes there are; the widest are named. */
  | {
      readonly kind: 'wide-routes';
      readonly luid: Luid;
      readonly routes: number;
      readonly prefixes: readonly string[];
    }
  /** Rules (Linux) lead it another way than the main table, which default routes don't affect. */
  | { readonly kind: 'rules'; readonly luid: Luid; readonly table: number }
  | { readonly kind: 'lost'; readonly luid: Luid; readonly prefixes: readonly string[] }
  | {
      readonly kind: 'dropped';
      readonly reason: 'unreachable' | 'blackhole' | 'prohibit';
      /** The route that drops it; null: a rule does. */
      readonly route: {
        readonly prefix: string;
        readonly table: number;
        readonly metric: number;
      } | null;
    }
  | { readonly kind: 'stays'; readonly luid: Luid }
  | { readonly kind: 'none' };

/** How internet traffic of one family leaves: the way of its largest part, and all that goes another way. */
export type InternetTraffic = InternetMeans & {
  readonly share: number;
  /** Largest first. */
  readonly rest: readonly InternetPart[];
  /** The source address without which no way would be found (IPv6 routes that are limited to sources); else null. */
  readonly source: AddressText | null;
};

/** Traffic that routes take which are more special than default routes. */
export type WideTraffic = Extract<InternetTraffic, { readonly kind: 'wide-routes' }>;

/** Packets that a plain lookup doesn't tell about. */
export type SpecialPackets =
  | { readonly kind: 'marked'; readonly mark: number; readonly mask: number }
  | { readonly kind: 'of-user'; readonly first: number; readonly last: number }
  | { readonly kind: 'from'; readonly source: AddressText };

/** Packets to the internet that go another way than all others, since rules or routes look for them. */
export interface SpecialTraffic {
  readonly packets: SpecialPackets;
  readonly way: InternetWay;
}

/** What a default route does for internet traffic now, and why. */
export type Standing =
  | { readonly state: 'wins'; readonly reason: 'lowest' | 'first' }
  | { readonly state: 'tie'; readonly reason: 'tie' }
  | { readonly state: 'standby'; readonly reason: 'higher' | 'later' | 'wide-routes' | 'elsewhere' }
  | {
      readonly state: 'ignored';
      readonly reason: 'disconnected' | 'off' | 'link-down' | 'expired' | 'no-rule';
    }
  /** It is for some packets alone. */
  | { readonly state: 'partly'; readonly reason: 'by-rules' | 'by-source' | 'by-service' }
  /** It leads nowhere by its type. */
  | { readonly state: 'refuses'; readonly reason: 'refuses' };

/** Where one default route stands. */
export interface DefaultRouteStanding {
  /** Its `routeId`. */
  readonly route: string;
  readonly standing: Standing;
}

/** What IPsec policies do with packets that leave, whatever way they are routed. */
export interface IpsecTraffic {
  readonly action: 'encrypts' | 'blocks';
  /** Whether they look for more than the destination: a mark, a protocol, ports, a link or a user. */
  readonly isForSome: boolean;
  /** How many prefixes, and the first of them. */
  readonly count: number;
  readonly destinations: readonly string[];
}

export interface FamilyTraffic {
  readonly now: InternetTraffic;
  readonly after: InternetTraffic;
  /** Now, of packets that a person may not think of. */
  readonly special: readonly SpecialTraffic[];
  readonly ipsec: readonly IpsecTraffic[];
}

/** Whether company traffic of one family goes through the VPN: what lookups send to company networks, or everything. */
export interface CompanyTraffic {
  readonly now: boolean;
  readonly after: boolean;
}

export type PresetId = 'through-vpn' | 'company-only' | 'system-default';

/**
 * Why a preset cannot work (S9, S10, S11). other-means: rules lead traffic into the VPN; outranked: the VPN's default
 * routes are used and carry nothing all the same.
 */
export type PresetObstacle = 'no-vpn' | 'no-route' | 'wide-routes' | 'other-means' | 'outranked';

/** A ready-made choice, as it would come out now. */
export interface Preset {
  readonly id: PresetId;
  readonly obstacle: PresetObstacle | null;
  /** What choosing it edits, from the values that are there now; empty where nothing is to be changed. */
  readonly operations: readonly Operation[];
  /** Families that would not go the way the preset says, and through which adapter they leave instead. */
  readonly exceptions: readonly { readonly family: Family; readonly luid: Luid | null }[];
  /** The adapter that websites leave through after this preset; null where none does. */
  readonly internetLuid: Luid | null;
  /** Networks that lookups send into the VPN and that are neither the internet nor this computer's own; see `networks`. */
  readonly companyNetworks: number;
}

/** DNS servers that an adapter has. */
export interface NameServersOf {
  readonly luid: Luid;
  readonly addresses: readonly AddressText[];
}

/** Something worth knowing before agreeing to edits; never a reason to refuse them. Worst first. */
export type Warning = { readonly severity: 'danger' | 'warning' | 'notice' } & (
  | { readonly id: 'internet-stops'; readonly family: Family }
  | { readonly id: 'others-blocked'; readonly vpn: Luid; readonly luids: readonly Luid[] }
  | { readonly id: 'remote-session'; readonly luid: Luid }
  | { readonly id: 'wide-routes'; readonly family: Family; readonly traffic: WideTraffic }
  | { readonly id: 'vpn-by-rules'; readonly family: Family; readonly luid: Luid }
  /** The adapter loses its default route, and no host route leads to the server of the VPN. */
  | { readonly id: 'no-host-route'; readonly luid: Luid; readonly vpn: Luid }
  | {
      readonly id: 'one-family';
      readonly luid: Luid;
      readonly changed: Family;
      readonly unchanged: Family;
      /** What "Apply to both" would add. */
      readonly operations: readonly Operation[];
    }
  /** DNS servers of these adapters would be reached another way than internet traffic. */
  | { readonly id: 'dns-stays'; readonly servers: readonly NameServersOf[] }
  /** A program of the system manages the adapter and sets its default route again, unless it is told by its own command. */
  | {
      readonly id: 'managed-adapter';
      readonly luid: Luid;
      readonly manager: ManagerName;
      readonly command: string;
    }
  | { readonly id: 'forwarding'; readonly luid: Luid; readonly family: Family }
  | { readonly id: 'weak-host'; readonly luid: Luid; readonly family: Family }
);

/** What leads internet traffic besides default routes. */
export type OtherMeans = 'wide-routes' | 'rules';

/** Programs that are known by the routes and rules they make. */
export type VpnProgram =
  'OpenVPN' | 'wg-quick' | 'WireGuard' | 'Tailscale' | 'strongSwan' | 'NetworkManager';

/** Something worth knowing about how things are now, which no switch of this program mends. */
export type Advice =
  /** A program leads internet traffic into its adapter by what switches don't affect. */
  | {
      readonly id: 'other-means';
      readonly luid: Luid;
      readonly families: readonly Family[];
      readonly means: OtherMeans;
      /** null: not recognised. */
      readonly program: VpnProgram | null;
      /** Prefixes of its routes, or the number of its table. */
      readonly evidence: readonly string[];
    }
  /** Own networks of another adapter go into the VPN. */
  | {
      readonly id: 'lan-into-vpn';
      readonly vpn: Luid;
      readonly luid: Luid;
      readonly networks: readonly string[];
      /** What gives them back: a higher metric of the VPN; empty where that doesn't. */
      readonly operations: readonly Operation[];
    };

/** The answer to a PreviewRequest; all of it belongs to one snapshot. */
export interface Preview {
  readonly traffic: Readonly<Record<Family, FamilyTraffic>>;
  /** Of the VPN the presets are about. */
  readonly company: Readonly<Record<Family, CompanyTraffic>>;
  readonly probes: readonly Probe[];
  /** VPNs that are connected, the one that carries most internet traffic first. */
  readonly vpns: readonly Luid[];
  /** The VPN the presets are about. */
  readonly vpn: Luid | null;
  /** Whether the presets are about blocking other adapters too: what was asked for, else what is so with the operations. */
  readonly blocksOthers: boolean;
  readonly presets: readonly Preset[];
  /** The preset that needs no edit and whose sentence is true; null: Custom. */
  readonly presetNow: PresetId | null;
  readonly presetAfter: PresetId | null;
  /** All that would need no further edit and whose sentence would be true, `presetAfter` first. */
  readonly presetsAfter: readonly PresetId[];
  readonly advice: readonly Advice[];
  readonly warnings: readonly Warning[];
}
