// SPDX-License-Identifier: MIT
import { GlobeFilled, GlobeRegular } from '@fluentui/react-icons/svg/globe';
import {
  NetworkAdapter16Filled,
  NetworkAdapter16Regular,
} from '@fluentui/react-icons/svg/network-adapter';
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { InternetTrafficPage } from '../internet-traffic/InternetTrafficPage';
import { messages } from '../ui/messages';
import type { PageId } from './page-choice';

// Not part of what the first picture waits for.
const InterfacesPage = lazy(() =>
  import('../interfaces/InterfacesPage').then((module) => ({ default: module.InterfacesPage })),
);

/** A page of the window. To add one, put it here: navigation and Ctrl+number follow this order. */
export interface Page {
  readonly id: PageId;
  readonly label: string;
  readonly Icon: ComponentType<{ readonly className?: string }>;
  readonly CurrentIcon: ComponentType<{ readonly className?: string }>;
  /** Draws its own `<main>`, and a detail pane beside it where it has one. */
  readonly Content: ComponentType;
}

export const pages: readonly [Page, ...Page[]] = [
  {
    id: 'internet-traffic',
    label: messages.pages.internetTraffic,
    Icon: GlobeRegular,
    CurrentIcon: GlobeFilled,
    Content: InternetTrafficPage,
  },
  {
    id: 'interfaces',
    label: messages.pages.interfaces,
    Icon: NetworkAdapter16Regular,
    CurrentIcon: NetworkAdapter16Filled,
    Content: InterfacesPage,
  },
];
