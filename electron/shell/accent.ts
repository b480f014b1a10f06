// SPDX-License-Identifier: MIT
// The system's accent colour: what the user chose in its settings.

import type { SystemPreferences } from 'electron';
import type { Accent } from '../contract/accent';

/** What is asked; systems and runtimes without an accent colour lack it. */
type AccentSource = Partial<Pick<SystemPreferences, 'getAccentColor'>> &
  Pick<SystemPreferences, 'on'>;

/** Electron tells "rrggbbaa"; some Linux desktops tell nothing. */
export function readAccent(source: AccentSource): Accent {
  const [colour] = /^[\da-f]{6}/i.exec(source.getAccentColor?.() ?? '') ?? [];
  return colour === undefined ? null : `#${colour.toLowerCase()}`;
}

/** Tells the accent colour each time the system says that it changed. */
export function followAccent(source: AccentSource, tell: (accent: Accent) => void): void {
  source.on('accent-color-changed', () => {
    tell(readAccent(source));
  });
}
