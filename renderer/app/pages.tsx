// SPDX-License-Identifier: MIT
import {
  NetworkAdapter16Filled,
  NetworkAdapter16Regular,
} from '@fluentui/react-icons/svg/network-adapter';
import type { ComponentType } from 'react';
import { InterfacesPage } from '../interfaces/InterfacesPage';
import { messages } from '../ui/messages';

/** A page of the window. To add one, put it here: navigation and Ctrl+number follow this order. */
export interface Page {
  readonly id: string;
  readonly label: string;
  readonly Icon: ComponentType<{ readonly className?: string }>;
  readonly CurrentIcon: ComponentType<{ readonly className?: string }>;
  /** Draws its own `<main>`, and a detail pane beside it where it has one. */
  readonly Content: ComponentType;
}

export const pages: readonly [Page, ...Page[]] = [
  {
    id: 'interfaces',
    label: messages.pages.interfaces,
    Icon: NetworkAdapter16Regular,
    CurrentIcon: NetworkAdapter16Filled,
    Content: InterfacesPage,
  },
];
