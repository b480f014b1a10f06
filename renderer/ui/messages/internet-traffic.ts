// SPDX-License-Identifier: MIT
// The words of the first page, of its part of the review and of its part of the countdown panel.
// Names of adapters come isolated (ui/isolated-name.tsx); S-numbers are those of docs/interface.md.

import type { AdapterKind } from '../../../electron/contract/adapter-kind';
import type { ErrorCode } from '../../../electron/contract/errors';
import type { Family } from '../../../electron/contract/family';
import type {
  OtherMeans,
  PresetId,
  ProbeKind,
  TieChoice,
  VpnProgram,
} from '../../../electron/contract/preview';
import { amount } from './count';

/** "Ethernet", "Ethernet or Wi-Fi", "Ethernet, Wi-Fi or Cellular" */
function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** "Ethernet", "Ethernet and Wi-Fi", "Ethernet, Wi-Fi and Cellular" */
function both(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What a switch means on an adapter of a kind; the switch itself means the same on all. */
interface Consequence {
  readonly on: string;
  /** Off, or on without a default route. */
  readonly off: string;
  /** Where it is switched off. */
  readonly offCaution?: string;
}

const directly: Consequence = {
  on: 'Internet traffic may leave directly through this adapter.',
  off: 'Only its local network is reachable. Without another adapter there’s no internet.',
};

const consequences: Readonly<Record<Exclude<AdapterKind, 'vpn' | 'loopback'>, Consequence>> = {
  ethernet: directly,
  'wi-fi': directly,
  mobile: {
    on: 'Internet traffic may use mobile data.',
    off: 'Mobile data isn’t used for internet traffic.',
  },
  translator: {
    on: 'IPv4 traffic may leave through this translator (464XLAT): the network has IPv6 alone.',
    off: 'IPv4 traffic doesn’t leave through this translator; the network has IPv6 alone.',
  },
  'virtual-switch': {
    on: 'Internet traffic may leave through this virtual switch.',
    off: 'Only its own networks are reachable.',
    offCaution: 'Check first that this isn’t your way to the internet.',
  },
  other: {
    on: 'Internet traffic may leave through this adapter.',
    off: 'Only its own networks are reachable.',
  },
};

const companyNetworks = (n: number | null): string => {
  switch (n) {
    case null:
      return 'Only company networks go through this VPN.';
    case 0:
      return 'No company network but its own goes through this VPN.';
    case 1:
      return 'Only 1 company network goes through this VPN.';
    default:
      return `Only ${counted(n)} company networks go through this VPN.`;
  }
};

/** Of one family, or of both. */
const trafficOf = (family: Family | null) =>
  family === null ? 'Internet traffic' : `${family} internet traffic`;

/** A text as a sentence begins. */
function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Main counts no further than one more than this. */
const mostCounted = 1000;

/** "12", "more than 1,000" */
function counted(n: number): string {
  return n > mostCounted ? `more than ${amount(mostCounted)}` : amount(n);
}

/** "a, b, c and 12 more" */
function someOf(names: readonly string[], all: number, most: number): string {
  const named = names.slice(0, most);
  const rest = all - named.length;
  if (all > mostCounted) return `${named.join(', ')} and many more`;
  return rest > 0 ? `${named.join(', ')} and ${amount(rest)} more` : named.join(', ');
}

/** Routes that are more special than default routes, and what they take. */
interface TakenByRoutes {
  /** Of the widest. */
  readonly prefixes: readonly string[];
  /** How many there are. */
  readonly routes: number;
  readonly adapter: string;
  readonly family: Family;
  readonly takes: 'all' | 'most';
}

/** S5: two half routes, one that is wide enough for all of the internet as 2000::/3 is, or many. */
function takenBy(
  { prefixes, routes, adapter, family, takes }: TakenByRoutes,
  noEffect: string,
): string {
  const named = someOf(prefixes, routes, 3);
  const what = `${takes} ${family} internet traffic. ${noEffect}`;
  if (routes === 1) return `A wide route (${named}) on ${adapter} takes ${what} it.`;
  const many = areHalves(prefixes) ? 'Two half routes' : capitalised(`${counted(routes)} routes`);
  return `${many} (${named}) on ${adapter} take ${what} them.`;
}

/** "0.0.0.0/1" and "128.0.0.0/1", which together are everything; or those of both families. */
function areHalves(prefixes: readonly string[]): boolean {
  return prefixes.length >= 2 && prefixes.every((prefix) => prefix.endsWith('/1'));
}

/** "87 %", "0.4 %", "less than 0.1 %" */
function percent(share: number): string {
  const percentage = share * 100;
  if (percentage < 0.1) return 'less than 0.1 %';
  if (percentage < 1) return `${percentage.toFixed(1)} %`;
  return `${Math.min(Math.round(percentage), share < 1 ? 99 : 100)} %`;
}

/** How a route or rule ends packets. */
const ends = {
  'no-route': 'no route',
  unreachable: 'said to be unreachable',
  blackhole: 'dropped',
  prohibit: 'forbidden',
} as const;

const otherSetting = 'Ask the VPN’s administrator for split tunnelling.';

/** Where each program sets split tunnelling. */
const settings: Readonly<Record<VpnProgram, string>> = {
  OpenVPN:
    'Split tunnelling is set in OpenVPN: take “redirect-gateway” out of the profile or the server’s push, or add the line “pull-filter ignore redirect-gateway” to the profile.',
  'wg-quick':
    'Split tunnelling is set in the WireGuard configuration: under [Peer], name the company’s networks in AllowedIPs in place of 0.0.0.0/0 and ::/0.',
  WireGuard:
    'Split tunnelling is set in WireGuard: under [Peer], name the company’s networks in AllowedIPs in place of 0.0.0.0/0 and ::/0, or of their halves.',
  Tailscale:
    'Split tunnelling is set in Tailscale: choose no exit node (“tailscale set --exit-node=”).',
  strongSwan:
    'Split tunnelling is set in strongSwan: name the company’s networks in remote_ts (rightsubnet) in place of 0.0.0.0/0 and ::/0.',
  NetworkManager:
    'Split tunnelling is set in NetworkManager: in the VPN’s IPv4 and IPv6 settings, choose “Use this connection only for resources on its network” (never-default).',
};

/** Into what a program leads traffic: IPsec takes it on its way through an adapter that is no VPN's. */
function tunnelOf(program: VpnProgram | null, adapter: string): string {
  return program === 'strongSwan' ? 'its tunnel' : adapter;
}

const refusals = {
  blackhole: 'a blackhole route',
  unreachable: 'an unreachable route',
  prohibit: 'a prohibit route',
} as const;

export const internetTrafficMessages = {
  title: 'Internet traffic',
  loading: 'Finding out which way internet traffic goes',
  failedFirst: 'Interface Panel could not find out which way internet traffic goes.',
  failed: 'What is shown may be out of date.',
  now: 'Now',
  details: 'Details',
  thisComputer: 'This computer',
  internet: 'internet',
  showRoutes: 'Show routes',

  /** In a line where IPv4 and IPv6 agree. */
  status: {
    together: (adapters: readonly string[]) =>
      `Websites and company traffic go through ${either(adapters)}.`,
    apart: (adapters: readonly string[], vpn: string) =>
      `Websites go through ${either(adapters)}, company traffic goes through ${vpn}.`,
    websites: (adapters: readonly string[]) => `Websites go through ${either(adapters)}.`,
    company: (vpn: string) => `Company traffic goes through ${vpn}.`,
  },

  /** In the picture, which is short of room. */
  picture: {
    computer: 'This computer',
    more: (n: number) => `+${amount(n)}`,
    destinations: { websites: 'Websites', company: 'Company' },
    ends: { nowhere: 'nowhere', dropped: 'dropped', lost: 'lost', stays: 'stays here' },
    states: { replaced: 'now', after: 'after applying' },
  },

  /** S1 */
  leaves: (family: Family, adapters: readonly string[]) =>
    `${family} internet traffic leaves through ${either(adapters)}.`,
  leavesMostly: (family: Family, share: string, adapters: readonly string[]) =>
    `Most ${family} internet traffic (${share}) leaves through ${either(adapters)}.`,
  percent,
  /** What goes another way: "3 networks (0.4 %) go nowhere: 1.2.3.0/24, …" */
  part: (networks: number, share: string, examples: readonly string[], way: string) =>
    networks === 1
      ? `1 network (${share}) ${way}: ${examples[0] ?? ''}.`
      : `${counted(networks)} networks (${share}) ${way}: ${someOf(examples, networks, 3)}.`,
  ways: {
    through: (adapters: readonly string[]) => `through ${either(adapters)}`,
    lost: (adapter: string) => `into ${adapter}, which isn’t connected`,
    dropped: 'dropped by a route or rule',
    stays: 'to this computer itself',
    nowhere: 'with nowhere to go',
    from: (source: string) => `if sent from ${source}`,
  },
  ipsec: (
    action: 'encrypts' | 'blocks',
    isForSome: boolean,
    destinations: readonly string[],
    count: number,
  ) =>
    `IPsec ${action} ${isForSome ? 'some ' : ''}packets to ${someOf(destinations, count, 3)}, whatever way they are routed.`,
  special: {
    marked: (mark: number, mask: number) =>
      `packets marked 0x${mark.toString(16)}${mask === 0xffffffff ? '' : `/0x${mask.toString(16)}`}`,
    ofUser: (first: number, last: number) =>
      first === last ? `programs of user ${first}` : `programs of users ${first} to ${last}`,
    from: (source: string) => `packets from ${source}`,
    go: (packets: readonly string[], way: string) => {
      const text = `${someOf(packets, packets.length, 4)}: ${way}.`;
      return capitalised(text);
    },
  },
  /** S2 */
  lowest: (metric: number, next: string, nextMetric: number) =>
    `Its default route has the lowest effective metric: ${metric}. Next is ${next} with ${nextMetric}.`,
  only: 'It has the only usable default route.',
  /** Two of one metric, where the system keeps an order. */
  first: (metric: number, next: string, system: string) =>
    `Its default route and that of ${next} have the same metric, ${metric}; ${system} takes the first.`,
  laterTable: (table: number) =>
    `Its default route is in table ${table}, which is asked after the main table. A default route in the main table would be preferred.`,
  /** S3 */
  tie: (adapters: readonly string[], metric: number, system: string, choice: TieChoice) => {
    const names = both(adapters);
    if (choice === 'shared') {
      return `One route leads through ${names} (multipath); ${system} shares the traffic among them.`;
    }
    const decision =
      choice === 'first-to-answer'
        ? `${system} takes the first whose gateway answers.`
        : `${system} decides; the choice isn’t documented.`;
    return `${names} have the same effective metric, ${metric}. ${decision}`;
  },
  /** S4 */
  nowhere: (family: Family) => `${family} internet traffic has nowhere to go.`,
  nowhereWhy: 'No adapter has a usable default route.',
  nowhereAtAll: 'Internet traffic has nowhere to go.',
  dropped: (family: Family) => `${family} internet traffic is dropped.`,
  droppedBy: (prefix: string, reason: keyof typeof refusals, metric: number) =>
    `The route ${prefix}, ${refusals[reason]} with metric ${metric}, drops it.`,
  droppedByRule: 'A routing rule drops it.',
  killSwitch:
    'The kill switch of a VPN program may be the cause: connect the VPN, or end its kill switch.',
  lostIn: (family: Family, adapter: string) =>
    `${family} internet traffic is lost in ${adapter}, which isn’t connected.`,
  lostInWhy: (prefixes: readonly string[], adapter: string) =>
    `The route ${prefixes.join(', ')} still leads there. Connect ${adapter} again, or end the program that made it.`,
  stays: (family: Family) => `${family} internet traffic stays on this computer.`,
  staysWhy: 'A route says that the addresses of the internet are this computer’s own.',
  /** After the reason; IPv6 routes can be limited to sources. */
  bySource: (source: string) => `Its routes are limited to sources; programs send from ${source}.`,
  /** S5, after the sentence about now. */
  wideRoutes: (taken: TakenByRoutes) => takenBy(taken, 'The switches below don’t affect'),
  rules: (adapter: string, family: Family) =>
    `Routing rules lead ${family} internet traffic to ${adapter}, whatever default routes there are. The switches below don’t affect them.`,
  afterApplying: 'After applying:',
  afterSame: 'Internet traffic goes the same way.',

  presets: {
    legend: 'Internet traffic goes',
    vpn: 'VPN',
    custom: 'Custom',
    customHelp: 'The switches below are set in a way that none of the choices above describes.',
    names: {
      'through-vpn': 'Everything through the VPN',
      'company-only': 'Only company traffic through the VPN',
      'system-default': 'System default',
    } satisfies Record<PresetId, string>,
    /** S8, each without its first words, which are the name of the choice. */
    throughVpn: (vpn: string) =>
      `Split tunnelling off: websites and company traffic go through ${vpn}.`,
    throughVpnException: (family: Family, adapter: string) =>
      `${family} still leaves through ${adapter}, outside the VPN.`,
    companyOnly: (internet: string | null, networks: number, vpn: string) => {
      const websites =
        internet === null ? 'websites have nowhere to go' : `websites leave through ${internet}`;
      const company =
        networks === 0
          ? 'no company network but its own goes'
          : networks === 1
            ? '1 company network goes'
            : `${counted(networks)} company networks go`;
      return `Split tunnelling on: ${websites}, ${company} through ${vpn}.`;
    },
    exception: (family: Family, adapter: string) => `${family} still leaves through ${adapter}.`,
    exceptionNowhere: (family: Family) => `${family} internet traffic then has nowhere to go.`,
    systemDefault: (system: string) =>
      `${system} uses every adapter and prefers the lowest metric.`,
    /** Of a choice that names the same settings as the one that is shown as chosen. */
    sameAs: (name: string) => `Now the same as “${name}”.`,
    /** S9 */
    noVpn: 'No VPN is connected. Connect it first; this page updates by itself.',
    noVpnAdapter: (program: VpnProgram) =>
      `${program} has no adapter of its own that could be switched. Change split tunnelling in ${program}.`,
    /** S10 */
    noRoute: (vpn: string) =>
      `${vpn} offers no default route, so websites can’t go through it. Ask the VPN’s administrator.`,
    /** S11 */
    wideRoutes: (vpn: string, prefixes: readonly string[]) =>
      `${vpn} uses ${areHalves(prefixes) ? 'half' : 'wide'} routes that this setting doesn’t affect. Change split tunnelling in the VPN program.`,
    outranked: (vpn: string, internet: string | null) =>
      internet === null
        ? `Internet traffic would not reach ${vpn} either, for the reason above.`
        : `${internet} is preferred to ${vpn}, and no metric set here changes that. To send websites through ${vpn}, turn off “Use for internet traffic” of ${internet} below.`,
    otherMeans: (vpn: string) =>
      `${vpn} uses routing rules that this setting doesn’t affect. Change split tunnelling in the VPN program.`,
    hint: 'Support said split tunnelling? Choose the second option.',
    dismissHint: 'Dismiss',
    blockOthers: 'Also block internet traffic on other adapters when the VPN is off',
  },

  adapters: {
    heading: 'Adapters',
    none: 'No adapter is connected.',
    noneWithDefaultRoute: 'No adapter has a default route.',
    showAll: (n: number) => `Show all adapters (${amount(n)})`,
    showMore: (n: number, all: number) => `Show ${amount(n)} more adapters (of ${amount(all)})`,
    showFewer: 'Show fewer adapters',
    setByYou: (kind: string) => `${kind}, set by you`,
    use: 'Use for internet traffic',
    /** The switch of an adapter, or of one family of it. */
    useNamed: (adapter: string, family: Family | null) =>
      `Use for internet traffic: ${adapter}${family === null ? '' : `, ${family}`}`,
    nowOn: 'Now: on',
    nowOff: 'Now: off',
    more: (adapter: string) => `More for ${adapter}`,
    showInInterfaces: 'Show in Interfaces',
    thisIsA: 'This is a…',
    recognised: (kind: string) => `${kind} (recognised)`,
    apart: 'Set IPv4 and IPv6 apart',
    together: 'Set IPv4 and IPv6 together',
    familyStatus: (family: Family, status: string) => `${family}: ${status}`,
    /** S6 */
    carriesBoth: 'Carries IPv4 and IPv6 now',
    carries: (family: Family) => `Carries ${family} now`,
    preferred: (adapters: readonly string[]) =>
      `On, but ${both(adapters)} ${adapters.length === 1 ? 'is' : 'are'} preferred`,
    tied: (adapters: readonly string[]) => `On, with the same metric as ${both(adapters)}`,
    shared: (adapters: readonly string[]) =>
      `On, and shares internet traffic with ${both(adapters)}`,
    unused: 'On, but routing rules lead internet traffic elsewhere',
    dropped: 'On, but a route or rule drops internet traffic',
    notUsed: 'On, but no internet traffic goes by its default route',
    noRoute: 'On, but has no default route: switching changes nothing',
    noRouteToSwitch: 'On, but has no default route that could be switched',
    partOf: (master: string) => `Part of ${master}: carries nothing by itself`,
    partSwitch: 'Its switch changes nothing.',
    off: 'Off',
    cameBack: 'Off, but its default route came back',
    disconnected: 'Disconnected',
    noFamily: 'Neither IPv4 nor IPv6 is bound to this adapter',
    loopback: 'Never carries internet traffic.',
    changedOutside: 'Changed outside Interface Panel after you began.',
    companyNetworks,
    /** S7; what is said of a VPN that is off is made of companyNetworks and this. */
    splitOn: 'Split tunnelling is on.',
    consequences,
    vpnOn:
      'Internet traffic may go through the company network. Split tunnelling is off while this VPN is preferred.',
  },

  probes: {
    fold: 'Addresses',
    heading: 'Where addresses go',
    columns: {
      address: 'Address',
      now: 'Now',
      after: 'After applying',
      predicted: 'Prediction',
      reliable: 'Reliable',
    },
    kinds: {
      internet: 'Internet',
      dns: 'DNS server of the VPN',
      'system-dns': 'DNS server of this computer',
      company: 'Company network of the VPN',
      typed: 'Typed by you',
    } satisfies Record<ProbeKind, string>,
    ends: {
      internet: 'internet',
      dns: 'DNS server',
      'system-dns': 'DNS server',
      company: 'company network',
    } satisfies Record<Exclude<ProbeKind, 'typed'>, string>,
    reliable: 'Yes',
    notReliable: 'No',
    notReliableHere: 'Preview not reliable for this address',
    same: 'The same way',
    stays: 'stays on this computer',
    nowhere: (reason: keyof typeof ends, prefix: string | null) =>
      prefix === null ? `nowhere: ${ends[reason]}` : `nowhere: ${ends[reason]} (${prefix})`,
    notConnected: 'not connected',
    from: (source: string) => `from ${source}`,
    either,
    input: 'Check a website or address',
    inputHelp: 'A name is looked up only when you press Enter or Look up.',
    inputPlaceholder: 'example.com, a URL or 203.0.113.7',
    invalid: 'Enter an IP address such as 203.0.113.7, a name such as example.com, or a URL.',
    lookUp: 'Look up',
    lookingUp: (name: string) => `Looking up ${name}…`,
    resolved: (name: string, addresses: readonly string[]) =>
      `${name} is ${both(addresses)} for this computer’s resolver.`,
    others: (n: number) => `${amount(n)} more`,
    firstOnes: (n: number) => `The table has the first ${amount(n)}.`,
    otherResolvers: 'Browsers and VPN programs can use other name servers.',
    noAnswer: {
      'not-found': (name: string) =>
        `This computer’s resolver knows no address of ${name}. Check the spelling. A name of a company network can need its VPN.`,
      'timed-out': (name: string) =>
        `The resolver didn’t answer for ${name} within 5 seconds. Check the connection and its DNS servers, then try again.`,
      offline: (name: string) =>
        `This computer has no network address, so ${name} can’t be looked up. Connect to a network, or type an IP address.`,
      busy: () => 'Two names are still being looked up. Try again in a few seconds.',
      platform: (name: string) =>
        `${name} couldn’t be looked up. Check the connection and its DNS servers, then try again.`,
    } satisfies Partial<Record<ErrorCode, (name: string) => string>>,
  },

  /** What is said of an address or a name that was checked. */
  answer: {
    sentence: (subject: string, predicate: string, coda: string | null) =>
      coda === null ? `${subject} ${predicate}.` : `${subject} ${predicate}; ${coda}.`,
    addressesOf: (name: string, addresses: readonly string[]) =>
      `${name} (${addresses.join(', ')})`,
    through: (adapter: string, why: string) => `goes through ${adapter} because ${why}`,
    either: (adapters: readonly string[]) =>
      `goes through ${either(adapters)} because their routes are equally good`,
    lost: (adapter: string, why: string) =>
      `is lost in ${adapter}, which isn’t connected, because ${why}`,
    stays: 'stays here because it is an address of this computer',
    nowhere: (reason: keyof typeof ends, prefix: string | null) =>
      prefix === null
        ? `goes nowhere: ${ends[reason]}`
        : `goes nowhere: ${ends[reason]} (${prefix})`,
    why: {
      internet: 'internet traffic goes that way',
      byDefault: 'no other route fits',
      ownNetwork: (prefix: string) => `it is in that adapter’s own network, ${prefix}`,
      route: (prefix: string) => `the route ${prefix} leads there`,
    },
    ways: {
      through: (adapters: readonly string[]) => `go through ${either(adapters)}`,
      stays: 'stay on this computer',
      nowhere: 'go nowhere',
    },
    after: (way: string) => `after applying it will ${way}`,
    split: {
      would: (way: string) => `with split tunnelling it would ${way}`,
      wouldNot: 'split tunnelling would not change that',
      isOn: 'split tunnelling is on already',
      cannot: 'split tunnelling can’t be turned on here',
    },
  },

  /** What no switch mends, and whom to ask. */
  advice: {
    heading: 'Advice',
    otherMeansTitle: (program: VpnProgram | null, adapter: string) =>
      program === null
        ? `The VPN program of ${adapter} leads internet traffic into it by itself.`
        : `${program} leads internet traffic into ${tunnelOf(program, adapter)} by itself.`,
    setting: (program: VpnProgram | null) =>
      `The choices below can’t change that. ${program === null ? otherSetting : settings[program]}`,
    copyRequest: 'Copy a message for support',
    request: (
      program: VpnProgram | null,
      families: readonly Family[],
      adapter: string,
      means: OtherMeans,
      evidence: readonly string[],
    ) =>
      [
        'Please turn on split tunnelling for my VPN, so that only company networks go through it.',
        `Now ${program ?? 'the VPN program'} leads all ${both(families)} internet traffic into ${tunnelOf(program, `the adapter “${adapter}”`)} by ${means === 'rules' ? 'routing rules to table' : 'the routes'} ${evidence.join(', ')}.`,
        program === null ? otherSetting : settings[program],
      ].join('\n'),
    lanTitle: (adapter: string, vpn: string) => `${adapter}’s own network goes into ${vpn}.`,
    lan: (networks: readonly string[]) =>
      `Packets to ${networks.join(', ')} are sent through the VPN, so printers and shared folders there can’t be reached. Allow local network access in the VPN program, or ask for it.`,
    raiseMetric: (vpn: string) => `Raise the metric of ${vpn}`,
    lanRequest: (vpn: string, networks: readonly string[]) =>
      `Please leave my local network out of the VPN. “${vpn}” routes ${networks.join(', ')} into the tunnel, which is the network that my computer is in, so I can’t reach my printer and other devices.`,
  },

  /** S24 */
  limits:
    'This is about routes. DNS, proxies, a VPN’s own firewall and per-app VPNs can act differently.',

  review: {
    warnings: 'Warnings',
    willLeave: (family: Family | null, adapter: string) =>
      `${trafficOf(family)} will leave through ${adapter}.`,
    willStay: (family: Family | null, adapter: string) =>
      `${trafficOf(family)} still leaves through ${adapter}.`,
    willStop: (family: Family | null) => `${trafficOf(family)} will have nowhere to go.`,
    stillNowhere: (family: Family | null) => `${trafficOf(family)} still has nowhere to go.`,
    notKnown: 'What this does to internet traffic could not be found out.',
    applyAnyway: 'Apply anyway',
  },

  warnings: {
    /** S17 */
    internetStopsTitle: (family: Family) => `${family} internet traffic will stop.`,
    internetStops: (deadline: string) =>
      `This turns off the last usable default route. Websites and remote sessions stop until it’s turned on again. It reverts after ${deadline} unless you keep it.`,
    /** S18 */
    othersBlockedTitle: 'No internet while the VPN is off.',
    othersBlocked: (adapters: readonly string[], vpn: string) =>
      `${both(adapters)} won’t carry internet traffic even when ${vpn} is disconnected. Choose System default to turn them on again.`,
    /** S19 */
    remoteSession: (adapter: string, deadline: string) =>
      `You seem to be connected through ${adapter}. This change can end your remote session; it then reverts after ${deadline}.`,
    wideRoutes: (taken: TakenByRoutes) => takenBy(taken, 'This change doesn’t affect'),
    vpnByRules: (adapter: string, family: Family) =>
      `Routing rules lead ${family} internet traffic to ${adapter}. This change doesn’t affect them.`,
    noHostRoute: (adapter: string, vpn: string) =>
      `${adapter} has no route of its own to the server of ${vpn}. Without its default route the VPN can lose its connection.`,
    /** S32 */
    oneFamily: (changed: Family, unchanged: Family) =>
      `This changes ${changed} only. ${unchanged} stays as it is.`,
    applyToBoth: 'Apply to both',
    dnsStays: (adapter: string, servers: readonly string[]) =>
      `DNS may not follow: packets to ${servers.join(', ')}, name servers of ${adapter}, go another way than websites. Which server is asked for a name isn’t seen here.`,
    managedAdapter: (adapter: string, manager: string) =>
      `${manager} manages ${adapter} and adds its default route again when the lease is renewed. With “Always” that is turned off again after about a second; ${manager}’s own command lets it add none.`,
    copyCommand: (manager: string) => `Copy ${manager}’s command`,
    forwarding: (adapter: string, family: Family) =>
      `${adapter} forwards ${family} packets. Traffic of the VPN can loop back through it.`,
    weakHost: (adapter: string, family: Family) =>
      `${adapter} may send ${family} packets of other adapters’ addresses, so traffic can bypass the VPN.`,
  },

  countdown: {
    asPredicted: 'Addresses go as predicted.',
    notPredicted: (n: number) =>
      n === 1
        ? '1 address goes another way than predicted.'
        : `${n} addresses go another way than predicted.`,
    unknown: 'What was predicted isn’t known any more.',
    same: 'As predicted',
    different: 'Different',
    notCompared: 'Not compared',
  },

  /** S25 */
  lost: {
    text: (adapter: string, date: string) =>
      `${adapter} reconnected without the setting you kept on ${date}.`,
    /** Nobody saw whether the adapter came back or another program changed it. */
    changedMeanwhile: (adapter: string, date: string) =>
      `${adapter} no longer has the setting you kept on ${date}. It changed while Interface Panel was closed.`,
    review: 'Review it again',
    always: 'Always set it',
    dontRemind: 'Don’t remind me for this adapter',
  },
};
