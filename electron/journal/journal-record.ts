// SPDX-License-Identifier: MIT
// What the journal remembers of a transaction, record by record.

import { z } from 'zod';
import { deadlines } from '../contract/changes';
import { families } from '../contract/family';
import { isFieldName } from '../contract/fields';
import type { FieldName } from '../contract/fields';
import { intentSchema } from './intent-schema';
import { outcomes } from '../protocol/outcomes';

const luid = z.string().regex(/^\d{1,20}$/);
const fieldName = z.string().refine((text): text is FieldName => isFieldName(text));
const id = z.string().regex(/^[0-9a-f]{32}$/);

const operation = z.strictObject({
  luid,
  family: z.enum(families),
  field: fieldName,
  expected: z.int(),
  value: z.int(),
});

const lastingChange = z.strictObject({
  id,
  alias: z.string().max(1024),
  luid: luid.nullable(),
  family: z.enum(families),
  field: fieldName,
  expected: z.int().nullable(),
  value: z.int().nullable(),
});

const footprint = z.base64();
const operationEnd = z.strictObject({ outcome: z.enum(outcomes), live: z.int().nullable() });

/** Who and what a transaction is about, for people who read of it when the adapter may be gone. */
const origin = z.strictObject({
  account: z.string().max(256),
  consent: z.enum(['direct', 'uac', 'pkexec']),
  /** Absent where the operations say it all, and in journals of earlier versions. */
  intent: intentSchema(luid).optional(),
  adapters: z.array(
    z.strictObject({
      luid,
      // Names are whatever somebody gave; who shows them makes them visible.
      alias: z.string().max(1024),
      description: z.string().max(1024),
      guid: z.string().regex(/^[\w{}-]{0,64}$/),
      type: z.int().min(0),
      physicalAddress: z.string().regex(/^[0-9A-Fa-f:-]{0,128}$/),
    }),
  ),
});

/** The last millisecond that a Date takes. */
const latestTime = 8.64e15;

/** Every record says which transaction it is about and when it was written (milliseconds, for display only). */
const about = { id, time: z.int().min(0).max(latestTime) };

/** One record; `state` is what the transaction has come to. */
export const journalRecord = z.discriminatedUnion('state', [
  z.strictObject({
    ...about,
    state: z.literal('started'),
    kind: z.enum(['set', 'restore']),
    /** The transaction that a restore takes back. */
    restores: id.nullable(),
    /** In journals of earlier versions. It is made of the plan, and never read. */
    planCode: z
      .string()
      .regex(/^[0-9A-F]{8}$/)
      .optional(),
    deadline: z.literal(deadlines),
    operations: z.array(operation),
    /** Absent in journals of earlier versions, whose plans did not name the account either. */
    lastingChanges: z.array(lastingChange).optional(),
    /** Absent in journals of earlier versions. */
    origin: origin.optional(),
  }),
  /** The helper was refused, declined or lost before COMMIT. */
  z.strictObject({
    ...about,
    state: z.literal('nothing-changed'),
    reason: z.string().regex(/^[a-z-]{1,64}$/),
  }),
  /** Footprints before, one for each operation; on disk before COMMIT is sent. */
  z.strictObject({ ...about, state: z.literal('prepared'), before: z.array(footprint) }),
  /** COMMIT is about to be sent; on disk before it is. */
  z.strictObject({ ...about, state: z.literal('committed') }),
  /** One operation was tried. */
  z.strictObject({ ...about, state: z.literal('operation'), index: z.int(), end: operationEnd }),
  /** A footprint taken after COMMIT: afterwards, or before where an earlier operation had altered it. */
  z.strictObject({
    ...about,
    state: z.literal('footprint'),
    index: z.int(),
    which: z.enum(['before', 'after']),
    bytes: footprint,
  }),
  z.strictObject({ ...about, state: z.literal('applied'), deadlineAt: z.int() }),
  z.strictObject({
    ...about,
    state: z.literal('kept'),
    /** Its lasting changes could not be written. */
    isLastingUnwritten: z.literal(true).optional(),
  }),
  z.strictObject({
    ...about,
    state: z.literal('reverted'),
    cause: z.enum(['asked', 'deadline', 'channel-broken', 'told-to-stop']),
    ends: z.array(operationEnd),
  }),
  z.strictObject({ ...about, state: z.literal('rolled-back'), ends: z.array(operationEnd) }),
  /** The helper went without a word after COMMIT; `ends` is what was read afterwards. */
  z.strictObject({ ...about, state: z.literal('helper-lost'), ends: z.array(operationEnd) }),
  /** A later run found the transaction without an end. */
  z.strictObject({ ...about, state: z.literal('interrupted'), lastSeenAt: z.int() }),
  /** The user has read what happened to it. */
  z.strictObject({ ...about, state: z.literal('interrupted-acknowledged') }),
]);

export type JournalRecord = z.infer<typeof journalRecord>;
export type Origin = z.infer<typeof origin>;
export type OperationEnd = z.infer<typeof operationEnd>;
