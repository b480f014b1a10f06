// SPDX-License-Identifier: MIT
import type { SavedEditFit, SavedSetDefect } from '../../../electron/contract/support';
import type { HistoryResult } from '../../../electron/contract/history';
import { amount } from './count';
import { historyMessages } from './history';

const { results } = historyMessages;

const defects: Readonly<Record<SavedSetDefect, string>> = {
  unreadable: 'The file can’t be read.',
  several: 'Open one file at a time.',
  'too-large': 'The file is far too large to be a saved set or a report.',
  'not-json': 'The file is damaged, or cut off, or neither a saved set nor a report.',
  'not-a-set': 'The file holds something else than edits or a report.',
  'other-version': 'The file belongs to another version of Interface Panel; open it there.',
  'unknown-members':
    'The file holds parts that this version of Interface Panel doesn’t know; open it in a newer one.',
};

/** Names that are listed before the rest is only counted. */
const mostNames = 12;

function someOf(names: readonly string[]): readonly string[] {
  const rest = names.length - mostNames;
  const more = rest > 0 ? [`${amount(rest)} more`] : [];
  return [...names.slice(0, mostNames), ...more];
}

/** "Contoso VPN, Ethernet" */
const namesText = (names: readonly string[]) => someOf(names).join(', ');

/** "Contoso VPN and Ethernet" */
const listOf = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(someOf(names));

/** Which way a family's internet traffic leaves, and by what. */
interface Way {
  readonly family: string;
  readonly adapter: string;
  readonly how: string;
}

export const supportMessages = {
  summary: {
    copied: 'Summary for support copied.',
    failed: 'The summary wasn’t copied.',
    /** S33, part by part. */
    head: (computer: string, date: string) => `${computer}, ${date}.`,
    leave: (ways: readonly Way[]): string => {
      const texts = ways.map(({ family, adapter, how }, index) => {
        return `${family}${index === 0 ? ' leaves' : ''} through ${adapter} (${how})`;
      });
      return `${texts.join(', ')}.`;
    },
    metric: (metric: number) => `metric ${metric}`,
    wideRoutes: 'wide routes',
    rules: 'routing rules',
    nowhere: (family: string) => `${family} has nowhere to go.`,
    lost: (family: string, adapter: string) =>
      `${family} is lost in ${adapter}, which isn’t connected.`,
    dropped: (family: string, prefix: string | null) =>
      `${family} is dropped by ${prefix === null ? 'a rule' : `the route ${prefix}`}.`,
    off: (list: string) => `Internet traffic off on: ${list}.`,
    notDefault: (list: string) => `Not default: ${list}.`,
    lasting: (list: string) => `Lasting: ${list}.`,
    field: (field: string, adapter: string, family: string) => `${field} on ${adapter} (${family})`,
    more: (n: number) => `${n} more`,
    none: 'none',
    lastChange: (line: string) => `Last change: ${line}.`,
    change: (time: string, title: string, changes: string, result: HistoryResult) =>
      `${time}, ${title}${changes === '' ? '' : ` (${changes})`}: ${results[result]}`,
    noChange: 'No change was made with Interface Panel.',
  },

  report: {
    title: 'Save report',
    about: 'A record of this computer’s interfaces, to hand over or to keep.',
    scope: 'What goes in',
    everything: (n: number) => `Every IP interface (${amount(n)})`,
    selection: (n: number) => `The selected IP interfaces (${amount(n)})`,
    noSelection: 'Rows that are selected on the page Interfaces can be saved alone.',
    format: 'File',
    html: 'One page to read and print (HTML)',
    json: 'For programs (JSON)',
    mask: 'Mask names, addresses, GUIDs and hardware addresses',
    maskHelp:
      'The same value always gets the same mask, so what belongs together can still be seen.',
    save: 'Save…',
    saved: (name: string) => `Saved as ${name}.`,
    failed: 'The report wasn’t saved.',
  },

  edits: {
    save: 'Save edits for an administrator…',
    saved: (name: string) =>
      `Edits saved as ${name}. Whoever opens it reviews them before anything changes.`,
    failed: 'The edits weren’t saved.',
  },

  compare: {
    title: 'Compare',
    from: (name: string, computer: string, date: string) =>
      `${name}, a report of ${computer}, ${date}, beside this computer now.`,
    masked:
      'Its names are masked, so most of its adapters can’t be found here. Ask for a report without masks.',
    table: 'Differences',
    columns: {
      choose: 'Use',
      interface: 'Interface',
      field: 'Field',
      there: 'There',
      here: 'Here',
    },
    choose: (field: string, adapter: string, family: string) =>
      `Use the value of ${field} on ${adapter} (${family})`,
    chooseAll: (n: number) => `All that can be set here (${amount(n)})`,
    addNone: 'Add edits',
    same: 'No field that can be set differs.',
    showStatus: (n: number) => `Show what only tells a state, too (${amount(n)})`,
    more: (n: number) => `${amount(n)} more differences are not listed.`,
    onlyThere: (adapters: readonly string[]) => `Only there: ${namesText(adapters)}.`,
    onlyHere: (adapters: readonly string[]) => `Only here: ${namesText(adapters)}.`,
    unclear: (adapters: readonly string[]) =>
      `Not compared, since several adapters could be meant: ${namesText(adapters)}.`,
  },

  set: {
    title: 'Open saved set',
    from: (name: string, computer: string, date: string) =>
      `${name}, saved on ${computer}, ${date}.`,
    otherComputer:
      'It was saved on another computer. Adapters are matched by name and type; check each one.',
    unusable: (name: string, defect: SavedSetDefect) =>
      `${name} can’t be opened. ${defects[defect]} Nothing was changed.`,
    failed: 'The file can’t be opened.',
    drop: 'Drop to open',
    connectFirst: (adapters: readonly string[]) => `Connect ${listOf(adapters)} first.`,
    waits: 'What is meant for it becomes edits by itself once it’s there.',
    waiting: (name: string) =>
      `What ${name} holds for it becomes edits once it’s there. Nothing is applied by itself.`,
    openAndWait: (n: number) =>
      n === 0 ? 'Wait for it' : `Add ${amount(n)} ${n === 1 ? 'edit' : 'edits'} and wait`,
    table: 'Saved edits',
    columns: { interface: 'Interface', field: 'Field', now: 'Now', next: 'New', fit: 'Here' },
    count: (fitting: number, all: number) => `${fitting} of ${all} can become edits here.`,
    replaces: (n: number) =>
      n === 1 ? 'It replaces an edit that you have.' : `They replace ${n} edits that you have.`,
    noneFits: 'None of them fits this computer.',
    open: (n: number) => (n === 1 ? 'Add 1 edit' : `Add ${n} edits`),
    opened: (n: number) => (n === 1 ? '1 edit added.' : `${n} edits added.`),
    locked: 'Edits are locked until the change is kept or reverted.',
    fits: {
      fits: 'Fits',
      'already-so': 'Has this value already',
      'adapter-gone': 'No such adapter here',
      ambiguous: 'Several adapters could be meant',
      'family-missing': 'The adapter has no such family here',
      'unknown-field': 'This version doesn’t know the field',
      'not-settable': 'Can’t be set here',
      'not-a-choice': 'The value is no choice here',
    } satisfies Record<Exclude<SavedEditFit['kind'], 'refused' | 'out-of-range'>, string>,
    outOfRange: (min: number, max: number) => `Out of range: ${min} to ${max}`,
  },
};
