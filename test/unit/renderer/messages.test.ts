// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { messages } from '../../../electron/language/messages';
import { minutesAndSeconds } from '../../../electron/texts/time-text';

/** Every text of the catalogue that needs no parameter. */
function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part ? Object.values(part).flatMap(textsIn) : [];
}

describe('the catalogue', () => {
  it('never shouts, begs or promises', () => {
    const forbidden = /!|\bplease\b|\berror:|\b(secure|protected|private|permanent|hidden)\b/i;
    expect(textsIn(messages).filter((text) => forbidden.test(text))).toEqual([]);
  });
});

describe('counts', () => {
  it.each([
    [messages.interfaces.shown({ shown: 5_000, all: 5_000, isAll: true }), '5,000 IP interfaces'],
    [
      messages.interfaces.shown({ shown: 1_204, all: 5_000, isAll: false }),
      '1,204 of 5,000 IP interfaces',
    ],
    [messages.interfaces.shown({ shown: 1, all: 1, isAll: true }), '1 IP interface'],
    [messages.selection.selected({ n: 1_000, hidden: 0 }), '1,000 selected'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected);
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [600_000, '10:00'],
    [59_001, '1:00'],
    [9_000, '0:09'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(minutesAndSeconds(milliseconds)).toBe(text);
  });
});
