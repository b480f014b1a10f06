// SPDX-License-Identifier: MIT
// Every command of the terminal, once: what is taken, --help, tab completion and the manual page come from here, what is
// said of them from the catalogues.

import { fields } from '../contract/fields';
import { fileExtension } from '../contract/support';
import type { Messages } from '../language/messages.generated';

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

/** Those that there are; what is said of them is in the catalogues. */
export type CommandName = keyof Messages['terminal']['commands'];
export type OptionName = keyof Messages['terminal']['options'];

export interface OptionDescription {
  readonly name: OptionName;
  readonly short?: string;
  /** What its value is called; absent for one that has none. */
  readonly value?: string;
  readonly kind?: WordKind;
}

export interface CommandDescription {
  readonly name: CommandName;
  /** Arguments as --help writes them. */
  readonly usage: string;
  /** How many there have to be, and may be. */
  readonly arguments: readonly [least: number, most: number];
  /** What each is; those beyond the end begin again in front. */
  readonly words: readonly WordKind[];
  readonly options: readonly OptionDescription[];
  /** Whether it is to change something, by its arguments; one that never does has none. */
  readonly changes?: (given: readonly string[]) => boolean;
  /** Whether what it changes reverts unless it is kept. */
  readonly countsDown?: true;
  readonly examples: readonly string[];
}

/** The program as people type it. */
export const programName = 'interface-panel-cli';

const json: OptionDescription = { name: 'json' };

/** Every command has these. */
export const commonOptions: readonly OptionDescription[] = [
  { name: 'help', short: 'h' },
  {
    name: 'user-data-dir',
    value: 'FOLDER',
    kind: 'file',
  },
  { name: 'demo' },
  {
    name: 'simulated-state',
    value: 'FILE',
    kind: 'file',
  },
  {
    name: 'trust-this-folder',
  },
];

const change: readonly OptionDescription[] = [
  { name: 'dry-run' },
  {
    name: 'keep',
  },
  { name: 'even-if-dangerous' },
  {
    name: 'deadline',
    value: 'SECONDS',
  },
  { name: 'always' },
  json,
];

const vpn: OptionDescription = {
  name: 'vpn',
  value: 'ADAPTER',
  kind: 'adapter',
};

const always = () => true;

export const commands: readonly CommandDescription[] = [
  {
    name: 'list',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [json],
    examples: [''],
  },
  {
    name: 'show',
    usage: 'ADAPTER',
    arguments: [1, 1],
    words: ['adapter'],
    options: [json],
    examples: ['eth0', '"Contoso VPN"'],
  },
  {
    name: 'routes',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [{ name: 'all' }, json],
    examples: ['', '--all'],
  },
  {
    name: 'why',
    usage: 'ADDRESS|NAME',
    arguments: [1, 1],
    words: ['any'],
    options: [json],
    examples: ['203.0.113.7', 'https://example.com/page'],
  },
  {
    name: 'set',
    usage: 'ADAPTER FAMILY FIELD VALUE...',
    arguments: [4, 4096],
    words: ['adapter', 'family', 'field', 'any'],
    options: change,
    changes: always,
    countsDown: true,
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
    countsDown: true,
    examples: ['company-only', 'through-vpn --dry-run'],
  },
  {
    name: 'apply',
    usage: 'FILE',
    arguments: [1, 1],
    words: ['file'],
    options: change,
    changes: always,
    countsDown: true,
    examples: [`"Edits for anna.${fileExtension}"`],
  },
  {
    name: 'lasting',
    usage: '[list|stop]',
    arguments: [0, 1],
    words: ['lasting'],
    options: [json],
    changes: ([what]) => what === 'stop',
    examples: ['', 'stop'],
  },
  {
    name: 'history',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [{ name: 'count', value: 'N' }, json],
    examples: ['', '--count 5'],
  },
  {
    name: 'restore',
    usage: '[ID]',
    arguments: [0, 1],
    words: ['any'],
    options: [],
    changes: always,
    examples: ['', '3fa2c1d0'],
  },
  {
    name: 'report',
    usage: '',
    arguments: [0, 0],
    words: [],
    options: [{ name: 'html' }, { name: 'masked' }, json],
    examples: ['', '--html --masked > report.html'],
  },
  {
    name: 'completion',
    usage: 'SHELL',
    arguments: [1, 1],
    words: ['shell'],
    options: [],
    examples: ['bash', 'powershell'],
  },
];

/** A command by its name. */
export function commandNamed(name: string): CommandDescription | undefined {
  return commands.find((command) => command.name === name);
}
