// SPDX-License-Identifier: MIT
import type { BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import type { TransactionState } from '../../../electron/contract/changes';
import type { IpcNotifiers } from '../../../electron/contract/ipc-schema';
import { defaultPreferences } from '../../../electron/contract/preferences';
import type { Interfaces } from '../../../electron/interfaces/interfaces';
import { openOutside, toldOutside } from '../../../electron/outside';
import type { Outside } from '../../../electron/outside';
import { planSubject } from '../../../electron/contract/plan-subject';
import { showTray } from '../../../electron/shell/tray';

interface Item {
  label?: string;
  click?: () => void;
}

const menus = vi.hoisted(() => ({ newest: [] as Item[] }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Tray extends Emitter {
    isDestroyed = () => false;
    setToolTip = () => undefined;
    setContextMenu = () => undefined;
    destroy = () => undefined;
  }
  return {
    app: { name: 'Interface Panel' },
    Menu: {
      buildFromTemplate: (items: Item[]) => {
        menus.newest = items;
      },
    },
    nativeImage: { createFromDataURL: () => null },
    Notification: { isSupported: () => false },
    Tray,
  };
});

const waiting = (id: string): TransactionState => ({
  phase: 'waiting',
  id,
  plan: {
    operations: [{ luid: '7', family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 }],
    lastingChanges: [],
    deadline: 60,
  },
  subject: planSubject({ operations: [] }),
  planCode: '00000000',
  deadlineAt: Date.now() + 60_000,
  results: [],
});

function scene() {
  const window = Object.assign(new EventEmitter(), {
    isFocused: () => false,
    isDestroyed: () => false,
    isMinimized: () => true,
    restore: vi.fn(),
    show: vi.fn(),
    focus: vi.fn(),
    flashFrame: vi.fn(),
    setProgressBar: vi.fn(),
  });
  const changes = {
    state: { phase: 'none' } as TransactionState,
    keep: vi.fn(),
    revert: vi.fn(),
  };
  const command = vi.fn();
  const outside = openOutside({
    window: window as unknown as BrowserWindow,
    interfaces: { snapshot: () => Promise.resolve({ adapters: [] }) } as unknown as Interfaces,
    changes,
    preferences: { current: defaultPreferences },
    command,
    log: vi.fn(),
  });
  const become = async (state: TransactionState) => {
    changes.state = state;
    outside.stateChanged(state);
    await vi.waitFor(() => {
      expect(menus.newest.some(({ label }) => label === 'Keep')).toBe(state.phase === 'waiting');
    });
  };
  const choose = (items: readonly Item[], wanted: string) => {
    items.find(({ label }) => label === wanted)?.click?.();
  };
  return { window, changes, command, outside, become, choose };
}

afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['Keep', 'keep', 'revert'],
  ['Revert now', 'revert', 'keep'],
] as const)('%s in the tray decides about the change that waits', async (label, does, not) => {
  const { changes, become, choose } = scene();
  await become(waiting('a'));
  choose(menus.newest, label);
  expect(changes[does]).toHaveBeenCalledOnce();
  expect(changes[not]).not.toHaveBeenCalled();
});

it('decides about no other change than the one that was asked about', async () => {
  const { changes, become, choose } = scene();
  await become(waiting('a'));
  const older = menus.newest;
  await become({ phase: 'none' });
  choose(older, 'Keep');
  await become(waiting('b'));
  choose(older, 'Keep');
  choose(older, 'Revert now');
  expect(changes.keep).not.toHaveBeenCalled();
  expect(changes.revert).not.toHaveBeenCalled();
});

it('brings the window to the front for Open alone, at what is to be seen', async () => {
  const { window, command, become, choose } = scene();
  await become(waiting('a'));
  expect(window.show).not.toHaveBeenCalled();
  expect(window.focus).not.toHaveBeenCalled();
  choose(menus.newest, 'Open');
  await become({ phase: 'none' });
  choose(menus.newest, 'Open');
  expect(window.restore).toHaveBeenCalled();
  expect(window.focus).toHaveBeenCalledTimes(2);
  expect(command.mock.calls).toEqual([['countdown'], ['internet-traffic']]);
});

it('has its menu made anew for other words alone, however often the network changes', async () => {
  vi.useFakeTimers();
  const window = new EventEmitter() as unknown as BrowserWindow;
  let said = 'IPv4: Ethernet';
  const text = vi.fn(() => Promise.resolve(said));
  const tray = showTray({ window, text, open: vi.fn(), decide: vi.fn() });
  const changeFor = async (seconds: number) => {
    for (let tenth = 0; tenth < seconds * 10; tenth += 1) {
      tray.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
  };
  await changeFor(2);
  const menu = menus.newest;
  expect(menu[0]).toMatchObject({ label: 'IPv4: Ethernet' });
  text.mockClear();
  await changeFor(5);
  expect(text.mock.calls.length).toBeLessThanOrEqual(5);
  expect(menus.newest).toBe(menu);
  said = 'IPv4: Contoso VPN';
  await changeFor(2);
  expect(menus.newest[0]).toMatchObject({ label: 'IPv4: Contoso VPN' });
});

it('hears what the window hears, once it is there', () => {
  const changes = { stateChanged: vi.fn(), lostChanged: vi.fn() };
  const outside = {
    trafficChanged: vi.fn(),
    stateChanged: vi.fn(),
    lostChanged: vi.fn(),
    languageChanged: vi.fn(),
  };
  let there: Outside | null = null;
  const notify = toldOutside({ changes } as unknown as IpcNotifiers, () => there);
  notify.changes.stateChanged(waiting('a'));
  there = outside;
  notify.changes.stateChanged(waiting('b'));
  notify.changes.lostChanged([]);
  expect(changes.stateChanged).toHaveBeenCalledTimes(2);
  expect(outside.stateChanged.mock.calls).toEqual([[expect.objectContaining({ id: 'b' })]]);
  expect(outside.lostChanged).toHaveBeenCalledWith([]);
});
