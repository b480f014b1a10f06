// SPDX-License-Identifier: MIT
import type { Adapter, Luid } from '../../electron/contract/snapshot';
import { messages } from '../ui/messages';

/** The name people gave an adapter; one without a name or a row is called something all the same. */
export function adapterName(
  adapter: Pick<Adapter, 'alias' | 'description'> | undefined,
  luid: Luid,
): string {
  if (!adapter) return messages.interfaces.unknownAdapter(luid);
  return adapter.alias.trim() === ''
    ? messages.interfaces.unnamed(adapter.description)
    : adapter.alias;
}
