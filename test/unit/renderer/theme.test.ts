// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeFor } from '../../../renderer/app/use-theme';

/** Contrast by WCAG 2, written down here once more. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, index) => sum + c * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0.05);
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return light / dark;
}

const accents = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

/** Windows' own, and what is hardest: black, white, yellow, grey. */
const known = [
  '#0078d4',
  '#ffb900',
  '#e81123',
  '#107c10',
  '#000000',
  '#ffffff',
  '#ffff00',
  '#7a7574',
];

function expectReadable(isDark: boolean, accent: string): void {
  const theme = themeFor(isDark, accent);
  const {
    colorBrandForeground1,
    colorBrandForeground2,
    colorBrandForegroundLink,
    colorBrandBackground,
    colorBrandBackground2,
    colorCompoundBrandBackground,
    colorNeutralBackground1,
    colorNeutralBackground2,
    colorNeutralForegroundOnBrand,
  } = theme;
  for (const [text, background] of [
    [colorNeutralForegroundOnBrand, colorBrandBackground],
    [colorBrandForeground1, colorNeutralBackground1],
    [colorBrandForeground1, colorNeutralBackground2],
    [colorBrandForeground2, colorBrandBackground2],
    [colorBrandForegroundLink, colorNeutralBackground1],
    [colorBrandForegroundLink, colorNeutralBackground2],
  ] as const) {
    expect(
      contrast(text, background),
      `${accent}: ${text} on ${background}`,
    ).toBeGreaterThanOrEqual(4.5);
  }
  // What marks a control that is on.
  expect(contrast(colorCompoundBrandBackground, colorNeutralBackground1)).toBeGreaterThanOrEqual(3);
}

describe.each([
  ['light', false],
  ['dark', true],
])('the %s theme', (_, isDark) => {
  it.each(known)('can be read with the accent %s', (accent) => {
    expectReadable(isDark, accent);
  });

  it('can be read with any accent', () => {
    fc.assert(
      fc.property(accents, (accent) => {
        expectReadable(isDark, accent);
      }),
    );
  });

  it('has the accent’s hue', () => {
    const { colorBrandBackground } = themeFor(isDark, '#c00000');
    expect(colorBrandBackground).toMatch(/^#[89a-f]\w(0\d|[1-6]\w){2}$/);
  });

  it('is Fluent’s own where the system tells no accent', () => {
    const { colorBrandBackground } = themeFor(isDark, null);
    expect(colorBrandBackground).toBe(isDark ? '#115ea3' : '#0f6cbd');
  });
});
