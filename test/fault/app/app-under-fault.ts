// SPDX-License-Identifier: MIT
// The real app with its window, on real links, starting the helper that halts. It is used as a person uses it, and
// outlives the death of any of its processes but the main one, after which it is started again.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { JournalRecord } from '../../../electron/journal/journal-record';
import type {
  InterruptedTransaction,
  TransactionResult,
  TransactionState,
} from '../../../electron/contract/changes';
import type { Reply } from '../../../electron/contract/errors';
import type { StoredEdit } from '../../../electron/contract/ipc-schema';
import { InterfacesPage } from '../../e2e/pages/interfaces-page';
import { launchApp } from '../../e2e/support/app';
import type { RunningApp } from '../../e2e/support/app';
import type { DrivenApp } from '../../e2e/support/driven-app';
import { FaultCase } from '../fault-case';
import type { FaultLab } from '../fault-lab';
import type { Point } from '../points';
import { until } from '../victims';
import { haltingMainBundle } from '../work-folder';
import { haltingHelperVariable } from './halting-helper-variable';

/** A loaded machine is slow; nothing here is about time. */
const wide = 60_000;

interface Started {
  readonly app: RunningApp;
  /** A connection of our own to the window, once its first process is dead. */
  readonly browser: Browser | null;
  readonly page: InterfacesPage;
  /** Process id of the window. */
  readonly renderer: number;
}

async function rendererOf(app: RunningApp): Promise<number> {
  return app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  );
}

export class AppUnderFault {
  readonly fault: FaultCase;
  readonly #lab: FaultLab;
  readonly #userData: string;
  #started: Started | null = null;

  constructor(lab: FaultLab) {
    this.#lab = lab;
    this.fault = new FaultCase(lab);
    this.#userData = path.join(this.fault.folder, 'data');
  }

  get #kept(): string {
    return path.join(this.#userData, this.#lab.stack.stack);
  }

  get journalFile(): string {
    return path.join(this.#kept, 'journal.jsonl');
  }

  get electron(): DrivenApp {
    return this.#running.app.electron;
  }

  get journal(): readonly JournalRecord[] {
    return this.fault.journalIn(this.#kept);
  }

  /** The edits that the operations of the lab come from. */
  get edits(): readonly StoredEdit[] {
    return this.#lab.operations.map(({ value, ...edit }) => ({ ...edit, draft: String(value) }));
  }

  get page(): InterfacesPage {
    return this.#running.page;
  }

  get pids(): { readonly main: number; readonly renderer: number } {
    const { app, renderer } = this.#running;
    return { main: app.electron.process().pid ?? 0, renderer };
  }

  get #running(): Started {
    if (!this.#started) throw new Error('The app does not run');
    return this.#started;
  }

  /** A window with the edits and nothing else open; the one that is there if there is one. */
  async ready(): Promise<void> {
    if (this.#started) {
      await this.page.window.reload();
    } else {
      mkdirSync(this.#kept, { recursive: true });
      writeFileSync(path.join(this.#kept, 'edits.json'), JSON.stringify(this.edits));
      await this.start();
    }
    await this.page.edits.waitFor({ timeout: wide });
  }

  /** The app starts, after a crash too. */
  async start(switches: readonly string[] = []): Promise<void> {
    process.env[haltingHelperVariable] = this.fault.helper;
    const app = await launchApp({
      userData: this.#userData,
      loadedFirst: haltingMainBundle,
      page: 'internet-traffic',
      switches,
    });
    const page = new InterfacesPage(app.window);
    this.#started = { app, browser: null, page, renderer: await rendererOf(app) };
  }

  /** Its main process was killed. */
  async wasKilled(): Promise<void> {
    const main = this.#running.app.electron.process();
    await until(
      'the main process is gone',
      () => main.exitCode !== null || main.signalCode !== null,
    );
    this.#started = null;
  }

  /** The window that takes the place of one whose process was killed. */
  async windowIsBack(): Promise<void> {
    const { app, renderer } = this.#running;
    let next = renderer;
    while (next === renderer || next === 0) next = await rendererOf(app);
    const [port = ''] = readFileSync(path.join(this.#userData, 'DevToolsActivePort'), 'utf8').split(
      '\n',
    );
    // Electron knows none of what Playwright would set up in a browser.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const window = browser.contexts().flatMap((context) => context.pages())[0];
    if (!window) throw new Error('There is no window');
    this.#started = { app, browser, page: new InterfacesPage(window), renderer: next };
  }

  /** Applies the edits up to the point, as a user who decides what leads to it. */
  async reach(point: Point): Promise<void> {
    await this.ready();
    this.fault.haltAt(point);
    await this.apply();
    if (point === 'mid-undo') await this.answer('Revert now');
    if (point === 'confirm-unacked') await this.answer('Keep');
    await until('the point is reached', () => this.fault.hasHalted);
  }

  /** Applies the edits. Nothing is waited for: whoever is asked may halt. */
  async apply(): Promise<void> {
    await this.page.edits.getByRole('button', { name: 'Review and apply…' }).click();
    await this.#press(/^Apply( anyway)?$/);
  }

  async #press(name: RegExp): Promise<void> {
    const button = this.page.review.getByRole('button', { name });
    await button.waitFor({ timeout: wide });
    // The answer to the click may die with whoever halts.
    void button.click({ timeout: wide }).catch(() => undefined);
  }

  /** Answers the countdown. */
  async answer(decision: 'Keep' | 'Revert now'): Promise<void> {
    const button = this.page.countdown.getByRole('button', { name: decision });
    await button.click({ timeout: wide });
  }

  /** Applies the operations of the lab and takes them back, so many times, as fast as the window can. */
  async revertMany(times: number): Promise<void> {
    const { operations } = this.#lab;
    const plan = JSON.stringify({ operations, lasting: 'until-reconnect', deadline: 60 });
    await this.page.window.evaluate(`(async () => {
      const { changes } = window.interfacePanel;
      const one = () => new Promise((resolve, reject) => {
        const stop = changes.stateChanged((state) => {
          if (state.phase === 'waiting') void changes.revert();
          if (state.phase !== 'ended') return;
          stop();
          if (state.result.kind === 'reverted') resolve();
          else reject(new Error(JSON.stringify(state.result)));
        });
        // Main may still be settling its books about the one before.
        const begin = async () => {
          const reply = await changes.apply(${plan});
          if (reply.ok) return;
          if (reply.error.code === 'busy') await begin();
          else reject(new Error(reply.error.message));
        };
        void begin();
      });
      for (let time = 0; time < ${times}; time += 1) await one();
    })()`);
  }

  /** Waits for the end of the transaction and says how it was told. */
  async end(): Promise<TransactionResult> {
    for (;;) {
      const state = await this.#ask<TransactionState>('changes.state()');
      if (state.phase === 'ended') return state.result;
    }
  }

  /** The review says that nothing came of it, and goes. */
  async readFailure(): Promise<void> {
    const { review } = this.page;
    await review.getByText('Nothing was changed.').waitFor({ timeout: wide });
    await review.getByRole('button', { name: 'Cancel' }).click();
  }

  interrupted(): Promise<readonly InterruptedTransaction[]> {
    return this.#ask('changes.interrupted()');
  }

  storedEdits(): Promise<readonly StoredEdit[]> {
    return this.#ask('edits.load()');
  }

  /** As a user does: takes back what the window says is still changed, and puts aside what has been read. */
  async settle(): Promise<void> {
    const { notices } = this.page;
    for (;;) {
      const [open] = await this.interrupted();
      if (!open) break;
      if (open.operations.some(({ stillChanged }) => stillChanged)) {
        await notices.getByRole('button', { name: 'Review and undo' }).click({ timeout: wide });
        await this.#press(/^Undo( anyway)?$/);
        await this.answer('Keep');
        await this.end();
      } else {
        await notices.getByRole('button', { name: 'Dismiss' }).click({ timeout: wide });
      }
    }
    await notices.getByRole('button').first().waitFor({ state: 'hidden', timeout: wide });
  }

  async close(): Promise<void> {
    if (!this.#started) return;
    const { app, browser } = this.#started;
    this.#started = null;
    await browser?.close();
    await app.close();
  }

  remove(): void {
    this.fault.remove();
  }

  /** A question of the window to main. */
  async #ask<Answer>(call: string): Promise<Answer> {
    const reply = await this.page.window.evaluate<Reply<Answer>>(`window.interfacePanel.${call}`);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }
}
