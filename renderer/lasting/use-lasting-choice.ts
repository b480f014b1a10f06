// SPDX-License-Identifier: MIT
import { useState } from 'react';
import type { Operation } from '../../electron/contract/operation';
import { fieldNamed } from '../../electron/contract/fields';
import type { LastingChoice } from '../../electron/contract/lasting';
import { knownKind } from '../../electron/contract/preferences';
import type { Adapter } from '../../electron/contract/snapshot';
import { useKnownAdapters } from '../adapters/known-adapters';
import { useEnvironment, useLastingSettings } from '../bridge/use-bridge-query';
import { usePreferences, useStorePreferences } from '../bridge/use-preferences';
import { messages } from '../../electron/language/messages';
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

/** The adapters that operations are about, each once. */
function useAdaptersOf(operations: readonly Operation[]): readonly Adapter[] {
  const adapters = useKnownAdapters();
  const luids = new Set(operations.map(({ luid }) => luid));
  return [...luids].flatMap((luid) => adapters.get(luid) ?? []);
}

/** An adapter without a name, or with one that is no Unicode, cannot be known again. */
const isNameless = ({ alias }: Adapter) => alias === '' || /\p{Cs}/u.test(alias);

/**
 * Asks how long the values of some operations are to stay. It begins with `asked`, or with the last answer for such
 * adapters; never with "Always" where that is dangerous.
 */
export function useLastingChoice(
  operations: readonly Operation[],
  asked: LastingChoice | null,
  isDangerous: boolean,
): LastingChoiceControl {
  const { lasting: answers, adapterKinds } = usePreferences();
  const store = useStorePreferences();
  const adapters = useAdaptersOf(operations);
  const kinds = [...new Set(adapters.map((adapter) => knownKind(adapter, adapterKinds)))];
  const platform = useEnvironment()?.platform ?? 'linux';
  const nameless = adapters.some(isNameless) ? messages.lasting.choice.nameless : null;
  const obstacle = whyNothingLasts(useLastingSettings(), platform) ?? nameless;
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
