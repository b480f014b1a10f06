// SPDX-License-Identifier: MIT
// From operations to the frames the helper takes, the hash on its command line and the code on screen.

import { createHash } from 'node:crypto';
import type { Deadline } from '../contract/changes';
import type { Operation } from '../contract/operation';
import { families, familyNumber } from '../contract/family';
import { fieldNumber } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import type { LastingChange } from '../contract/lasting';
import { encodeFrame, footprintPartBytes } from './frames';
import type { AppMessage } from './frames';

/** Raw platform values, as a stack captured them; only stacks look inside. */
export type Footprint = Uint8Array;

/** An operation as the helper gets it. */
export type PlannedOperation =
  | { readonly kind: 'set'; readonly operation: Operation }
  | {
      readonly kind: 'restore';
      readonly operation: Operation;
      readonly before: Footprint;
      /** Empty where the journal has none. */
      readonly after: Footprint;
    };

/** All that a helper is asked for. */
export interface PlanToSend {
  /** Already in order. */
  readonly operations: readonly PlannedOperation[];
  readonly lastingChanges: readonly LastingChange[];
  readonly deadline: Deadline;
  /** Who runs the app, whatever the system calls it. */
  readonly account: string;
}

export interface EncodedPlan {
  /** PLAN and all that belongs to it, as they are sent after HELLO. */
  readonly frames: readonly Uint8Array[];
  /** SHA-256 of the frames, 64 hexadecimal digits. */
  readonly hash: string;
  /** The first eight digits, as the user compares them with the prompt for permission. */
  readonly code: string;
}

const kindNumber = { set: 0, restore: 1 } as const;
const whichBefore = 0;
const whichAfter = 1;

function compareLuids(a: Operation, b: Operation): number {
  const [left, right] = [BigInt(a.luid), BigInt(b.luid)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Default routes go first: one that a router announced can be taken away, and be the kernel's own again after
 * an undo in reverse, only while router discovery is on.
 */
function rank(field: FieldName): number {
  return field === 'DisableDefaultRoutes' ? -1 : fieldNumber(field);
}

/** Operations in the one order a plan has: by LUID, IPv4 before IPv6, default routes, then as the field table lists them. */
export function canonicalOrder(operations: readonly Operation[]): readonly Operation[] {
  return operations.toSorted(
    (a, b) =>
      compareLuids(a, b) ||
      families.indexOf(a.family) - families.indexOf(b.family) ||
      rank(a.field) - rank(b.field),
  );
}

function footprintMessages(
  operation: number,
  which: number,
  footprint: Footprint,
): readonly AppMessage[] {
  const parts = Math.ceil(footprint.length / footprintPartBytes);
  return Array.from({ length: parts }, (_, part) => {
    const offset = part * footprintPartBytes;
    const bytes = footprint.subarray(offset, offset + footprintPartBytes);
    return { message: 'FOOTPRINT', operation, which, offset, total: footprint.length, bytes };
  });
}

function operationMessages(planned: PlannedOperation, index: number): readonly AppMessage[] {
  const { kind, operation } = planned;
  const none = new Uint8Array();
  const { before, after } = kind === 'restore' ? planned : { before: none, after: none };
  return [
    {
      message: 'OPERATION',
      index,
      kind: kindNumber[kind],
      field: fieldNumber(operation.field),
      family: familyNumber[operation.family],
      luid: BigInt(operation.luid),
      expected: BigInt(operation.expected),
      value: BigInt(operation.value),
      beforeBytes: before.length,
      afterBytes: after.length,
    },
    ...footprintMessages(index, whichBefore, before),
    ...footprintMessages(index, whichAfter, after),
  ];
}

const wideOrNull = (value: number | null) => (value === null ? null : BigInt(value));

function lastingMessage(change: LastingChange, index: number): AppMessage {
  return {
    message: 'LASTING',
    index,
    field: fieldNumber(change.field),
    family: familyNumber[change.family],
    luid: BigInt(change.luid ?? 0),
    expected: wideOrNull(change.expected),
    value: wideOrNull(change.value),
    id: change.id,
  };
}

/** The helper takes no control characters, which some systems let an account have. */
const withoutControls = (account: string) => account.replaceAll(/\p{Cc}/gu, '\uFFFD');

/** Encodes a plan. HELLO has sequence number 0, so PLAN has 1. */
export function encodePlan(plan: PlanToSend): EncodedPlan {
  const { operations, lastingChanges, deadline, account } = plan;
  const messages: readonly AppMessage[] = [
    {
      message: 'PLAN',
      operations: operations.length,
      lastingChanges: lastingChanges.length,
      deadlineSeconds: deadline,
      account: withoutControls(account),
    },
    ...operations.flatMap(operationMessages),
    ...lastingChanges.map(lastingMessage),
  ];
  const frames = messages.map((message, index) => encodeFrame('app', message, index + 1));
  const sha256 = createHash('sha256');
  for (const frame of frames) sha256.update(frame);
  const hash = sha256.digest('hex');
  return { frames, hash, code: hash.slice(0, 8).toUpperCase() };
}
