// SPDX-License-Identifier: MIT
// What this program is and what it is made of.

/** Something that is shipped besides our own code. */
export interface ShippedPart {
  readonly name: string;
  /** Empty where it is the compiler's own. */
  readonly version: string;
  /** As SPDX spells it, where it can. */
  readonly licence: string;
  /** The licence's own words; empty where they are in a file of their own. */
  readonly text: string;
}

/** What the build wrote of itself. */
export interface BuildRecord {
  /** Equal for equal sources and packages. */
  readonly build: string;
  readonly parts: readonly ShippedPart[];
}

/** What the page says of the program. */
export interface About extends BuildRecord {
  readonly version: string;
  /** What it runs in, with versions. */
  readonly runtime: string;
  /** Folder of the documents that came with it. */
  readonly documents: string;
  /** The file of its log. */
  readonly log: string;
  /** Files of licences that are too long for a page. */
  readonly licenceFiles: readonly string[];
}
