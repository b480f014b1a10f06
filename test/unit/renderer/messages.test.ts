// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { disjunction, conjunction } from '../../../electron/language/lists';
import { messages } from '../../../electron/language/messages';
import { readOnlyText } from '../../../electron/texts/read-only-text';
import { minutesAndSeconds } from '../../../electron/texts/time-text';

const {
  countdown,
  demo,
  details,
  edits,
  history,
  interrupted,
  lasting,
  readOnly,
  results,
  review,
} = messages;
const { adapters, leaves, lost, lowest, only, presets, ties, warnings, ...traffic } =
  messages.internetTraffic;
const { consequences } = adapters;
const { summary } = messages.support;

interface Specified {
  /** The number in docs/interface.md. */
  readonly id: string;
  /** What the catalogue makes of it. */
  readonly made: string;
  /** The specification's own words; a typographic apostrophe stands for its plain one. */
  readonly text: string;
  /** A piece of it that a test finds on screen; the whole text unless given. */
  readonly seen?: string;
}

const halves = {
  prefixes: '0.0.0.0/1, 128.0.0.0/1',
  adapter: 'Contoso VPN',
  takes: 'all',
} as const;
const readOnlyReason = (reason: Parameters<typeof readOnlyText>[0]['reason'], detail = '') =>
  `${readOnly.title} ${readOnlyText({ kind: 'read-only', reason, detail })}`;

/** Every string of the specification, each of its alternatives. */
const specified: readonly Specified[] = [
  {
    id: 'S1',
    made: leaves({ family: 'IPv4', adapters: disjunction(['Contoso VPN']) }),
    text: 'IPv4 internet traffic leaves through Contoso VPN.',
  },
  {
    id: 'S2',
    made: lowest({ metric: 5, next: 'Ethernet', nextMetric: 25 }),
    text: 'Its default route has the lowest effective metric: 5. Next is Ethernet with 25.',
  },
  { id: 'S2', made: only, text: 'It has the only usable default route.' },
  {
    id: 'S3',
    made: ties.undocumented({
      adapters: 'Ethernet and Contoso VPN',
      metric: 25,
      system: 'Windows',
    }),
    text: "Ethernet and Contoso VPN have the same effective metric, 25. Windows decides; the choice isn't documented.",
  },
  {
    id: 'S4',
    made: traffic.nowhere({ family: 'IPv6' }),
    text: 'IPv6 internet traffic has nowhere to go.',
  },
  { id: 'S4', made: traffic.nowhereWhy, text: 'No adapter has a usable default route.' },
  {
    id: 'S5',
    made: traffic.wideRoutes.halves({ ...halves, family: 'IPv4' }),
    text: "Two half routes (0.0.0.0/1, 128.0.0.0/1) on Contoso VPN take all IPv4 internet traffic. The switches below don't affect them.",
  },
  { id: 'S6', made: adapters.carriesBoth, text: 'Carries IPv4 and IPv6 now' },
  { id: 'S6', made: adapters.carries({ family: 'IPv4' }), text: 'Carries IPv4 now' },
  {
    id: 'S6',
    made: adapters.preferred({ n: 1, adapters: 'Contoso VPN' }),
    text: 'On, but Contoso VPN is preferred',
  },
  {
    id: 'S6',
    made: adapters.noRoute,
    text: 'On, but has no default route: switching changes nothing',
  },
  { id: 'S6', made: adapters.off, text: 'Off', seen: 'IPv6: Off' },
  { id: 'S6', made: adapters.disconnected, text: 'Disconnected' },
  {
    id: 'S7',
    made: adapters.vpnOn,
    text: 'Internet traffic may go through the company network. Split tunnelling is off while this VPN is preferred.',
  },
  {
    id: 'S7',
    made: `${adapters.companyNetworks({ networks: 3, counted: '3' })} ${adapters.splitOn}`,
    text: 'Only 3 company networks go through this VPN. Split tunnelling is on.',
  },
  {
    id: 'S7',
    made: consequences.directly.on,
    text: 'Internet traffic may leave directly through this adapter.',
  },
  {
    id: 'S7',
    made: consequences.directly.off,
    text: "Only its local network is reachable. Without another adapter there's no internet.",
  },
  { id: 'S7', made: consequences.mobile.on, text: 'Internet traffic may use mobile data.' },
  {
    id: 'S7',
    made: consequences.mobile.off,
    text: "Mobile data isn't used for internet traffic.",
  },
  {
    id: 'S7',
    made: consequences.virtualSwitch.on,
    text: 'Internet traffic may leave through this virtual switch.',
  },
  {
    id: 'S7',
    made: `${consequences.virtualSwitch.off} ${consequences.virtualSwitch.offCaution}`,
    text: "Only its own networks are reachable. Check first that this isn't your way to the internet.",
  },
  {
    id: 'S7',
    made: consequences.other.on,
    text: 'Internet traffic may leave through this adapter.',
  },
  { id: 'S7', made: consequences.other.off, text: 'Only its own networks are reachable.' },
  { id: 'S7', made: adapters.loopback, text: 'Never carries internet traffic.' },
  { id: 'S8', made: presets.names['through-vpn'], text: 'Everything through the VPN' },
  {
    id: 'S8',
    made: presets.throughVpn({ vpn: 'Contoso VPN' }),
    text: 'Split tunnelling off: websites and company traffic go through Contoso VPN.',
  },
  {
    id: 'S8',
    made: presets.throughVpnException({ family: 'IPv6', adapter: 'Ethernet' }),
    text: 'IPv6 still leaves through Ethernet, outside the VPN.',
  },
  {
    id: 'S8',
    made: presets.names['company-only'],
    text: 'Only company traffic through the VPN',
  },
  {
    id: 'S8',
    made: presets.companyOnly({
      internet: 'Ethernet',
      networks: 3,
      counted: '3',
      vpn: 'Contoso VPN',
    }),
    text: 'Split tunnelling on: websites leave through Ethernet, 3 company networks go through Contoso VPN.',
  },
  { id: 'S8', made: presets.names['system-default'], text: 'System default' },
  {
    id: 'S8',
    made: presets.systemDefault({ system: 'Windows' }),
    text: 'Windows uses every adapter and prefers the lowest metric.',
  },
  {
    id: 'S9',
    made: presets.noVpn,
    text: 'No VPN is connected. Connect it first; this page updates by itself.',
  },
  {
    id: 'S10',
    made: presets.noRoute({ vpn: 'Contoso VPN' }),
    text: "Contoso VPN offers no default route, so websites can't go through it. Ask the VPN's administrator.",
  },
  {
    id: 'S11',
    made: presets.wideRoutes({ vpn: 'Contoso VPN', isHalves: true }),
    text: "Contoso VPN uses half routes that this setting doesn't affect. Change split tunnelling in the VPN program.",
  },
  {
    id: 'S12',
    made: review.consent({ system: 'Windows' }),
    text: 'Windows will ask for permission once.',
  },
  {
    id: 'S13',
    made: `${review.password({ system: 'Windows' })} ${review.noAdministrator}`,
    text: "Windows will ask for an administrator's password. No administrator here? Save the edits and send them to support.",
  },
  {
    id: 'S14',
    made: `${results.nothingChanged} ${results.launch.declined}`,
    text: "Nothing was changed. Permission wasn't given. Your edits are still here.",
    seen: "Permission wasn't given. Your edits are still here.",
  },
  { id: 'S14', made: messages.app.tryAgain, text: 'Try again' },
  {
    id: 'S15',
    made: `${countdown.keepThis({ title: 'MTU 1400 bytes on Ethernet' })} ${countdown.text}`,
    text: 'Keep “MTU 1400 bytes on Ethernet”? It reverts unless you keep it. Open a website and a company page to check.',
    seen: 'It reverts unless you keep it',
  },
  { id: 'S15', made: countdown.keep, text: 'Keep', seen: "name: 'Keep'" },
  { id: 'S15', made: countdown.revert, text: 'Revert now' },
  {
    id: 'S16',
    made: results.tooLate,
    text: 'The changes were already reverted when you selected Keep.',
  },
  { id: 'S16', made: results.reviewAgain, text: 'Review again' },
  {
    id: 'S17',
    made: `${warnings.internetStopsTitle({ family: 'IPv4' })} ${warnings.internetStops({ deadline: '1 minute' })}`,
    text: "IPv4 internet traffic will stop. This turns off the last usable default route. Websites and remote sessions stop until it's turned on again. It reverts after 1 minute unless you keep it.",
  },
  {
    id: 'S18',
    made: `${warnings.othersBlockedTitle} ${warnings.othersBlocked({ adapters: conjunction(['Ethernet']), vpn: 'Contoso VPN' })}`,
    text: "No internet while the VPN is off. Ethernet won't carry internet traffic even when Contoso VPN is disconnected. Choose System default to turn them on again.",
  },
  {
    id: 'S19',
    made: warnings.remoteSession({ adapter: 'Ethernet', deadline: '1 minute' }),
    text: 'You seem to be connected through Ethernet. This change can end your remote session; it then reverts after 1 minute.',
  },
  {
    id: 'S20',
    made: details.changedOutside({
      field: 'MTU',
      live: '1300 bytes',
      before: '1500 bytes',
      draft: '1400 bytes',
    }),
    text: 'Changed outside Interface Panel: MTU is now 1300 bytes, was 1500 bytes. Your edit is 1400 bytes.',
  },
  { id: 'S20', made: details.keepEdit, text: 'Keep my edit' },
  { id: 'S20', made: details.useLive({ live: '3' }), text: 'Use 3' },
  {
    id: 'S21',
    made: `${results.nothingChanged} ${results.stale({ field: 'Forwarding', adapter: 'Ethernet', family: 'IPv4', before: 'Off', live: 'On' })}`,
    text: 'Nothing was changed. Forwarding on Ethernet (IPv4) changed from Off to On after you reviewed.',
    seen: 'Forwarding on Ethernet (IPv4) changed from Off to On after you reviewed.',
  },
  {
    id: 'S22',
    made: results.kept({ system: 'Windows' }),
    text: 'Kept. Windows may drop this when the adapter reconnects or the computer restarts.',
  },
  { id: 'S23', made: results.reverted, text: 'Reverted. Everything is as before.' },
  {
    id: 'S23',
    made: `${results.incompleteTitle} ${results.incomplete({ n: 2 })}`,
    text: "Not everything could be put back. 2 values were changed by another program or are on an adapter that's gone.",
    seen: 'Not everything could be put back.',
  },
  { id: 'S23', made: results.show, text: 'Show', seen: "name: 'Show'" },
  {
    id: 'S24',
    made: traffic.limits,
    text: "This is about routes. DNS, proxies, a VPN's own firewall and per-app VPNs can act differently.",
  },
  {
    id: 'S25',
    made: lost.text({ adapter: 'Ethernet', date: '${day}' }),
    text: 'Ethernet reconnected without the setting you kept on ${day}.',
  },
  { id: 'S25', made: lost.review, text: 'Review it again' },
  { id: 'S25', made: lost.dontRemind, text: "Don't remind me for this adapter" },
  {
    id: 'S26',
    made: readOnlyReason('folder-writable-by-others', '/opt/x'),
    text: 'Read-only. Interface Panel runs from a folder others can change (/opt/x); install it to make changes.',
    seen: 'Interface Panel runs from a folder others can change (/opt/x); install it to make changes.',
  },
  {
    id: 'S26',
    made: readOnlyReason('helper-missing'),
    text: 'Read-only. The helper is missing or damaged; reinstall Interface Panel.',
    seen: 'The helper is missing or damaged; reinstall Interface Panel.',
  },
  {
    id: 'S26',
    made: readOnlyReason('no-pkexec'),
    text: "Read-only. pkexec isn't available and Interface Panel doesn't run as root.",
    seen: "pkexec isn't available and Interface Panel doesn't run as root.",
  },
  {
    id: 'S26',
    made: readOnlyReason('policy'),
    text: 'Read-only. A policy blocks permission prompts.',
    seen: 'A policy blocks permission prompts.',
  },
  {
    id: 'S27',
    made: demo.text,
    text: 'Demo: a simulated network. Nothing on this computer is read or changed.',
  },
  {
    id: 'S28',
    made: `${interrupted.begin} ${interrupted.reverted({ time: '12:00' })}`,
    text: 'Last time, Interface Panel stopped before you decided. The changes were reverted at 12:00.',
    seen: 'The changes were reverted at ',
  },
  {
    id: 'S28',
    made: `${interrupted.begin} ${interrupted.stillChanged({ n: 1 })}`,
    text: 'Last time, Interface Panel stopped before you decided. 1 value is still changed.',
  },
  { id: 'S28', made: interrupted.review, text: 'Review and restore' },
  {
    id: 'S29',
    made: edits.gone({ adapter: 'Ethernet', family: 'IPv4' }),
    text: 'Ethernet (IPv4) is gone. Your edit stays and can be applied when it returns.',
  },
  { id: 'S29', made: edits.discard, text: 'Discard edit', seen: "name: 'Discard edit'" },
  {
    id: 'S30',
    made: results.launch.busy,
    text: "Another window or user is applying changes. Try again when they're done.",
  },
  { id: 'S31', made: messages.interfaces.noMatch, text: 'No IP interface matches.' },
  { id: 'S31', made: messages.interfaces.clearAll, text: 'Clear search and filters' },
  {
    id: 'S31',
    made: history.none,
    text: 'No changes yet. Everything you apply is listed here and can be restored.',
  },
  {
    id: 'S32',
    made: warnings.oneFamily({ changed: 'IPv4', unchanged: 'IPv6' }),
    text: 'This changes IPv4 only. IPv6 stays as it is.',
  },
  { id: 'S32', made: warnings.applyToBoth, text: 'Apply to both' },
  {
    id: 'S33',
    made: `${summary.leaves({ family: 'IPv4', adapter: 'Contoso VPN', how: summary.metric({ metric: 5 }) })}, ${summary.through({ family: 'IPv6', adapter: 'Ethernet', how: summary.metric({ metric: 25 }) })}.`,
    text: 'IPv4 leaves through Contoso VPN (metric 5), IPv6 through Ethernet (metric 25).',
    seen: 'IPv4 leaves through Contoso VPN (metric 5)',
  },
  {
    id: 'S33',
    made: summary.off({ list: 'Ethernet (IPv4)' }),
    text: 'Internet traffic off on: Ethernet (IPv4).',
  },
  {
    id: 'S33',
    made: summary.notDefault({ list: 'a' }),
    text: 'Not default: a.',
    seen: 'Not default: ',
  },
  {
    id: 'S33',
    made: summary.lastChange({ line: 'a' }),
    text: 'Last change: a.',
    seen: 'Last change: ',
  },
  { id: 'S34', made: lasting.choice.legend, text: 'How long?' },
  {
    id: 'S34',
    made: lasting.choice.names['until-reconnect'],
    text: 'Until the adapter reconnects or the computer restarts',
  },
  {
    id: 'S34',
    made: lasting.choice.names.always,
    text: 'Always: Interface Panel sets it again',
  },
  {
    id: 'S35',
    made: lasting.results.kept({ adapter: 'Contoso VPN' }),
    text: 'Kept. Interface Panel sets it again whenever Contoso VPN comes back.',
  },
  {
    id: 'S36',
    made: `${lasting.results.unwrittenTitle} ${lasting.results.unwritten({ error: 'a', next: lasting.results.makeRoom })}`,
    text: "Kept, but it won't last. It could not be added to the lasting settings. a Make room on the disk, then select “Make it last” in History.",
    seen: "Kept, but it won't last.",
  },
  {
    id: 'S37',
    made: lasting.mark.text,
    text: 'Set again when the adapter comes back.',
  },
  { id: 'S38', made: lasting.states.held, text: 'As it should be.' },
  { id: 'S38', made: lasting.states.absent, text: 'Waits for the adapter.' },
  {
    id: 'S38',
    made: lasting.states.givenUp,
    text: "Given up: another program set it back each time. It's tried again when the adapter comes back. Look for the setting in that program, such as a VPN client.",
    seen: 'Given up: another program set it back each time.',
  },
  {
    id: 'S38',
    made: lasting.setAgainToday({ time: '10:32' }),
    text: 'Last set again today at 10:32.',
    seen: 'Last set again today at ',
  },
  {
    id: 'S39',
    made: lasting.keeper['not-installed'],
    text: 'Only the installed program can make values last: its background service sets them again. Install Interface Panel.',
    seen: 'Install Interface Panel.',
  },
  {
    id: 'S39',
    made: lasting.problems.damaged,
    text: 'The list of lasting settings is damaged, so nothing of it is set again. The next change made to last begins a new list, and the damaged one is set aside.',
    seen: 'the damaged one is set aside',
  },
  {
    id: 'S40',
    made: messages.plan.titles.splitTunnelling({
      isOn: true,
      blocksOthers: false,
      vpn: 'Contoso VPN',
    }),
    text: 'Turn split tunnelling on · Contoso VPN',
    seen: 'Turn split tunnelling on · ',
  },
  {
    id: 'S41',
    made: messages.plan.questions.splitTunnelling({
      isOn: true,
      blocksOthers: false,
      vpn: 'Contoso VPN',
    }),
    text: 'Turn split tunnelling on for Contoso VPN?',
    seen: 'Turn split tunnelling on for ',
  },
  {
    id: 'S42',
    made: messages.plan.fromTo({ from: 'On', to: 'Off' }),
    text: 'On → Off',
  },
  {
    id: 'announcement',
    made: countdown.applied({ deadline: review.deadline({ minutes: 1 }) }),
    text: 'Changes applied. Keep within 1 minute, or they revert. F8 moves to the question.',
  },
];

/** The words of all tests that look at a window. */
const testTexts = ['.', '../../e2e'].flatMap((folder) =>
  readdirSync(path.join(__dirname, folder))
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file) && !file.startsWith('messages.'))
    .map((file) => readFileSync(path.join(__dirname, folder, file), 'utf8').replaceAll('\\', '')),
);

/** Every text of the catalogue that needs no parameter. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part ? Object.values(part).flatMap(textsIn) : [];
}

describe('the catalogue', () => {
  it.each(specified)('says $id as specified: $text', ({ made, text }) => {
    expect(made.replaceAll('’', "'")).toBe(text);
  });

  it('has a text for every number', () => {
    const numbers = Array.from({ length: 42 }, (_, index) => `S${String(index + 1)}`);
    expect(numbers.filter((number) => !specified.some(({ id }) => id === number))).toEqual([]);
  });

  it.each(specified)('has a test that sees $id on screen: $text', ({ text, seen = text }) => {
    const spellings = [seen, seen.replaceAll("'", '’')];
    const isSeen = testTexts.some((words) =>
      spellings.some((spelling) => words.includes(spelling)),
    );
    expect(isSeen).toBe(true);
  });

  it('never shouts, begs or promises', () => {
    const forbidden = /!|\bplease\b|\berror:|\b(secure|protected|private|permanent|hidden)\b/i;
    expect(textsIn(messages).filter((text) => forbidden.test(text))).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    [messages.interfaces.shown({ shown: 5_000, all: 5_000, isAll: true }), '5,000 IP interfaces'],
    [
      messages.interfaces.shown({ shown: 1_204, all: 5_000, isAll: false }),
      '1,204 of 5,000 IP interfaces',
    ],
    [messages.interfaces.shown({ shown: 1, all: 1, isAll: true }), '1 IP interface'],
    [messages.selection.selected({ n: 1_000, hidden: 0 }), '1,000 selected'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [600_000, '10:00'],
    [59_001, '1:00'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(minutesAndSeconds(milliseconds)).toBe(text);
  });
});
