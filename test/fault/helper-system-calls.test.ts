// SPDX-License-Identifier: MIT
// What the helper asks of the kernel while it changes every kind of field and takes it back, as strace sees it.

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../../electron/contract/operation';
import type { DriverOrder } from './driver';
import { FaultCase } from './fault-case';
import { linux } from './hosts';
import { LinuxLab } from './linux-lab';

/** What a helper must not let itself be led by; PKEXEC_UID alone is read, and can only make it refuse. */
const hostileEnvironment = {
  PATH: '/tmp',
  HOME: '/tmp',
  TMPDIR: '/tmp',
  PWD: '/tmp',
  TZ: ':/etc/shadow',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  LOCPATH: '/tmp',
  NLSPATH: '/tmp/%N',
  LANGUAGE: 'tr',
  GCONV_PATH: '/tmp',
  RES_OPTIONS: 'debug',
  HOSTALIASES: '/etc/shadow',
  INTERFACE_PANEL_STATE: '/tmp/state',
  NODE_OPTIONS: '--require=/tmp/x.js',
  http_proxy: 'http://192.0.2.1',
};

/** One call of the kernel: its name, and its arguments with the files behind descriptors. */
interface SystemCall {
  readonly name: string;
  readonly text: string;
}

const helper = path.join(linux.natives, 'interface-panel-helper');

/** The first thing main() does. */
const beginOfMain = 'umask(077)';

/** `strace -f` begins a line with the process id; what another thread interrupts begins only once. */
function callsIn(trace: string): readonly SystemCall[] {
  return trace
    .split('\n')
    .map((line) => line.replace(/^\d+ +/, ''))
    .flatMap((text) => {
      const name = /^(\w+)\(/.exec(text)?.[1];
      return name === undefined ? [] : [{ name, text }];
    });
}

/** The calls of the loader, and those since main() began. */
function calls(trace: string) {
  const all = callsIn(trace);
  const begin = all.findIndex(({ text }) => text.startsWith(beginOfMain));
  expect(begin, 'main() began').toBeGreaterThan(0);
  return { ofLoader: all.slice(0, begin), ofMain: all.slice(begin) };
}

const named = (calls: readonly SystemCall[], ...names: readonly string[]) =>
  calls.filter(({ name }) => names.includes(name));

/** The file that a call opens, by the folder's descriptor where it is named relatively. */
function openedFile({ text }: SystemCall): string {
  const [, folder = '', name = ''] = /^openat\([^<]*(?:<([^>]*)>)?, "([^"]*)"/.exec(text) ?? [];
  return path.resolve(folder, name);
}

/** The file or socket that a call writes to. */
const target = ({ text }: SystemCall) => /^\w+\(\d+<([^>]*)>/.exec(text)?.[1] ?? text;

/** Kept open, so that the kernel keeps what it was told of them. */
const settingsFolders = ['ipv4/conf', 'ipv4/neigh', 'ipv6/conf', 'ipv6/neigh']
  .map((name) => `/proc/sys/net/${name}`)
  .concat('/sys/devices');

/** Which links stand on one. */
const tellsUppers = (file: string) =>
  /^\/sys\/(class\/net|devices\/virtual\/net)\/fault[01](\/(ifindex|address))?$/.test(file);

const isSysctl = (file: string) =>
  /^\/proc\/sys\/net\/(ipv4|ipv6)\/(conf|neigh)\/fault[01](\/\w+)?$/.test(file);

const listening = ['listen', 'accept', 'accept4'];
const starting = ['execve', 'execveat', 'fork', 'vfork'];

/** Calls of a program that talks over descriptors it has, and to netlink; the last row is what a C library may add. */
const needed = new Set([
  ...['umask', 'prctl', 'capget', 'capset', 'getppid', 'getuid', 'geteuid', 'flock'],
  // What it inherits is shed: timers, and the terminal of whoever started it.
  ...['setitimer', 'getsid', 'setsid', 'setpgid', 'getpgid'],
  ...['prlimit64', 'sched_setscheduler', 'getpriority', 'setpriority'],
  ...[
    'socket',
    'connect',
    'bind',
    'getsockopt',
    'setsockopt',
    'sendto',
    'sendmsg',
    'recvmsg',
    'shutdown',
  ],
  // And the rest put out of reach.
  ...['landlock_create_ruleset', 'landlock_add_rule', 'landlock_restrict_self', 'seccomp'],
  // Which folder in sysfs is the link's tells it from another that came to its place.
  ...['openat', 'newfstatat', 'getdents64', 'fcntl', 'read', 'write', 'close', 'poll', 'eventfd2'],
  ...['clone', 'clone3', 'rseq', 'set_robust_list', 'futex', 'exit', 'exit_group'],
  ...['rt_sigprocmask', 'rt_sigaction', 'rt_sigtimedwait', 'rt_sigreturn', 'restart_syscall'],
  ...['mmap', 'mprotect', 'munmap', 'mremap', 'madvise', 'brk'],
  ...['clock_gettime', 'clock_nanosleep', 'sched_yield', 'getpid', 'gettid', 'getrandom'],
]);

/** Told when a transaction begins and how it ends. */
const systemLog = '/dev/log';

/** Opened to be locked, and never written. */
const lockFile = '/proc/sys/net/ipv4/route/flush';

const lastingFolder = '/var/lib/interface-panel';

/** Each folder on the way is looked at. */
const wayToLasting = ['/', '/var', '/var/lib', lastingFolder];

/** What is there, and what takes its place. */
const lastingFiles = ['lasting-settings', '.lasting-settings.new'].map((name) =>
  path.join(lastingFolder, name),
);

let lab: LinuxLab;
let plain: string;
let hostile: string;
let lasting: string;

function operations(): readonly Operation[] {
  const [first, ...others] = lab.operations;
  if (!first) throw new Error('The lab has no operation');
  const { luid } = first;
  return [
    first,
    ...others,
    { luid, family: 'IPv4', field: 'DisableDefaultRoutes', expected: 0, value: 1 },
    { luid, family: 'IPv4', field: 'ForwardingEnabled', expected: 0, value: 1 },
    { luid, family: 'IPv6', field: 'RouterDiscoveryBehavior', expected: 1, value: 0 },
    { luid, family: 'IPv4', field: 'BaseReachableTime', expected: 30_000, value: 40_000 },
    { luid, family: 'IPv6', field: 'RetransmitTime', expected: 1_000, value: 2_000 },
  ];
}

/** Lets the real helper carry out a plan, and answers with what strace wrote. */
async function traceOf(
  fault: FaultCase,
  order: Partial<DriverOrder>,
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const trace = path.join(fault.folder, 'trace');
  const starter = path.join(fault.folder, 'traced-helper');
  const variables = Object.entries(environment).map(([name, value]) => `-E '${name}=${value}'`);
  // -D: the helper stays the child of whoever starts it, which it insists on.
  const command = ['strace -D -f -y -s 256 -o', trace, ...variables, helper, '"$@"'];
  writeFileSync(starter, `#!/bin/sh\nexec ${command.join(' ')}\n`, { mode: 0o755 });
  const run = fault.start({ ...order, helper: starter });
  await fault.quiet(run);
  const kind = order.decision === 'revert' ? 'reverted' : 'kept';
  expect(run.results).toMatchObject([{ kind }]);
  return readFileSync(trace, 'utf8');
}

/** One that changes every kind of field, and is taken back. */
async function traced(environment: Readonly<Record<string, string>>): Promise<string> {
  const fault = new FaultCase(lab);
  const before = lab.witness();
  const text = await traceOf(fault, { operations: operations(), decision: 'revert' }, environment);
  expect(lab.witness()).toBe(before);
  fault.remove();
  return text;
}

/** One that is to last, and is kept. */
async function tracedLasting(): Promise<string> {
  const fault = new FaultCase(lab);
  lab.makeLastingPlace();
  const text = await traceOf(fault, { lasting: 'always', decision: 'keep' });
  lab.removeLastingPlace();
  lab.reset();
  fault.remove();
  return text;
}

beforeAll(async () => {
  lab = new LinuxLab();
  plain = await traced({});
  hostile = await traced(hostileEnvironment);
  lasting = await tracedLasting();
});

afterAll(() => {
  lab.remove();
});

describe('the helper (strace)', () => {
  it('reads no file but the settings of the interfaces, once it runs', () => {
    const files = named(calls(plain).ofMain, 'open', 'openat', 'openat2', 'creat').map(openedFile);
    const known = [lockFile, ...settingsFolders, ...wayToLasting];
    expect(
      files.filter((file) => !isSysctl(file) && !tellsUppers(file) && !known.includes(file)),
    ).toEqual([]);
    expect(files.filter(isSysctl).length).toBeGreaterThan(10);
  });

  it('has read libraries of the system alone before that', () => {
    const files = named(calls(plain).ofLoader, 'open', 'openat').map(openedFile);
    const isLibrary = (file: string) => /^(\/usr)?\/lib(64)?\/.*\.so(\.\d+)*$/.test(file);
    expect(files.filter((file) => file !== '/etc/ld.so.cache' && !isLibrary(file))).toEqual([]);
  });

  it('writes to no file but these', () => {
    const writes = named(calls(plain).ofMain, 'write', 'writev', 'pwrite64').map(target);
    const others = writes.filter((file) => !isSysctl(file) && file !== 'anon_inode:[eventfd]');
    expect(others).toEqual([]);
    expect(writes.filter(isSysctl).length).toBeGreaterThan(5);
  });

  it('listens to nothing and starts nothing, in no environment', () => {
    for (const trace of [plain, hostile]) {
      const { ofMain } = calls(trace);
      expect(named(ofMain, ...listening, ...starting)).toEqual([]);
      const connected = named(ofMain, 'connect').map(
        ({ text }) => /sun_path="([^"]*)"/.exec(text)?.[1],
      );
      expect(connected).toEqual([systemLog]);
      // A name of its own, the lock of the network namespace, at which nobody is heard.
      const isLock = /AF_UNIX, sun_path=@"interface-panel-helper\/[0-9a-f]{32}"/;
      const bound = named(ofMain, 'bind').filter(
        ({ text }) => !text.includes('AF_NETLINK') && !isLock.test(text),
      );
      expect(bound).toEqual([]);
      const processes = named(ofMain, 'clone', 'clone3').filter(
        ({ text }) => !text.includes('CLONE_THREAD'),
      );
      expect(processes).toEqual([]);
    }
  });

  it('reads and writes the store of lasting settings, and nothing beside it there', () => {
    const { ofMain } = calls(lasting);
    const opened = named(ofMain, 'openat')
      .map(openedFile)
      .filter((file) => file.startsWith(lastingFolder));
    expect(new Set(opened)).toEqual(
      new Set([lastingFolder, ...lastingFiles, `${lastingFolder}/keeper-status`]),
    );
    const written = named(ofMain, 'write')
      .map(target)
      .filter((file) => !isSysctl(file));
    expect(written.filter((file) => file !== 'anon_inode:[eventfd]')).toEqual([lastingFiles[1]]);
    const renamed = named(ofMain, 'renameat', 'renameat2', 'unlinkat').map(({ text }) => text);
    for (const text of renamed) expect(text).toContain(`<${lastingFolder}>`);
    expect(renamed).toHaveLength(2);
  });

  it('needs no more calls for that than to make a file durable in place of another', () => {
    const names = new Set(calls(lasting).ofMain.map(({ name }) => name));
    expect([...names].filter((name) => !needed.has(name)).toSorted()).toEqual([
      'fchmod',
      'fsync',
      'renameat',
      'unlinkat',
    ]);
  });

  it('asks the kernel for little, and for nothing that names another place', () => {
    const names = new Set(calls(plain).ofMain.map(({ name }) => name));
    expect([...names].filter((name) => !needed.has(name))).toEqual([]);
  });

  it('has put files and system calls out of reach before it hears a word', () => {
    const { ofMain } = calls(plain);
    const place = (isIt: (call: SystemCall) => boolean) => ofMain.findIndex(isIt);
    const hears = place(({ name, text }) => name === 'recvmsg' && text.startsWith('recvmsg(0<'));
    const confined = ['landlock_restrict_self', 'seccomp'].map((wanted) =>
      place(({ name }) => name === wanted),
    );
    expect(hears).toBeGreaterThan(0);
    for (const at of confined) expect(at).toBeGreaterThan(0);
    expect(Math.max(...confined)).toBeLessThan(hears);
  });

  it('says and does the same whatever its environment', () => {
    // The numbers of sockets differ from run to run, and so does which calls another thread interrupts.
    const said = (trace: string) =>
      named(calls(trace).ofMain, 'sendto', 'sendmsg', 'write')
        .filter(({ text }) => /^\w+\(0<|^write\(/.test(text))
        .map(({ text }) => text.replaceAll(/\[\d+(->\d+)?\]/g, '[]'))
        .map((text) => text.replace(/\)? (= \d+|<unfinished \.\.\.>)$/, ''));
    expect(said(hostile)).toEqual(said(plain));
    expect(said(plain).length).toBeGreaterThan(20);
  });

  it('opens the same files whatever its environment', () => {
    const opened = (trace: string) => named(callsIn(trace), 'openat').map(openedFile);
    expect(opened(hostile)).toEqual(opened(plain));
  });
});
