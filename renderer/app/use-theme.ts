// SPDX-License-Identifier: MIT
import {
  createDarkTheme,
  createLightTheme,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Accent } from '../../electron/contract/accent';
import { useBridge } from '../bridge/bridge';
import { accentQuery } from '../bridge/queries';
import { brandRamp } from './brand-ramp';
import { useMediaQuery } from '../ui/media-query';

/** Windows 11, Windows before it, then what the desktop is set to. */
const fonts = {
  fontFamilyBase: '"Segoe UI Variable", "Segoe UI", system-ui, "Noto Sans", sans-serif',
  fontFamilyMonospace: '"Cascadia Mono", Consolas, ui-monospace, "Noto Sans Mono", monospace',
};

function brandedTheme(isDark: boolean, accent: Accent): Theme {
  if (accent === null) return isDark ? webDarkTheme : webLightTheme;
  return (isDark ? createDarkTheme : createLightTheme)(brandRamp(accent));
}

/** The theme for an accent colour, light or dark. */
export function themeFor(isDark: boolean, accent: Accent): Theme {
  return { ...brandedTheme(isDark, accent), ...fonts };
}

/** Light or dark, accent and fonts as the system says; forced colours are the browser's own and work on any theme. */
export function useTheme(): Theme {
  const isDark = useMediaQuery('(prefers-color-scheme: dark)');
  const { data: accent = null } = useQuery(accentQuery(useBridge()));
  return useMemo(() => themeFor(isDark, accent), [isDark, accent]);
}
