// SPDX-License-Identifier: MIT
// Tells main of what nobody expected: it goes to the log.

import { pageFailure } from '../../electron/contract/page-failure';
import type { PageFailureKind } from '../../electron/contract/page-failure';
import type { IpcBridge } from '../../electron/contract/ipc-schema';

/** Tells of something that was thrown. */
export function tellFailure(bridge: IpcBridge, kind: PageFailureKind, thrown: unknown): void {
  void bridge.app.pageFailed(pageFailure(kind, thrown));
}

/** Tells of what is thrown in this window from now on and caught by nobody. */
export function tellFailures(bridge: IpcBridge, window: Window): void {
  window.addEventListener('error', ({ error }: ErrorEvent) => {
    // Chromium's own complaints, such as of a ResizeObserver that goes on, hold no error.
    if (error !== null && error !== undefined) tellFailure(bridge, 'error', error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tellFailure(bridge, 'rejection', reason);
  });
}
