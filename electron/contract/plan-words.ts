// SPDX-License-Identifier: MIT
// The words that say what a plan does, in the window, in main and in the terminal. Names of adapters come as they are to
// be shown. S-numbers are those of docs/interface.md.

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How values are called. */
export interface SettingWords {
  readonly useForInternet: string;
  readonly on: string;
  readonly off: string;
  readonly none: string;
}

const onOrOff = (isOn: boolean) => (isOn ? 'on' : 'off');
const turnSplitTunnelling = (isOn: boolean, blocksOthers: boolean) =>
  `Turn split tunnelling ${onOrOff(isOn)}${blocksOthers ? ' and block other adapters' : ''}`;
const changes = (n: number) => (n === 1 ? '1 change' : `${n} changes`);

export const planWords = {
  settings: {
    useForInternet: 'Use for internet traffic',
    on: 'On',
    off: 'Off',
    none: 'None',
  } satisfies SettingWords,
  /** A label that could be read as part of the sentence it stands in. */
  inSentence: (label: string) => `“${label}”`,
  metricValues: { automatic: 'automatic', fixed: 'fixed' },

  /** "Ethernet and Wi-Fi", "5 adapters"; of one family alone with its name. */
  adapters: (names: readonly string[], all: number, family: string | null) => {
    const which = names.length < all ? `${all} adapters` : list.format(names);
    return family === null ? which : `${which} (${family})`;
  },

  /** S40: what a plan does, as a title. */
  titles: {
    splitTunnelling: (isOn: boolean, blocksOthers: boolean, vpn: string) =>
      `${turnSplitTunnelling(isOn, blocksOthers)} · ${vpn}`,
    systemDefault: 'Use the system default for internet traffic',
    switched: (setting: string, isOn: boolean, where: string) =>
      `${setting} ${onOrOff(isOn)} · ${where}`,
    number: (setting: string, value: string, where: string) => `${setting} ${value} on ${where}`,
    choice: (setting: string, value: string, where: string) => `${setting}: ${value} · ${where}`,
    /** A lasting setting that stops: there is no value any more. */
    setting: (setting: string, where: string) => `${setting} · ${where}`,
    many: (n: number, where: string) => `${changes(n)} on ${where}`,
    makingLast: (what: string) => `Make it last: ${what}`,
    stoppingLast: (what: string) => `Stop making it last: ${what}`,
    restoring: (what: string) => `Restore: ${what}`,
  },

  /** S41: the same as the question of the review. */
  questions: {
    splitTunnelling: (isOn: boolean, blocksOthers: boolean, vpn: string) =>
      `${turnSplitTunnelling(isOn, blocksOthers)} for ${vpn}?`,
    systemDefault: 'Use the system default for internet traffic?',
    switched: (setting: string, isOn: boolean, where: string) =>
      `Turn “${setting}” ${onOrOff(isOn)} for ${where}?`,
    number: (setting: string, value: string, where: string) =>
      `Set ${setting} to ${value} on ${where}?`,
    choice: (setting: string, value: string, where: string) =>
      `Set ${setting} to “${value}” on ${where}?`,
    setting: (setting: string, where: string) => `Change ${setting} on ${where}?`,
    many: (n: number, where: string) => `Make ${changes(n)} on ${where}?`,
    makingLast: (what: string) => `Make “${what}” last?`,
    stoppingLast: (what: string) => `Stop making “${what}” last?`,
    restoring: (what: string) => `Take back “${what}”?`,
  },

  /** S42: from what to what, beside the title. */
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  fromSeveral: 'several values',
  named: (setting: string, change: string) => `${setting}: ${change}`,
  more: (n: number) => `${n} more`,
};

export type PlanWords = typeof planWords;
