// SPDX-License-Identifier: MIT
// Parts of the window that are needed rarely or late: the first picture does not wait for them.
import { lazy } from 'react';
import { loadLater } from '../ui/load-later';

export const CountdownPanel = lazy(() =>
  import('../changes/CountdownPanel').then((module) => ({ default: module.CountdownPanel })),
);
export const LockedBar = lazy(() =>
  import('../changes/LockedBar').then((module) => ({ default: module.LockedBar })),
);
export const ReviewDialog = lazy(() =>
  import('../changes/ReviewDialog').then((module) => ({ default: module.ReviewDialog })),
);
export const LastingDialog = lazy(() =>
  import('../changes/lasting/LastingDialog').then((module) => ({ default: module.LastingDialog })),
);
export const ResultToast = lazy(() =>
  import('../changes/ResultToast').then((module) => ({ default: module.ResultToast })),
);
export const Notices = lazy(() =>
  import('./Notices').then((module) => ({ default: module.Notices })),
);
export const CloseQuestion = lazy(() =>
  import('./CloseQuestion').then((module) => ({ default: module.CloseQuestion })),
);
export const SupportCommands = lazy(() =>
  import('../pages/support/SupportCommands').then((module) => ({
    default: module.SupportCommands,
  })),
);
export const DropHint = lazy(() =>
  import('./DropHint').then((module) => ({ default: module.DropHint })),
);
export const KeyboardShortcuts = lazy(() =>
  import('./KeyboardShortcuts').then((module) => ({ default: module.KeyboardShortcuts })),
);
/** The first edit is answered by it. */
export const { Component: EditsBar, useLoading: useEditsBarLoading } = loadLater(
  async () => (await import('../changes/EditsBar')).EditsBar,
);
