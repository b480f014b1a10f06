// SPDX-License-Identifier: MIT
// A helper that says what a test lets it say, over the channel the app talks to.

import type { HelperEvents, StartHelper } from '../../../electron/transaction/conversation';
import { decodeFrame, encodeFrame } from '../../../electron/protocol/frames';
import type { AppMessage, HelperMessage } from '../../../electron/protocol/frames';
import type { HelperExit } from '../../../electron/native/helper-channel';

/** Kept, and everything that was to last is written. */
export const confirmed = {
  message: 'CONFIRMED',
  unwritten: 0,
  domain: 0,
  code: 0,
  name: '',
} as const satisfies HelperMessage;

export class FakeHelper {
  /** What the app sent, decoded; a frame that is wrong fails the test at once. */
  readonly heard: AppMessage[] = [];
  closeCalls = 0;
  killCalls = 0;
  #events: HelperEvents | null = null;
  #said = 0;

  readonly start: StartHelper = (events) => {
    this.#events = events;
    return {
      send: (frame) => {
        this.heard.push(decodeFrame('app', frame, this.heard.length));
      },
      close: () => {
        this.closeCalls += 1;
      },
      kill: () => {
        this.killCalls += 1;
      },
    };
  };

  get started(): boolean {
    return this.#events !== null;
  }

  /** The names of the messages heard, in order. */
  get names(): string[] {
    return this.heard.map(({ message }) => message);
  }

  say(...messages: HelperMessage[]): void {
    for (const message of messages) this.sayBytes(encodeFrame('helper', message, this.#said++));
  }

  sayBytes(bytes: Uint8Array): void {
    this.#events?.onFrame(bytes);
  }

  breakChannel(): void {
    this.#events?.onClosed();
  }

  exit(exit: Partial<HelperExit>): void {
    this.#events?.onExit({ code: null, signal: null, launchError: null, stderr: '', ...exit });
  }

  /** Closes the channel and ends with this exit code, after saying so. */
  finish(exitCode: number): void {
    this.say({ message: 'DONE', exitCode });
    this.breakChannel();
    this.exit({ code: exitCode });
  }
}
