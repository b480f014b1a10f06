// SPDX-License-Identifier: MIT
// Why an operation or a plan is refused. The numbers are the helper's (native/stack/operation.h, a test compares them).

export const refusalNumbers = {
  malformedPlan: 1,
  hashMismatch: 2,
  tooManyOperations: 3,
  duplicateOperation: 4,
  footprintTooLarge: 5,
  malformedFootprint: 6,
  deadlineOutOfRange: 7,
  unknownField: 10,
  readOnlyField: 11,
  unknownFamily: 12,
  fieldNotInFamily: 13,
  outOfRange: 14,
  unknownInterface: 20,
  familyNotPresent: 21,
  notAvailable: 22,
  loopbackReadOnly: 23,
  noDefaultRoute: 24,
  multipathDefaultRoute: 25,
  nexthopObjectDefaultRoute: 26,
  defaultRouteInOtherTable: 27,
  mtuBelowIpv6Minimum: 28,
  mtuAboveLinkMtu: 29,
  noForceForwarding: 30,
  oneWay: 31,
  interfaceReplaced: 32,
  cannotRestore: 33,
  gatewayElsewhere: 34,
  sourceLimitedDefaultRoute: 35,
  lastingChanged: 36,
  lastingUnavailable: 37,
  tooManyLasting: 38,
  lastingValueNotThere: 39,
  platformError: 40,
} as const;

export type Refusal = keyof typeof refusalNumbers;

const byNumber: ReadonlyMap<number, Refusal> = new Map(
  Object.entries(refusalNumbers).map(([name, number]) => [number, name as Refusal]),
);

/** The refusal with this number, or undefined for one this build does not know. */
export function refusalFromNumber(number: number): Refusal | undefined {
  return byNumber.get(number);
}
