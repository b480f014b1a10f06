// SPDX-License-Identifier: MIT

/** What a caught value says of itself: anything can be thrown, and little of it is an Error. */
export function causeText(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The same with the name that an error has: "TypeError: x is not a function". What was thrown may refuse to be text. */
export function thrownText(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return 'Something that has no text';
  }
}
