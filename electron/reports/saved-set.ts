// SPDX-License-Identifier: MIT
// Edits in a file, to be applied by somebody else or later: what is written, and how it fits a computer. Pure.

import { z } from 'zod';
import { maxOperations } from '../contract/changes';
import { families } from '../contract/family';
import { fieldValueProblem } from '../contract/field-value';
import { isFieldName } from '../contract/fields';
import { grouped } from '../contract/grouped';
import { canMean } from '../contract/intent';
import type { Intent } from '../contract/intent';
import { adapterIdentity } from '../contract/preferences';
import { ipInterfaceId } from '../contract/snapshot';
import type { Adapter, IpInterface, Luid, Snapshot } from '../contract/snapshot';
import type {
  EditsToSave,
  OpenedSet,
  SavedEdit,
  SavedEditFit,
  SavedSetDefect,
} from '../contract/support';
import { intentSchema } from '../journal/intent-schema';

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
  // Where the edits say less than what was meant by them; sets of before have none.
  intent: intentSchema(savedAdapter).optional(),
});

/** A saved set as its file holds it. */
export type SavedSet = z.infer<typeof savedSet>;

type SavedAdapter = z.infer<typeof savedAdapter>;
type SavedIntent = Intent<SavedAdapter>;

function savedAdapterOf(adapter: Adapter): SavedAdapter {
  const { guid, alias, description, type, physicalAddress } = adapter;
  return { guid, alias, description, type, physicalAddress };
}

/** What is meant, with the VPN as files tell it; undefined where that is gone. */
function savedIntentOf(
  intent: Intent | undefined,
  adapters: ReadonlyMap<Luid, Adapter>,
): SavedIntent | undefined {
  if (intent?.kind !== 'split-tunnelling') return intent;
  const vpn = adapters.get(intent.vpn);
  return vpn && { ...intent, vpn: savedAdapterOf(vpn) };
}

/** Makes a saved set of edits; those whose adapter is gone are left out. */
export function makeSavedSet(
  { operations, intent }: EditsToSave,
  snapshot: Snapshot,
  { computer, savedAt }: Pick<SavedSet, 'computer' | 'savedAt'>,
): SavedSet {
  const adapters = new Map(snapshot.adapters.map((adapter) => [adapter.luid, adapter]));
  const edits = operations.flatMap(({ luid, family, field, expected, value }) => {
    const adapter = adapters.get(luid);
    if (!adapter) return [];
    return [{ adapter: savedAdapterOf(adapter), family, field, expected, value }];
  });
  const meant = savedIntentOf(intent, adapters);
  const head = { format, version: savedSetVersion, computer, savedAt } as const;
  return { ...head, ...(meant && { intent: meant }), edits };
}

function hasFormat(value: unknown): value is { readonly version?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'format' in value && value.format === format
  );
}

/** Whether a member is unknown, or an intent. */
const isOfLaterVersion = ({ code, path }: z.core.$ZodIssue) =>
  code === 'unrecognized_keys' || (code === 'invalid_union' && path[0] === 'intent');

/** Reads the value in a file as a saved set, or says why it is none. */
export function parseSavedSet(
  value: unknown,
): { readonly set: SavedSet } | { readonly defect: SavedSetDefect } {
  if (!hasFormat(value)) return { defect: 'not-a-set' };
  if (value.version !== savedSetVersion) return { defect: 'other-version' };
  const { data, error } = savedSet.safeParse(value);
  if (data) return { set: data };
  return { defect: error.issues.some(isOfLaterVersion) ? 'unknown-members' : 'not-a-set' };
}

const savedName = ({ alias, description }: SavedAdapter) => alias || description;

const nameAndType = ({ alias, type }: Pick<Adapter, 'alias' | 'type'>) => `${type} ${alias}`;

/** Says which adapters of this computer may be meant: the very one, or those of the same name and type. */
type Candidates = (saved: SavedAdapter) => readonly Adapter[];

function candidatesAmong(adapters: readonly Adapter[]): Candidates {
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
  candidates: Candidates,
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

/** What a set says was meant, where its edits can be that: nobody looked at them together before. */
function believedIntent({ intent, edits }: SavedSet): SavedIntent | null {
  if (!intent) return null;
  const told =
    intent.kind === 'system-default' ? intent : { ...intent, vpn: adapterIdentity(intent.vpn) };
  const parts = edits.flatMap(({ adapter, field, value }) =>
    isFieldName(field) ? [{ luid: adapterIdentity(adapter), field, value }] : [],
  );
  return parts.length === edits.length && canMean(told, parts) ? intent : null;
}

/** The same with the VPN as it is here; null where several could be it. */
function intentHere(intent: SavedIntent | null, candidates: Candidates): OpenedSet['intent'] {
  if (intent?.kind !== 'split-tunnelling') return intent;
  const [here, another] = candidates(intent.vpn);
  if (another) return null;
  return { ...intent, vpn: { name: savedName(intent.vpn), luid: here?.luid ?? null } };
}

/** How a set fits what is there now. */
export function fitSavedSet(
  set: SavedSet,
  snapshot: Snapshot,
): Pick<OpenedSet, 'intent' | 'edits'> {
  const candidates = candidatesAmong(snapshot.adapters);
  const rows = new Map(snapshot.ipInterfaces.map((row) => [ipInterfaceId(row), row]));
  const edits = set.edits.map((edit): SavedEdit => ({
    adapter: savedName(edit.adapter),
    family: edit.family,
    field: edit.field,
    expected: edit.expected,
    value: edit.value,
    fit: fitOf(edit, snapshot, candidates, rows),
  }));
  return { intent: intentHere(believedIntent(set), candidates), edits };
}
