// SPDX-License-Identifier: MIT
// From operations to the frames the helper takes, the hash on its command line and the code on screen.

import { createHash } from 'node:crypto';
import type { Deadline } from '../contract/changes';
import type { Operation } from '../contract/operation';
import { familyNumber } from '../contract/family';
import { fieldNumber } from '../contract/fields';
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
