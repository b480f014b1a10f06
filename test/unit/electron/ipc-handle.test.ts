// SPDX-License-Identifier: MIT
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { maxOperations } from '../../../electron/contract/changes';
import { maxHistoryPage, maxHistorySearch } from '../../../electron/contract/history';
import type { IpcHandlers } from '../../../electron/contract/ipc-schema';
import { AppFailure, appFailure } from '../../../electron/base/app-failure';
import { handle } from '../../../electron/ipc/handle';
import type { Payloads } from '../../../electron/ipc/payloads';
import { payloadsFor } from '../../../electron/ipc/payloads';
import type { CallEvent } from '../../../electron/ipc/trusted-senders';
import {
  answer,
  channels,
  goodCalls,
  handlers,
  luid,
  makeWayIn,
  operation,
  plan,
  previewRequest,
  refusedWith,
  storedEdit,
  transactionId,
  trusted,
} from './ipc-rig';

let wayIn: ReturnType<typeof makeWayIn>;

beforeEach(() => {
  answer.mockReset().mockReturnValue('answer');
  wayIn = makeWayIn();
});

const manyIds = (count: number) =>
  Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, '0'));

const call = (channel: string, parameters: readonly unknown[], event?: CallEvent) =>
  wayIn.call(channel, parameters, event);

describe('registration', () => {
  it('covers exactly the questions of the contract', () => {
    expect([...wayIn.channels].sort()).toEqual([...channels].sort());
    expect(Object.keys(goodCalls).sort()).toEqual([...channels].sort());
  });

  it('fails when a question has no payload', () => {
    const ipc = { handle: vi.fn() };
    const [nobody, unchecked] = [new Promise<IpcHandlers>(() => undefined), {} as Payloads];
    expect(() => {
      handle(ipc, nobody, unchecked, wayIn.senders, () => undefined);
    }).toThrow('Nobody checks app.environment');
  });

  it('keeps a question until there is somebody to answer it', async () => {
    let open: (opened: IpcHandlers) => void = vi.fn();
    const early = makeWayIn('windows', new Promise((resolve) => (open = resolve)));
    const answered = vi.fn();
    const answering = early.call('app.environment', []).then(answered);
    await new Promise(setImmediate);
    expect(answered).not.toHaveBeenCalled();
    open(handlers);
    await answering;
    expect(answered).toHaveBeenCalledWith({ ok: true, value: 'answer' });
  });

  it('says that something went wrong where nobody answers a question', async () => {
    const wrong = makeWayIn('windows', Promise.resolve({} as IpcHandlers));
    expect(await wrong.call('app.environment', [])).toMatchObject(refusedWith('internal'));
    expect(wrong.logged).toEqual(['app.environment failed']);
  });

  it('refuses before there is anybody', async () => {
    const early = makeWayIn('windows', new Promise(() => undefined));
    expect(await early.call('app.environment', ['too much'])).toMatchObject(
      refusedWith('invalid-request'),
    );
  });

  it('does not compile with a payload that is missing or lets something else through', () => {
    const payloads = payloadsFor('linux');
    const { copyText, ...others } = payloads.app;
    // @ts-expect-error: copyText is missing.
    const missing: Payloads['app'] = others;
    // @ts-expect-error: any text is no decision.
    const wrong: Payloads['app'] = { ...payloads.app, close: copyText };
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
    ['a frame that is gone', { ...trusted, senderFrame: null }],
    ['another window', { ...trusted, sender: { id: 8 } }],
    [
      'a frame inside the page',
      { ...trusted, senderFrame: { url: 'app://bundle/index.html', parent: {} } },
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
      { ...trusted, senderFrame: { url, parent: null } },
    ]),
  ])('refuses %s', async (_name, event) => {
    expect(await call(channel, parameters, event)).toMatchObject(refusedWith('forbidden-sender'));
    expect(answer).not.toHaveBeenCalled();
    expect(wayIn.logged).toHaveLength(1);
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
    const large = [...parameters, 'x'.repeat(20_000_000)];
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
});

describe('senders', () => {
  it('are no longer trusted once their window is destroyed', async () => {
    wayIn.destroyWindow();
    expect(await call('app.environment', [])).toMatchObject(refusedWith('forbidden-sender'));
  });

  it('are judged before anything that was sent', async () => {
    const reply = await call('changes.apply', [{}], { ...trusted, senderFrame: null });
    expect(reply).toMatchObject(refusedWith('forbidden-sender'));
  });
});

describe('what is to last', () => {
  const shown = { luid, family: 'IPv4', field: 'NlMtu', value: 1400 };
  const id = transactionId;
  it.each<[string, string, unknown]>([
    ['a plan that does not say', 'changes.apply', { operations: [operation], deadline: 60 }],
    ['another choice', 'changes.apply', { ...plan, lasting: 'sometimes' }],
    ['no choice', 'changes.apply', { ...plan, lasting: null }],
    ['no values', 'changes.makeLast', []],
    ['a field twice', 'changes.makeLast', [shown, { ...shown, value: 2 }]],
    ['a field without its value', 'changes.makeLast', [{ ...shown, value: undefined }]],
    ['an unknown field', 'changes.makeLast', [{ ...shown, field: 'Speed' }]],
    ['an unknown key', 'changes.makeLast', [{ ...shown, force: true }]],
    [
      '1,025 values',
      'changes.makeLast',
      Array.from({ length: 1025 }, (_, index) => ({ ...shown, luid: String(index + 1) })),
    ],
    ['no ids', 'changes.stopLasting', []],
    ['an id twice', 'changes.stopLasting', [id, id]],
    ['an id that is none', 'changes.stopLasting', ['x']],
    ['an id with a line end', 'changes.stopLasting', [`${id}\n`]],
    ['1,025 ids', 'changes.stopLasting', manyIds(1025)],
  ])('is refused: %s', async (_name, channel, payload) => {
    expect(await call(channel, [payload])).toMatchObject(refusedWith('invalid-request'));
    expect(answer).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ['changes.apply', { ...plan, lasting: 'always' }],
    ['changes.makeLast', [shown, { ...shown, family: 'IPv6' }]],
    ['changes.stopLasting', manyIds(1024)],
  ])('is taken by %s', async (channel, payload) => {
    expect(await call(channel, [payload])).toMatchObject({ ok: true });
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
    ['an unknown intent', { ...plan, intent: { kind: 'repair' } }],
    ['an intent that its operations are not', { ...plan, intent: { kind: 'system-default' } }],
  ])('%s', async (_name, payload) => {
    expect(await call('changes.apply', [payload])).toMatchObject(refusedWith('invalid-request'));
    expect(answer).not.toHaveBeenCalled();
  });

  it('and takes an intent that fits', async () => {
    const off = { ...operation, field: 'DisableDefaultRoutes', expected: 0, value: 1 };
    const intent = {
      kind: 'split-tunnelling',
      isOn: true,
      vpn: operation.luid,
      blocksOthers: false,
    };
    const meant = { ...plan, operations: [off], intent };
    expect(await call('changes.apply', [meant])).toMatchObject({ ok: true });
    const opposite = { ...meant, intent: { ...intent, isOn: false } };
    expect(await call('changes.apply', [opposite])).toMatchObject({ ok: false });
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
    wayIn = makeWayIn('linux');
    expect(await call('changes.apply', [onlyWindows])).toMatchObject(
      refusedWith('invalid-request'),
    );
  });
});

describe('other payloads', () => {
  it.each<[string, unknown[]]>([
    ['app.close', ['later']],
    ['app.pageFailed', [{ kind: 'error', text: 'x' }]],
    ['app.pageFailed', [{ kind: 'warning', text: 'x', stack: '' }]],
    ['app.pageFailed', [{ kind: 'error', text: 'x'.repeat(1_001), stack: '' }]],
    ['app.pageFailed', [{ kind: 'error', text: 'x', stack: 'x'.repeat(4_001) }]],
    ['app.pageFailed', [{ kind: 'error', text: 'x', stack: 'x'.repeat(16 * 1024) }]],
    ['app.pageFailed', [{ kind: 'error', text: 'x', stack: '', level: 'info' }]],
    ['app.copyText', [5]],
    ['app.copyText', ['x'.repeat(4 * 1024 * 1024 + 1)]],
    ['app.copyText', ['\u20ac'.repeat(1_500_000)]],
    ['changes.planDetails', [{ ...plan, operations: [] }]],
    ['interfaces.bestRoute', ['example.org']],
    ['interfaces.bestRoute', ['1.2.3']],
    ['interfaces.manager', ['eth0']],
    ['interfaces.manager', ['0']],
    ['interfaces.bestRoute', [{ length: [{ toString: {} }] }]],
    ['interfaces.bestRoute', ['1.2.3.4/24']],
    ['interfaces.bestRoute', [`fe80::1%${'x'.repeat(400)}`]],
    ['changes.restore', [{ transactionId: 'x', deadline: 60 }]],
    ['changes.restore', [{ transactionId, deadline: 0 }]],
    ['changes.restore', [{ transactionId }]],
    ['changes.restore', [{ transactionId, deadline: 60, more: 1 }]],
    ['changes.dismissInterrupted', ['../journal']],
    ['changes.dismissInterrupted', [transactionId.toUpperCase()]],
    ['history.page', [-1, 10]],
    ['history.page', [0.5, 10]],
    ['history.page', [0, 0]],
    ['history.page', [0, maxHistoryPage + 1]],
    ['history.page', ['0', 10]],
    ['history.outline', [{ search: 'x'.repeat(maxHistorySearch + 1), groups: [] }]],
    ['history.outline', [{ search: '', groups: ['under-way'] }]],
    ['history.outline', [{ search: '', groups: Array.from({ length: 6 }, () => 'kept') }]],
    ['history.outline', [{ search: '', groups: [], more: 1 }]],
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
    ['routes.chunk', [undefined, 0]],
    ['routes.chunk', [null, -1]],
    ['routes.chunk', ['1', 0]],
    ['routes.since', [-1]],
    ['routes.since', [0.5]],
    ['routes.resolveName', ['']],
    ['routes.resolveName', ['Example.com']],
    ['routes.resolveName', ['192.0.2.1']],
    ['routes.resolveName', ['https://example.com/']],
    ['routes.resolveName', ['exam\u0000ple.com']],
    ['routes.resolveName', [`${'a.'.repeat(126)}aa`]],
    ['routes.resolveName', [['example.com']]],
    ['edits.store', [[{ ...storedEdit, draft: 'x'.repeat(65) }]]],
    ['edits.store', [[{ ...storedEdit, field: 'Speed' }]]],
    ['edits.store', [[{ ...storedEdit, more: 1 }]]],
    ['edits.store', [[{ ...storedEdit, family: 'IPv5' }]]],
    ['edits.store', [Array.from({ length: maxOperations + 1 }, () => storedEdit)]],
    ['support.saveReport', [{ scope: [], format: 'json', isMasked: true }]],
    ['support.saveReport', [{ scope: null, format: 'pdf', isMasked: true }]],
    ['support.saveReport', [{ scope: null, format: 'json', isMasked: true, path: '/etc/x' }]],
    ['support.saveEdits', [{ operations: [] }]],
    ['support.saveEdits', [{ operations: [operation, operation] }]],
    ['support.saveEdits', [{ operations: [operation], intent: { kind: 'system-default' } }]],
    ['support.saveEdits', [{ operations: [operation], title: 'Turn split tunnelling on' }]],
    ['preferences.store', [{}]],
    ['preferences.store', [{ colour: 'dark' }]],
    ['preferences.store', [{ theme: 'sepia' }]],
    ['preferences.store', [{ deadline: 6000 }]],
    ['preferences.store', [{ notifications: 'all' }]],
    ['app.startAtSignIn', ['true']],
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
