// SPDX-License-Identifier: MIT
import { families } from '../../contract/family';
import type { Family } from '../../contract/family';
import type { Advice, InternetTraffic } from '../../contract/preview';
import type { Luid } from '../../contract/snapshot';
import { grouped } from '../../contract/grouped';
import { trafficOf } from '../internet-traffic';
import { kindOf } from '../vpn';
import type { AdviceInput, AdviceRule } from './advice-input';
import { programOf } from './vpn-program';
import type { Means } from './vpn-program';

function meansOf(traffic: InternetTraffic): Means | null {
  if (traffic.kind === 'rules') {
    return { kind: 'rules', luid: traffic.luid, table: traffic.table, prefixes: [] };
  }
  if (traffic.kind !== 'wide-routes') return null;
  return { kind: 'wide-routes', luid: traffic.luid, table: null, prefixes: traffic.prefixes };
}

type OtherMeansAdvice = Extract<Advice, { id: 'other-means' }>;

function adviceOf(
  input: AdviceInput,
  luid: Luid,
  ways: readonly (readonly [Family, Means])[],
): OtherMeansAdvice {
  const programs = ways.map(([, means]) => programOf(input.network, means));
  const evidence = ways.flatMap(([, { table, prefixes }]) =>
    table === null ? prefixes : [String(table)],
  );
  return {
    id: 'other-means',
    luid,
    families: ways.map(([family]) => family),
    means: ways[0]?.[1].kind ?? 'rules',
    program: programs.find((program) => program !== null) ?? null,
    evidence: [...new Set(evidence)],
  };
}

/** Wide routes through another adapter, of a router say, are nothing to be mended. */
function isVpn({ network, kinds }: AdviceInput, luid: Luid): boolean {
  return kindOf(network, kinds, luid) === 'vpn';
}

/** Routes or rules of a program lead internet traffic into its adapter, whatever default routes there are. */
export const otherMeans: AdviceRule = (input) => {
  const traffic = trafficOf(input.network, input.userId);
  const ways = families.flatMap((family) => {
    const means = meansOf(traffic[family]);
    return means === null ? [] : [[family, means] as const];
  });
  const byAdapter = grouped(ways, ([, { luid }]) => luid);
  return [...byAdapter]
    .map(([luid, own]) => adviceOf(input, luid, own))
    .filter(({ luid, program }) => program !== null || isVpn(input, luid));
};
