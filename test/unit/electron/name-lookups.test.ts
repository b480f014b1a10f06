// SPDX-License-Identifier: MIT
import type { NetworkInterfaceInfo } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NameLookups } from '../../../electron/resolver/name-lookups';
import { isOffline } from '../../../electron/resolver/offline';

const name = 'example.com';
const code = (code: string) => ({ appError: { code } });

/** As Node rejects. */
function resolverError(code: string, errno: number, syscall = 'getaddrinfo'): Error {
  return Object.assign(new Error(`${syscall} ${code} ${name}`), { code, errno, syscall });
}

function lookupsOf(resolve: () => Promise<readonly string[]>, isOffline = false) {
  return new NameLookups({ resolve, isOffline: () => isOffline });
}

describe('the addresses of a name', () => {
  it('come in the resolver’s order, each once', async () => {
    const resolve = vi.fn(() => Promise.resolve(['2001:db8::7', '203.0.113.7', '2001:db8::7']));
    expect(await lookupsOf(resolve).addressesOf(name)).toEqual({
      name,
      addresses: ['2001:db8::7', '203.0.113.7'],
      more: 0,
    });
    expect(resolve.mock.calls).toEqual([[name]]);
  });

  it('are at most sixteen; the others are counted', async () => {
    const all = Array.from({ length: 20 }, (_, index) => `203.0.113.${index}`);
    const answer = await lookupsOf(() => Promise.resolve(all)).addressesOf(name);
    expect(answer).toEqual({ name, addresses: all.slice(0, 16), more: 4 });
  });

  it('are the system’s own', async () => {
    const { addresses } = await new NameLookups().addressesOf('localhost');
    expect(addresses.some((address) => address === '127.0.0.1' || address === '::1')).toBe(true);
  });
});

describe('a lookup that fails', () => {
  const failing = (cause: Error, isOffline = false) =>
    lookupsOf(() => Promise.reject(cause), isOffline).addressesOf(name);

  it.each([
    ['ENOTFOUND', -3008],
    ['ENOENT', -4058],
  ])('with %s says that there is no address', async (symbol, errno) => {
    await expect(failing(resolverError(symbol, errno))).rejects.toMatchObject(code('not-found'));
  });

  it('says what the resolver said otherwise', async () => {
    await expect(failing(resolverError('EAI_AGAIN', -3001))).rejects.toMatchObject({
      appError: {
        code: 'platform',
        platform: { domain: 'errno', name: 'EAI_AGAIN', number: -3001, call: 'getaddrinfo' },
      },
    });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN'])('with %s is no riddle without a network', async (symbol) => {
    await expect(failing(resolverError(symbol, -3001), true)).rejects.toMatchObject(
      code('offline'),
    );
  });

  it.each([new TypeError('x'), resolverError('EACCES', -13, 'open')])(
    'for another reason is none of the resolver’s: %s',
    async (cause) => {
      await expect(failing(cause, true)).rejects.toBe(cause);
    },
  );
});

describe('an answer that does not come', () => {
  /** Ends the lookups in the order they began. */
  let ends: ((addresses: readonly string[]) => void)[];
  let lookups: NameLookups;
  const failures: unknown[] = [];
  const ask = () => lookups.addressesOf(name);

  beforeEach(() => {
    vi.useFakeTimers();
    ends = [];
    lookups = lookupsOf(
      () =>
        new Promise((resolve) => {
          ends.push(resolve);
        }),
    );
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is waited for five seconds', async () => {
    let failure: unknown = null;
    ask().catch((cause: unknown) => {
      failure = cause;
    });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(failure).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    expect(failure).toMatchObject(code('timed-out'));
  });

  it('keeps its place until it comes, so that no more than two are under way', async () => {
    for (const pending of [ask(), ask()]) pending.catch((cause: unknown) => failures.push(cause));
    await expect(ask()).rejects.toMatchObject(code('busy'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(failures).toMatchObject([code('timed-out'), code('timed-out')]);
    await expect(ask()).rejects.toMatchObject(code('busy'));
    expect(ends).toHaveLength(2);
    ends[0]?.(['203.0.113.7']);
    await vi.advanceTimersByTimeAsync(0);
    const next = ask();
    ends[1]?.(['203.0.113.7']);
    ends[2]?.(['203.0.113.8']);
    expect(lookups.isUnderWay).toBe(true);
    expect((await next).addresses).toEqual(['203.0.113.8']);
    expect(lookups.isUnderWay).toBe(false);
  });

  it('leaves no clock running when it did', async () => {
    const answer = ask();
    ends[0]?.(['203.0.113.7']);
    await answer;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a computer is offline', () => {
  const at = (address: string, internal = false) => ({ address, internal }) as NetworkInterfaceInfo;

  it.each([
    ['without any address', {}],
    ['with loopback alone', { lo: [at('127.0.0.1', true), at('::1', true)] }],
    ['with addresses for its links', { eth0: [at('169.254.7.7'), at('fe80::7'), at('febf::7')] }],
  ])('%s', (_, interfaces) => {
    expect(isOffline(interfaces)).toBe(true);
  });

  it.each(['192.0.2.7', '2001:db8::7', 'fd00::7', 'fec0::7', '169.253.0.1'])(
    'no more with %s',
    (address) => {
      expect(isOffline({ lo: [at('127.0.0.1', true)], eth0: [at(address)] })).toBe(false);
    },
  );

  it('no more with another address beside that for its link', () => {
    expect(isOffline({ eth0: [at('fe80::7'), at('192.0.2.7')] })).toBe(false);
  });
});
