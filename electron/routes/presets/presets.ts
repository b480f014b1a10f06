// SPDX-License-Identifier: MIT
// The three ready-made choices: what each would edit, where internet traffic would go then, and which one is true.

import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { InternetTraffic, Preset, PresetId } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import { carriersOf } from '../../contract/carriers';
import { trafficOf } from '../internet-traffic';
import { hasDefaultRoute } from '../moved-default-routes';
import { companyNetworks } from '../company-networks';
import { companyOnly } from './company-only';
import { bothFamilies } from './preset-input';
import type { PresetInput, PresetPlan } from './preset-input';
import { systemDefault } from './system-default';
import { throughVpn } from './through-vpn';

const plans: Readonly<Record<PresetId, (input: PresetInput) => PresetPlan>> = {
  'through-vpn': throughVpn,
  'company-only': companyOnly,
  'system-default': systemDefault,
};

/** In the order in which they are shown, and in which the first that is true counts. */
const presetIds: readonly PresetId[] = ['through-vpn', 'company-only', 'system-default'];

/** Who carries a family's internet traffic against the sentence of a preset; undefined: nobody. */
function exceptionOf(id: PresetId, traffic: InternetTraffic, vpn: Luid | null): Luid | undefined {
  const carriers = carriersOf(traffic);
  switch (id) {
    case 'through-vpn':
      return carriers.find((luid) => luid !== vpn);
    case 'company-only':
      return carriers.find((luid) => luid === vpn);
    case 'system-default':
      return undefined;
  }
}

function exceptionsOf(
  id: PresetId,
  traffic: Readonly<Record<Family, InternetTraffic>>,
  vpn: Luid | null,
): Preset['exceptions'] {
  return families.flatMap((family) => {
    const luid = exceptionOf(id, traffic[family], vpn);
    return luid === undefined ? [] : [{ family, luid }];
  });
}

function describe(id: PresetId, input: PresetInput): Preset {
  const { network, vpn, userId } = input;
  const { obstacle, operations } = plans[id](input);
  const after = network.with(operations);
  const traffic = trafficOf(after, userId);
  const [internetLuid] = families.flatMap((family) => carriersOf(traffic[family]));
  return {
    id,
    obstacle,
    operations,
    exceptions: obstacle ? [] : exceptionsOf(id, traffic, vpn),
    internetLuid: internetLuid ?? null,
    companyNetworks: vpn === null ? 0 : companyNetworks(after, vpn, userId).count,
  };
}

/** What each choice would come to. */
export function presets(input: PresetInput): readonly Preset[] {
  return presetIds.map((id) => describe(id, input));
}

/**
 * Whether what a choice says is so: the VPN carries a family, and the other may leave otherwise only where the VPN has
 * no default route for it.
 */
function isTrue({ id, exceptions, internetLuid }: Preset, input: PresetInput): boolean {
  const { network, vpn, userId } = input;
  if (id === 'system-default') return true;
  if (vpn === null || internetLuid === null) return false;
  if (id === 'company-only') return exceptions.length === 0;
  const traffic = Object.values(trafficOf(network, userId));
  if (!traffic.some((one) => carriersOf(one).includes(vpn))) return false;
  const lacking = bothFamilies(vpn).filter((key) => !hasDefaultRoute(network.index, key));
  const isExcused = (family: Family) => lacking.some((key) => key.family === family);
  return exceptions.length < families.length && exceptions.every(({ family }) => isExcused(family));
}

/** The choices that need no edit and whose sentence is true; the first counts as the one that is chosen. */
export function truePresets(input: PresetInput, described = presets(input)): readonly PresetId[] {
  return described
    .filter(({ obstacle, operations }) => obstacle === null && operations.length === 0)
    .filter((preset) => isTrue(preset, input))
    .map(({ id }) => id);
}
