// SPDX-License-Identifier: MIT
// Edits in a file, to be applied by somebody else or later: what is written, and how it fits a computer. Pure.

import { z } from 'zod';
import type { Operation } from '../contract/operation';
import { maxOperations } from '../contract/changes';
import { families } from '../contract/family';
import { fieldValueProblem } from '../contract/field-value';
import { isFieldName } from '../contract/fields';
import { grouped } from '../contract/grouped';
import { adapterIdentity } from '../contract/preferences';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, IpInterface, Luid, Snapshot } from '../contract/snapshot';
import type { SavedEdit, SavedEditFit, SavedSetDefect } from '../contract/support';

/** Other versions are not understood. */
const savedSetVersion = 1;

/** Of its file, in bytes: 1,024 edits with long names take about half of it. */
export const savedSetLimit = 2 * 1024 * 1024;

const format = 'interface-panel-edits';

const savedAdapter = z.strictObject({
  guid: z.string().max(64),
  alias: z.string().max(1024),
  description: z.string().max(1024),
  type: z.int().min(0),
  physicalAddress: z.string().max(128),
});

const savedEdit = z.strictObject({
  adapter: savedAdapter,
  family: z.enum(families),
  // Not a choice of known ones: a field of a later version is told as such.
  field: z.string().min(1).max(64),
  expected: z.int(),
  value: z.int(),
});

const savedSet = z.strictObject({
  format: z.literal(format),
  version: z.literal(savedSetVersion),
  computer: z.string().max(256),
  savedAt: z.iso.datetime(),
  edits: z.array(savedEdit).min(1).max(maxOperations),
});

/** A saved set as its file holds it. */
export type SavedSet = z.infer<typeof savedSet>;

/** Makes a saved set of operations; those whose adapter is gone are left out. */
export function makeSavedSet(
  operations: readonly Operation[],
  snapshot: Snapshot,
  { computer, savedAt }: Pick<SavedSet, 'computer' | 'savedAt'>,
): SavedSet {
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const edits = operations.flatMap(({ luid, family, field, expected, value }) => {
    const adapter = adapters.get(luid);
    if (!adapter) return [];
    const { guid, alias, description, type, physicalAddress } = adapter;
    const about = { guid, alias, description, type, physicalAddress };
    return [{ adapter: about, family, field, expected, value }];
  });
  return { format, version: savedSetVersion, computer, savedAt, edits };
}

function hasFormat(value: unknown): value is { readonly version?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === format
  );
}

/** Reads the value in a file as a saved set, or says why it is none. */
export function parseSavedSet(
  value: unknown,
): { readonly set: SavedSet } | { readonly defect: SavedSetDefect } {
  if (!hasFormat(value)) return { defect: 'not-a-set' };
  if (value.version !== savedSetVersion) return { defect: 'other-version' };
  const { data, error } = savedSet.safeParse(value);
  if (data) return { set: data };
  const isUnknown = error.issues.some(({ code }) => code === 'unrecognized_keys');
  return { defect: isUnknown ? 'unknown-members' : 'not-a-set' };
}

type SavedAdapter = SavedSet['edits'][number]['adapter'];

const nameAndType = ({ alias, type }: Pick<Adapter, 'alias' | 'type'>) => `${type} ${alias}`;

/** Says which adapters of this computer may be meant: the very one, or those of the same name and type. */
function candidatesAmong(
  adapters: readonly Adapter[],
): (saved: SavedAdapter) => readonly Adapter[] {
  const same = grouped(adapters, adapterIdentity);
  const alike = grouped(adapters, nameAndType);
  return (saved) => same.get(adapterIdentity(saved)) ?? alike.get(nameAndType(saved)) ?? [];
}

/** How a value would fit a field of an IP interface. */
export function fitOfValue(
  { field, value }: { readonly field: string; readonly value: number },
  ipInterface: IpInterface,
  snapshot: Snapshot,
): SavedEditFit {
  const { family } = ipInterface;
  if (!isFieldName(field)) return { kind: 'unknown-field' };
  const live = ipInterface.values[field];
  const problem = fieldValueProblem(field, family, snapshot.stack, value);
  if (problem?.kind === 'out-of-range') return { kind: 'out-of-range', range: problem.range };
  if (problem?.kind === 'not-a-choice') return { kind: 'not-a-choice' };
  if (problem || typeof live !== 'number') return { kind: 'not-settable' };
  const { luid } = ipInterface;
  if (live === value) return { kind: 'already-so', luid };
  const refusal = ipInterface.refusals[field];
  return refusal ? { kind: 'refused', refusal } : { kind: 'fits', luid, field, live };
}

function fitOf(
  edit: SavedSet['edits'][number],
  snapshot: Snapshot,
  candidates: (saved: SavedAdapter) => readonly Adapter[],
  rows: ReadonlyMap<string, IpInterface>,
): SavedEditFit {
  if (!isFieldName(edit.field)) return { kind: 'unknown-field' };
  const [adapter, another] = candidates(edit.adapter);
  if (!adapter) return { kind: 'adapter-gone' };
  if (another) return { kind: 'ambiguous' };
  const luid: Luid = adapter.luid;
  const ipInterface = rows.get(ipInterfaceId({ luid, family: edit.family }));
  return ipInterface ? fitOfValue(edit, ipInterface, snapshot) : { kind: 'family-missing' };
}

/** How each edit of a set fits what is there now. */
export function fitSavedSet(set: SavedSet, snapshot: Snapshot): readonly SavedEdit[] {
  const candidates = candidatesAmong(snapshot.adapters);
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  return set.edits.map((edit) => ({
    adapter: edit.adapter.alias || edit.adapter.description,
    family: edit.family,
    field: edit.field,
    expected: edit.expected,
    value: edit.value,
    fit: fitOf(edit, snapshot, candidates, rows),
  }));
}
