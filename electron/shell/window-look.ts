// SPDX-License-Identifier: MIT
// How the window looks where its page draws the title bar: on Windows, beside the system's own buttons, and on Windows 11
// over its material Mica. Elsewhere the frame is the desktop's.

import type { TitleBarOverlay } from 'electron';

/** What the looks of a window depend on. */
export interface Appearance {
  readonly platform: NodeJS.Platform;
  /** As `os.release()` says it: "10.0.22621". */
  readonly release: string;
  readonly isDark: boolean;
  /** The colours that the user chose for high contrast; null without it. */
  readonly contrastColours: { readonly window: string; readonly text: string } | null;
  readonly zoom: number;
}

/** How the window is to look. */
export interface WindowLook {
  readonly backgroundColor: string;
  /** Null: the frame is the system's. */
  readonly titleBar: Required<TitleBarOverlay> | null;
  readonly material: 'mica' | 'none';
}

/** Height of the title bar, as Windows 11 draws it; in the page's pixels, so that it grows with the zoom. */
const titleBarHeight = 32;

/** Windows 11 22H2, the first to have Mica for windows like ours. */
const firstBuildWithMica = 22_621;

const transparent = '#00000000';

/** Fluent UI's colorNeutralBackground2, so that the first frame has the colour of the page, and its colorNeutralForeground1. */
const colours = {
  light: { window: '#fafafa', text: '#242424' },
  dark: { window: '#1f1f1f', text: '#ffffff' },
};

/** Whether the page leaves its background to the system's material. */
export function hasMica({ platform, release }: Pick<Appearance, 'platform' | 'release'>): boolean {
  const [, , build = '0'] = release.split('.');
  return platform === 'win32' && Number(build) >= firstBuildWithMica;
}

/** With high contrast there is no material: the colours are the user's. */
export function lookFor(appearance: Appearance): WindowLook {
  const { platform, isDark, contrastColours, zoom } = appearance;
  const { window, text } = contrastColours ?? (isDark ? colours.dark : colours.light);
  const isMica = contrastColours === null && hasMica(appearance);
  const backgroundColor = isMica ? transparent : window;
  const titleBar = {
    color: backgroundColor,
    symbolColor: text,
    height: Math.round(titleBarHeight * zoom),
  };
  return {
    backgroundColor,
    titleBar: platform === 'win32' ? titleBar : null,
    material: isMica ? 'mica' : 'none',
  };
}
