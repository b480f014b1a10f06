// SPDX-License-Identifier: MIT
import { expect, it, vi } from 'vitest';
import type { Plan, PlanRequest } from '../../../electron/contract/changes';
import { lastingSetting } from '../renderer/sample-lasting';
import { handlersOf } from '../../../electron/handlers';
import type { Services } from '../../../electron/handlers';

vi.mock('electron', () => ({ app: {}, clipboard: {}, dialog: {}, shell: {} }));

const request: PlanRequest = { operations: [], lasting: 'always', deadline: 60 };
const planOf = (value: number): Plan => ({
  operations: [],
  lastingChanges: [
    {
      id: '0'.repeat(32),
      alias: 'tun0',
      luid: '7',
      family: 'IPv4',
      field: 'NlMtu',
      expected: null,
      value,
    },
  ],
  deadline: 60,
});

it('applies the plan that somebody answered to, whatever came to last meanwhile', async () => {
  const plans = [planOf(1400), planOf(1300)];
  const applied: Plan[] = [];
  const asked: string[] = [];
  const services = {
    environment: { stack: 'linux' },
    interfaces: { snapshot: () => Promise.resolve({ adapters: [] }) },
    changes: {
      underWay: { permission: { kind: 'direct' } },
      planOf: () => Promise.resolve(plans.shift()),
      apply: (plan: Plan) => applied.push(plan),
    },
    doorkeeper: {
      demandAnswer: ({ detail }: { detail: string }) => {
        asked.push(detail);
        return Promise.resolve();
      },
    },
  } as unknown as Services;
  await handlersOf(services).changes.apply(request);
  expect(asked).toHaveLength(1);
  expect(applied).toEqual([planOf(1400)]);
});

const shown = { luid: '7', family: 'IPv4', field: 'NlMtu', value: 1400 } as const;
it('stops what somebody answered to, and asks about nothing else', async () => {
  const [asked, unknown] = ['0'.repeat(32), '1'.repeat(32)];
  const stopped: unknown[] = [];
  const details: string[] = [];
  const services = {
    environment: { stack: 'linux' },
    interfaces: { snapshot: () => Promise.resolve({ adapters: [], stack: 'linux' }) },
    changes: {
      underWay: { permission: { kind: 'direct' } },
      lastingAmong: () => Promise.resolve([lastingSetting({ id: asked, alias: 'tun0' })]),
      stopLasting: (ids: readonly string[]) => stopped.push(ids),
    },
    doorkeeper: {
      demandAnswer: ({ detail }: { detail: string }) => {
        details.push(detail);
        return Promise.resolve();
      },
    },
  } as unknown as Services;
  await handlersOf(services).changes.stopLasting([asked, unknown]);
  expect(details).toEqual([expect.stringContaining('tun0')]);
  expect(stopped).toEqual([[asked]]);
});

it.each<[string, (calls: ReturnType<typeof handlersOf>['changes']) => unknown]>([
  ['a plan', (calls) => calls.apply(request)],
  ['what makes values last', (calls) => calls.makeLast([shown, { ...shown, family: 'IPv6' }])],
  ['what stops them', (calls) => calls.stopLasting(['0'.repeat(32), '1'.repeat(32)])],
  ['a restore', (calls) => calls.restore({ transactionId: '0'.repeat(32), deadline: 60 })],
])('starts nothing of %s where nobody says yes', async (_name, call) => {
  const started: string[] = [];
  const asked: string[] = [];
  const services = {
    environment: { stack: 'linux' },
    interfaces: { snapshot: () => Promise.resolve({ adapters: [] }) },
    changes: {
      underWay: { permission: { kind: 'direct' }, begin: () => started.push('restore') },
      lastingAmong: () => Promise.resolve([lastingSetting({ id: '0'.repeat(32) })]),
      planOf: () => Promise.resolve(planOf(1400)),
      restoringOf: () => Promise.resolve(planOf(1400)),
      apply: () => started.push('apply'),
      makeLast: () => started.push('makeLast'),
      stopLasting: () => started.push('stopLasting'),
    },
    doorkeeper: {
      demandAnswer: ({ message }: { message: string }) => {
        asked.push(message);
        return Promise.reject(new Error('no'));
      },
    },
  } as unknown as Services;
  await expect(call(handlersOf(services).changes)).rejects.toThrow('no');
  expect(asked).toHaveLength(1);
  expect(started).toEqual([]);
});

it.each([true, false])(
  'says to the system that it is to start at sign-in, %s, for a person alone',
  async (isOn) => {
    const set: boolean[] = [];
    const answers = [() => Promise.reject(new Error('no')), () => Promise.resolve()];
    const services = {
      signIn: {
        set: (on: boolean) => Promise.resolve({ kind: 'possible', isOn: set.push(on) > 0 }),
      },
      doorkeeper: { demandAct: () => answers.shift()?.() },
    } as unknown as Services;
    const { startAtSignIn } = handlersOf(services).app;
    await expect(startAtSignIn(isOn)).rejects.toThrow('no');
    expect(set).toEqual([]);
    await startAtSignIn(isOn);
    expect(set).toEqual([isOn]);
  },
);
