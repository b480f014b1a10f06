// SPDX-License-Identifier: MIT
// Made of the catalogues by `npm run messages`.

/** The languages that there is a catalogue for, English first. */
export const languages = ['en', 'de', 'fr'] as const;

export type Language = (typeof languages)[number];
