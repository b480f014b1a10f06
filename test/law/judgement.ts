// SPDX-License-Identifier: MIT
// The law: what is foreign is as in the twin, what is ours is back or told, and nothing untrue is told.

import type { Outcome } from '../../electron/contract/changes';
import type { Operation } from '../../electron/contract/operation';
import type { EventKind, LawField } from './law-case';
import type { Ledger, Route } from './ledger';

/** An operation, the link it is about, and what another program did to that link. */
export interface Judged {
  readonly operation: Operation & { readonly field: LawField };
  readonly index: number;
  readonly link: string;
  readonly events: ReadonlySet<EventKind>;
  /** The last outcome that was told of it; null: none. */
  readonly outcome: Outcome | null;
}

export interface Ended {
  readonly judged: readonly Judged[];
  readonly kept: boolean;
  /** False: the app had died, and nothing but the exit code was told. */
  readonly isHeard: boolean;
  readonly exitCode: number | null;
  /** Indexes of the links that lost their routes at some time. */
  readonly wentDown: ReadonlySet<number>;
  /** What both were when the plan was made. */
  readonly start: Ledger;
  readonly subject: Ledger;
  readonly twin: Ledger;
}

const parking = (index: number): ReadonlySet<string> =>
  new Set([0x49000000 + index, 0x4a000000 + index].map(String));
/** As `ip -N` shows it. */
const mainTable = '254';
const defaults: ReadonlySet<string> = new Set(['default', '0.0.0.0/0', '::/0']);

/** Events after which the same link must still be found, and its values be ours. */
const harmless: ReadonlySet<EventKind> = new Set(['renamed', 'hardware address', 'advertisement']);
const mayBeGone: ReadonlySet<EventKind> = new Set([
  'made again',
  'IPv6 off and on',
  'IPv6 off for a while',
]);

/** After these a link has lost its routes, for a moment at least. */
export const losesRoutes: ReadonlySet<EventKind> = new Set([
  'link down',
  'link down and up',
  'IPv6 off and on',
  'IPv6 off for a while',
  'made again',
]);

const isTold = ({ outcome }: Judged) =>
  outcome !== null && outcome !== 'restored' && outcome !== 'not-applied' && outcome !== 'failed';

/** Entries of the ledger that an operation may alter. */
function ownEntries({ operation, index }: Judged): RegExp {
  const conf = operation.family === 'IPv4' ? 'ipv4/conf' : 'ipv6/conf';
  const neigh = operation.family === 'IPv4' ? 'ipv4/neigh' : 'ipv6/neigh';
  const learnt = `^address ${index} inet6 dynamic|^sysctl ${index} ipv6/conf/(hop_limit|mtu)$|^sysctl ${index} ipv6/neigh/`;
  switch (operation.field) {
    case 'NlMtu':
      // A macvlan follows its parent, whichever it is.
      return operation.family === 'IPv4'
        ? /^link \d+ mtu$|^sysctl \d+ ipv6\/conf\/mtu$/
        : new RegExp(`^sysctl ${index} ipv6/conf/mtu$`);
    case 'ForwardingEnabled':
      return new RegExp(`^sysctl ${index} ${conf}/(force_)?forwarding$`);
    case 'RouterDiscoveryBehavior':
      return new RegExp(`^sysctl ${index} ${conf}/accept_ra$|${learnt}`);
    case 'DisableDefaultRoutes':
      return new RegExp(`^sysctl ${index} ${conf}/accept_ra_defrtr$`);
    case 'DadTransmits':
      return new RegExp(`^sysctl ${index} ${conf}/dad_transmits$`);
    case 'BaseReachableTime':
      return new RegExp(`^sysctl ${index} ${neigh}/base_reachable_time`);
    case 'RetransmitTime':
      return new RegExp(`^sysctl ${index} ${neigh}/retrans_time`);
    case 'LinkLocalAddressBehavior':
      return new RegExp(
        `^sysctl ${index} ${conf}/addr_gen_mode$|^address ${index} inet6 static fe80`,
      );
  }
}

function ownsRoute({ operation, index }: Judged, route: Route): boolean {
  if (route.family !== operation.family) return false;
  if (operation.field === 'RouterDiscoveryBehavior') return route.link === index && route.learnt;
  if (operation.field === 'LinkLocalAddressBehavior') {
    return route.link === index && route.destination === 'fe80::/64';
  }
  if (operation.field !== 'DisableDefaultRoutes') return false;
  if (parking(index).has(route.table)) return true;
  return route.link === index && route.table === mainTable && defaults.has(route.destination);
}

/** A link that went down lost its routes; whether ours came back from where it waited is the same to everybody. */
function mayDiffer(one: Judged, kept: boolean): boolean {
  const touched: readonly EventKind[] = [
    ...losesRoutes,
    'address removed',
    'route added',
    'route removed',
    'advertisement withdrawn',
  ];
  if (kept || isTold(one)) return true;
  const { field } = one.operation;
  // Somebody may have written the very value that we had set.
  if (one.events.has('sysctl') && field !== 'DisableDefaultRoutes') return true;
  if (field === 'DisableDefaultRoutes') return touched.some((kind) => one.events.has(kind));
  const heard = ['advertisement', 'advertisement withdrawn'] as const;
  return field === 'RouterDiscoveryBehavior' && heard.some((kind) => one.events.has(kind));
}

/** The groups in which the kernel shows several routes as one in either copy. */
function mergedGroups({ subject, twin }: Ended): ReadonlySet<string> {
  const merged = [...subject.routes, ...twin.routes].filter((route) => route.merged);
  return new Set(merged.map(({ group }) => group));
}

/**
 * Of a default route that it merges with no other the kernel tells no more once two are merged beside it; whether
 * they are depends on whether ours was away when the other came.
 */
function isHidden(route: Route, merged: ReadonlySet<string>): boolean {
  const mergesNot = route.learnt || !route.text.includes('"gateway"');
  return !route.merged && mergesNot && merged.has(route.group);
}

/**
 * The kernel keeps a route whose link went down while others that it is merged with are up: whether it outlives that
 * depends on whether ours was there.
 */
function mayBeLost({ judged, start, twin, wentDown }: Ended): (route: Route) => boolean {
  const shared = [...start.routes, ...twin.routes].filter(
    (route) => route.merged && judged.some((one) => ownsRoute(one, route)),
  );
  const groups = new Set(shared.map(({ group }) => group));
  return ({ group, link }) => groups.has(group) && wentDown.has(link);
}

/**
 * A link-local address that went is made again of the hardware address that the link has by then. In the twin that is at
 * once, in the subject when the mode is back: a new hardware address in between makes another one. There is one in both.
 */
function remadeLinkLocals({ judged, subject, twin }: Ended): readonly string[] {
  return judged
    .filter(({ operation, events }) => {
      const wentDown = [...losesRoutes].some((kind) => events.has(kind));
      const isOfAddress = operation.field === 'LinkLocalAddressBehavior';
      return isOfAddress && wentDown && events.has('hardware address');
    })
    .map(({ index }) => `address ${index} inet6 static fe80`)
    .filter((place) => {
      const [here, there] = [subject, twin].map(
        ({ entries }) => [...entries.keys()].filter((name) => name.startsWith(place)).length,
      );
      return here === there;
    });
}

function differencesOf(ended: Ended): readonly string[] {
  const { judged, kept, subject, twin } = ended;
  const loose = judged.filter((one) => mayDiffer(one, kept));
  const looseEntries = loose.map(ownEntries);
  const remade = remadeLinkLocals(ended);
  const names = new Set([...subject.entries.keys(), ...twin.entries.keys()]);
  const entries = [...names]
    .filter((name) => subject.entries.get(name) !== twin.entries.get(name))
    .filter((name) => !looseEntries.some((pattern) => pattern.test(name)))
    .filter((name) => !remade.some((place) => name.startsWith(place)))
    .map((name) => `${name}: ${subject.entries.get(name)}, in the twin ${twin.entries.get(name)}`);
  const merged = mergedGroups(ended);
  const isCoupled = mayBeLost(ended);
  const strict = (routes: readonly Route[]) =>
    routes
      .filter((route) => !isCoupled(route))
      .filter((route) => !loose.some((one) => ownsRoute(one, route)) && !isHidden(route, merged))
      .map(({ group, text, anonymous }) => (merged.has(group) ? anonymous : text));
  const [here, there] = [strict(subject.routes), strict(twin.routes)];
  const without = (list: readonly string[], other: readonly string[]) => {
    const rest = [...other];
    return list.filter((text) => {
      const at = rest.indexOf(text);
      if (at !== -1) rest.splice(at, 1);
      return at === -1;
    });
  };
  return [
    ...entries,
    ...without(here, there).map((text) => `only in the subject: ${text}`),
    ...without(there, here).map((text) => `only in the twin: ${text}`),
  ];
}

/**
 * Of other links always; an IPv4 default route of ours that has been the first all along is the first again. One that
 * others preceded comes back behind all that are there by then: the kernel can put it nowhere else.
 */
function disorder(ended: Ended): readonly string[] {
  const { judged, kept, start, subject, twin } = ended;
  const isOurs = (route: Route) => judged.some((one) => ownsRoute(one, route));
  const problems: string[] = [];
  // Of others than default routes nobody goes by the order, and the kernel makes many of them itself.
  const contested = twin.routes.filter(({ destination }) => defaults.has(destination));
  const merged = mergedGroups(ended);
  for (const group of new Set(contested.map((route) => route.group))) {
    // Where they stand among others is not told.
    if (merged.has(group)) continue;
    const [here, there] = [subject, twin].map(({ routes }) =>
      routes.filter((route) => route.group === group),
    ) as [Route[], Route[]];
    const foreign = [here, there].map((routes) =>
      routes.filter((route) => !isOurs(route)).map(({ text }) => text),
    );
    if (String(foreign[0]) !== String(foreign[1])) problems.push(`order of others in ${group}`);
    const first = there[0];
    const owner = first && judged.find((one) => ownsRoute(one, first));
    if (!first || owner?.outcome !== 'restored' || mayDiffer(owner, kept)) continue;
    const firstAtStart = start.routes.find((route) => route.group === group);
    if (!firstAtStart || !ownsRoute(owner, firstAtStart)) continue;
    if (first.family === 'IPv4' && here[0]?.text !== first.text)
      problems.push(`the first of ${group}`);
  }
  return problems;
}

/** What others did that may keep an operation from being put back. */
function reasonsOf({ operation, events, outcome }: Judged): readonly EventKind[] {
  // A link that comes back has its MTU still, unless it is not the same any more.
  const keepsMtu = operation.field === 'NlMtu' && outcome !== 'gone';
  return [...events].filter((kind) => (keepsMtu ? kind === 'made again' : !harmless.has(kind)));
}

function untruthOf(one: Judged, exitCode: number | null): readonly string[] {
  const name = `${one.operation.field} ${one.operation.family} of ${one.link}`;
  const reasons = reasonsOf(one);
  const isGone = one.outcome === 'gone' && !reasons.some((kind) => mayBeGone.has(kind));
  const problems: string[] = [];
  if (exitCode !== 11) problems.push(`${name}: ${String(one.outcome)}, exit ${String(exitCode)}`);
  if (reasons.length === 0) problems.push(`${name}: ${String(one.outcome)} without a reason`);
  if (isGone) problems.push(`${name}: gone, and it is not`);
  return problems;
}

/** Of routes that the kernel no longer shows nobody can be told that they are back. */
function isCloaked(one: Judged, ended: Ended): boolean {
  const merged = mergedGroups(ended);
  return ended.start.routes.some((route) => ownsRoute(one, route) && isHidden(route, merged));
}

function untruths(ended: Ended): readonly string[] {
  const { judged, kept, exitCode, isHeard } = ended;
  if (kept || !isHeard) return [];
  const told = judged.filter((one) => isTold(one) && !isCloaked(one, ended));
  return told.flatMap((one) => untruthOf(one, exitCode));
}

/** Whatever others did to the link meanwhile: what is told as put back is not missing where it would be without us. */
function brokenPromises(ended: Ended): readonly string[] {
  const { judged, kept, subject, twin } = ended;
  if (kept) return [];
  const merged = mergedGroups(ended);
  // Who removes one of two that differ in who made them alone removes the first, which may be ours.
  const there = new Set(subject.routes.map(({ anonymous }) => anonymous));
  return judged
    .filter(({ outcome, operation }) => {
      return outcome === 'restored' && operation.field === 'DisableDefaultRoutes';
    })
    .flatMap((one) => twin.routes.filter((route) => ownsRoute(one, route)))
    .filter((route) => !route.learnt && !merged.has(route.group) && !there.has(route.anonymous))
    .map(({ text }) => `told as put back, and missing: ${text}`);
}

/** What breaks the law; nothing: it holds. */
export function judge(ended: Ended): readonly string[] {
  return [
    ...differencesOf(ended),
    ...disorder(ended),
    ...untruths(ended),
    ...brokenPromises(ended),
  ];
}
