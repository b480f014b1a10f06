// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { maxOperations } from '../../../electron/contract/changes';
import { maxHistoryPage } from '../../../electron/contract/history';
import type { Reply } from '../../../electron/contract/errors';
import { channelName, ipcSchema } from '../../../electron/contract/ipc-schema';
import type { IpcHandlers } from '../../../electron/contract/ipc-schema';
import { AppFailure, appFailure } from '../../../electron/ipc/app-failure';
import { handle } from '../../../electron/ipc/handle';
import type { Payloads } from '../../../electron/ipc/payloads';
import { payloadsFor } from '../../../electron/ipc/payloads';
import { TrustedSenders } from '../../../electron/ipc/trusted-senders';
import type { CallEvent } from '../../../electron/ipc/trusted-senders';

type Listener = (event: CallEvent, ...parameters: unknown[]) => Promise<Reply<unknown>>;

const channels = Object.entries(ipcSchema).flatMap(([group, calls]) =>
  Object.entries(calls)
    .filter(([, { direction }]) => direction === 'invoke')
    .map(([call]) => channelName(group, call)),
);

/** A handler for every channel, all of them one. */
const answer = vi.fn((): unknown => 'answer');
const handlers = new Proxy({}, { get: () => new Proxy({}, { get: () => answer }) }) as IpcHandlers;

const luid = '1688849977704448';
const operation = { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, value: 1400 };
const plan = { operations: [operation], deadline: 60 };
const storedEdit = { luid, family: 'IPv4', field: 'NlMtu', expected: 1500, draft: 'abc' };
const previewRequest = {
  operations: [operation],
  addresses: ['192.0.2.1'],
  kinds: { [luid]: 'vpn' },
  vpn: luid,
  blocksOthers: false,
};
const transactionId = '0123456789abcdef0123456789abcdef';

/** One acceptable call of each channel. */
const goodCalls: Readonly<Record<string, readonly unknown[]>> = {
  'app.environment': [],
  'app.close': ['keep'],
  'app.copyText': ['some text'],
  'interfaces.snapshot': [],
  'interfaces.bestRoute': ['2001:db8::1'],
  'changes.state': [],
  'changes.apply': [plan],
  'changes.planDetails': [plan],
  'changes.restore': [{ transactionId, deadline: 300 }],
  'changes.stopWaiting': [],
  'changes.keep': [],
  'changes.revert': [],
  'changes.interrupted': [],
  'changes.dismissInterrupted': [transactionId],
  'changes.lost': [],
  'history.page': [0, 100],
  'history.transaction': [transactionId],
  'routes.preview': [previewRequest],
  'edits.load': [],
  'edits.store': [[storedEdit]],
  'support.computer': [],
  'support.saveReport': [{ scope: null, format: 'json', isMasked: true }],
  'support.saveEdits': [[operation]],
  'support.openSavedSet': [],
  'preferences.load': [],
  'preferences.store': [{ adapterKinds: { '6 02:fc:00:00:00:01 eth0': 'vpn' } }],
};

/** A thousand inside `npm test`, ten thousand in `npm run fuzz`. */
const payloadsPerChannel = Number(process.env['PAYLOADS_PER_CHANNEL'] ?? 1_000);

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withSparseArray: true,
  withTypedArray: true,
  stringUnit: 'binary',
  depthSize: 'small',
});

/** How many places a value has: itself and everything inside. */
function placesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + placesIn(part), 1);
}

/** A copy with something else at one of its places, counted from the outside in. */
function bend(value: unknown, place: number, by: unknown): never {
  let left = place % placesIn(value);
  const copy = (part: unknown): unknown => {
    if (left-- === 0 && part !== value) return by;
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(copy);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner)]));
  };
  return copy(value) as never;
}

const contents = { id: 7, once: vi.fn() };
const good: CallEvent = {
  sender: { id: 7 },
  senderFrame: { url: 'app://bundle/index.html', parent: null },
};

let listeners: Map<string, Listener>;
let senders: TrustedSenders;
let logged: string[];

beforeEach(() => {
  answer.mockReset().mockReturnValue('answer');
  listeners = new Map();
  logged = [];
  senders = new TrustedSenders();
  senders.add(contents);
  const ipc = { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) };
  handle(ipc, handlers, payloadsFor('windows'), senders, (message) => logged.push(message));
});

function call(channel: string, parameters: readonly unknown[], event: CallEvent = good) {
  const listener = listeners.get(channel);
  if (!listener) throw new Error(`${channel} is not handled`);
  return listener(event, ...parameters);
}

const refusedWith = (code: string) => ({ ok: false, error: { code } });

describe('registration', () => {
  it('covers exactly the questions of the contract', () => {
    expect([...listeners.keys()].sort()).toEqual([...channels].sort());
    expect(Object.keys(goodCalls).sort()).toEqual([...channels].sort());
  });

  it('fails when a question has no handler', () => {
    const nobody = {} as IpcHandlers;
    const ipc = { handle: vi.fn() };
    expect(() => {
      handle(ipc, nobody, payloadsFor('linux'), senders, () => undefined);
    }).toThrow('Nobody answers app.environment');
  });

  it('does not compile with a payload that is missing or lets something else through', () => {
    const payloads = payloadsFor('linux');
    const { close, copyText, environment } = payloads.app;
    // @ts-expect-error: copyText is missing.
    const missing: Payloads['app'] = { close, environment };
    // @ts-expect-error: any text is no decision.
    const wrong: Payloads['app'] = { close: copyText, copyText, environment };
    expect([missing, wrong]).toHaveLength(2);
  });
});

describe.each(channels)('%s', (channel) => {
  const parameters = goodCalls[channel] ?? [];

  it('answers what the handler answers', async () => {
    expect(await call(channel, parameters)).toEqual({ ok: true, value: 'answer' });
    expect(answer).toHaveBeenCalledWith(...parameters);
  });

  it.each<[string, CallEvent]>([
    ['a frame that is gone', { ...good, senderFrame: null }],
    ['another window', { ...good, sender: { id: 8 } }],
    [
      'a frame inside the page',
      { ...good, senderFrame: { url: 'app://bundle/index.html', parent: {} } },
    ],
    ...[
      'app://bundle.evil/index.html',
      'app://bundle@evil/index.html',
      'app://evil/bundle',
      'APP2://bundle/',
      'https://bundle/index.html',
      'file:///bundle/index.html',
      'data:text/html,bundle',
      'about:blank',
      'blob:app://bundle/1',
      '',
      'nonsense',
    ].map((url): [string, CallEvent] => [
      `the page ${url}`,
      { ...good, senderFrame: { url, parent: null } },
    ]),
  ])('refuses %s', async (_name, event) => {
    expect(await call(channel, parameters, event)).toMatchObject(refusedWith('forbidden-sender'));
    expect(answer).not.toHaveBeenCalled();
    expect(logged).toHaveLength(1);
  });

  it('refuses a value too many or too few, and says so', async () => {
    const wrongCount = {
      code: 'invalid-request',
      message: expect.stringContaining('are expected') as string,
    };
    const tooMany = await call(channel, [...parameters, undefined]);
    expect(tooMany).toMatchObject({ ok: false, error: wrongCount });
    if (parameters.length > 0) {
      const tooFew = await call(channel, parameters.slice(1));
      expect(tooFew).toMatchObject({ ok: false, error: wrongCount });
    }
    expect(answer).not.toHaveBeenCalled();
  });

  it('refuses more than its size, without looking inside', async () => {
    const large = [...parameters, 'x'.repeat(10_000_000)];
    const reply = await call(channel, large);
    expect(reply).toMatchObject(refusedWith('invalid-request'));
    expect(JSON.stringify(reply)).toMatch(/More than \d+ bytes/);
    expect(answer).not.toHaveBeenCalled();
  });

  it('answers a failure with its code, and never with a stack trace', async () => {
    answer.mockImplementation(() => Promise.reject(appFailure('busy', 'At work.')));
    expect(await call(channel, parameters)).toEqual({
      ok: false,
      error: { code: 'busy', message: 'At work.' },
    });
    answer.mockImplementation(() => {
      throw new Error('secret detail');
    });
    const reply = await call(channel, parameters);
    expect(reply).toMatchObject(refusedWith('internal'));
    expect(JSON.stringify(reply)).not.toMatch(/secret|at |\.ts/);
  });

  it('refuses random payloads with a typed error', { timeout: 600_000 }, async () => {
    const payload = fc.array(anything, {
      minLength: parameters.length === 0 ? 1 : 0,
      maxLength: 3,
    });
    // The little that random values can get right by accident.
    const isFine = ([first]: readonly unknown[]) =>
      (channel === 'app.copyText' && typeof first === 'string') ||
      (channel === 'history.page' && typeof first === 'number') ||
      (channel === 'edits.store' && Array.isArray(first) && first.length === 0);
    await fc.assert(
      fc.asyncProperty(
        payload.filter((some) => !isFine(some)),
        async (some) => {
          expect(await call(channel, some)).toMatchObject(refusedWith('invalid-request'));
          expect(answer).not.toHaveBeenCalled();
        },
      ),
      { numRuns: payloadsPerChannel },
    );
  });

  it(
    'takes a good call bent in one place, or refuses it with a typed error',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.nat(), anything, async (place, value) => {
          answer.mockClear();
          const reply = await call(channel, bend(parameters, place, value));
          if (reply.ok) expect(answer).toHaveBeenCalledOnce();
          else {
            expect(reply).toMatchObject(refusedWith('invalid-request'));
            expect(answer).not.toHaveBeenCalled();
          }
        }),
        { numRuns: payloadsPerChannel },
      );
    },
  );
});

describe('senders', () => {
  it('are no longer trusted once their window is destroyed', async () => {
    const destroyed = contents.once.mock.lastCall?.[1] as () => void;
    destroyed();
    expect(await call('app.environment', [])).toMatchObject(refusedWith('forbidden-sender'));
  });

  it('are judged before anything that was sent', async () => {
    const reply = await call('changes.apply', [{}], { ...good, senderFrame: null });
    expect(reply).toMatchObject(refusedWith('forbidden-sender'));
  });
});

describe('changes.apply refuses', () => {
  const withOperation = (changes: object) => ({
    ...plan,
    operations: [{ ...operation, ...changes }],
  });
  const many = (count: number) => ({
    ...plan,
    operations: Array.from({ length: count }, (_, index) => ({
      ...operation,
      luid: String(index + 1),
    })),
  });
  const cyclic: Record<string, unknown> = { ...plan };
  cyclic['self'] = cyclic;

  it.each<[string, unknown]>([
    ['no object', 'plan'],
    ['null', null],
    ['a list', [plan]],
    ['no operations', { ...plan, operations: [] }],
    ['operations that are no list', { ...plan, operations: { 0: operation, length: 1 } }],
    ['more than 1,024 operations', many(maxOperations + 1)],
    ['a field that is set twice', { ...plan, operations: [operation, operation] }],
    ['an unknown key', { ...plan, force: true }],
    ['an unknown key of an operation', withOperation({ force: true })],
    ['a key called __proto__', JSON.parse(`{"operations":[],"deadline":60,"__proto__":{}}`)],
    ['a missing key', { operations: plan.operations }],
    ['a cycle', cyclic],
    ['a deadline nobody offers', { ...plan, deadline: 61 }],
    ['a deadline that is text', { ...plan, deadline: '60' }],
    ['a LUID that is a number', withOperation({ luid: 5 })],
    ['a LUID of 0', withOperation({ luid: '0' })],
    ['a LUID with a sign', withOperation({ luid: '+5' })],
    ['a LUID with a leading zero', withOperation({ luid: '05' })],
    ['a LUID in hexadecimal', withOperation({ luid: '0x5' })],
    ['a LUID of 65 bits', withOperation({ luid: '18446744073709551616' })],
    ['a LUID with a line end', withOperation({ luid: '5\n' })],
    ['an unknown family', withOperation({ family: 'IPv5' })],
    ['a family in lower case', withOperation({ family: 'ipv4' })],
    ['an unknown field', withOperation({ field: 'Speed' })],
    ['a field of every object', withOperation({ field: 'constructor' })],
    ['a field that is status', withOperation({ field: 'Connected', value: 1 })],
    ['a field that is the key', withOperation({ field: 'InterfaceLuid', value: 1 })],
    ['a field the family has not', withOperation({ field: 'AdvertiseDefaultRoute', value: 1 })],
    ['a value below the range', withOperation({ value: 575 })],
    ['a value above the range', withOperation({ value: 4294967296 })],
    ['a value that is text', withOperation({ value: '1400' })],
    ['a fraction', withOperation({ value: 1400.5 })],
    ['NaN', withOperation({ value: Number.NaN })],
    ['infinity', withOperation({ value: Infinity })],
    ['a bigint', withOperation({ value: 1400n })],
    ['an expected value no number holds', withOperation({ expected: 2 ** 53 })],
    ['a boolean', withOperation({ field: 'DisableDefaultRoutes', value: true })],
    ['2 for a boolean', withOperation({ field: 'DisableDefaultRoutes', value: 2 })],
  ])('%s', async (_name, payload) => {
    expect(await call('changes.apply', [payload])).toMatchObject(refusedWith('invalid-request'));
    expect(answer).not.toHaveBeenCalled();
  });

  it('and takes the largest plan there can be', async () => {
    const longest = {
      ...plan,
      operations: many(maxOperations).operations.map((one, index) => ({
        ...one,
        luid: String(18446744073709551615n - BigInt(index)),
        field: 'RouterDiscoveryBehavior',
        family: 'IPv6',
        expected: 4294967295,
        value: 1,
      })),
    };
    expect(await call('changes.apply', [longest])).toMatchObject({ ok: true });
  });

  it('what Linux cannot set, on Linux alone', async () => {
    const onlyWindows = withOperation({ field: 'UseAutomaticMetric', value: 1 });
    expect(await call('changes.apply', [onlyWindows])).toMatchObject({ ok: true });
    const ipc = {
      handle: (channel: string, listener: Listener) => listeners.set(channel, listener),
    };
    handle(ipc, handlers, payloadsFor('linux'), senders, () => undefined);
    expect(await call('changes.apply', [onlyWindows])).toMatchObject(
      refusedWith('invalid-request'),
    );
  });
});

describe('other payloads', () => {
  it.each<[string, unknown[]]>([
    ['app.close', ['later']],
    ['app.copyText', [5]],
    ['app.copyText', ['x'.repeat(4 * 1024 * 1024 + 1)]],
    ['app.copyText', ['\u20ac'.repeat(1_500_000)]],
    ['changes.planDetails', [{ ...plan, operations: [] }]],
    ['interfaces.bestRoute', ['example.org']],
    ['interfaces.bestRoute', ['1.2.3']],
    ['interfaces.bestRoute', ['1.2.3.4/24']],
    ['interfaces.bestRoute', [`fe80::1%${'x'.repeat(64)}`]],
    ['changes.restore', [{ transactionId: 'x', deadline: 60 }]],
    ['changes.restore', [{ transactionId, deadline: 0 }]],
    ['changes.restore', [{ transactionId }]],
    ['changes.dismissInterrupted', ['../journal']],
    ['changes.dismissInterrupted', [transactionId.toUpperCase()]],
    ['history.page', [-1, 10]],
    ['history.page', [0.5, 10]],
    ['history.page', [0, 0]],
    ['history.page', [0, maxHistoryPage + 1]],
    ['history.page', ['0', 10]],
    ['history.transaction', ['../journal']],
    ['routes.preview', [{ ...previewRequest, operations: [operation, operation] }]],
    ['routes.preview', [{ ...previewRequest, operations: [{ ...operation, value: 0 }] }]],
    [
      'routes.preview',
      [
        {
          ...previewRequest,
          operations: Array.from({ length: maxOperations + 1 }, () => operation),
        },
      ],
    ],
    ['routes.preview', [{ ...previewRequest, addresses: ['example.org'] }]],
    ['routes.preview', [{ ...previewRequest, addresses: ['192.0.2.0/24'] }]],
    ['routes.preview', [{ ...previewRequest, addresses: Array.from({ length: 65 }, () => '::1') }]],
    ['routes.preview', [{ ...previewRequest, kinds: { [luid]: 'satellite' } }]],
    ['routes.preview', [{ ...previewRequest, kinds: { constructor: 'vpn' } }]],
    ['routes.preview', [{ ...previewRequest, vpn: '0' }]],
    ['routes.preview', [{ ...previewRequest, vpn: undefined }]],
    ['routes.preview', [{ ...previewRequest, blocksOthers: 1 }]],
    ['routes.preview', [{ ...previewRequest, more: 1 }]],
    ['edits.store', [[{ ...storedEdit, draft: 'x'.repeat(65) }]]],
    ['edits.store', [[{ ...storedEdit, field: 'Speed' }]]],
    ['edits.store', [[{ ...storedEdit, more: 1 }]]],
    ['edits.store', [Array.from({ length: maxOperations + 1 }, () => storedEdit)]],
    ['support.saveReport', [{ scope: [], format: 'json', isMasked: true }]],
    ['support.saveReport', [{ scope: null, format: 'pdf', isMasked: true }]],
    ['support.saveReport', [{ scope: null, format: 'json', isMasked: true, path: '/etc/x' }]],
    ['support.saveEdits', [[]]],
    ['support.saveEdits', [[operation, operation]]],
    ['preferences.store', [{}]],
    ['preferences.store', [{ theme: 'dark' }]],
    ['preferences.store', [{ adapterKinds: { constructor: 'vpn' } }]],
    ['preferences.store', [{ adapterKinds: { '6 - eth0': 'satellite' } }]],
    ['preferences.store', [{ remindersOff: ['6 - eth0', 5] }]],
    ['preferences.store', [{ remindersOff: undefined }]],
    ['preferences.store', [JSON.parse('{"remindersOff":[],"__proto__":{}}')]],
    ['preferences.store', [{ interfaceTable: { columns: { size: true }, sort: null } }]],
  ])('%s refuses %j', async (channel, parameters) => {
    expect(await call(channel, parameters)).toMatchObject(refusedWith('invalid-request'));
    expect(answer).not.toHaveBeenCalled();
  });

  it.each(['10.0.0.1', '::', 'fe80::1%12', 'fe80::1%eth0', '::ffff:10.0.0.1'])(
    'interfaces.bestRoute takes %s',
    async (address) => {
      expect(await call('interfaces.bestRoute', [address])).toMatchObject({ ok: true });
    },
  );

  it('app.copyText takes unpaired surrogates and directions', async () => {
    expect(await call('app.copyText', ['\ud800 \u202e \0'])).toMatchObject({ ok: true });
  });
});

describe('AppFailure', () => {
  it('carries what crosses the border', () => {
    const failure = new AppFailure({ code: 'not-found', message: 'Gone.' });
    expect(failure).toMatchObject({ message: 'Gone.', appError: { code: 'not-found' } });
  });
});
