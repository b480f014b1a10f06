// SPDX-License-Identifier: MIT
import type { Environment } from '../../electron/contract/ipc-schema';
import type { KeeperState, LastingSettings } from '../../electron/contract/lasting';
import { messages } from '../ui/messages';

const words = messages.lasting;

/** Why nothing sets values again, and what to do; null while the background service runs. */
export function keeperTrouble(
  keeper: KeeperState,
  platform: Environment['platform'],
): string | null {
  if (keeper === 'running') return null;
  const text = words.keeper[keeper];
  return typeof text === 'string' ? text : text[platform];
}

/** Why no value can be made to last, and what to do; null where one can. A damaged list is begun anew. */
export function whyNothingLasts(
  lasting: LastingSettings | undefined,
  platform: Environment['platform'],
): string | null {
  if (!lasting) return words.choice.notRead;
  const { problem, keeper } = lasting;
  if (problem !== null && problem !== 'damaged') return words.problems[problem];
  return keeperTrouble(keeper, platform);
}

/** Why no setting can be stopped; null where one can. What nothing sets again can be stopped all the same. */
export function whyNothingStops(
  lasting: LastingSettings | undefined,
  platform: Environment['platform'],
): string | null {
  const keeper = lasting?.keeper === 'not-installed' ? 'not-installed' : 'running';
  return whyNothingLasts(lasting && { ...lasting, keeper }, platform);
}
