// SPDX-License-Identifier: MIT
// Every word on screen that is not a name out of the system or out of the field table.
// S-numbers are those of docs/interface.md.

import type { AppError, ErrorCode } from '../../electron/contract/errors';
import type { FieldUnavailability } from '../../electron/contract/field-value';
import type { LaunchFailure, Outcome, Permission } from '../../electron/contract/changes';
import type { FieldRange } from '../../electron/contract/fields';
import type { Refusal } from '../../electron/contract/refusals';
import { planWords } from '../../electron/contract/plan-words';
import { copiedMessages } from './messages/copied';
import { amount, count } from './messages/count';
import { helpMessages } from './messages/help';
import { historyMessages } from './messages/history';
import { lastingMessages } from './messages/lasting';
import { routesMessages } from './messages/routes';
import { planDetailsMessages } from './messages/plan-details';
import { supportMessages } from './messages/support';
import { settingsMessages } from './messages/settings';
import { selectionMessages } from './messages/selection';
import { tableMessages } from './messages/tables';
import { preferencesMessages } from './messages/preferences';
import { internetTrafficMessages } from './messages/internet-traffic';

/** "MTU on Ethernet (IPv4)" */
function where(field: string, adapter: string, family: string): string {
  return `${field} on ${adapter} (${family})`;
}

export const messages = {
  routes: routesMessages,
  settings: settingsMessages,
  help: helpMessages,
  history: historyMessages,
  lasting: lastingMessages,

  copied: copiedMessages,
  plan: planWords,
  planDetails: planDetailsMessages,
  preferences: preferencesMessages,
  selection: selectionMessages,
  support: supportMessages,
  tables: tableMessages,
  internetTraffic: internetTrafficMessages,

  app: {
    name: 'Interface Panel',
    demoTitle: 'Demo: Interface Panel',
    demoPrefix: 'Demo: ',
    /** Title of the window while a change waits. */
    keepTitle: (time: string) => `(${time}) Keep changes?`,
    systemNames: { windows: 'Windows', linux: 'Linux' },
    close: 'Close',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    dismiss: 'Dismiss',
    /** What is told in a corner for a few seconds. */
    note: 'Message',
    /** Empties a search box. */
    clear: 'Clear',
    copyDetails: 'Copy details',
  },

  pages: {
    navigation: 'Pages',
    internetTraffic: 'Internet traffic',
    interfaces: 'Interfaces',
    routes: 'Routes',
    history: 'History',
    lasting: lastingMessages.title,
    settings: settingsMessages.title,
    help: helpMessages.title,
    /** In a tooltip and the list of shortcuts. */
    shortcut: (page: string, keys: string) => `${page} (${keys})`,
  },

  demo: {
    region: 'Demo',
    /** S27 */
    text: 'Demo: a simulated network. Nothing on this computer is read or changed.',
  },

  notices: {
    region: 'Notices',
    more: (n: number) => `${n} more`,
    fewer: 'Show fewer',
  },

  readOnly: {
    title: 'Read-only.',
    /** S26, without its first word. */
    reason: (permission: Extract<Permission, { kind: 'read-only' }>): string => {
      switch (permission.reason) {
        case 'folder-writable-by-others':
          return `Interface Panel runs from a folder others can change (${permission.detail}); install it to make changes.`;
        case 'helper-missing':
          return 'The helper is missing or damaged; reinstall Interface Panel.';
        case 'no-pkexec':
          return 'pkexec isn’t available and Interface Panel doesn’t run as root.';
        case 'policy':
          return 'A policy blocks permission prompts.';
        case 'journal-held':
          return 'Interface Panel or its command line is open. Close it first, then start Interface Panel again.';
        case 'journal-unusable':
          return `The journal can’t be used, so nothing could be taken back. Make sure that ${permission.detail} is a file that your account may write, and that the disk has room; then start Interface Panel again.`;
      }
    },
  },

  journal: {
    setAside: (path: string) =>
      `Part of the journal was damaged. It was set aside in ${path}; what it said about earlier changes is not known.`,
  },

  reading: {
    loading: 'Reading the interfaces',
    failedTitle: 'The interfaces can’t be read.',
    failed: 'What is shown may be out of date. Interface Panel keeps trying.',
    failedFirst: 'Interface Panel could not read the interfaces of this computer.',
  },

  interfaces: {
    title: 'Interfaces',
    grid: 'IP interfaces',
    search: 'Search interfaces',
    columns: 'Columns',
    columnsReset: 'Show the usual columns',
    filterGroups: {
      family: 'Family',
      state: 'State',
      kind: 'Kind',
      changes: 'Changes',
    },
    filterChoices: {
      connected: 'Connected',
      notDefault: 'Changed from default',
      edited: 'Edited',
    },
    matches: (n: number) => count(n, 'interface matches', 'interfaces match'),
    shown: (shown: number, all: number) => {
      const interfaces = count(all, 'IP interface', 'IP interfaces');
      return shown === all ? interfaces : `${amount(shown)} of ${interfaces}`;
    },
    /** S31 */
    noMatch: 'No IP interface matches.',
    clearAll: 'Clear search and filters',
    none: 'This computer has no IP interfaces.',
    rowName: (adapter: string, family: string) => `${adapter} ${family}`,
    rowGone: (adapter: string, family: string) => `${adapter} (${family}) is gone.`,
    /** Changes from outside, gathered. */
    valuesChanged: (n: number, adapter: string) =>
      `${count(n, 'value', 'values')} changed on ${adapter}`,
    valuesChangedOnMany: (n: number, adapters: number) =>
      `${count(n, 'value', 'values')} changed on ${count(adapters, 'adapter', 'adapters')}`,
    columnNames: {
      adapter: 'Adapter',
      family: 'Family',
      traffic: 'Internet traffic',
      metric: 'Metric',
      changes: 'Changes',
      state: 'State',
      mtu: 'MTU',
      addresses: 'Addresses',
    },
    traffic: { 'in-use': 'In use', on: 'On', off: 'Off', none: '–' },
    trafficOverridden: 'Off, but came back',
    unlimitedMtu: 'Unlimited',
    automaticMetric: (metric: number) => `${metric} auto`,
    states: {
      connected: 'Connected',
      disconnected: 'Disconnected',
      disabled: 'Disabled',
    },
    edited: 'Edited',
    editedCount: (n: number) => (n === 1 ? 'Edited' : `${n} edited`),
    notDefault: 'Not default',
    notDefaultCount: (n: number) => (n === 1 ? 'Not default' : `${n} not default`),
    kinds: {
      ethernet: 'Ethernet',
      'wi-fi': 'Wi-Fi',
      vpn: 'VPN or tunnel',
      mobile: 'Mobile broadband',
      translator: 'IPv4 translator',
      'virtual-switch': 'Virtual switch',
      loopback: 'Loopback',
      other: 'Other adapter',
    },
    namesake: (alias: string, description: string) => `${alias} (${description})`,
    unnamed: (description: string) => `Unnamed adapter (${description})`,
    unknownAdapter: (luid: string) => `LUID ${luid}`,
  },

  details: {
    region: (adapter: string, family: string) => `Details of ${adapter}, ${family}`,
    familyTabs: 'Family',
    managedBy: (manager: string) => `Managed by ${manager}`,
    close: 'Close details',
    filter: 'Filter fields',
    noField: 'No field matches.',
    clearFilter: 'Clear filter',
    unbound: (family: string) => `${family} isn’t bound to this adapter`,
    locked: 'Edits are locked until the change is kept or reverted.',
    range: (range: FieldRange, unit: string) =>
      `${range.min} to ${range.max}${unit === '' ? '' : ` ${unit}`}.`,
    defaultValue: (value: string) => `Default: ${value}.`,
    toDefault: (label: string) => `Set ${label} to default`,
    toDefaultFromLasting: (label: string) => `Set ${label} to default; it then no longer lasts`,
    now: (value: string) => `Now: ${value}`,
    discard: (label: string) => `Discard edit of ${label}`,
    otherNames: 'Other names',
    otherNamesOf: (label: string) => `Other names of ${label}`,
    nameKinds: { api: 'API', powershell: 'PowerShell', netsh: 'netsh', linux: 'Linux' },
    on: 'On',
    off: 'Off',
    metricMode: 'Metric',
    automatic: 'Automatic',
    fixed: 'Fixed',
    fixedMetric: 'Fixed metric',
    metricNow: 'Chosen by the system',
    unavailable: {
      key: 'It names this row and can’t be changed.',
      reserved: 'Reserved by Windows.',
      status: 'Set by the network stack.',
      'not-in-family': 'It means nothing for this family.',
      'not-available-on-linux': 'Not available on Linux',
    } satisfies Record<FieldUnavailability, string>,
    notAvailableHere: 'Not available here',
    overridden: 'Default routes came back by themselves; DHCP or a network manager adds them.',
    /** S20 */
    changedOutside: (field: string, live: string, before: string, draft: string) =>
      `Changed outside Interface Panel: ${field} is now ${live}, was ${before}. Your edit is ${draft}.`,
    keepEdit: 'Keep my edit',
    useLive: (live: string) => `Use ${live}`,
    alreadySo: 'This is the value now; the edit changes nothing.',
  },

  problems: {
    empty: 'Enter a number.',
    wholeNumber: 'Enter a whole number, digits only.',
    range: (range: FieldRange, unit: string) =>
      `Enter a number from ${range.min} to ${range.max}${unit === '' ? '' : ` ${unit}`}.`,
    choice: (choices: readonly string[]) => `Choose one of: ${choices.join(', ')}.`,
  },

  /** Why the helper or the stack refuses an operation. */
  refusals: {
    malformedPlan: 'The helper did not understand the list of changes.',
    hashMismatch: 'The list of changes reached the helper altered.',
    tooManyOperations: 'These are more changes than fit into one step; at most 1,024 do.',
    duplicateOperation: 'The same field is changed twice.',
    footprintTooLarge: 'What this change affects is too much to be put back faithfully.',
    malformedFootprint: 'What was recorded for putting this back is damaged.',
    deadlineOutOfRange: 'The time to revert after is out of range.',
    unknownField: 'The helper doesn’t know this field.',
    readOnlyField: 'Set by the network stack.',
    unknownFamily: 'The helper doesn’t know this family.',
    fieldNotInFamily: 'It means nothing for this family.',
    outOfRange: 'The value is out of range.',
    unknownInterface: 'The adapter is gone.',
    familyNotPresent: 'The family isn’t bound to this adapter.',
    notAvailable: 'Not available on this system.',
    loopbackReadOnly: 'The loopback adapter’s values are fixed.',
    noDefaultRoute: 'It has no default route: switching changes nothing.',
    multipathDefaultRoute:
      'Its default route is shared with other ways (multipath) and could not be put back exactly.',
    nexthopObjectDefaultRoute:
      'A default route that uses a nexthop object may lead through it and could not be put back exactly.',
    defaultRouteInOtherTable:
      'It has a default route in another table, which can’t be switched here.',
    mtuBelowIpv6Minimum: 'Below 1280 the system would drop IPv6 from this adapter.',
    mtuAboveLinkMtu: 'It can’t be larger than the link MTU, which the IPv4 MTU sets.',
    noForceForwarding:
      'This kernel can only show it: changing it would also drop default routes that routers announced.',
    oneWay: 'It can be turned on, not off.',
    interfaceReplaced: 'Another adapter has taken its place.',
    cannotRestore: 'It could not be put back faithfully.',
    gatewayElsewhere:
      'Rules or routes lead its gateway elsewhere now, so the system would not take its default route back.',
    sourceLimitedDefaultRoute:
      'One of its default routes is for packets from some addresses alone, and would stay.',
    lastingChanged: 'A lasting setting was changed by somebody else after you reviewed.',
    lastingUnavailable:
      'The list of lasting settings can’t be used. The page Lasting settings says why.',
    tooManyLasting:
      'There would be more than 1,024 lasting settings. Stop some on the page Lasting settings first.',
    lastingValueNotThere: 'A value that is to last isn’t there any more.',
    platformError: 'The system refused it.',
  } satisfies Record<Refusal, string>,

  edits: {
    region: 'Edits',
    discardAll: 'Discard all',
    review: 'Review and apply…',
    list: 'Edits',
    /** The button that opens the list: what it shows, then what it opens. */
    listButton: (summary: string) => `${summary} – Edits`,
    discard: 'Discard edit',
    discardNamed: (field: string, adapter: string, family: string) =>
      `Discard edit of ${where(field, adapter, family)}`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    /** Begins the link to an edit that keeps Review from opening. */
    blocked: (field: string, adapter: string, family: string) =>
      `Look at ${where(field, adapter, family)} first`,
    nothingToApply: 'None of these edits can be applied now.',
    discarded: (field: string) => `Edit of ${field} discarded`,
    allDiscarded: 'All edits discarded',
    /** S29 */
    gone: (adapter: string, family: string) =>
      `${adapter} (${family}) is gone. Your edit stays and can be applied when it returns.`,
    status: {
      'changed-outside': 'Changed outside Interface Panel',
      'already-so': 'Already so',
    },
    emptyDraft: '(empty)',
    notRestored: 'The edits of the last time can’t be read.',
    notStored: 'Your edits can’t be stored; they would be lost if Interface Panel stops.',
  },

  review: {
    title: 'Review changes',
    /** The dialog's name: its question, then what it is. */
    named: (question: string, title: string) => `${question} – ${title}`,
    table: 'Changes',
    columns: { interface: 'Interface', field: 'Field', now: 'Now', next: 'New' },
    deadlineLabel: 'Revert automatically after',
    deadline: (seconds: number) => count(seconds / 60, 'minute', 'minutes'),
    deadlineHelp: 'Unless you keep the changes before that.',
    /** S12 */
    consent: (system: string) => `${system} will ask for permission once.`,
    /** S13 */
    password: (system: string) => `${system} will ask for an administrator’s password.`,
    noAdministrator: 'No administrator here? Save the edits and send them to support.',
    apply: 'Apply',
    planCode: (code: string) => `Plan code ${code}`,
    cautions: 'Before you apply',
    caution: (field: string, sentence: string) => `${field}: ${sentence}`,
    setAside: (n: number) =>
      n === 1
        ? '1 edit is left out: its interface is gone, or the value is already so.'
        : `${n} edits are left out: their interface is gone, or the value is already so.`,
  },

  phases: {
    'waiting-for-permission': 'Waiting for permission',
    checking: 'Checking',
    applying: 'Applying',
    stopWaiting: 'Stop waiting',
    stopping: 'Stopping…',
    since: (seconds: number) => `${count(seconds, 'second', 'seconds')} so far.`,
    notResponding: (time: string) =>
      `The helper isn’t responding. It reverts by itself by ${time}.`,
    /** While keeping or reverting: what follows it is how long. */
    silent: 'The helper isn’t responding.',
    notRespondingYet: 'The helper isn’t responding. Nothing has been changed yet.',
    permissionHelp: 'The system asks for permission in a window of its own.',
    starting: 'Starting',
  },

  countdown: {
    /** S15: the panel's name, and the question in it, about the title of what was applied. */
    title: 'Keep these changes?',
    keepThis: (title: string) => `Keep “${title}”?`,
    text: 'It reverts unless you keep it. Open a website and a company page to check.',
    timeLeft: 'Time left',
    keep: 'Keep',
    revert: 'Revert now',
    reverting: 'Reverting…',
    keeping: 'Keeping…',
    /** Announced when the change is applied. */
    applied: (deadline: string) =>
      `Changes applied. Keep within ${deadline}, or they revert. F8 moves to the question.`,
    secondsLeft: (seconds: number) => `${seconds} seconds left`,
    /** What was applied and is not there any more; Keep would keep nothing of it. */
    lost: (place: string, now: string, wanted: string, others: number) =>
      `${place} is ${now} now, not ${wanted}${others > 0 ? `, and ${count(others, 'other value', 'other values')} also changed` : ''}. Keep would not set it again.`,
    gone: (place: string, others: number) =>
      `${place} was applied, but the adapter is gone${others > 0 ? `, and ${count(others, 'other value', 'other values')} also changed` : ''}. It may come back without it.`,
  },

  closing: {
    title: 'Keep these changes?',
    text: 'The changes you applied revert when Interface Panel closes, unless you keep them.',
    keep: 'Keep and close',
    revert: 'Revert and close',
  },

  results: {
    nothingChanged: 'Nothing was changed.',
    /** S16 */
    tooLate: 'The changes were already reverted when you selected Keep.',
    reviewAgain: 'Review again',
    /** S21, after its first sentence. */
    stale: (field: string, adapter: string, family: string, before: string, live: string) =>
      `${where(field, adapter, family)} changed from ${before} to ${live} after you reviewed.`,
    /** The value is as reviewed, but something else that setting it would alter is not. */
    staleAround: (field: string, adapter: string, family: string) =>
      `What ${where(field, adapter, family)} affects was changed by another program after you reviewed.`,
    refused: (field: string, adapter: string, family: string, reason: string) =>
      `${where(field, adapter, family)}: ${reason}`,
    /** S22 */
    kept: (system: string) =>
      `Kept. ${system} may drop this when the adapter reconnects or the computer restarts.`,
    /** What the system would set by itself, or what was there before, is nothing to lose. */
    keptDefault: 'Kept.',
    restored: 'Kept. The values are as they were before that change.',
    /** S23 */
    reverted: 'Reverted. Everything is as before.',
    revertedByDeadline: 'Time ran out.',
    incompleteTitle: 'Not everything could be put back.',
    incomplete: (n: number) =>
      n === 1
        ? '1 value was changed by another program or is on an adapter that’s gone.'
        : `${n} values were changed by another program or are on an adapter that’s gone.`,
    helperStopped: 'The helper stopped before you decided.',
    helperDidNotFinish: 'The helper didn’t finish.',
    nothingLeft: 'None of the values is still changed.',
    show: 'Show',
    showInHistory: 'Show in History',
    rolledBack: 'One change failed, so all of them were taken back.',
    outcomes: {
      applied: 'Still changed',
      'not-applied': 'Not changed',
      failed: 'Failed',
      restored: 'Put back',
      foreign: 'Changed by another program',
      gone: 'The adapter is gone',
      'restore-failed': 'Could not be put back',
    } satisfies Record<Outcome, string>,
    launch: {
      declined: 'Permission wasn’t given. Your edits are still here.',
      'not-authorised': 'This account may not make changes. Your edits are still here.',
      'helper-missing': 'The helper is missing or damaged; reinstall Interface Panel.',
      policy: 'A policy blocks permission prompts.',
      'other-build': 'The helper belongs to another version; reinstall Interface Panel.',
      'not-privileged': 'The helper did not get the rights it needs.',
      /** S30 */
      busy: 'Another window or user is applying changes. Try again when they’re done.',
      'stopped-waiting': 'You stopped waiting. Your edits are still here.',
      'journal-unusable':
        'The journal can’t be written, so nothing could have been taken back. Your edits are still here.',
      'channel-taken':
        'Another program came between Interface Panel and its helper. Your edits are still here.',
      'helper-failed': 'The helper stopped before it changed anything. Your edits are still here.',
    } satisfies Record<LaunchFailure, string>,
  },

  interrupted: {
    /** S28 */
    begin: 'Last time, Interface Panel stopped before you decided.',
    reverted: (time: string) => `The changes were reverted at ${time}.`,
    stillChanged: (n: number) =>
      n === 1 ? '1 value is still changed.' : `${n} values are still changed.`,
    review: 'Review and restore',
  },

  errors: {
    codes: {
      platform: 'The system reported an error.',
      'invalid-request': 'Interface Panel asked for something that isn’t valid.',
      'forbidden-sender': 'This window may not ask for that.',
      busy: 'Another window or user is applying changes. Try again when they’re done.',
      declined: 'You said no.',
      'too-soon': 'That was declined several times. Wait a moment and try again.',
      'dialog-open': 'Answer the other question first.',
      'read-only': 'Changes can’t be made here.',
      'addon-missing': 'A part of Interface Panel is missing or damaged; reinstall it.',
      'not-found': 'It is gone.',
      'timed-out': 'It took too long.',
      offline: 'This computer isn’t connected to a network.',
      journal: 'The journal can’t be written, so nothing was changed.',
      changed: 'Another value is there now. Look at it, and try again.',
      'journal-unread':
        'The journal of changes can’t be used, so what was changed before isn’t known. The notice above says what to do.',
      lasting: 'The lasting settings can’t be changed. The page Lasting settings says why.',
      file: 'The file can’t be written. Choose another place for it.',
      internal: 'Something went wrong inside Interface Panel.',
    } satisfies Record<ErrorCode, string>,
    /** As the platform gives it: "EPERM (1) in RTM_NEWLINK". */
    platform: (platform: NonNullable<AppError['platform']>) =>
      `${platform.name} (${platform.number}) in ${platform.call}`,
    /** What to do about what the system refused. */
    forbidden:
      'A policy, security software or another program may forbid it: ask your administrator.',
    sendDetails: 'Try again. If that doesn’t help, copy the details and send them to support.',
    pageCrashed: 'This part of Interface Panel stopped.',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    list: [
      ['F6, Shift+F6', 'Next, previous region'],
      ['F8', 'Question whether to keep the changes'],
      ['Ctrl+F', 'Search, or look up an address'],
      ['Ctrl+Enter', 'Review and apply'],
      ['F5', 'Refresh'],
      ['Ctrl+Z', 'Discard the latest edit'],
      ['Arrows, Home, End, Page Up, Page Down', 'Move in the table'],
      ['Enter', 'Open the details of a row'],
      ['Space, Shift+Arrows, Ctrl+A', 'Select rows of the table'],
      ['Ctrl+C', 'Copy rows'],
      ['Shift+F10', 'Menu of a row'],
      ['Esc', 'Close menu, dialog or details'],
      ['Ctrl+Plus, Ctrl+Minus, Ctrl+0', 'Zoom'],
      ['Ctrl+Shift+C', 'Copy summary for support'],
      ['F1', 'Keyboard shortcuts'],
    ],
  },
} as const;
