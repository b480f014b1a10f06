// SPDX-License-Identifier: MIT
// How long what was kept stays, in a sentence: before it is applied (S34), and after Keep (S22, S35).
import type { Plan } from '../contract/changes';
import type { StackName } from '../contract/family';
import { fieldNamed } from '../contract/fields';
import type { Operation } from '../contract/operation';
import type { Adapter, Luid } from '../contract/snapshot';
import { adapterName } from './adapter-name';
import { isolatedName } from './isolates';
import { alwaysText } from './lasting-text';
import { messages } from '../language/messages';

/** What such a sentence needs to know. */
export interface KeptNames {
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
}

/** The adapter of some operations, and how many there are. */
function adapterFacts(operations: readonly Operation[], { adapters }: KeptNames) {
  const luids = [...new Set(operations.map(({ luid }) => luid))];
  const [first = ''] = luids;
  return { n: luids.length, adapter: isolatedName(adapterName(adapters.get(first), first)) };
}

/** Linux drops such values with the interface; whether Windows does is not known. The simulated network is a Windows one. */
const systemOf = ({ stack }: KeptNames) => (stack === 'linux' ? 'linux' : 'windows');

/** Whether a value is the one that the system would set by itself. */
const isDefault = ({ field, family, value }: Operation) =>
  fieldNamed(field).defaults?.[family] === value;

/** "Until Contoso VPN reconnects or the computer restarts"; a default stays beyond that. */
export function untilText(operations: readonly Operation[], names: KeptNames): string {
  const { until, untilChanged } = messages.lasting.choice;
  if (operations.every(isDefault)) return untilChanged;
  return until[systemOf(names)](adapterFacts(operations, names));
}

/** What is said of values that do not last: only those that can be lost are said to be. */
function keptForNow(
  operations: readonly Operation[],
  isRestore: boolean,
  names: KeptNames,
): string {
  const { kept, keptDefault, restored } = messages.results;
  if (isRestore) return restored;
  if (operations.every(isDefault)) return keptDefault;
  return kept[systemOf(names)](adapterFacts(operations, names));
}

/** What was kept, and how long it stays. */
export function keptText(
  { operations, lastingChanges }: Pick<Plan, 'operations' | 'lastingChanges'>,
  isRestore: boolean,
  names: KeptNames,
): string {
  const { results } = messages.lasting;
  const lasts = lastingChanges.some(({ value }) => value !== null);
  if (operations.length > 0) {
    return lasts ? results.kept : keptForNow(operations, isRestore, names);
  }
  return (
    alwaysText(lastingChanges, results.made, results.madeMany) ??
    results.stopped({ n: lastingChanges.length })
  );
}
