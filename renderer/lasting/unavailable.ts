// SPDX-License-Identifier: MIT
import type { Environment } from '../../electron/contract/ipc-schema';
import type { KeeperState, LastingSettings } from '../../electron/contract/lasting';
import { messages } from '../../electron/language/messages';

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

/** Why the list cannot be used; null where it can. A damaged one is begun anew. */
function listTrouble(lasting: LastingSettings | undefined): string | null {
  if (!lasting) return words.choice.notRead;
  const { problem } = lasting;
  return problem === null || problem === 'damaged' ? null : words.problems[problem];
}

/** Why no value can be made to last, and what to do; null where one can. */
export function whyNothingLasts(
  lasting: LastingSettings | undefined,
  platform: Environment['platform'],
): string | null {
  return listTrouble(lasting) ?? (lasting ? keeperTrouble(lasting.keeper, platform) : null);
}

/** Why no setting can be stopped; null where one can: also one that nothing sets again. */
export function whyNothingStops(lasting: LastingSettings | undefined): string | null {
  const isMissing = lasting?.keeper === 'not-installed';
  return listTrouble(lasting) ?? (isMissing ? words.keeper['not-installed'] : null);
}
