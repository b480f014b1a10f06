// SPDX-License-Identifier: MIT

/**
 * A value as JSON. Electron carries a text between processes and worlds as a whole, and clones an object twice, member
 * by member: of a thousand adapters that takes longer than everything else that is done with them.
 */
export type JsonText<Value> = string & { readonly of?: Value };

/** Writes a value that holds nothing but what JSON can. */
export function toText<Value>(value: Value): JsonText<Value> {
  return JSON.stringify(value);
}

/** The value that was written. */
export function fromText<Value>(text: JsonText<Value>): Value {
  return JSON.parse(text) as Value;
}
