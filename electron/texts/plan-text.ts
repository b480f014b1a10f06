// SPDX-License-Identifier: MIT
// Names for titles of plans: isolated for text direction, as they are now or as they were recorded.
import type { RecordedAdapter } from '../contract/history';
import type { SubjectAdapter } from '../contract/plan-subject';
import type { TitleNames } from './plan-title';
import type { Adapter, Luid } from '../contract/snapshot';
import { adapterName } from './adapter-name';
import { isolatedName } from './isolates';

const none: readonly RecordedAdapter[] = [];

/** What titles need; an adapter that was recorded is called what it was called then. */
export function titleNames(
  adapters: ReadonlyMap<Luid, Adapter>,
  recorded: readonly RecordedAdapter[] = none,
): TitleNames {
  const nameOf = ({ luid, alias }: SubjectAdapter) => {
    if (luid === null) return alias ?? '';
    const known = recorded.find((one) => one.luid === luid) ?? adapters.get(luid);
    return adapterName(known, luid);
  };
  return { nameOf: (adapter) => isolatedName(nameOf(adapter)) };
}
