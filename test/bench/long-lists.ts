// SPDX-License-Identifier: MIT
// The pages with a great deal to show: thousands of adapters, routes and transactions.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { encodeJournalLine } from '../../electron/journal/journal-lines';
import type { JournalRecord } from '../../electron/journal/journal-record';
import { blankFrames, eventToScreen, newFolder, startPanel, startPanelOn } from './measured-window';
import { runs } from './measurement';

export interface LongList {
  /** Milliseconds from the key that opens the page to its rows. */
  readonly open: readonly number[];
  readonly scrolling: { readonly frames: number; readonly blank: number };
}

const length = 10_000;

/** A row of the bare list. */
export const bareRow = 'main .row';

/** The sentence and the page's table about after applying, as text: what a switch must have changed. */
const after = `(() => {
  const cells = [...document.querySelectorAll('main table tbody tr')];
  const texts = cells.map((row) => row.cells[2].textContent);
  const parts = [...document.querySelectorAll('[data-region="edits"] p')].map((one) => one.textContent);
  return [...texts, ...parts.filter((one) => one.startsWith('After applying'))].join('|');
})()`;

/** Milliseconds from a click on a switch to the sentence and the table that say what it would do. */
export async function switchToAfter(window: Page): Promise<readonly number[]> {
  await window.keyboard.press('Control+1');
  const carrier = window
    .locator('main [role="group"]')
    .filter({ hasText: 'Carries' })
    .getByRole('switch')
    .first();
  await carrier.waitFor();
  await window.getByRole('button', { name: 'Addresses' }).click();
  const taken: number[] = [];
  for (let i = 0; i < 2 * runs; i += 1) {
    await window.evaluate(`globalThis.before = ${after}`);
    taken.push(
      await eventToScreen(window, 'click', `${after} !== globalThis.before`, () => carrier.click()),
    );
  }
  return taken;
}

async function measureList(window: Page, key: string, anyRow: string): Promise<LongList> {
  const open: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const isShown = `document.querySelector('${anyRow}') !== null`;
    open.push(await eventToScreen(window, 'keydown', isShown, () => window.keyboard.press(key)));
    await window.keyboard.press('Control+1');
    await window.locator(anyRow).first().waitFor({ state: 'detached' });
  }
  await window.keyboard.press(key);
  return { open, scrolling: await blankFrames(window, anyRow) };
}

/** Milliseconds from the key to the rows of a bare list as long. */
export async function longBareList(window: Page): Promise<readonly number[]> {
  const { open } = await measureList(window, 'Control+3', bareRow);
  return open;
}

/** The page Routes with as many routes of the kernel. */
export async function longRouteTable(): Promise<LongList> {
  const routes = Array.from(
    { length },
    (_, index) => `route add 10.${20 + (index >> 8)}.${index & 255}.0/24 via 10.9.0.2 dev long0`,
  );
  execFileSync('ip', ['link', 'add', 'long0', 'type', 'veth', 'peer', 'name', 'long1']);
  for (const link of ['long0', 'long1']) execFileSync('ip', ['link', 'set', link, 'up']);
  execFileSync('ip', ['addr', 'add', '10.9.0.1/24', 'dev', 'long0']);
  execFileSync('ip', ['-batch', '-'], { input: `${routes.join('\n')}\n` });
  const { app, window } = await startPanel();
  const measured = await measureList(window, 'Control+3', 'main [role="row"][data-row-id]');
  await app.close();
  execFileSync('ip', ['link', 'del', 'long0']);
  return measured;
}

/** One transaction that was kept. */
function keptTransaction(index: number): readonly JournalRecord[] {
  const about = {
    id: index.toString(16).padStart(32, '0'),
    time: 1_700_000_000_000 + index * 60_000,
  };
  const operation = { luid: '1689399632855040', family: 'IPv4', field: 'NlMtu' } as const;
  const [expected, value] = index % 2 === 0 ? [1500, 1400] : [1400, 1500];
  return [
    {
      ...about,
      state: 'started',
      kind: 'set',
      restores: null,
      planCode: '0A1B2C3D',
      deadline: 60,
      operations: [{ ...operation, expected, value }],
    },
    { ...about, state: 'prepared', before: ['AQ=='] },
    { ...about, state: 'committed' },
    { ...about, state: 'operation', index: 0, end: { outcome: 'applied', live: value } },
    { ...about, state: 'footprint', index: 0, which: 'after', bytes: 'Ag==' },
    { ...about, state: 'kept' },
  ];
}

/** The page History with as many transactions. */
export async function longHistory(): Promise<LongList> {
  const folder = newFolder();
  const records = Array.from({ length }, (_, index) => keptTransaction(index)).flat();
  const lines = records.map((record, sequence) => encodeJournalLine(sequence, record));
  // Each stack has a folder of its own.
  mkdirSync(path.join(folder, 'linux'));
  writeFileSync(path.join(folder, 'linux', 'journal.jsonl'), lines.join(''));
  const { app, window } = await startPanelOn(folder);
  const measured = await measureList(window, 'Control+4', '[data-testid^="transaction-"]');
  await app.close();
  return measured;
}
