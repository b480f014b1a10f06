// SPDX-License-Identifier: MIT
import { locale, messages } from './messages';

/** "Ethernet", "Ethernet and Wi-Fi", "Ethernet, Wi-Fi and Cellular" */
export function conjunction(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
}

/** "Ethernet", "Ethernet or Wi-Fi", "Ethernet, Wi-Fi or Cellular" */
export function disjunction(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
}

/** "Ethernet, Wi-Fi and 12 more"; without more it is no more than a row of names: "Ethernet, Wi-Fi". */
export function andMore(names: readonly string[], more: number): string {
  const named = names.join(', ');
  return more > 0 ? messages.lists.andMore({ names: named, n: more }) : named;
}

/** All names where they are few, else the first ones and how many more there are. */
export function someOf(names: readonly string[], most: number): string {
  return names.length > most
    ? andMore(names.slice(0, most), names.length - most)
    : conjunction(names);
}
