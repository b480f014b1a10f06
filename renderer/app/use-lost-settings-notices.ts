// SPDX-License-Identifier: MIT
import type { LastingChoice } from '../../electron/contract/lasting';
import { adapterIdentity } from '../../electron/contract/preferences';
import { useLostSettings } from '../bridge/use-bridge-query';
import { usePreferences, useStorePreferences } from '../bridge/use-preferences';
import { useEditsReview } from '../changes/use-edits-review';
import { adapterName } from '../../electron/texts/adapter-name';
import { messages } from '../../electron/language/messages';
import { dateText } from '../../electron/texts/time-text';
import { useKnownAdapters } from '../adapters/known-adapters';
import type { Notice } from './notice';

const words = messages.internetTraffic.lost;

/** S25: adapters that are there without values that were kept for them, unless the user wants to hear no more. */
export function useLostSettingsNotices(): readonly Notice[] {
  const lost = useLostSettings();
  const adapters = useKnownAdapters();
  const { remindersOff } = usePreferences();
  const store = useStorePreferences();
  const { gate, obstacle, open } = useEditsReview();
  return lost.flatMap(({ luid, keptAt, cameBack, operations }): Notice[] => {
    const adapter = adapters.get(luid);
    if (!adapter || remindersOff.includes(adapterIdentity(adapter))) return [];
    const reviewing = (label: string, lasting?: LastingChoice) => ({
      label,
      // What it brings can be applied, whatever the other edits are.
      obstacle: gate.kind === 'locked' ? obstacle : undefined,
      onSelect: () => {
        open({ operations, lasting });
      },
    });
    const remindNoMore = () => {
      store({ remindersOff: [...remindersOff, adapterIdentity(adapter)] });
    };
    return [
      {
        id: `lost-${luid}`,
        intent: 'warning',
        text: (cameBack ? words.text : words.changedMeanwhile)({
          adapter: adapterName(adapter, luid),
          date: dateText(keptAt),
        }),
        actions: [
          reviewing(words.review),
          reviewing(words.always, 'always'),
          { label: words.dontRemind, onSelect: remindNoMore },
        ],
      },
    ];
  });
}
