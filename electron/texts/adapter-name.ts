// SPDX-License-Identifier: MIT
import type { Adapter, Luid } from '../contract/snapshot';
import { messages } from '../language/messages';

const noneShared: ReadonlySet<string> = new Set();

/** The names that several adapters have. */
export function sharedNames(adapters: readonly Adapter[]): ReadonlySet<string> {
  const names = adapters.map(({ alias }) => alias).sort();
  return new Set(names.filter((name, position) => name === names[position - 1]));
}

/**
 * The name people gave an adapter; one without a name or a row is called something all the same.
 * @param shared names that need a description beside them.
 */
export function adapterName(
  adapter: Pick<Adapter, 'alias' | 'description'> | undefined,
  luid: Luid,
  shared = noneShared,
): string {
  if (!adapter) return messages.interfaces.unknownAdapter({ luid });
  const { alias, description } = adapter;
  if (alias.trim() === '') return messages.interfaces.unnamed({ description });
  return shared.has(alias) ? messages.interfaces.namesake({ alias, description }) : alias;
}
