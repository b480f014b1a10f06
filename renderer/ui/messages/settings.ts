// SPDX-License-Identifier: MIT
import type { Theme } from '../../../electron/contract/preferences';

export const settingsMessages = {
  title: 'Settings',
  theme: {
    label: 'Theme',
    help: 'The colours of Interface Panel.',
    choices: {
      system: 'As the system',
      light: 'Light',
      dark: 'Dark',
    } satisfies Record<Theme, string>,
  },
  deadline: {
    label: 'Time until revert',
    help: 'What a review preselects. It can be chosen anew for each change.',
    /** The time that was chosen is shorter than what is preselected from afar. */
    remote: (shortest: string) =>
      `You seem to be connected from afar: ${shortest} are preselected here.`,
  },
};
