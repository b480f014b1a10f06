// SPDX-License-Identifier: MIT

import { causeText } from '../contract/cause-text';
import type { HelperChannel, HelperExit } from '../native/helper-channel';
import { decodeFrame, encodeFrame } from '../protocol/frames';
import type { AppMessage, HelperMessage } from '../protocol/frames';

/** What a helper can do to whoever talks to it. */
export interface HelperEvents {
  readonly onFrame: (frame: Uint8Array) => void;
  readonly onClosed: () => void;
  readonly onExit: (exit: HelperExit) => void;
}

export type StartHelper = (events: HelperEvents) => HelperChannel;

/** What is told of a conversation, in this order: messages, perhaps a defect, closed, exit. */
export interface ConversationListener {
  message(message: HelperMessage): void;
  /** A frame is not what the protocol allows here; nothing after it is told. */
  broken(why: string): void;
  closed(): void;
  exited(exit: HelperExit): void;
}

/** Frames as messages, numbered and checked, over one helper's channel. */
export class Conversation {
  readonly #channel: HelperChannel;
  readonly #listener: ConversationListener;
  #sent = 0;
  #received = 0;
  #isBroken = false;

  constructor(start: StartHelper, listener: ConversationListener) {
    this.#listener = listener;
    this.#channel = start({
      onFrame: (frame) => {
        this.#receive(frame);
      },
      onClosed: () => {
        listener.closed();
      },
      onExit: (exit) => {
        listener.exited(exit);
      },
    });
  }

  send(message: AppMessage): void {
    this.sendEncoded([encodeFrame('app', message, this.#sent)]);
  }

  /** Sends frames that already carry the sequence numbers that are due. */
  sendEncoded(frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.#channel.send(frame);
    this.#sent += frames.length;
  }

  close(): void {
    this.#channel.close();
  }

  kill(): void {
    this.#channel.kill();
  }

  #receive(frame: Uint8Array): void {
    if (this.#isBroken) return;
    try {
      this.#listener.message(decodeFrame('helper', frame, this.#received));
      this.#received += 1;
    } catch (cause) {
      this.#isBroken = true;
      this.#listener.broken(causeText(cause));
    }
  }
}
