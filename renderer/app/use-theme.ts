// SPDX-License-Identifier: MIT
import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useMediaQuery } from './media-query';

/** Light or dark as the system says; forced colours are the browser's own and work on either. */
export function useTheme(): Theme {
  return useMediaQuery('(prefers-color-scheme: dark)') ? webDarkTheme : webLightTheme;
}
