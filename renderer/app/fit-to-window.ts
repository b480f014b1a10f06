// SPDX-License-Identifier: MIT
import type { PositioningConfigurationProvider } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

type Positioning = NonNullable<ComponentProps<typeof PositioningConfigurationProvider>['value']>;

/** What opens beside something (menus, lists, tooltips) is no larger than the window has room there, and scrolls. */
export const fitToWindow: Positioning = ({ options }) => ({
  ...options,
  autoSize: options.autoSize ?? true,
});
