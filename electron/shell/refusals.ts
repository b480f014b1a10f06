// SPDX-License-Identifier: MIT
// What no page of this app may ever do: ask for a permission, navigate, open a window, embed a page, load from elsewhere.

import type { App, Session, WebContents } from 'electron';
import { appOrigin } from './app-origin';

interface Preventable {
  preventDefault(): void;
}

const prevent = (event: Preventable) => {
  event.preventDefault();
};

/** Whether a request may be sent at all. Developer tools load themselves where they can be opened. */
export function isAllowedRequest(url: string, developerTools: boolean): boolean {
  return url.startsWith(`${appOrigin}/`) || (developerTools && url.startsWith('devtools://'));
}

/** Refuses every permission, device, download and request to elsewhere. */
export function refuseForSession(session: Session, developerTools: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', prevent);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, developerTools) });
  });
}

/** Refuses every navigation, new window and embedded page of one WebContents. */
export function refuseForContents(contents: WebContents): void {
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC asks neither the policy nor webRequest.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * No name and no address is found, whoever in the browser asks: a page's prefetch asks neither the policy nor
 * webRequest, and Chromium has errands of its own. Must be called before Electron is ready.
 */
export function refuseNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Refuses the same for every WebContents that is ever made, ours or not. */
export function refuseForAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    refuseForContents(contents);
  });
}
