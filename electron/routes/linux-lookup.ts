// SPDX-License-Identifier: MIT
// How Linux finds a route for a packet of its own: rules in order, each naming a table, until one decides. After
// fib_rules_lookup (net/core/fib_rules.c), fib4_rule_action and fib6_rule_action of kernel 6.

import { mainTable } from '../contract/route-numbers';
import type { Rule } from '../contract/snapshot';
import { isWithin } from './ip-address';
import type { IpAddress } from './ip-address';
import type { Flow, Verdict } from './flow';
import { lookUpInIpv4Table } from './linux-ipv4-table';
import { lookUpInIpv6Table } from './linux-ipv6-table';
import type { TableVerdict } from './linux-route';
import type { Network } from './network';

/** FR_ACT_* (linux/fib_rules.h). */
const toTable = 1;
const goTo = 2;
const nothing = 3;
const unreachable = 7;
const prohibit = 8;

/** A plain lookup is for UDP in IPv4 and for no protocol in IPv6 (inet_rtm_getroute, inet6_rtm_getroute). */
const protocolOf = { IPv4: 17, IPv6: 0 } as const;

const unspecified = (family: IpAddress['family']): IpAddress => ({ family, bits: 0n, zone: null });

function matchesSource({ source, sourcePrefixLength, family }: Rule, flow: Flow): boolean {
  if (sourcePrefixLength === 0) return true;
  // IPv4 compares 0.0.0.0 while no source is chosen, IPv6 compares nothing.
  if (!flow.source && family === 'IPv6') return false;
  return isWithin(flow.source ?? unspecified(family), source, sourcePrefixLength);
}

function matchesOutput(network: Network, { outputInterface }: Rule, { boundTo }: Flow): boolean {
  if (outputInterface === '') return true;
  return boundTo !== null && network.index.adapters.get(boundTo)?.alias === outputInterface;
}

function matchesUser({ uidRange }: Rule, { userId }: Flow): boolean {
  return uidRange === null || (userId >= uidRange[0] && userId <= uidRange[1]);
}

/** Whether every selector of a rule fits a packet without type of service and ports, sent by this computer. */
function fits(network: Network, rule: Rule, flow: Flow): boolean {
  return (
    matchesSource(rule, flow) &&
    isWithin(flow.destination, rule.destination, rule.destinationPrefixLength) &&
    (rule.inputInterface === '' || rule.inputInterface === 'lo') &&
    matchesOutput(network, rule, flow) &&
    ((rule.mark ^ flow.mark) & rule.markMask) === 0 &&
    rule.tos === 0 &&
    (rule.ipProtocol === 0 || rule.ipProtocol === protocolOf[rule.family]) &&
    rule.sourcePorts === null &&
    rule.destinationPorts === null &&
    matchesUser(rule, flow) &&
    !rule.l3mdev
  );
}

/** fib4_rule_suppress, fib6_rule_suppress: a way that is too general, but never a refusal, counts as none. */
function isSuppressed({ suppressPrefixLength }: Rule, verdict: Verdict): boolean {
  if (verdict.kind === 'refused') return false;
  const { prefixLength } = verdict.kind === 'hops' ? verdict.route : verdict;
  return prefixLength <= suppressPrefixLength;
}

function askTable(network: Network, table: number, flow: Flow): TableVerdict {
  return flow.destination.family === 'IPv4'
    ? lookUpInIpv4Table(network, table, flow)
    : lookUpInIpv6Table(network, table, flow);
}

function act(network: Network, rule: Rule, flow: Flow): TableVerdict {
  if (rule.action === nothing) return null;
  if (rule.action === unreachable) return { kind: 'refused', reason: 'unreachable', route: null };
  if (rule.action === prohibit) return { kind: 'refused', reason: 'prohibit', route: null };
  if (rule.action !== toTable) return { kind: 'refused', reason: 'blackhole', route: null };
  const verdict = askTable(network, rule.table, flow);
  return verdict && isSuppressed(rule, verdict) ? null : verdict;
}

/** Where a rule leads on to: the next one, or the first with the priority it names. */
function following(rules: readonly Rule[], position: number): number {
  const rule = rules[position];
  if (rule?.action !== goTo) return position + 1;
  const target = rules.findIndex(
    ({ priority }, index) => index > position && priority === rule.gotoPriority,
  );
  return target === -1 ? position + 1 : target;
}

/**
 * Whether a flow asks a table before all of main, so that no default route of main keeps it away; a rule that calls
 * main's default routes too general does not ask all of main.
 */
export function isAskedBeforeMain(network: Network, table: number, flow: Flow): boolean {
  const asked = network.index.rules[flow.destination.family].find(
    (rule) =>
      rule.action === toTable &&
      fits(network, rule, flow) !== rule.invert &&
      (rule.table === table || (rule.table === mainTable && rule.suppressPrefixLength < 0)),
  );
  return asked?.table === table;
}

/** Looks a flow up as the kernel would. */
export function lookUpOnLinux(network: Network, flow: Flow): Verdict {
  const rules = network.index.rules[flow.destination.family];
  let position = 0;
  while (position < rules.length) {
    const rule = rules[position];
    if (!rule || fits(network, rule, flow) === rule.invert) {
      position += 1;
      continue;
    }
    const verdict = rule.action === goTo ? null : act(network, rule, flow);
    if (verdict) return verdict;
    position = following(rules, position);
  }
  return { kind: 'refused', reason: 'no-route', route: null };
}
