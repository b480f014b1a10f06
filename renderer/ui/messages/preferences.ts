// SPDX-License-Identifier: MIT
import type { LoadedPreferences, PreferencesDefect } from '../../../electron/contract/preferences';

const reasons: Readonly<Record<PreferencesDefect, string>> = {
  unreadable: 'The file with your choices can’t be read.',
  'too-large': 'The file with your choices is far too large.',
  'not-json': 'The file with your choices is damaged.',
  'other-version': 'The file with your choices belongs to another version of Interface Panel.',
  'not-preferences': 'The file with your choices holds something else.',
};

export const preferencesMessages = {
  defaultsUsed: ({ defect, setAside }: NonNullable<LoadedPreferences['trouble']>): string => {
    const place =
      setAside === null
        ? 'It could not be moved, so new choices last for this run only.'
        : `It was set aside in ${setAside}.`;
    return `${reasons[defect]} The usual choices hold now. ${place}`;
  },
  notStored: 'Your choice holds now, but it may not outlive this run.',
};
