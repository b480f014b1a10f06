// SPDX-License-Identifier: MIT
// The answer to "what would these edits do": all of it from one snapshot, by pure functions.

import { families } from '../contract/family';
import type { Family } from '../contract/family';
import type {
  CompanyTraffic,
  FamilyTraffic,
  Preset,
  Preview,
  PreviewRequest,
  Probe,
} from '../contract/preview';
import type { Luid, Snapshot } from '../contract/snapshot';
import type { Manager } from '../commands/manager-command';
import { agrees } from './calibration';
import type { LiveAnswer } from './calibration';
import { spaceOf } from './address-space';
import { advice } from './advice/advice';
import { carriesCompany } from './company-networks';
import { trafficOf } from './internet-traffic';
import { ipsecTraffic } from './ipsec';
import { pathOf } from './lookup';
import { Network } from './network';
import { presets, truePresets } from './presets/presets';
import { areOthersBlocked } from './presets/through-vpn';
import { probe, probedAddresses } from './probes';
import type { Probed } from './probes';
import type { RemoteSession } from './remote-session';
import { specialTraffic } from './special-traffic';
import { connectedVpns } from './vpn';
import { warnings } from './warnings/warnings';

/** What is known besides the snapshot. */
export interface Surroundings {
  readonly remoteSession: RemoteSession | null;
  /** IP interfaces whose automatic metric a kept change of this program turned off, by `ipInterfaceId`. */
  readonly metricsSetHere: ReadonlySet<string>;
  readonly userId: number;
  /** The program that manages the adapter with this index; asked for adapters of the edits alone. */
  readonly managerOf: (index: number) => Manager | null;
}

interface Networks {
  readonly now: Network;
  readonly after: Network;
  /** With the choice "Only company traffic through the VPN"; null where it can't be chosen. */
  readonly split: Network | null;
}

/** Looks addresses up on the system itself. */
export type AskLive = (address: string) => Promise<LiveAnswer>;

function familyTraffic(
  { now, after }: Omit<Networks, 'split'>,
  userId: number,
): Record<Family, FamilyTraffic> {
  const before = trafficOf(now, userId);
  const then = trafficOf(after, userId);
  const [IPv4, IPv6] = families.map((family) => ({
    now: before[family],
    after: then[family],
    special: specialTraffic(now, family, userId),
    ipsec: ipsecTraffic(now, family),
  }));
  return { IPv4: IPv4 as FamilyTraffic, IPv6: IPv6 as FamilyTraffic };
}

function companyTraffic(
  { now, after }: Omit<Networks, 'split'>,
  vpn: Luid | null,
  userId: number,
): Record<Family, CompanyTraffic> {
  const carries = (network: Network, family: Family) =>
    vpn !== null && carriesCompany(network, family, vpn, userId);
  const of = (family: Family) => ({ now: carries(now, family), after: carries(after, family) });
  return { IPv4: of('IPv4'), IPv6: of('IPv6') };
}

/** The network with the choice "Only company traffic through the VPN", if it can be chosen. */
function splitNetwork(now: Network, described: readonly Preset[]): Network | null {
  const preset = described.find(({ id }) => id === 'company-only');
  return preset?.obstacle === null ? now.with(preset.operations) : null;
}

/** The VPN that is asked about, while it is connected; else the best one. */
function chosenVpn(asked: Luid | null, vpns: readonly Luid[]): Luid | null {
  if (asked !== null && vpns.includes(asked)) return asked;
  return vpns[0] ?? null;
}

async function calibrated(
  { now, after, split }: Networks,
  probed: Probed,
  ask: AskLive,
): Promise<Probe> {
  const { kind, address, destination } = probed;
  return {
    kind,
    family: destination.family,
    address,
    isInternet: spaceOf(destination) === 'internet',
    now: pathOf(now, probed.now),
    after: pathOf(after, probed.after),
    split: split && probed.split && pathOf(split, probed.split),
    isReliable: agrees(now, probed.plain, await ask(address)),
  };
}

/** Answers a request about a snapshot. */
export async function preview(
  snapshot: Snapshot,
  request: PreviewRequest,
  surroundings: Surroundings,
  ask: AskLive,
): Promise<Preview> {
  const { operations, kinds } = request;
  const { userId } = surroundings;
  const now = new Network(snapshot);
  const after = now.with(operations);
  const vpns = connectedVpns(now, kinds, userId);
  const vpn = chosenVpn(request.vpn, vpns);
  const blocksOthers = request.blocksOthers ?? areOthersBlocked(after, kinds, vpn);
  const input = { network: now, kinds, vpn, blocksOthers, ...surroundings };
  const described = presets(input);
  const presetsNow = truePresets(input, described);
  const networks = { now, after, split: splitNetwork(now, described) };
  const traffic = familyTraffic(networks, userId);
  const company = companyTraffic(networks, vpn, userId);
  const probed = probedAddresses(now, vpn, request.addresses, userId).flatMap((one) =>
    probe(one, networks, userId),
  );
  // All of it before the first await: a newer snapshot takes the index along.
  const presetsAfter =
    operations.length === 0 ? presetsNow : truePresets({ ...input, network: after });
  const known = {
    advice: advice({ network: now, kinds, vpns, userId }),
    warnings: warnings({ operations, now, after, traffic, kinds, vpns, ...surroundings }),
  };
  return {
    traffic,
    company,
    probes: await Promise.all(probed.map((one) => calibrated(networks, one, ask))),
    vpns,
    vpn,
    blocksOthers,
    presets: described,
    presetNow: presetsNow[0] ?? null,
    presetAfter: presetsAfter[0] ?? null,
    presetsAfter,
    ...known,
  };
}
