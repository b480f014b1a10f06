// SPDX-License-Identifier: MIT
// Names of adapters inside sentences: isolated, so that a right-to-left name does not turn the words around it.

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE (UAX #9). */
const isolates = /[\u2066-\u2069]/g;

/** A name as it stands in a sentence of the catalogue. */
export function isolatedName(name: string): string {
  return `\u2068${name.replaceAll(isolates, '')}\u2069`;
}

/** A sentence for where the name stands alone or is compared: without isolates. */
export function withoutIsolates(sentence: string): string {
  return sentence.replaceAll(isolates, '');
}
