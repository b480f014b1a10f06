// SPDX-License-Identifier: MIT
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { decodeFrame, encodeFrame } from '../../../electron/protocol/frames';
import { loadAddon } from '../../../electron/native/addon';
import { startHelper } from '../../../electron/native/helper';
import type { HelperExit, StartHelperOptions } from '../../../electron/native/helper-channel';
import { nativeFolder } from '../../../electron/native/native-folder';
import { openStack } from '../../../electron/native/stack';
import { HelperSession, mtuEdit, planOf, simulatedHelper } from './native-helper-session';
import { simulatedControl, temporaryStateFile } from './native-state-file';

const waiting = { timeout: 20_000, interval: 5 };

const command: StartHelperOptions = {
  path: simulatedHelper,
  planHash: '0'.repeat(64),
  stateFile: '/nowhere',
  consent: 'direct',
  onFrame: () => undefined,
  onClosed: () => undefined,
  onExit: () => undefined,
};

async function appliedSession(stateFile: string) {
  const edit = await mtuEdit(stateFile);
  const plan = planOf([edit.operation]);
  const session = new HelperSession(stateFile, plan.hash);
  session.sendPlan(plan);
  await session.until('PREPARED');
  session.send({ message: 'COMMIT' });
  await session.until('APPLIED');
  return { edit, session };
}

describe('startHelper', () => {
  it('carries a transaction that is kept', async () => {
    const { edit, session } = await appliedSession(temporaryStateFile());
    session.send({ message: 'CONFIRM' });
    expect(await session.ended()).toEqual({ code: 0, signal: null, launchError: null, stderr: '' });
    expect(session.told.slice(-2)).toEqual(['CONFIRMED', 'DONE']);
    expect(session.order.slice(-2)).toEqual(['closed', 'exit']);
    expect(session.order.indexOf('closed')).toBe(session.told.length);
    expect(await edit.live()).toBe(1400);
  });

  it('closes the channel so that the helper takes everything back', async () => {
    const { edit, session } = await appliedSession(temporaryStateFile());
    session.channel.close();
    session.channel.close();
    await session.ended();
    expect(await edit.live()).toBe(1500);
    session.send({ message: 'CONFIRM' });
  });

  it('takes a long plan without waiting for the helper to read it', async () => {
    const stateFile = temporaryStateFile();
    const stack = openStack({ stack: 'simulated', stateFile });
    await stack.snapshot();
    simulatedControl(stateFile, 'resize', '1024');
    const { ipInterfaces } = await stack.snapshot();
    const plan = planOf(
      ipInterfaces
        .filter(({ refusals }) => refusals.DadTransmits === undefined)
        .map(({ luid, family, values }) => ({
          luid,
          family,
          field: 'DadTransmits',
          expected: Number(values.DadTransmits),
          value: 7,
        })),
    );
    expect(plan.frames.length).toBeGreaterThan(500);
    const session = new HelperSession(stateFile, plan.hash);
    session.sendPlan(plan);
    await session.until('PREPARED');
    session.channel.close();
    expect((await session.ended()).code).toBe(9);
  });

  it('passes the helper’s refusal on, with its exit code', async () => {
    const stateFile = temporaryStateFile();
    const { operation } = await mtuEdit(stateFile);
    const session = new HelperSession(stateFile, '0'.repeat(64));
    session.sendPlan(planOf([operation]));
    expect((await session.ended()).code).toBe(8);
    expect(session.told).toEqual(['HELLO', 'REFUSED', 'DONE']);
  });

  it('tells the exit code of a helper that was sent garbage', async () => {
    const session = new HelperSession(temporaryStateFile(), '0'.repeat(64));
    session.channel.send(new Uint8Array(64).fill(0xff));
    expect((await session.ended()).code).toBe(6);
  });

  it('tells the signal of a helper that was killed', async () => {
    const session = new HelperSession(temporaryStateFile(), '0'.repeat(64));
    session.channel.kill();
    expect(await session.ended()).toMatchObject({ code: null, signal: 9, launchError: null });
    expect(session.order).toEqual(['closed', 'exit']);
    session.channel.kill();
  });

  it('tells why a helper never began, and only after it returned', async () => {
    const order: string[] = [];
    let exit: HelperExit | null = null;
    const channel = startHelper({
      ...command,
      path: '/nowhere/interface-panel-helper',
      onClosed: () => order.push('closed'),
      onExit: (status) => {
        order.push('exit');
        exit = status;
      },
    });
    order.push('returned');
    channel.send(new Uint8Array(64));
    await vi.waitUntil(() => exit, waiting);
    expect(order).toEqual(['returned', 'closed', 'exit']);
    expect(exit).toMatchObject({
      code: null,
      signal: null,
      launchError: { domain: 'errno', name: 'ENOENT', number: 2 },
    });
    channel.close();
    channel.kill();
  });

  it('keeps what the helper wrote to its error output', async () => {
    const program = temporaryStateFile();
    writeFileSync(program, '#!/bin/sh\necho broken >&2\nexit 13\n', { mode: 0o755 });
    const exits: HelperExit[] = [];
    startHelper({ ...command, path: program, onExit: (exit) => exits.push(exit) });
    await vi.waitUntil(() => exits.length > 0, waiting);
    expect(exits).toEqual([{ code: 13, signal: null, launchError: null, stderr: 'broken\n' }]);
  });
});

describe('startHelper refuses', () => {
  const anything = (value: unknown) => value as never;

  it.each<[keyof StartHelperOptions, unknown]>([
    ['path', 'interface-panel-helper'],
    ['path', ''],
    ['path', '/bin/true\0'],
    ['path', 5],
    ['planHash', '0'.repeat(63)],
    ['planHash', '0'.repeat(65)],
    ['planHash', 'A'.repeat(64)],
    ['planHash', undefined],
    ['stateFile', 5],
    ['stateFile', 'a\0b'],
    ['consent', 'uac'],
    ['consent', 'sudo'],
    ['consent', undefined],
    ['windowHandle', new Uint8Array(7)],
    ['windowHandle', new Uint16Array(4)],
    ['windowHandle', '12345678'],
  ])('%s = %o', (option, value) => {
    const onExit = vi.fn();
    expect(() => startHelper({ ...command, onExit, [option]: anything(value) })).toThrow(
      expect.objectContaining({
        name: 'TypeError',
        message: expect.stringMatching(new RegExp(`^${option}\\b`)) as unknown,
      }) as Error,
    );
  });

  it.each([
    ['63 bytes', new Uint8Array(63)],
    ['65 bytes', new Uint8Array(65)],
    ['numbers of 16 bits', new Uint16Array(32)],
    ['an array', Array(64).fill(0)],
    ['nothing', undefined],
  ])('%s as a frame, and sends nothing', async (_name, frame) => {
    const session = new HelperSession(temporaryStateFile(), '0'.repeat(64));
    expect(() => {
      session.channel.send(anything(frame));
    }).toThrow(TypeError);
    session.channel.close();
    expect((await session.ended()).code).toBe(9);
  });
});

/** Runs in a worker: reads, watches and holds a helper at work without end, and forgets all of it. */
const busyWorker = `
  const { parentPort, workerData } = require('node:worker_threads');
  const addonModule = { exports: {} };
  process.dlopen(addonModule, workerData.addon);
  const { Stack, startHelper } = addonModule.exports;
  const stack = new Stack('simulated', workerData.stateFile);
  const forget = () => undefined;
  stack.watch(() => stack.snapshot().then(forget, forget));
  const helper = startHelper(workerData.helper, ({ kind, frame }) => {
    parentPort.postMessage(kind === 'frame' ? frame : kind);
  });
  parentPort.on('message', (frame) => helper.send(frame));
  const readOn = () => stack.snapshot().then(readOn, readOn);
  readOn();
`;

/** Sends HELLO, the plan and COMMIT through the worker and waits until the change is made. */
function driveToApplied(worker: Worker, plan: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = 0;
    worker.on('error', reject);
    worker.on('message', (frame: Uint8Array | 'closed' | 'exit') => {
      if (typeof frame === 'string') {
        reject(new Error(`The helper ended early: ${frame}`));
        return;
      }
      const { message } = decodeFrame('helper', frame, told);
      told += 1;
      if (message === 'PREPARED') {
        worker.postMessage(encodeFrame('app', { message: 'COMMIT' }, plan.length + 1));
      }
      if (message === 'APPLIED') resolve();
    });
    const { buildId } = loadAddon();
    worker.postMessage(encodeFrame('app', { message: 'HELLO', buildId }, 0));
    for (const frame of plan) worker.postMessage(frame);
  });
}

describe('when its environment is torn down', () => {
  it('ends reads and watches, and the helper takes everything back', async () => {
    for (let round = 0; round < 5; round += 1) {
      const stateFile = temporaryStateFile();
      const edit = await mtuEdit(stateFile);
      const plan = planOf([edit.operation]);
      const worker = new Worker(busyWorker, {
        eval: true,
        workerData: {
          addon: path.join(nativeFolder(), 'interface_panel.node'),
          stateFile,
          helper: { path: simulatedHelper, planHash: plan.hash, stateFile, consent: 'direct' },
        },
      });
      await driveToApplied(worker, plan.frames);
      expect(await edit.live()).toBe(1400);
      await worker.terminate();
      await vi.waitUntil(async () => (await edit.live()) === 1500, waiting);
    }
  }, 60_000);
});
