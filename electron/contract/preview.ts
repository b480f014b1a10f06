// SPDX-License-Identifier: MIT
// What the window asks about traffic: which way packets go now, and which way they would go after edits.
// Main answers from its newest snapshot with pure functions (electron/routes); nothing is changed by asking.

import type { AdapterKind } from './adapter-kind';
import type { Operation } from './changes';
import type { Family } from './family';
import type { AddressText, Luid } from './snapshot';

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
  /** "Also block internet traffic on other adapters when the VPN is off". */
  readonly blocksOthers: boolean;
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
      /** Route metric plus interface metric. */
      readonly metric: number;
    }
  /** An address of this computer. */
  | { readonly kind: 'this-computer'; readonly luid: Luid }
  /** Several routes are equally good, and the system doesn't document which one it takes. */
  | { readonly kind: 'tie'; readonly luids: readonly Luid[]; readonly metric: number }
  | {
      readonly kind: 'nowhere';
      /** `no-route` or the type of the route or rule that refuses it. */
      readonly reason: 'no-route' | 'unreachable' | 'blackhole' | 'prohibit';
    };

/** Why an address is looked up. */
export type ProbeKind = 'internet' | 'dns' | 'company' | 'typed';

/** One row of "Where addresses go". */
export interface Probe {
  readonly kind: ProbeKind;
  readonly family: Family;
  readonly address: AddressText;
  readonly now: Path;
  readonly after: Path;
  /** Whether the prediction for now agrees with the live lookup; otherwise `after` is not to be shown. */
  readonly isReliable: boolean;
}

/** What one default route offers, by effective metric. */
export interface DefaultRoute {
  readonly luid: Luid;
  readonly metric: number;
}

/** How internet traffic of one family leaves. */
export type InternetTraffic =
  /** Through the adapter whose default route has the lowest effective metric; `next` would follow it. */
  | {
      readonly kind: 'through';
      readonly luid: Luid;
      readonly metric: number;
      readonly next: DefaultRoute | null;
    }
  | { readonly kind: 'tie'; readonly luids: readonly Luid[]; readonly metric: number }
  /** Two half routes (/1 pairs) take it all, whatever default routes there are; one that does alone is named twice. */
  | {
      readonly kind: 'half-routes';
      readonly luid: Luid;
      readonly prefixes: readonly [string, string];
    }
  /** Rules (Linux) lead it another way than the main table, which default routes don't affect. */
  | { readonly kind: 'rules'; readonly luid: Luid }
  | { readonly kind: 'none' };

/** What a default route does for internet traffic now, and why. */
export type Standing =
  | { readonly state: 'wins'; readonly reason: 'lowest' | 'first' }
  | { readonly state: 'tie'; readonly reason: 'tie' }
  | { readonly state: 'standby'; readonly reason: 'higher' | 'later' | 'half-routes' | 'elsewhere' }
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

export interface FamilyTraffic {
  readonly now: InternetTraffic;
  readonly after: InternetTraffic;
}

export type PresetId = 'through-vpn' | 'company-only' | 'system-default';

/** Why a preset cannot work (S9, S10, S11; other-means: rules or marks lead traffic into the VPN). */
export type PresetObstacle = 'no-vpn' | 'no-route' | 'half-routes' | 'other-means';

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
  /** Destinations that the VPN's own routes name, default and half routes not counted. */
  readonly companyNetworks: number;
}

/** Something worth knowing before agreeing to edits; never a reason to refuse them. Worst first. */
export type Warning = { readonly severity: 'danger' | 'warning' | 'notice' } & (
  | { readonly id: 'internet-stops'; readonly family: Family }
  | { readonly id: 'others-blocked'; readonly vpn: Luid; readonly luids: readonly Luid[] }
  | { readonly id: 'remote-session'; readonly luid: Luid }
  | {
      readonly id: 'half-routes';
      readonly family: Family;
      readonly luid: Luid;
      readonly prefixes: readonly [string, string];
    }
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
  /** DNS servers of an adapter would be reached another way than internet traffic. */
  | { readonly id: 'dns-stays'; readonly luid: Luid; readonly servers: readonly AddressText[] }
  /** A program of the system manages the adapter and sets its default route again, unless it is told by its own command. */
  | {
      readonly id: 'managed-adapter';
      readonly luid: Luid;
      readonly manager: 'NetworkManager' | 'systemd-networkd';
      readonly command: string;
    }
  | { readonly id: 'forwarding'; readonly luid: Luid; readonly family: Family }
  | { readonly id: 'weak-host'; readonly luid: Luid; readonly family: Family }
);

/** The answer to a PreviewRequest; all of it belongs to one snapshot. */
export interface Preview {
  readonly traffic: Readonly<Record<Family, FamilyTraffic>>;
  readonly probes: readonly Probe[];
  /** VPNs that are connected, best default route first. */
  readonly vpns: readonly Luid[];
  /** The VPN the presets are about. */
  readonly vpn: Luid | null;
  readonly presets: readonly Preset[];
  /** The preset that needs no edit and whose sentence is true; null: Custom. */
  readonly presetNow: PresetId | null;
  readonly presetAfter: PresetId | null;
  readonly warnings: readonly Warning[];
}
