// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type { AdapterKind } from '../../electron/contract/adapter-kind';
import type { Operation } from '../../electron/contract/changes';
import { fieldNamed } from '../../electron/contract/fields';
import type { LastingChoice } from '../../electron/contract/lasting';
import { knownKind } from '../../electron/contract/preferences';
import { useKnownAdapters } from '../app/known-adapters';
import { useEnvironment, useLastingSettings } from '../bridge/use-bridge-query';
import { usePreferences, useStorePreferences } from '../bridge/use-preferences';
import { whyNothingLasts } from './unavailable';

/** The answer to "How long?" in one review. */
export interface LastingChoiceControl {
  readonly choice: LastingChoice;
  readonly choose: (choice: LastingChoice) => void;
  /** Why "Always" can't be chosen; null where it can. */
  readonly obstacle: string | null;
  /** Whether "Always" needs a second yes, because something bad happens to internet traffic. */
  readonly needsYes: boolean;
  readonly isYes: boolean;
  readonly sayYes: (isYes: boolean) => void;
  /** Keeps an answer that the user gave for the next review of such adapters. */
  readonly remember: () => void;
}

/** What goes back to its default needs nobody to set it again. */
function areDefaults(operations: readonly Operation[]): boolean {
  return operations.every(
    ({ field, family, value }) => fieldNamed(field).defaults?.[family] === value,
  );
}

function useKindsOf(operations: readonly Operation[]): readonly AdapterKind[] {
  const adapters = useKnownAdapters();
  const { adapterKinds } = usePreferences();
  const kinds = operations.flatMap(({ luid }) => {
    const adapter = adapters.get(luid);
    return adapter ? [knownKind(adapter, adapterKinds)] : [];
  });
  return [...new Set(kinds)];
}

/**
 * Asks how long the values of some operations are to stay. It begins with `asked`, or with the last answer for such
 * adapters; never with "Always" where that is dangerous.
 */
export function useLastingChoice(
  operations: readonly Operation[],
  asked: LastingChoice | null,
  isDangerous: boolean,
): LastingChoiceControl {
  const { lasting: answers } = usePreferences();
  const store = useStorePreferences();
  const kinds = useKindsOf(operations);
  const platform = useEnvironment()?.platform ?? 'linux';
  const obstacle = whyNothingLasts(useLastingSettings(), platform);
  const [chosen, setChosen] = useState(asked);
  const [isYes, setIsYes] = useState(false);

  const wasAlways = kinds.length > 0 && kinds.every((kind) => answers[kind] === 'always');
  const usual =
    wasAlways && !isDangerous && !areDefaults(operations) ? 'always' : 'until-reconnect';
  const choice = obstacle === null ? (chosen ?? usual) : 'until-reconnect';
  return {
    choice,
    choose: (next) => {
      if (obstacle === null) setChosen(next);
    },
    obstacle,
    needsYes: isDangerous && choice === 'always',
    isYes,
    sayYes: setIsYes,
    remember: () => {
      if (chosen === null || obstacle !== null) return;
      const answered = Object.fromEntries(kinds.map((kind) => [kind, chosen]));
      store({ lasting: { ...answers, ...answered } });
    },
  };
}
