// SPDX-License-Identifier: MIT
import { useEffect, useEffectEvent } from 'react';
import { vpnMeant } from '../../electron/contract/intent';
import { ipInterfaceId } from '../../electron/contract/snapshot';
import type { OpenedSet } from '../../electron/contract/support';
import { useBridge } from '../bridge/bridge';
import { useAreEditsLocked } from '../changes/use-are-edits-locked';
import { useInterfaces } from '../adapters/use-interfaces';
import { fittingOperations } from '../pages/support/saved-edit-text';
import { useBringSavedSet } from '../pages/support/use-bring-saved-set';
import { awaitedNames, isAwaited, useWaitingSets } from '../pages/support/waiting-sets';
import { messages } from '../../electron/language/messages';
import type { Notice } from './notice';
import { connectFirstText } from '../../electron/texts/saved-set-text';

const words = messages.support.set;

const hasVpnCome = (before: OpenedSet, now: OpenedSet) =>
  vpnMeant(before.intent)?.luid === null && vpnMeant(now.intent)?.luid !== null;

/** Says for which adapters saved sets wait, and makes edits of what is meant for one when it comes. */
export function useWaitingSetsNotices(): readonly Notice[] {
  const bridge = useBridge();
  const { sets, wait, dismiss } = useWaitingSets();
  const isLocked = useAreEditsLocked();
  const { add } = useBringSavedSet();
  const ipInterfaces = useInterfaces().data?.ipInterfaces;
  const present = sets.length === 0 ? '' : ipInterfaces?.map(ipInterfaceId).join(' ');

  const lookAgain = useEffectEvent(async (set: OpenedSet) => {
    const reply = await bridge.support.fitAgain(set.id);
    if (!reply.ok) return;
    const now = reply.value;
    if (now === null) {
      dismiss(set.id);
      return;
    }
    const came = now.edits.filter((edit, index) => {
      const before = set.edits[index];
      return before !== undefined && isAwaited(before) && !isAwaited(edit);
    });
    if (came.length === 0 && !hasVpnCome(set, now)) return;
    add(now, fittingOperations(came));
    if (awaitedNames(now).length === 0) dismiss(set.id);
    else wait(now);
  });
  useEffect(() => {
    if (isLocked) return;
    for (const set of sets) void lookAgain(set);
  }, [present, isLocked, sets]);

  return sets.map((set) => ({
    id: `waiting-set-${set.id}`,
    intent: 'info',
    title: connectFirstText(awaitedNames(set)),
    text: words.waiting({ name: set.name }),
    onDismiss: () => {
      dismiss(set.id);
    },
  }));
}
