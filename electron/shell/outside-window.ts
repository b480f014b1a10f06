// SPDX-License-Identifier: MIT
// Where the window is not looked at, the taskbar, the tray and the system's notifications tell how a change stands,
// and take the answer whether to keep it. No page can draw or press any of them, so an answer there is a person's own.

import type { BrowserWindow } from 'electron';
import type { LostSettings, TransactionIn, TransactionState } from '../contract/changes';
import type { Luid } from '../contract/snapshot';
import type { Notifications } from './notifications';
import { lostTitle, questionText, outsideResultText } from './outside-text';
import type { ChangeWords } from './outside-text';
import type { Taskbar } from './taskbar';
import { messages } from '../language/messages';

export type Decision = 'keep' | 'revert';

/** A change that waits for an answer. */
export interface WaitingChange {
  readonly id: string;
  readonly title: string;
  /** What is asked, with the moment it reverts. */
  readonly question: string;
  /** What not keeping it is called. */
  readonly revert: string;
}

export interface OutsideWindowOptions {
  readonly window: BrowserWindow;
  readonly taskbar: Pick<Taskbar, 'countDown' | 'stop'>;
  readonly notifications: Pick<Notifications, 'show' | 'withdraw'>;
  /** Asks in the tray's menu; null: nothing any more. */
  readonly askInTray: (change: WaitingChange | null) => void;
  readonly wordsOf: (state: TransactionIn<'waiting'>) => Promise<ChangeWords>;
  readonly nameOf: (luid: Luid) => Promise<string>;
  readonly decide: (id: string, decision: Decision) => void;
  /** Brings the window to the front, at the countdown if there is one. */
  readonly showWindow: () => void;
}

interface Asked {
  readonly id: string;
  readonly deadlineAt: number;
  readonly words: Promise<ChangeWords>;
}

export class OutsideWindow {
  readonly #options: OutsideWindowOptions;
  /** The newest change that was asked about. */
  #asked: Asked | null = null;
  /** The same, for as long as it can be answered. */
  #asking: Asked | null = null;
  /** What waits for the answer; null before its title is known, and once there is none to give. */
  #waiting: WaitingChange | null = null;
  /** Whether a notification asked about it. */
  #wasTold = false;
  #lost: ReadonlySet<Luid> = new Set();

  constructor(options: OutsideWindowOptions) {
    this.#options = options;
    const tell = () => {
      this.#tellWaiting();
    };
    options.window.on('blur', tell);
    options.window.on('minimize', tell);
    options.window.on('hide', tell);
  }

  /** Hears of every state of a transaction, in order. */
  async follow(state: TransactionState): Promise<void> {
    if (state.phase === 'waiting') return this.#ask(state);
    if (this.#asking) this.#stopAsking();
    if (state.phase === 'ended') await this.#tellEnd(state);
  }

  /** Asks what it asks now in the language that is spoken now. */
  async askAnew(state: TransactionState): Promise<void> {
    if (!this.#waiting) return;
    this.#asked = null;
    await this.follow(state);
  }

  /** Tells of adapters that came back without what was kept for them, each once. */
  async followLost(lost: readonly LostSettings[]): Promise<void> {
    const before = this.#lost;
    const cameBack = lost.filter((one) => one.cameBack).map(({ luid }) => luid);
    this.#lost = new Set(cameBack);
    const news = cameBack.filter((one) => !before.has(one));
    if (news.length === 0) return;
    const { notifications, nameOf, showWindow } = this.#options;
    const title = lostTitle(await Promise.all(news.map(nameOf)));
    // It would stand in the place of the question, and the window says it, too.
    if (!this.#asking) notifications.show({ title, body: messages.outside.lostText }, showWindow);
  }

  async #ask(state: TransactionIn<'waiting'>): Promise<void> {
    const { id, plan, deadlineAt } = state;
    const before = this.#asked?.id === id ? this.#asked : null;
    // Nobody is asked about what changes no value; and while it waits its results may come anew. But where the clock
    // was set, what was said of the moment is wrong.
    if (plan.operations.length === 0 || before?.deadlineAt === deadlineAt) return;
    const { taskbar, askInTray, wordsOf } = this.#options;
    const asked: Asked = { id, deadlineAt, words: before?.words ?? wordsOf(state) };
    this.#asked = asked;
    this.#asking = asked;
    this.#wasTold = false;
    taskbar.countDown(deadlineAt, plan.deadline * 1_000);
    const words = await asked.words;
    // It may have gone on meanwhile.
    if (this.#asking !== asked) return;
    const { title, revert } = words;
    this.#waiting = { id, title, question: questionText(deadlineAt, words), revert };
    askInTray(this.#waiting);
    this.#tellWaiting();
  }

  /** By a notification, once: whoever closes it knows. */
  #tellWaiting(): void {
    if (!this.#waiting || this.#wasTold) return;
    const { id, title, question, revert } = this.#waiting;
    const { notifications, decide, showWindow } = this.#options;
    const button = (label: string, decision: Decision) => ({
      label,
      press: () => {
        decide(id, decision);
      },
    });
    const buttons = [button(messages.outside.keep, 'keep'), button(revert, 'revert')];
    this.#wasTold = notifications.show({ title, body: question }, showWindow, buttons);
  }

  #stopAsking(): void {
    this.#asking = null;
    this.#waiting = null;
    const { askInTray, taskbar, notifications } = this.#options;
    askInTray(null);
    taskbar.stop();
    notifications.withdraw();
  }

  async #tellEnd({ id, result }: TransactionIn<'ended'>): Promise<void> {
    const body = outsideResultText(result);
    if (this.#asked?.id !== id || body === null) return;
    const { notifications, showWindow } = this.#options;
    const { title } = await this.#asked.words;
    notifications.show({ title, body }, showWindow);
  }
}
