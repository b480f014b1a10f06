// SPDX-License-Identifier: MIT
// What each call of the contract may carry. A call without a schema, or with one that lets something else
// through than the contract says, does not compile.

import { z } from 'zod';
import { intentSchema } from '../journal/intent-schema';
import { adapterKinds } from '../contract/adapter-kind';
import { deadlines, maxOperations } from '../contract/changes';
import type { PlanRequest } from '../contract/changes';
import { fieldKeyId } from '../contract/operation';
import { isDomainName } from '../contract/domain-name';
import { families } from '../contract/family';
import type { StackName } from '../contract/family';
import { fieldValueProblem } from '../contract/field-value';
import { fields } from '../contract/fields';
import { historyGroups, maxHistoryPage, maxHistorySearch } from '../contract/history';
import { canMean } from '../contract/intent';
import { menuOpeners } from '../contract/ipc-schema';
import type { IpcGroup, IpcHandlers } from '../contract/ipc-schema';
import { lastingChoices, maxLastingSettings } from '../contract/lasting';
import { maxFailureStack, maxFailureText, pageFailureKinds } from '../contract/page-failure';
import { maxFileName, maxOpenedBytes } from '../contract/support';
import { preferencesPatch } from '../preferences/preferences-schema';
import { parseAddress } from '../routes/ip-address';

/** Refused above this size, before anything looks inside. */
const usualLimit = 64 * 1024;

/** 1,024 operations or edits take about 150 bytes each, names of their members included. */
const listLimit = 256 * 1024;

/** The rows of a table with thousands of interfaces, or the commands of a long plan. */
const copyLimit = 4 * 1024 * 1024;

/** The texts of a failure, each character of which may take three bytes. */
const failureLimit = 16 * 1024;

/** A file that fell on the window, with its name. */
const openedLimit = maxOpenedBytes + usualLimit;

/** The parameters of one call. */
export interface Payload<Parameters extends readonly unknown[]> {
  readonly arity: Parameters['length'];
  readonly schema: z.ZodType<Parameters>;
  readonly limit: number;
}

/** A payload for every call of the contract. */
export type Payloads = {
  readonly [G in IpcGroup]: {
    readonly [K in keyof IpcHandlers[G]]: IpcHandlers[G][K] extends (
      ...parameters: infer P extends readonly unknown[]
    ) => unknown
      ? Payload<P>
      : never;
  };
};

const largestLuid = 2n ** 64n - 1n;

const luid = z
  .string()
  // Ends the check, so that nothing but digits is read as a number.
  .regex(/^[1-9]\d{0,19}$/, { abort: true })
  .refine((text) => BigInt(text) <= largestLuid, 'A LUID has 64 bits');
const family = z.enum(families);
// An enumeration ends the check of its object, so that nothing below is asked about an unknown field.
const fieldName = z.enum(fields.map(({ name }) => name));
const deadline = z.literal(deadlines);
const address = z
  .string()
  // An IPv6 address, and the longest name of an adapter on Windows as its zone.
  .max(46 + 256)
  .refine((text) => parseAddress(text) !== null, 'Not an IP address');
const domainName = z.string().refine(isDomainName, 'Not a domain name');
const historyFilter = z.strictObject({
  search: z.string().max(maxHistorySearch),
  groups: z.array(z.enum(historyGroups)).max(historyGroups.length),
});

const transactionId = z.string().regex(/^[0-9a-f]{32}$/);

const operationFor = (stack: StackName) =>
  z
    .strictObject({ luid, family, field: fieldName, expected: z.int(), value: z.int() })
    .refine(
      (operation) =>
        fieldValueProblem(operation.field, operation.family, stack, operation.value) === null,
      'The field cannot take this value',
    );

const areAllDifferent = (texts: readonly string[]) => new Set(texts).size === texts.length;

const operationsFor = (stack: StackName) =>
  z
    .array(operationFor(stack))
    .max(maxOperations)
    .refine((operations) => areAllDifferent(operations.map(fieldKeyId)), 'A field is set twice');

/** What somebody wants to do, and what was meant by it where the operations say less. */
const wantedFor = (stack: StackName) => ({
  operations: operationsFor(stack).min(1),
  intent: intentSchema(luid).optional(),
});

const isWhatIsMeant = ({ operations, intent }: Pick<PlanRequest, 'operations' | 'intent'>) =>
  intent === undefined || canMean(intent, operations);
const meantOtherwise = 'The operations do something else than is meant';

const planRequestFor = (stack: StackName) =>
  z
    .strictObject({
      ...wantedFor(stack),
      lasting: z.enum(lastingChoices),
      deadline,
    })
    .refine(isWhatIsMeant, meantOtherwise);

const editsToSaveFor = (stack: StackName) =>
  z.strictObject(wantedFor(stack)).refine(isWhatIsMeant, meantOtherwise);

const shownValues = z
  .array(z.strictObject({ luid, family, field: fieldName, value: z.int() }))
  .min(1)
  .max(maxLastingSettings)
  .refine((keys) => areAllDifferent(keys.map(fieldKeyId)), 'A field is named twice');

const lastingIds = z
  .array(z.string().regex(/^[0-9a-f]{32}$/))
  .min(1)
  .max(maxLastingSettings)
  .refine(areAllDifferent, 'A setting is named twice');

/** More addresses than people type. */
const maxAddresses = 64;

const previewRequestFor = (stack: StackName) =>
  z.strictObject({
    operations: operationsFor(stack),
    addresses: z.array(address).max(maxAddresses),
    kinds: z.record(luid, z.enum(adapterKinds)),
    vpn: luid.nullable(),
    blocksOthers: z.boolean().nullable(),
  });

const reportRequest = z.strictObject({
  scope: z.array(z.strictObject({ luid, family })).min(1).max(100_000).nullable(),
  format: z.enum(['json', 'html']),
  isMasked: z.boolean(),
});

const pageFailure = z.strictObject({
  kind: z.enum(pageFailureKinds),
  text: z.string().max(maxFailureText),
  stack: z.string().max(maxFailureStack),
});

const restoreRequest = z.strictObject({ transactionId, deadline });

const storedEdit = z.strictObject({
  luid,
  family,
  field: fieldName,
  expected: z.int(),
  draft: z.string().max(64),
});

/** Edits as they are kept between runs; the file they are read from is checked by it too. */
export const storedEdits = z.array(storedEdit).max(maxOperations);

function payload<const Items extends readonly z.ZodType[]>(items: Items, limit = usualLimit) {
  return { arity: items.length, schema: z.tuple(items as never), limit } as unknown as Payload<{
    -readonly [I in keyof Items]: z.infer<Items[I]>;
  }>;
}

const nothing = payload([]);

/** The payloads of a run: which values a field takes depends on the stack. */
export function payloadsFor(stack: StackName): Payloads {
  return {
    app: {
      environment: nothing,
      accent: nothing,
      about: nothing,
      close: payload([z.enum(['keep', 'revert'])]),
      openMenu: payload([z.enum(menuOpeners)]),
      copyText: payload([z.string()], copyLimit),
      pageFailed: payload([pageFailure], failureLimit),
      signInStart: nothing,
      startAtSignIn: payload([z.boolean()]),
    },
    interfaces: {
      snapshot: nothing,
      bestRoute: payload([address]),
      manager: payload([luid]),
    },
    changes: {
      state: nothing,
      apply: payload([planRequestFor(stack)], listLimit),
      planDetails: payload([planRequestFor(stack)], listLimit),
      restore: payload([restoreRequest]),
      stopWaiting: nothing,
      keep: nothing,
      revert: nothing,
      interrupted: nothing,
      dismissInterrupted: payload([transactionId]),
      lost: nothing,
      lasting: nothing,
      makeLast: payload([shownValues], listLimit),
      stopLasting: payload([lastingIds], listLimit),
    },
    history: {
      page: payload([z.int().min(0), z.int().min(1).max(maxHistoryPage)]),
      outline: payload([historyFilter]),
      transaction: payload([transactionId]),
    },
    routes: {
      preview: payload([previewRequestFor(stack)], listLimit),
      standings: nothing,
      chunk: payload([z.int().min(0).nullable(), z.int().min(0)]),
      since: payload([z.int().min(0)]),
      resolveName: payload([domainName]),
    },
    edits: {
      load: nothing,
      store: payload([storedEdits], listLimit),
    },
    support: {
      computer: nothing,
      saveReport: payload([reportRequest], copyLimit),
      saveEdits: payload([editsToSaveFor(stack)], listLimit),
      showSaved: nothing,
      openFile: nothing,
      openText: payload([z.string().max(maxFileName), z.string()], openedLimit),
      takeGiven: nothing,
      fitAgain: payload([z.int().min(1)]),
    },
    preferences: {
      load: nothing,
      store: payload([preferencesPatch], listLimit),
    },
  };
}
