// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ipcSchema } from '../../../electron/contract/ipc-schema';
import { createBridge } from '../../../electron/ipc/bridge';
import type { RendererIpc } from '../../../electron/ipc/bridge';
import { createNotifiers } from '../../../electron/ipc/notify';

type Forward = (event: unknown, ...payload: unknown[]) => void;

function fakeIpc() {
  const listeners = new Map<string, Set<Forward>>();
  return {
    invoke: vi.fn<RendererIpc['invoke']>(() => Promise.resolve({ ok: true, value: 1 })),
    on: (channel: string, listener: Forward) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener: (channel: string, listener: Forward) => {
      listeners.get(channel)?.delete(listener);
    },
    emit: (channel: string, ...payload: unknown[]) => {
      for (const listener of listeners.get(channel) ?? []) listener('Electron’s event', ...payload);
    },
  };
}

describe('the bridge', () => {
  it('has exactly the members of the contract', () => {
    const shapeOf = (groups: object) =>
      Object.entries(groups).map(([group, calls]) => [group, Object.keys(calls as object)]);
    expect(shapeOf(createBridge(fakeIpc()))).toEqual(shapeOf(ipcSchema));
  });

  it('is frozen in depth', () => {
    const bridge = createBridge(fakeIpc());
    expect(Object.isFrozen(bridge)).toBe(true);
    for (const calls of Object.values(bridge)) {
      expect(Object.isFrozen(calls)).toBe(true);
      for (const member of Object.values(calls)) expect(Object.isFrozen(member)).toBe(true);
    }
  });

  it('asks on the channel of the call', async () => {
    const ipc = fakeIpc();
    expect(await createBridge(ipc).app.copyText('text')).toEqual({ ok: true, value: 1 });
    expect(ipc.invoke).toHaveBeenCalledWith('app.copyText', 'text');
  });

  it('answers a call that cannot be delivered like any other failure', async () => {
    const ipc = fakeIpc();
    ipc.invoke.mockRejectedValue(new Error('An object could not be cloned.'));
    expect(await createBridge(ipc).changes.keep()).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
  });

  it('gives listeners the values alone, until they unsubscribe', () => {
    const ipc = fakeIpc();
    const listener = vi.fn();
    const unsubscribe = createBridge(ipc).interfaces.changed(listener);
    ipc.emit('interfaces.changed', { routes: [] });
    expect(listener.mock.calls).toEqual([[{ routes: [] }]]);
    unsubscribe();
    ipc.emit('interfaces.changed', {});
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe('the preload', () => {
  it('is under 20 lines', () => {
    const source = readFileSync(path.join(__dirname, '../../../electron/preload.ts'), 'utf8');
    expect(source.split('\n').length).toBeLessThan(20);
  });
});

describe('notifiers', () => {
  const target = (state: 'well' | 'destroyed' | 'crashed') => ({
    isDestroyed: () => state === 'destroyed',
    isCrashed: () => state === 'crashed',
    send: vi.fn(),
  });

  it('reach every window that can hear, and no other', () => {
    const [well, destroyed, crashed] = [target('well'), target('destroyed'), target('crashed')];
    const notify = createNotifiers(() => [destroyed, crashed, well]);
    notify.changes.stateChanged({ phase: 'none' });
    expect(well.send).toHaveBeenCalledWith('changes.stateChanged', { phase: 'none' });
    expect(destroyed.send).not.toHaveBeenCalled();
    expect(crashed.send).not.toHaveBeenCalled();
  });

  it('are there for exactly the news of the contract', () => {
    const notify = createNotifiers(() => []);
    const names = Object.entries(notify).flatMap(([group, calls]) =>
      Object.keys(calls).map((call) => `${group}.${call}`),
    );
    const expected = Object.entries(ipcSchema).flatMap(([group, calls]) =>
      Object.entries(calls)
        .filter(([, { direction }]) => direction === 'notify')
        .map(([call]) => `${group}.${call}`),
    );
    expect(names).toEqual(expected);
  });
});
