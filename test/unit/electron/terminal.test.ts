// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { visibleJson, visibleText } from '../../../electron/base/visible-text';

describe('text for a terminal', () => {
  it.each([
    ['\u001b[2J', '\\u{1B}[2J'],
    ['a\nb\r\tc', 'a\\u{A}b\\u{D}\\u{9}c'],
    ['\u009b31m', '\\u{9B}31m'],
    ['\u007f', '\\u{7F}'],
    ['safe\u202egpj', 'safe\\u{202E}gpj'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['a\u2028b', 'a\\u{2028}b'],
    ['\ufeff', '\\u{FEFF}'],
    ['\ud800', '\\u{D800}'],
  ])('%j becomes %j', (text, visible) => {
    expect(visibleText(text)).toBe(visible);
  });

  it.each(['Ethernet 2', 'Беспроводная сеть', '以太网', 'می‌خواهم', 'C:\\Users', '👩‍💻'])(
    '%s stays as it is',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );
});

describe('JSON for a terminal', () => {
  it('is the same value, with nothing in it that acts', () => {
    const value = { 'a\u202eb': ['\u001b[2J', '\u009b31m', '\ud83d\udd75', '\u{f0000}', 'ü'] };
    const text = visibleJson(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}]/u);
    expect(text).toContain('ü');
  });
});
