// SPDX-License-Identifier: MIT
import type { SavedSetDefect } from '../contract/support';
import { someOf } from '../language/lists';
import { messages } from '../language/messages';

const words = messages.support.set;

/** Names that are listed before the rest is only counted. */
const mostNames = 12;

/** Why a file can't be opened. */
export function unusableText(name: string, defect: SavedSetDefect): string {
  return words.unusable({ name, defect: words.defects[defect] });
}

/** Which adapters a set waits for. */
export function connectFirstText(adapters: readonly string[]): string {
  return words.connectFirst({ adapters: someOf(adapters, mostNames) });
}
