// SPDX-License-Identifier: MIT

/** What a caught value says of itself: anything can be thrown, and little of it is an Error. */
export function causeText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
