// SPDX-License-Identifier: MIT
// Every command of the terminal, once: what is taken, --help, tab completion and the manual page come from here.

import { deadlines } from '../contract/changes';
import { fields } from '../contract/fields';
import { fileExtension } from '../contract/support';

/** What a word of the command line may be, for completion. */
export type WordKind =
  'adapter' | 'family' | 'field' | 'preset' | 'file' | 'shell' | 'lasting' | 'command' | 'any';

/** Words that are known beforehand. */
export const knownWords: Readonly<Partial<Record<WordKind, readonly string[]>>> = {
  family: ['ipv4', 'ipv6', 'both'],
  field: fields.filter(({ access }) => access === 'settable').map(({ name }) => name),
  preset: ['through-vpn', 'company-only', 'system-default'],
  shell: ['bash', 'powershell'],
  lasting: ['list', 'stop'],
};

export interface OptionDescription {
  readonly name: string;
  readonly short?: string;
  /** What its value is called; absent for one that has none. */
  readonly value?: string;
  readonly kind?: WordKind;
  readonly help: string;
}

export interface CommandDescription {
  readonly name: string;
  /** Arguments as --help writes them. */
  readonly usage: string;
  /** How many there have to be, and may be. */
  readonly arguments: readonly [least: number, most: number];
  /** What each is; those beyond the end begin again in front. */
  readonly words: readonly WordKind[];
  readonly options: readonly OptionDescription[];
  /** Whether it is to change something, by its arguments; one that never does has none. */
  readonly changes?: (given: readonly string[]) => boolean;
  /** One line of the list of commands. */
  readonly summary: string;
  /** What to know, a paragraph each. */
  readonly text: readonly string[];
  readonly examples: readonly string[];
}

/** The program as people type it. */
export const programName = 'interface-panel-cli';

const json: OptionDescription = { name: 'json', help: 'Write JSON for programs.' };

/** Every command has these. */
export const commonOptions: readonly OptionDescription[] = [
  { name: 'help', short: 'h', help: 'Show this and end.' },
  {
    name: 'user-data-dir',
    value: 'FOLDER',
    kind: 'file',
    help: 'Where the app keeps its journal, if not at the usual place.',
  },
  { name: 'demo', help: 'Work on a simulated network; nothing here is read or changed.' },
  {
    name: 'simulated-state',
    value: 'FILE',
    kind: 'file',
    help: 'The simulated network of --demo, if not the usual one.',
  },
  {
    name: 'trust-this-folder',
    help: 'In the project alone: change something although others can write here.',
  },
];

const change: readonly OptionDescription[] = [
  { name: 'dry-run', help: 'Show what would change, and end.' },
  {
    name: 'keep',
    help: 'For scripts: ask nothing and keep the change. Refused where there is a danger.',
  },
  { name: 'even-if-dangerous', help: 'With --keep: do not refuse.' },
  {
    name: 'deadline',
    value: 'SECONDS',
    help: `Revert after so long unless kept: ${deadlines.join(', ')}. Usually as chosen in the settings of the app, from afar no less than 120.`,
  },
  { name: 'always', help: 'Set it again whenever the adapter comes back, until it is stopped.' },
  json,
];

const countdown =
  'It shows what becomes of internet traffic, asks, applies, and takes everything back after the deadline unless you type keep. It does so too when this terminal, the connection to it or the program dies: nobody locks themselves out.';

const vpn: OptionDescription = {
  name: 'vpn',
  value: 'ADAPTER',
  kind: 'adapter',
  help: 'Which VPN is meant, where several are connected.',
};

const always = () => true;

export const commands: readonly CommandDescription[] = [
  {
    name: 'list',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [json],
    summary: 'List the IP interfaces and which way internet traffic goes.',
    text: ['With --json: a report of everything (docs/report.schema.json).'],
    examples: [''],
  },
  {
    name: 'show',
    usage: 'ADAPTER',
    arguments: [1, 1],
    words: ['adapter'],
    options: [json],
    summary: 'Show every field of an adapter, and which can be set.',
    text: [
      'An adapter is named by its name, its index or its LUID.',
      'With --json: a report of that adapter alone (docs/report.schema.json).',
    ],
    examples: ['eth0', '"Contoso VPN"'],
  },
  {
    name: 'routes',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [{ name: 'all', help: 'Local and broadcast routes too.' }, json],
    summary: 'List the routes, and what each default route does.',
    text: ['With --json: a report of everything (docs/report.schema.json).'],
    examples: ['', '--all'],
  },
  {
    name: 'why',
    usage: 'ADDRESS|NAME',
    arguments: [1, 1],
    words: ['any'],
    options: [json],
    summary: 'Say which way an address or a website goes, and why.',
    text: [
      'It takes addresses, names, URLs and host:port. A name is looked up by the resolver of this computer. The answer says, too, whether split tunnelling would change it.',
      'On Windows options go before an argument that looks like a URL.',
    ],
    examples: ['203.0.113.7', 'https://example.com/page'],
  },
  {
    name: 'set',
    usage: 'ADAPTER FAMILY FIELD VALUE...',
    arguments: [4, 4096],
    words: ['adapter', 'family', 'field', 'any'],
    options: change,
    changes: always,
    summary: 'Set fields of adapters, several at once if you like.',
    text: [
      'FAMILY is ipv4, ipv6 or both. VALUE is a number, on or off, or the name of a choice. Several changes are four words each.',
      countdown,
    ],
    examples: [
      'Ethernet ipv4 Metric 5',
      '"Contoso VPN" both DisableDefaultRoutes on',
      '--keep eth0 ipv4 NlMtu 1400 eth0 ipv6 NlMtu 1400',
    ],
  },
  {
    name: 'preset',
    usage: 'NAME',
    arguments: [1, 1],
    words: ['preset'],
    options: [vpn, ...change],
    changes: always,
    summary: 'Choose which way internet traffic goes.',
    text: [
      'through-vpn: everything goes through the VPN (split tunnelling off). company-only: only company traffic does (split tunnelling on). system-default: as the system has it.',
      countdown,
    ],
    examples: ['company-only', 'through-vpn --dry-run'],
  },
  {
    name: 'apply',
    usage: 'FILE',
    arguments: [1, 1],
    words: ['file'],
    options: change,
    changes: always,
    summary: 'Apply a saved set of edits, from this computer or another one.',
    text: ['What does not fit this computer is told and left out.', countdown],
    examples: [`"Edits for anna.${fileExtension}"`],
  },
  {
    name: 'lasting',
    usage: '[list|stop]',
    arguments: [0, 1],
    words: ['lasting'],
    options: [json],
    changes: ([what]) => what === 'stop',
    summary: 'List what is set again whenever its adapter comes back, or stop it.',
    text: ['Stopping leaves the values as they are, and asks first.'],
    examples: ['', 'stop'],
  },
  {
    name: 'history',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [{ name: 'count', value: 'N', help: 'The newest so many; 20 unless told.' }, json],
    summary: 'List what was changed, newest first.',
    text: ['It reads the journal without holding it, so the app may be open.'],
    examples: ['', '--count 5'],
  },
  {
    name: 'restore',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [],
    changes: always,
    summary: 'Take back what an interrupted run left changed.',
    text: [
      'For the day the app does not start. It shows each change that was interrupted, with old, set and live value, takes it back when you say so, and asks whether to keep that; without an answer it is undone again.',
      'It works in no folder of another user: run it as the user whose change was interrupted, or, as root, on a copy of the folder that --user-data-dir names.',
    ],
    examples: [''],
  },
  {
    name: 'report',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [
      { name: 'html', help: 'Write a page to read and print.' },
      { name: 'masked', help: 'Mask names, addresses, GUIDs and hardware addresses.' },
      json,
    ],
    summary: 'Write a report for support.',
    text: [
      'As text unless told otherwise: traffic, interfaces, routes, what lasts and the last changes. With --json as docs/report.schema.json describes it.',
    ],
    examples: ['', '--html --masked > report.html'],
  },
  {
    name: 'completion',
    usage: 'SHELL',
    arguments: [1, 1],
    words: ['shell'],
    options: [],
    summary: 'Write what completes commands by Tab in a shell.',
    text: [
      `bash: put source <(${programName} completion bash) into ~/.bashrc. PowerShell: put ${programName} completion powershell | Out-String | Invoke-Expression into the file that $PROFILE names.`,
    ],
    examples: ['bash', 'powershell'],
  },
];

/** A command by its name. */
export function commandNamed(name: string): CommandDescription | undefined {
  return commands.find((command) => command.name === name);
}
