// SPDX-License-Identifier: MIT
import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppFailure } from '../../../electron/base/app-failure';
import { Doorkeeper } from '../../../electron/shell/doorkeeper';
import { HumanActs } from '../../../electron/shell/human-acts';

const question = { message: 'Sure?', detail: '', yes: 'Yes' };
let now: number;
let acts: HumanActs;
let answer: boolean;
let asked: number;
let doorkeeper: Doorkeeper;

beforeEach(() => {
  now = 1_000;
  answer = false;
  asked = 0;
  acts = new HumanActs(() => now);
  doorkeeper = new Doorkeeper({
    acts,
    ask: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
    now: () => now,
  });
});

const code = (code: string) => ({ appError: { code } });

describe('an act of a person', () => {
  const contents = () => {
    const emitter = new EventEmitter();
    acts.watch(emitter as never);
    return (type: string) => emitter.emit('input-event', {}, { type });
  };

  it.each(['mouseDown', 'rawKeyDown', 'keyUp', 'touchEnd'])('is %s', (type) => {
    contents()(type);
    expect(acts.take()).toBe(true);
  });

  it.each(['mouseMove', 'mouseEnter', 'mouseWheel', 'char'])('is not %s', (type) => {
    contents()(type);
    expect(acts.take()).toBe(false);
  });

  it('counts once, and not for long', () => {
    acts.note();
    expect([acts.take(), acts.take()]).toEqual([true, false]);
    acts.note();
    now += 5_001;
    expect(acts.take()).toBe(false);
  });
});

describe('the doorkeeper', () => {
  const isTooSoon = () =>
    doorkeeper.demandAct(question).then(
      () => false,
      (cause: unknown) => cause instanceof AppFailure && cause.appError.code === 'too-soon',
    );

  it('asks nobody who has just acted', async () => {
    acts.note();
    await doorkeeper.demandAct(question);
    expect(asked).toBe(0);
  });

  it('asks where nobody has acted, so that assistive programs get through', async () => {
    answer = true;
    await doorkeeper.demandAct(question);
    expect(asked).toBe(1);
  });

  it('takes no for an answer', async () => {
    await expect(doorkeeper.demandAct(question)).rejects.toMatchObject(code('declined'));
  });

  it('asks in any case where nothing else does', async () => {
    acts.note();
    await expect(doorkeeper.demandAnswer(question)).rejects.toMatchObject(code('declined'));
    expect(asked).toBe(1);
  });

  it('pauses after two noes in a row, ever longer, and not after a yes', async () => {
    const pauses: number[] = [];
    for (let time = 0; time < 5; time += 1) {
      await doorkeeper.demandAct(question).catch(() => undefined);
      const before = now;
      while (await isTooSoon()) {
        now += 500;
        if (now - before > 60_000) throw new Error('For ever');
      }
      pauses.push(now - before);
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThan(10_000);
    now += 600_000;
    answer = true;
    await doorkeeper.demandAct(question);
    answer = false;
    await expect(doorkeeper.demandAct(question)).rejects.toMatchObject(code('declined'));
  });

  it('counts a prompt that was declined elsewhere', () => {
    doorkeeper.noteAnswer(false);
    doorkeeper.noteAnswer(false);
    expect(() => {
      doorkeeper.demandPause();
    }).toThrow('Try again in 2 s.');
  });

  it('opens one dialog at a time', async () => {
    acts.note();
    const first = doorkeeper.openDialog(
      () => new Promise<null>((resolve) => setImmediate(resolve, null)),
    );
    acts.note();
    await expect(doorkeeper.openDialog(vi.fn())).rejects.toMatchObject(code('dialog-open'));
    await first;
  });

  it('makes nobody wait who cancels a dialog that they opened', async () => {
    for (let time = 0; time < 5; time += 1) {
      acts.note();
      expect(await doorkeeper.openDialog(() => Promise.resolve(null))).toBeNull();
    }
  });
});
