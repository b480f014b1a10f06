// SPDX-License-Identifier: MIT
// Whether the page draws the title bar, with the system's buttons laid over it: the Window Controls Overlay of the web,
// which CSS knows as env(titlebar-area-*).

import { useSyncExternalStore } from 'react';

/** https://wicg.github.io/window-controls-overlay/; not in TypeScript's library of the DOM. */
interface WindowControlsOverlay extends EventTarget {
  readonly visible: boolean;
}

declare global {
  interface Navigator {
    readonly windowControlsOverlay?: WindowControlsOverlay;
  }
}

const isOverlayVisible = () => navigator.windowControlsOverlay?.visible ?? false;

function subscribe(listener: () => void): () => void {
  const overlay = navigator.windowControlsOverlay;
  overlay?.addEventListener('geometrychange', listener);
  return () => overlay?.removeEventListener('geometrychange', listener);
}

/** Whether the title bar is the page's to draw. */
export function useHasTitleBar(): boolean {
  return useSyncExternalStore(subscribe, isOverlayVisible);
}
