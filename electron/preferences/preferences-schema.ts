// SPDX-License-Identifier: MIT

import { z } from 'zod';
import { adapterKinds } from '../contract/adapter-kind';
import { deadlines } from '../contract/changes';
import { lastingChoices } from '../contract/lasting';
import {
  defaultPreferences,
  interfaceColumnIds,
  languageChoices,
  notificationChoices,
  themes,
} from '../contract/preferences';
import type { Preferences } from '../contract/preferences';

/** More adapters than this are not remembered: a file cannot grow without end. */
const mostAdapters = 2000;

const identity = z
  .string()
  .min(1)
  .max(400)
  // "{8-4-4-4-12}" or "type address name"; no member of Object.prototype looks like either.
  .regex(/^(?:\{[0-9A-F-]{36}\}|\d{1,10} \S{1,64} .*)$/su);

const kinds = z
  .record(identity, z.enum(adapterKinds))
  .refine((record) => Object.keys(record).length <= mostAdapters, 'Too many adapters');
const lasting = z.partialRecord(z.enum(adapterKinds), z.enum(lastingChoices));
const interfaceTable = z.strictObject({
  columns: z.strictObject(
    Object.fromEntries(interfaceColumnIds.map((id) => [id, z.boolean().exactOptional()])),
  ),
  sort: z.strictObject({ column: z.enum(interfaceColumnIds), descending: z.boolean() }),
});

const members = z.strictObject({
  adapterKinds: kinds.exactOptional(),
  remindersOff: z.array(identity).max(mostAdapters).exactOptional(),
  lasting: lasting.exactOptional(),
  interfaceTable: interfaceTable.exactOptional(),
  theme: z.enum(themes).exactOptional(),
  language: z.enum(languageChoices).exactOptional(),
  deadline: z.literal(deadlines).exactOptional(),
  notifications: z.enum(notificationChoices).exactOptional(),
  isSplitHintDismissed: z.boolean().exactOptional(),
});

/** Members of the preferences that are to be replaced; at least one. */
export const preferencesPatch = members.refine(
  (patch) => Object.keys(patch).length > 0,
  'Nothing to store',
);

/** Other versions of the file are not understood. */
export const preferencesVersion = 1;

/** The file; members that an earlier run did not know yet have their defaults. */
export const preferencesFile = z
  .strictObject({ version: z.literal(preferencesVersion), preferences: members })
  .transform(({ preferences }): Preferences => ({ ...defaultPreferences, ...preferences }));
