// SPDX-License-Identifier: MIT
// The words about lasting settings. What sets them again is called the background service, everywhere on screen.

import type {
  KeeperState,
  LastingChoice,
  LastingProblem,
} from '../../../electron/contract/lasting';
import { amount, count } from './count';

const unknownState = {
  running: 'The background service hasn’t looked at it yet.',
  'not-running': 'Not known: the background service isn’t running.',
  'not-installed': 'Not known: the background service isn’t installed.',
  'switched-off': 'Not set again now: the background service is switched off.',
  'safe-mode': 'Not set again now, in safe mode.',
} satisfies Record<KeeperState, string>;

const atNextArrival = 'It’s tried again when the adapter comes back.';

export const lastingMessages = {
  title: 'Lasting settings',
  about:
    'Interface Panel sets these values again whenever their adapter comes back or the computer starts, also while its window is closed.',
  loading: 'Reading the lasting settings',
  failed: 'The lasting settings can’t be read.',
  none: 'Nothing lasts yet. Choose “Always” in the review of a change, and it’s listed here.',
  toTraffic: 'Go to Internet traffic',
  count: (n: number) => count(n, 'lasting setting', 'lasting settings'),
  search: 'Search lasting settings',
  matches: (n: number) => count(n, 'lasting setting matches', 'lasting settings match'),
  noMatch: 'No lasting setting matches.',
  clearSearch: 'Clear search',
  /** "MTU on Ethernet (IPv4), Metric on Ethernet (IPv4) and 2 more" */
  list: (places: readonly string[], more: number) =>
    more > 0
      ? `${places.join(', ')} and ${amount(more)} more`
      : new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(places),
  valueOf: (field: string, value: string) => `${field}: ${value}`,
  since: (date: string, account: string) =>
    account === '' ? `Since ${date}` : `Since ${date}, by ${account}`,
  /** S38: beside each status, when the value was last set again. */
  setAgainToday: (time: string) => `Last set again today at ${time}.`,
  setAgainOn: (date: string, time: string) => `Last set again on ${date} at ${time}.`,
  timesSet: (n: number) => `set again ${amount(n)} times since the background service started`,
  stop: 'Stop',
  stopNamed: (where: string) => `Stop making ${where} last`,
  stopAll: 'Stop all…',
  stopShown: (n: number) => `Stop the ${amount(n)} shown…`,
  locked: 'Another change is being applied.',

  /** S38: how a setting stands, and what helps. */
  states: {
    absent: 'Waits for the adapter.',
    waitsForRoute: 'Waits for a default route: there is none now that it could turn off.',
    arriving: 'The adapter is just coming; its value is looked at in a moment.',
    held: 'As it should be.',
    refused: (reason: string) => `Not set again. ${reason} ${atNextArrival}`,
    failed: (error: string) => `Could not be set again: ${error}. ${atNextArrival}`,
    unknownError: 'the system refused it',
    givenUp: `Given up: another program set it back each time. ${atNextArrival} Look for the setting in that program, such as a VPN client.`,
    changed: (value: string) =>
      `Somebody changed it to ${value} while the adapter was there, so it’s left alone. It’s set again when the adapter comes back.`,
    ambiguous: 'Two adapters fit, so neither is touched. Rename one of them, or stop this.',
    unknown: unknownState,
  },

  /** S34 */
  choice: {
    legend: 'How long?',
    names: {
      'until-reconnect': 'Until the adapter reconnects or the computer restarts',
      always: 'Always: Interface Panel sets it again',
    } satisfies Record<LastingChoice, string>,
    alwaysHelp: 'Also while its window is closed, and without asking again, until you stop it.',
    notRead: 'What lasts isn’t known yet.',
    nameless:
      'An adapter among these has no name to know it by when it comes back. Give it one first.',
    stops: (list: string) => `This also stops “Always” for ${list}.`,
    replaces: (list: string) => `This replaces the value that “Always” has for ${list}.`,
    /** Why a second yes is asked for. */
    danger:
      'Once you keep this, it doesn’t revert any more: it’s set again at each reconnect and restart, also when nobody can reach this computer.',
    yes: 'Yes, always',
    needsYes: 'Select “Yes, always” first, or the other answer to “How long?”.',
  },

  /** S39: why nothing can be made to last, or what lasts isn’t set again, and what to do. */
  keeper: {
    'not-running': {
      linux:
        'Interface Panel’s background service isn’t running, and only it sets values again. An administrator starts it with “systemctl start interface-panel-keeper”.',
      windows:
        'Interface Panel’s background service isn’t running, and only it sets values again. Start “Interface Panel keeper” in Services, or restart the computer.',
    },
    'not-installed':
      'Only the installed program can make values last: its background service sets them again. Install Interface Panel.',
    'switched-off': {
      linux:
        'An administrator switched Interface Panel’s background service off. To switch it on, delete /var/lib/interface-panel/off.',
      windows:
        'An administrator switched Interface Panel’s background service off. To switch it on, delete the value Off of HKLM\\SOFTWARE\\Interface Panel.',
    },
    'safe-mode': 'Windows runs in safe mode, where nothing is set again. Restart it as usual.',
  },
  problems: {
    damaged:
      'The list of lasting settings is damaged, so nothing of it is set again. The next change made to last begins a new list, and the damaged one is set aside.',
    'later-version':
      'The list of lasting settings belongs to a later version of Interface Panel. Install that version.',
    'not-trusted':
      'Others than administrators could have written the list of lasting settings, so it isn’t used. Ask an administrator to reinstall Interface Panel.',
    unreadable:
      'The list of lasting settings can’t be read. Restart the computer; if that doesn’t help, reinstall Interface Panel.',
  } satisfies Record<LastingProblem, string>,

  /** S37: on a field that lasts. */
  mark: {
    badge: 'Always',
    text: 'Set again when the adapter comes back.',
    otherValue: (value: string) => `Set to ${value} again when the adapter comes back.`,
    changed: (value: string) =>
      `Somebody changed it, so it’s left alone. Set to ${value} again when the adapter comes back.`,
    toDefault: 'At its default it no longer lasts, unless you choose “Always” in the review.',
  },

  /** Making values last, or stopping that, without changing them. */
  dialog: {
    table: 'Lasting settings',
    columns: { interface: 'Interface', field: 'Field', value: 'Value' },
    make: (n: number) => (n === 1 ? 'Make it last' : 'Make them last'),
    makeText: (n: number) =>
      n === 1
        ? 'Nothing changes now. From now on Interface Panel sets this value again whenever its adapter comes back or the computer starts.'
        : 'Nothing changes now. From now on Interface Panel sets these values again whenever their adapter comes back or the computer starts.',
    stop: (n: number) => (n === 1 ? 'Stop making it last' : 'Stop making them last'),
    stopText: (n: number) =>
      n === 1
        ? 'Nothing changes now. Interface Panel no longer sets this value again when its adapter comes back.'
        : 'Nothing changes now. Interface Panel no longer sets these values again when their adapter comes back.',
  },

  /** S35, S36 */
  results: {
    kept: (adapter: string) =>
      `Kept. Interface Panel sets it again whenever ${adapter} comes back.`,
    keptMany: 'Kept. Interface Panel sets each value again whenever its adapter comes back.',
    made: (adapter: string) =>
      `It lasts now. Interface Panel sets it again whenever ${adapter} comes back.`,
    madeMany: 'They last now. Interface Panel sets each again whenever its adapter comes back.',
    stopped: (n: number) =>
      n === 1
        ? 'Stopped. Interface Panel no longer sets it again.'
        : `Stopped. Interface Panel no longer sets these ${amount(n)} values again.`,
    unwrittenTitle: 'Kept, but it won’t last.',
    unwritten: (error: string, next: string) =>
      `It could not be added to the lasting settings. ${error} ${next}`,
    makeRoom: 'Make room on the disk, then select “Make it last” in History.',
    tryAgain: 'To try again, select “Make it last” in History.',
    countdown: (adapter: string) => `Keep, then always: set again whenever ${adapter} comes back.`,
    countdownMany: 'Keep, then always: each value is set again whenever its adapter comes back.',
  },

  history: {
    heading: 'Lasting',
    made: (where: string, value: string) => `${where}: ${value}, always`,
    stopped: (where: string) => `${where}: no longer always`,
    inForce: 'Still so.',
    notInForce: 'Not so any more.',
    unwritten: 'It was kept, but its values could not be made to last.',
    restoreStops: (list: string) => `This also stops “Always” for ${list}.`,
    restoreMakes: (list: string) => `This also makes ${list} last again.`,
    /** What an interrupted transaction left in the list although nobody kept it. */
    left: (n: number) =>
      n === 1
        ? '1 lasting setting of it is in force.'
        : `${amount(n)} lasting settings of it are in force.`,
  },
} as const;
