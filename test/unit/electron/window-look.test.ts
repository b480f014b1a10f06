// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { hasMica, lookFor } from '../../../electron/shell/window-look';
import type { Appearance } from '../../../electron/shell/window-look';

const windows11: Appearance = {
  platform: 'win32',
  release: '10.0.22631',
  isDark: false,
  contrastColours: null,
  zoom: 1,
};
const windows10 = { ...windows11, release: '10.0.19045' };
const linux = { ...windows11, platform: 'linux' as const, release: '6.17.0-99999-generic' };
const contrast = { contrastColours: { window: '#202020ff', text: '#ffff00ff' } };

describe('the look of a window', () => {
  it('on Linux is the frame of the desktop around the colour of the page', () => {
    expect(lookFor(linux)).toEqual({
      backgroundColor: '#fafafa',
      titleBar: null,
      material: 'none',
    });
    expect(lookFor({ ...linux, isDark: true }).backgroundColor).toBe('#1f1f1f');
  });

  it('on Windows 10 is a title bar of the page, in its colours', () => {
    expect(lookFor(windows10)).toEqual({
      backgroundColor: '#fafafa',
      titleBar: { color: '#fafafa', symbolColor: '#242424', height: 32 },
      material: 'none',
    });
    expect(lookFor({ ...windows10, isDark: true }).titleBar).toEqual({
      color: '#1f1f1f',
      symbolColor: '#ffffff',
      height: 32,
    });
  });

  it('on Windows 11 is Mica, also behind the buttons of the system', () => {
    expect(lookFor({ ...windows11, isDark: true })).toEqual({
      backgroundColor: '#00000000',
      titleBar: { color: '#00000000', symbolColor: '#ffffff', height: 32 },
      material: 'mica',
    });
  });

  it.each([windows10, windows11])(
    'with high contrast has the colours of the user ($release)',
    (on) => {
      expect(lookFor({ ...on, ...contrast })).toEqual({
        backgroundColor: '#202020ff',
        titleBar: { color: '#202020ff', symbolColor: '#ffff00ff', height: 32 },
        material: 'none',
      });
    },
  );

  it.each([
    [0.8, 26],
    [1.25, 40],
    [2, 64],
  ])('zoomed by %d has a title bar of %d', (zoom, height) => {
    expect(lookFor({ ...windows11, zoom }).titleBar?.height).toBe(height);
  });
});

it.each([
  ['win32', '10.0.22621', true],
  ['win32', '10.0.26100', true],
  // The first Windows 11, Windows 10 and 7.
  ['win32', '10.0.22000', false],
  ['win32', '10.0.19045', false],
  ['win32', '6.1.7601', false],
  ['linux', '6.8.0', false],
] as const)('%s %s has Mica: %s', (platform, release, expected) => {
  expect(hasMica({ platform, release })).toBe(expected);
});
