// SPDX-License-Identifier: MIT
// Lasting settings through everything that is real but the network: main, the addon, the helper and the store.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openChanges } from '../../../electron/changes/changes';
import type { Changes } from '../../../electron/changes/changes';
import type { TransactionResult, TransactionState } from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChoice } from '../../../electron/contract/lasting';
import { readLasting } from '../../../electron/lasting/read-lasting';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import { isKeeperRunning } from '../../../electron/native/lasting-place';
import { openStack } from '../../../electron/native/stack';
import { dataFolderOfTest } from './data-folder-of-test';
import { mtuEdit, simulatedHelper } from './native-helper-session';
import { temporaryStateFile } from './native-state-file';

const patience = { timeout: 20_000, interval: 5 };

/** A run of main on a simulated network that has a place for lasting settings. */
async function openRun() {
  const stateFile = temporaryStateFile();
  const place = `${stateFile}.lasting`;
  const stack = openStack({ stack: 'simulated', stateFile });
  const { operation } = await mtuEdit(stateFile);
  const states: TransactionState[] = [];
  const changes = await openChanges({
    folder: dataFolderOfTest(path.join(path.dirname(stateFile), 'kept')),
    permission: () => ({ kind: 'direct' }),
    account: 'anna',
    buildId: () => loadAddon().buildId,
    start: (plan, consent) => (events) =>
      startHelper({ path: simulatedHelper, planHash: plan.hash, stateFile, consent, ...events }),
    latestSnapshot: () => stack.snapshot(),
    freshSnapshot: () => stack.snapshot(),
    readLasting: () => readLasting(stateFile),
    historyChanged: () => undefined,
    notify: {
      stateChanged: (state) => states.push(state),
      interruptedChanged: () => undefined,
      lostChanged: () => undefined,
      lastingChanged: () => undefined,
      permissionChanged: () => undefined,
    },
  });
  onTestFinished(async () => {
    await changes.underWay.finish('revert');
  });
  return { changes, operation, place, states };
}

async function apply(changes: Changes, operation: Operation, lasting: LastingChoice) {
  changes.apply(await changes.planOf({ operations: [operation], lasting, deadline: 60 }));
}

/** Lets what was started come to its end; answers how. */
async function end(changes: Changes): Promise<TransactionResult> {
  await vi.waitFor(() => {
    if (changes.underWay.state.phase === 'waiting') changes.underWay.keep();
    expect(changes.underWay.isBusy).toBe(false);
  }, patience);
  if (changes.underWay.state.phase !== 'ended') throw new Error(changes.underWay.state.phase);
  return changes.underWay.state.result;
}

describe('a lasting setting', () => {
  it('is made with a value, changed, taken back with it, made alone and stopped', async () => {
    const { changes, operation, place } = await openRun();
    mkdirSync(place);
    const { luid, family, field } = operation;
    const key = { luid, family, field };
    const values = async () =>
      (await changes.lasting.shown()).settings.map((setting) => [setting.luid, setting.value]);

    await apply(changes, operation, 'always');
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await changes.lasting.shown()).toMatchObject({
      settings: [{ ...key, value: 1400, account: 'anna', status: { state: 'unknown' } }],
      problem: null,
      keeper: 'not-running',
    });

    const { entries } = await changes.history.part(0, 1);
    await changes.restore({ transactionId: entries[0]?.id ?? '', deadline: 60 });
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await values()).toEqual([]);

    await changes.makeLast([{ ...key, value: 1500 }]);
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await values()).toEqual([[luid, 1500]]);

    await apply(changes, operation, 'until-reconnect');
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await values()).toEqual([]);

    await changes.makeLast([{ ...key, value: 1400 }]);
    await end(changes);
    changes.stopLasting((await changes.lasting.shown()).settings.map(({ id }) => id));
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await values()).toEqual([]);
  });

  it('is not made where a person reverts', async () => {
    const { changes, operation, place } = await openRun();
    mkdirSync(place);
    await apply(changes, operation, 'always');
    await vi.waitFor(() => {
      expect(changes.underWay.state.phase).toBe('waiting');
    }, patience);
    changes.underWay.revert();
    expect(await end(changes)).toMatchObject({ kind: 'reverted' });
    expect((await changes.lasting.shown()).settings).toEqual([]);
    expect(existsSync(path.join(place, 'lasting-settings'))).toBe(false);
  });

  it('cannot be where there is no place for it', async () => {
    const { changes, operation } = await openRun();
    expect(await changes.lasting.shown()).toEqual({
      settings: [],
      problem: null,
      keeper: 'not-installed',
    });
    await expect(apply(changes, operation, 'always')).rejects.toMatchObject({
      appError: { code: 'lasting' },
    });
  });

  it('takes the place of a store that is damaged, which is set aside', async () => {
    const { changes, operation, place } = await openRun();
    const { luid, family, field } = operation;
    mkdirSync(place);
    writeFileSync(path.join(place, 'lasting-settings'), 'nonsense');
    expect(await changes.lasting.shown()).toMatchObject({ settings: [], problem: 'damaged' });
    await changes.makeLast([{ luid, family, field, value: 1500 }]);
    expect(await end(changes)).toEqual({ kind: 'kept' });
    expect(await changes.lasting.shown()).toMatchObject({
      settings: [{ value: 1500 }],
      problem: null,
    });
    expect(readFileSync(path.join(place, 'lasting-settings.damaged'), 'utf8')).toBe('nonsense');
  });
});

describe('the process of a keeper', () => {
  it('is told by its number, by when and in which boot it started, and by its rights', () => {
    // Field 22 of proc_pid_stat(5), behind a name that may hold anything.
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const ticks = BigInt(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? 0);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 6);
    const started = ticks | (BigInt(`0x${boot}`) << 40n);
    expect(isKeeperRunning(process.pid, started)).toBe(process.geteuid?.() === 0);
    expect(isKeeperRunning(process.pid, started + 1n)).toBe(false);
    // After another boot anybody can have that process at that tick.
    expect(isKeeperRunning(process.pid, started ^ (1n << 40n))).toBe(false);
    expect(isKeeperRunning(process.pid, ticks)).toBe(false);
    expect(isKeeperRunning(2 ** 31 - 1, started)).toBe(false);
  });
});
