// SPDX-License-Identifier: MIT

/** What a file of a language holds: messages in ICU MessageFormat by their names, nested. */
export interface Catalogue {
  readonly [name: string]: string | Catalogue;
}
