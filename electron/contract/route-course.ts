// SPDX-License-Identifier: MIT
// What routes have in common: a large table leads to hundreds of thousands of destinations by a handful of courses. On
// its way between threads and processes a route names its course by number; where it arrives it is a Route again, which
// shares the course's texts and lists with all others.

import type { AddressText, Route, RouteHop } from './snapshot';

/** Everything of a route but its destination. */
export type RouteCourse = Omit<Route, 'destination' | 'prefixLength'>;

/** Routes side by side: the destination, its prefix length, and the number of the course in `courses`. */
export interface PackedRoutes {
  readonly courses: readonly RouteCourse[];
  readonly destinations: readonly AddressText[];
  readonly prefixLengths: readonly number[];
  readonly courseNumbers: readonly number[];
}

/** The route to a destination. A literal, since V8 makes objects of one shape from them fastest and smallest. */
export function routeOn(
  course: RouteCourse,
  destination: AddressText,
  prefixLength: number,
): Route {
  return {
    family: course.family,
    luid: course.luid,
    destination,
    prefixLength,
    source: course.source,
    sourcePrefixLength: course.sourcePrefixLength,
    nextHop: course.nextHop,
    preferredSource: course.preferredSource,
    metric: course.metric,
    protocol: course.protocol,
    origin: course.origin,
    table: course.table,
    type: course.type,
    scope: course.scope,
    tos: course.tos,
    flags: course.flags,
    validLifetime: course.validLifetime,
    preference: course.preference,
    nexthopId: course.nexthopId,
    mtu: course.mtu,
    hops: course.hops,
  };
}

const everyMember: Readonly<Record<Exclude<keyof RouteCourse, 'hops'>, true>> = {
  family: true,
  luid: true,
  source: true,
  sourcePrefixLength: true,
  nextHop: true,
  preferredSource: true,
  metric: true,
  protocol: true,
  origin: true,
  table: true,
  type: true,
  scope: true,
  tos: true,
  flags: true,
  validLifetime: true,
  preference: true,
  nexthopId: true,
  mtu: true,
};
const members = Object.keys(everyMember) as readonly (keyof typeof everyMember)[];

function isSameHop(one: RouteHop, other: RouteHop | undefined): boolean {
  return (
    one.luid === other?.luid &&
    one.nextHop === other.nextHop &&
    one.weight === other.weight &&
    one.flags === other.flags
  );
}

/** Routes that came at different times have lists of their own, empty ones too. */
function areSameHops(some: RouteCourse['hops'], others: RouteCourse['hops']): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((hop, place) => isSameHop(hop, others[place]));
}

function isSameCourse(one: RouteCourse, other: RouteCourse): boolean {
  return (
    members.every((member) => one[member] === other[member]) && areSameHops(one.hops, other.hops)
  );
}

/** Different courses, each with its number. The first route that takes one stands for it. */
class Courses {
  readonly all: RouteCourse[] = [];
  /** By what tells most of them apart. */
  readonly #numbers = new Map<string, number[]>();

  numberOf(route: Route): number {
    const key = `${route.table} ${route.luid} ${route.nextHop} ${route.metric}`;
    const alike = this.#numbers.get(key) ?? [];
    const known = alike.find((number) => isSameCourse(this.all[number] ?? route, route));
    if (known !== undefined) return known;
    this.#numbers.set(key, [...alike, this.all.length]);
    return this.all.push(route) - 1;
  }
}

/** Routes with each course once. */
export function packRoutes(routes: readonly Route[]): PackedRoutes {
  const courses = new Courses();
  const courseNumbers = routes.map((route) => courses.numberOf(route));
  return {
    courses: courses.all,
    destinations: routes.map(({ destination }) => destination),
    prefixLengths: routes.map(({ prefixLength }) => prefixLength),
    courseNumbers,
  };
}

/** The routes that were packed. */
export function unpackRoutes(packed: PackedRoutes): readonly Route[] {
  const { courses, destinations, prefixLengths, courseNumbers } = packed;
  return destinations.flatMap((destination, place) => {
    const course = courses[courseNumbers[place] ?? -1];
    return course ? [routeOn(course, destination, prefixLengths[place] ?? 0)] : [];
  });
}
