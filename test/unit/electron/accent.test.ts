// SPDX-License-Identifier: MIT
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { followAccent, readAccent } from '../../../electron/shell/accent';

/** A system whose accent colour can be changed; undefined: one that has none. */
class System extends EventEmitter {
  readonly getAccentColor?: () => string;

  constructor(public colour: string | undefined) {
    super();
    if (colour !== undefined) this.getAccentColor = () => this.colour ?? '';
  }
}

describe('the accent colour', () => {
  it.each([
    ['0078D4ff', '#0078d4'],
    ['aabbcc', '#aabbcc'],
    ['', null],
    ['none', null],
    [undefined, null],
  ])('told as %j is %j', (told, accent) => {
    expect(readAccent(new System(told) as never)).toBe(accent);
  });

  it('is told each time it changes', () => {
    const system = new System('0078d4ff');
    const told: unknown[] = [];
    followAccent(system as never, (accent) => told.push(accent));
    system.colour = 'ffb900ff';
    system.emit('accent-color-changed', {}, 'ffb900ff');
    expect(told).toEqual(['#ffb900']);
  });
});
