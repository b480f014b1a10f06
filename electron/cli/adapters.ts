// SPDX-License-Identifier: MIT
// Adapters by what people type, and by what they are called in sentences.

import type { StackName } from '../contract/family';
import type { Adapter, Luid, Snapshot } from '../contract/snapshot';
import { adapterName, sharedNames } from '../texts/adapter-name';
import { visibleText } from '../base/visible-text';
import { UsageProblem } from './usage-problem';
import { messages } from '../language/messages';

/** What sentences need to know; nothing in a name acts on a terminal. */
export interface TerminalNames {
  readonly nameOf: (luid: Luid) => string;
  /** "Windows" or "Linux". */
  readonly system: string;
  readonly stack: StackName;
  readonly adapters: ReadonlyMap<Luid, Adapter>;
}

export function terminalNames({ adapters, stack }: Snapshot): TerminalNames {
  const visible = adapters.map((adapter) => ({
    ...adapter,
    alias: visibleText(adapter.alias),
    description: visibleText(adapter.description),
  }));
  const byLuid = new Map(visible.map((adapter) => [adapter.luid, adapter]));
  const shared = sharedNames(visible);
  return {
    nameOf: (luid) => adapterName(byLuid.get(luid), luid, shared),
    system: process.platform === 'win32' ? 'Windows' : 'Linux',
    stack,
    adapters: byLuid,
  };
}

/** Ways to name an adapter, the surest first. */
const waysToName: readonly ((adapter: Adapter, text: string) => boolean)[] = [
  ({ alias }, text) => alias === text,
  ({ alias }, text) => visibleText(alias) === text,
  ({ alias }, text) => alias.toLowerCase() === text.toLowerCase(),
  ({ description }, text) => description === text,
  ({ index }, text) => String(index) === text,
  ({ luid }, text) => luid === text,
];

/**
 * The adapter that is meant.
 * @throws {UsageProblem} when there is none, or more than one.
 */
export function adapterMeant(text: string, { adapters }: Snapshot): Adapter {
  for (const isMeant of waysToName) {
    const [found, another] = adapters.filter((adapter) => isMeant(adapter, text));
    if (another) throw new UsageProblem(messages.terminal.usage.severalAdapters({ name: text }));
    if (found) return found;
  }
  const known = adapters.map(({ alias }) => alias).join(', ');
  throw new UsageProblem(messages.terminal.usage.noAdapter({ name: text, known }));
}
