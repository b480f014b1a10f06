// SPDX-License-Identifier: MIT
// What the page tells main of its own unexpected errors.

import { thrownText } from './cause-text';

/** How the page came to know of it. */
export const pageFailureKinds = ['error', 'rejection', 'drawing'] as const;
export type PageFailureKind = (typeof pageFailureKinds)[number];

/** The longest texts that cross the border, in characters. */
export const maxFailureText = 1_000;
export const maxFailureStack = 4_000;

/** An error in the page that nobody expected. */
export interface PageFailure {
  readonly kind: PageFailureKind;
  /** "TypeError: x is not a function" */
  readonly text: string;
  /** As the engine wrote it; empty where what was thrown has none. */
  readonly stack: string;
}

/** What can be told of something that was thrown: anything can. */
export function pageFailure(kind: PageFailureKind, thrown: unknown): PageFailure {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  return {
    kind,
    text: thrownText(thrown).slice(0, maxFailureText),
    stack: stack.slice(0, maxFailureStack),
  };
}
