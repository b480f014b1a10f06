// SPDX-License-Identifier: MIT
import { GlobeFilled, GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { TableSimpleFilled, TableSimpleRegular } from '@fluentui/react-icons/svg/table-simple';
import { BranchForkFilled, BranchForkRegular } from '@fluentui/react-icons/svg/branch-fork';
import { HistoryFilled, HistoryRegular } from '@fluentui/react-icons/svg/history';
import { SettingsFilled, SettingsRegular } from '@fluentui/react-icons/svg/settings';
import {
  QuestionCircleFilled,
  QuestionCircleRegular,
} from '@fluentui/react-icons/svg/question-circle';
import { PinFilled, PinRegular } from '@fluentui/react-icons/svg/pin';
import { lazy } from 'react';
import type { ComponentType } from 'react';
import { InternetTrafficPage } from '../pages/internet-traffic/InternetTrafficPage';
import type { PageId } from '../ui/page-choice';

// Not part of what the first picture waits for.
const InterfacesPage = lazy(() =>
  import('../pages/interfaces/InterfacesPage').then((module) => ({
    default: module.InterfacesPage,
  })),
);

const RoutesPage = lazy(() =>
  import('../pages/routes/RoutesPage').then((module) => ({ default: module.RoutesPage })),
);
const HistoryPage = lazy(() =>
  import('../pages/history/HistoryPage').then((module) => ({ default: module.HistoryPage })),
);
const LastingPage = lazy(() =>
  import('../pages/lasting/LastingPage').then((module) => ({ default: module.LastingPage })),
);
const SettingsPage = lazy(() =>
  import('../pages/settings/SettingsPage').then((module) => ({ default: module.SettingsPage })),
);
const HelpPage = lazy(() =>
  import('../pages/support/HelpPage').then((module) => ({ default: module.HelpPage })),
);

/** A page of the window. To add one, put it here: navigation and Ctrl+number follow this order. */
export interface Page {
  readonly id: PageId;
  readonly Icon: ComponentType<{ readonly className?: string }>;
  readonly CurrentIcon: ComponentType<{ readonly className?: string }>;
  /** Draws its own `<main>`, and a detail pane beside it where it has one. */
  readonly Content: ComponentType;
  /** About the program, not the network: stands at the foot of the navigation. */
  readonly isAtFoot?: true;
}

export const pages: readonly [Page, ...Page[]] = [
  {
    id: 'internet-traffic',
    Icon: GlobeRegular,
    CurrentIcon: GlobeFilled,
    Content: InternetTrafficPage,
  },
  {
    id: 'interfaces',
    Icon: TableSimpleRegular,
    CurrentIcon: TableSimpleFilled,
    Content: InterfacesPage,
  },
  {
    id: 'routes',
    Icon: BranchForkRegular,
    CurrentIcon: BranchForkFilled,
    Content: RoutesPage,
  },
  {
    id: 'history',
    Icon: HistoryRegular,
    CurrentIcon: HistoryFilled,
    Content: HistoryPage,
  },
  {
    id: 'lasting',
    Icon: PinRegular,
    CurrentIcon: PinFilled,
    Content: LastingPage,
  },
  {
    id: 'settings',
    Icon: SettingsRegular,
    CurrentIcon: SettingsFilled,
    Content: SettingsPage,
    isAtFoot: true,
  },
  {
    id: 'help',
    Icon: QuestionCircleRegular,
    CurrentIcon: QuestionCircleFilled,
    isAtFoot: true,
    Content: HelpPage,
  },
];
