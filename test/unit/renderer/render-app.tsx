// SPDX-License-Identifier: MIT
// The whole window against a double of main.
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Permission, TransactionState } from '../../../electron/contract/changes';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { askFirst } from '../../../renderer/bridge/ask-first';
import { App } from '../../../renderer/app/App';
import { createBridgeDouble } from './bridge-double';
import type { BridgeDouble, SomeHandlers } from './bridge-double';
import { samplePreview } from './sample-preview';
import { sampleSnapshot } from './sample-snapshot';

interface Circumstances {
  readonly snapshot?: Snapshot;
  readonly permission?: Permission;
  readonly transaction?: TransactionState;
  /** The page to look at; the one of interfaces unless given. */
  readonly page?: 'internet-traffic' | 'routes';
  readonly handlers?: SomeHandlers;
}

export interface RunningWindow extends BridgeDouble {
  readonly user: UserEvent;
}

/** Opens the window; whatever the test doesn't say is an ordinary, quiet computer. */
export function openWindow(circumstances: Circumstances = {}): RunningWindow {
  const { snapshot = sampleSnapshot(), handlers = {} } = circumstances;
  const double = createBridgeDouble({
    app: {
      environment: () => ({
        stack: snapshot.stack,
        version: '0.1.0',
        platform: snapshot.stack === 'linux' ? 'linux' : 'windows',
        standInRuntime: false,
        journalSetAside: null,
        permission: circumstances.permission ?? { kind: 'direct' },
      }),
      copyText: () => undefined,
    },
    interfaces: { snapshot: () => snapshot },
    changes: {
      state: () => circumstances.transaction ?? { phase: 'none' },
      apply: () => undefined,
      interrupted: () => [],
      lost: () => [],
    },
    routes: { preview: () => samplePreview(), standings: () => [] },
    history: { page: () => ({ total: 0, entries: [] }) },
    edits: { load: () => [], store: () => undefined },
    preferences: {
      load: () => ({ preferences: defaultPreferences, trouble: null }),
      store: () => undefined,
    },
  });
  double.answer(handlers);
  render(<App bridge={double.bridge} queryClient={askFirst(double.bridge)} />);
  if (circumstances.page !== 'internet-traffic') {
    const key = circumstances.page === 'routes' ? '3' : '2';
    fireEvent.keyDown(document, { key, ctrlKey: true });
  }
  return { ...double, user: userEvent.setup({ delay: null }) };
}

/** Opens the details of an IP interface by its row. */
export async function openDetails(window: RunningWindow, row: RegExp): Promise<HTMLElement> {
  await window.user.click(await screen.findByRole('row', { name: row }));
  return screen.findByRole('complementary');
}

/** How long to wait for something that is sure to come, on a machine that has other things to do. */
const patience = 20_000;

/**
 * happy-dom lays nothing out: gives every element a size, so that the virtual table has room for rows.
 * Waits are long: parts of the window are loaded when they are needed.
 */
export function prepareWindowTests(): void {
  configure({ asyncUtilTimeout: patience });
  vi.setConfig({ testTimeout: 3 * patience });
  beforeEach(() => {
    window.innerWidth = 1600;
    // Without it Fluent goes to the end of every motion at once.
    Reflect.deleteProperty(Element.prototype, 'animate');
    for (const name of ['offsetWidth', 'offsetHeight', 'clientWidth', 'clientHeight'] as const) {
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(1000);
    }
  });
  afterEach(() => {
    cleanup();
    sessionStorage.clear();
    vi.restoreAllMocks();
  });
}

/** A dialog that has opened: it has the focus, and nothing hides it from assistive technology any more. */
export async function findDialog(name: string): Promise<HTMLElement> {
  const dialog = await screen.findByRole('dialog', { name });
  await waitFor(() => {
    expect(dialog.contains(document.activeElement)).toBe(true);
    expect(dialog.closest('[aria-hidden="true"]')).toBeNull();
  });
  return dialog;
}

/** Presses "Review and apply…" and finds the review. */
export async function openReview({ user }: RunningWindow): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: 'Review and apply…' }));
  return findDialog('Review changes');
}
