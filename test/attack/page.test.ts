// SPDX-License-Identifier: MIT
// A page that has been taken over calls main as it likes, on the real kernel, where no prompt asks for permission.

import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { WindowSnapshot } from '../../electron/contract/window-snapshot';
import { launchApp } from '../e2e/support/app';
import type { RunningApp } from '../e2e/support/app';

let app: RunningApp;

beforeAll(async () => {
  execFileSync('ip', ['link', 'add', 'prey', 'type', 'bridge']);
  app = await launchApp({ answersMain: false });
});
afterAll(async () => {
  await app.close();
  execFileSync('ip', ['link', 'delete', 'prey']);
});

const mtu = () => /mtu (\d+)/.exec(execFileSync('ip', ['link', 'show', 'prey']).toString())?.[1];

/** The dialogs that main opened, and how many at once. */
interface Dialogs {
  asked: string[];
  open: number;
  most: number;
}

/** From now on every dialog is noted and answered with no. */
beforeEach(async () => {
  await app.electron.evaluate(({ dialog }) => {
    const seen: Dialogs = { asked: [], open: 0, most: 0 };
    (globalThis as unknown as { seen: Dialogs }).seen = seen;
    const note = async (message: string) => {
      seen.asked.push(message);
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      await new Promise((resolve) => setImmediate(resolve));
      seen.open -= 1;
    };
    dialog.showMessageBox = async (...given: unknown[]) => {
      await note((given.at(-1) as { message: string }).message);
      return { response: 1, checkboxChecked: false };
    };
    dialog.showSaveDialog = async () => {
      await note('save');
      return { canceled: true, filePath: '' };
    };
    dialog.showOpenDialog = async () => {
      await note('open');
      return { canceled: true, filePaths: [] };
    };
  });
});

const seen = () => app.electron.evaluate(() => (globalThis as unknown as { seen: Dialogs }).seen);

/** Runs in the page: a good plan, that nobody has reviewed. */
async function applyToPrey(): Promise<unknown> {
  const snapshot = await window.interfacePanel.interfaces.snapshot();
  if (!snapshot.ok) return snapshot;
  const { adapters } = JSON.parse(snapshot.value) as WindowSnapshot;
  const luid = adapters.find(({ alias }) => alias === 'prey')?.luid ?? '';
  const operation = { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 } as const;
  const replies = [];
  for (let time = 0; time < 45; time += 1) {
    replies.push(
      await window.interfacePanel.changes.apply({
        operations: [operation],
        lasting: 'until-reconnect',
        deadline: 60,
      }),
    );
  }
  return replies;
}

it('changes nothing by itself, and can ask for it a few times at most', async () => {
  const replies = await app.window.evaluate(applyToPrey);
  const codes = (replies as { ok: boolean; error?: { code: string } }[]).map(
    ({ ok, error }) => error?.code ?? ok,
  );
  expect(new Set(codes)).toEqual(new Set(['declined', 'too-soon']));
  const { asked, most } = await seen();
  expect(asked.length).toBeLessThan(6);
  expect(new Set(asked)).toEqual(new Set(['Set MTU to 1400 bytes on prey (IPv4)?']));
  expect(most).toBe(1);
  expect(mtu()).toBe('1500');
});

it('keeps nothing by itself either, not even by closing', async () => {
  const demo = await launchApp({ switches: ['--demo'], answersMain: false });
  try {
    await demo.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    // Of this act only the start of the change is made.
    await demo.window.locator('main h1').first().click();
    const replies = await demo.window.evaluate(async () => {
      const bridge = window.interfacePanel;
      const snapshot = await bridge.interfaces.snapshot();
      const row = snapshot.ok
        ? (JSON.parse(snapshot.value) as WindowSnapshot).ipInterfaces.find(
            ({ refusals }) => refusals.NlMtu === undefined,
          )
        : undefined;
      if (!row) return [];
      const expected = Number(row.values.NlMtu);
      const { luid, family } = row;
      const operation = { luid, family, field: 'NlMtu', expected, value: expected - 4 } as const;
      const phase = async () => {
        const state = await bridge.changes.state();
        return state.ok ? state.value.phase : '';
      };
      const applied = await bridge.changes.apply({
        operations: [operation],
        lasting: 'until-reconnect',
        deadline: 60,
      });
      while ((await phase()) !== 'waiting')
        await new Promise((done) => requestAnimationFrame(done));
      const kept = [await bridge.changes.keep(), await bridge.app.close('keep')];
      return [applied.ok, ...kept.map((one) => (one.ok ? 'kept' : one.error.code)), await phase()];
    });
    expect(replies).toEqual([true, 'declined', 'declined', 'waiting']);
  } finally {
    await demo.close();
  }
});

it('opens one dialog for a file at a time, however many it asks for', async () => {
  await app.window.evaluate(() =>
    Promise.all(
      Array.from({ length: 1_000 }, () =>
        window.interfacePanel.support.saveReport({ scope: null, format: 'json', isMasked: true }),
      ),
    ),
  );
  const { asked, most } = await seen();
  expect(most).toBeLessThanOrEqual(1);
  expect(asked.length).toBeLessThan(6);
});

it('does not reach the clipboard', async () => {
  await app.electron.evaluate(({ clipboard }) => clipboard.writeText('of the user'));
  await app.window.evaluate(() => window.interfacePanel.app.copyText('of the attacker'));
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('of the user');
});

it('gains nothing by clicks that its own script makes', async () => {
  await app.window.evaluate(async () => {
    const button = document.createElement('button');
    button.onclick = () => void window.interfacePanel.app.copyText('of the attacker');
    document.body.append(button);
    button.click();
    button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await window.interfacePanel.app.copyText('of the attacker');
  });
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('of the user');
});
