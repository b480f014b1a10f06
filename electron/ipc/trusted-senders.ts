// SPDX-License-Identifier: MIT

import { appHost, appScheme } from '../shell/app-origin';

/** What is looked at of a WebContents that a call comes from. */
export interface Sender {
  readonly id: number;
}

/** What is looked at of a frame that a call comes from. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** What is looked at of Electron's IpcMainInvokeEvent. */
export interface CallEvent {
  readonly sender: Sender;
  /** Null once the frame has navigated away or is gone. */
  readonly senderFrame: SenderFrame | null;
}

interface TrustedWindow extends Sender {
  once(event: 'destroyed', listener: () => void): unknown;
}

function isOurPage(url: string): boolean {
  try {
    const { protocol, host } = new URL(url);
    return protocol === `${appScheme}:` && host === appHost;
  } catch {
    return false;
  }
}

/** The windows whose calls are answered: by their ids, which Electron never uses twice. */
export class TrustedSenders {
  readonly #ids = new Set<number>();

  /** Trusts a window's contents until they are destroyed. */
  add(contents: TrustedWindow): void {
    const { id } = contents;
    this.#ids.add(id);
    contents.once('destroyed', () => this.#ids.delete(id));
  }

  /** Why a call is not answered, or null when it comes from the main frame of our page in a window of ours. */
  refusal(event: CallEvent): string | null {
    // First, because Electron clears it as soon as the frame navigates.
    const frame = event.senderFrame;
    if (frame === null) return 'its frame is gone';
    if (!this.#ids.has(event.sender.id)) return 'its window is unknown';
    if (frame.parent !== null) return 'it comes from a frame inside the page';
    return isOurPage(frame.url) ? null : 'its page is not of this app';
  }
}
