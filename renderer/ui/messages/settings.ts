// SPDX-License-Identifier: MIT
import type { NotificationChoice, Theme } from '../../../electron/contract/preferences';
import type { SignInStart } from '../../../electron/contract/sign-in-start';

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
  notifications: {
    label: 'Notifications',
    help: 'While the window isn’t in front: a change that waits for Keep, what became of it, and settings that were lost.',
    choices: {
      off: 'Off',
      important: 'Important ones',
    } satisfies Record<NotificationChoice, string>,
  },
  signIn: {
    label: 'Start at sign-in',
    help: 'Waits in the tray and says there which way internet traffic goes. Closing the window ends it.',
    impossible: {
      demo: 'The demo doesn’t start by itself.',
      'not-installed':
        'Interface Panel runs from a folder it wasn’t installed in, so it can’t start by itself.',
    } satisfies Record<Extract<SignInStart, { kind: 'impossible' }>['reason'], string>,
  },
};
