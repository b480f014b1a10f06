// SPDX-License-Identifier: MIT
import { EventEmitter, once } from 'node:events';
import { Conversation } from '../../../electron/transaction/conversation';
import type { HelperMessage } from '../../../electron/protocol/frames';
import type { EncodedPlan } from '../../../electron/protocol/plan';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import type { HelperChannel, HelperExit } from '../../../electron/native/helper-channel';
import { simulatedHelperFile } from './places';

/** Far more than any step takes on a busy machine. */
const patience = 60_000;

export interface SessionOptions {
  readonly stateFile?: string;
  readonly planHash: string;
  readonly consent?: 'direct' | 'uac';
  readonly helper?: string;
}

/** A real helper, started through the addon, and all it said. */
export class HelperSession {
  readonly told: HelperMessage[] = [];
  channel: HelperChannel | null = null;
  #exit: HelperExit | null = null;
  readonly #news = new EventEmitter();
  readonly #conversation: Conversation;

  constructor({ planHash, stateFile, consent = 'direct', helper }: SessionOptions) {
    this.#conversation = new Conversation(
      (events) => {
        this.channel = startHelper({
          path: helper ?? simulatedHelperFile,
          planHash,
          consent,
          ...(stateFile === undefined ? {} : { stateFile }),
          ...events,
        });
        return this.channel;
      },
      {
        message: (message) => {
          this.told.push(message);
          this.#news.emit('news');
        },
        broken: (why) => {
          throw new Error(why);
        },
        closed: () => undefined,
        exited: (exit) => {
          this.#exit = exit;
          this.#news.emit('news');
        },
      },
    );
  }

  /** The names of what was told. */
  get names(): readonly string[] {
    return this.told.map(({ message }) => message);
  }

  send(message: 'COMMIT' | 'CONFIRM' | 'REVERT'): void {
    this.#conversation.send({ message });
  }

  sendPlan(plan: EncodedPlan): void {
    this.#conversation.send({ message: 'HELLO', buildId: loadAddon().buildId });
    this.#conversation.sendEncoded(plan.frames);
  }

  close(): void {
    this.#conversation.close();
  }

  async until(message: HelperMessage['message']): Promise<void> {
    while (!this.names.includes(message)) {
      if (this.#exit) throw new Error(`Ended: ${JSON.stringify(this.#exit)}`);
      await this.#changed();
    }
  }

  async ended(): Promise<HelperExit> {
    while (!this.#exit) await this.#changed();
    return this.#exit;
  }

  /** Up to APPLIED. */
  async apply(plan: EncodedPlan): Promise<void> {
    this.sendPlan(plan);
    await this.until('PREPARED');
    this.send('COMMIT');
    await this.until('APPLIED');
  }

  async #changed(): Promise<void> {
    await once(this.#news, 'news', { signal: AbortSignal.timeout(patience) });
  }
}
