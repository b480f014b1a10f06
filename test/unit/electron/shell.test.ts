// SPDX-License-Identifier: MIT
import type { App, BrowserWindow, Session, WebContents, PowerMonitor } from 'electron';
import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { TransactionState } from '../../../electron/contract/changes';
import {
  endDespiteLookups,
  guardClosing,
  guardQuitting,
  guardSessionEnd,
} from '../../../electron/shell/closing';
import {
  isAllowedRequest,
  refuseForContents,
  refuseForSession,
} from '../../../electron/shell/refusals';
import { becomeOnlyInstance } from '../../../electron/shell/single-instance';
import {
  parseSwitches,
  refuseWindowOfRoot,
  wordsForTerminal,
} from '../../../electron/shell/switches';
import { networkOf } from './routes-network';
import { terminalTable } from '../../../electron/terminal/terminal-table';
import { zoomedIn, zoomedOut } from '../../../electron/shell/zoom';

describe('switches', () => {
  const none = {
    demo: false,
    simulatedState: null,
    asRoot: false,
    trustThisFolder: false,
    inTray: false,
    file: null,
    screenshot: null,
  };

  it.each<[string[], object]>([
    [[], none],
    [['--demo'], { ...none, demo: true }],
    [['--demo', '--simulated-state=/a b'], { ...none, demo: true, simulatedState: '/a b' }],
    [['--trust-this-folder'], { ...none, trustThisFolder: true }],
    [['--in-tray'], { ...none, inTray: true }],
    [['--as-root'], { ...none, asRoot: true }],
    [['--screenshot=/x=y.png'], { ...none, screenshot: '/x=y.png' }],
    [['a b=c.InterfacePanel'], { ...none, file: 'a b=c.InterfacePanel' }],
    [['--x.interfacepanel', 'a.html'], none],
    [['--remote-debugging-port=0', '--anything'], none],
  ])('%j in development', (commandLine, expected) => {
    expect(parseSwitches(commandLine, false)).toEqual(expected);
  });

  it.each([
    [['--simulated-state=/x'], 'only for --demo'],
    [['--demo', '--simulated-state='], 'needs a file'],
    [['--screenshot'], 'needs a file'],
    [['a.interfacepanel', 'b.interfacepanel'], 'Only one file'],
  ])('%j is refused', (commandLine, why) => {
    expect(() => parseSwitches(commandLine, false)).toThrow(why);
  });

  it('packaged, takes a file of our kind and no other', () => {
    expect(parseSwitches(['/x/a.interfacepanel'], true).file).toBe('/x/a.interfacepanel');
    for (const file of ['/x/a.html', '/x/a.interfacepanel.sh', '--a.interfacepanel']) {
      expect(() => parseSwitches([file], true)).toThrow('Unknown argument');
    }
  });

  it('packaged, the folder is never trusted on request', () => {
    expect(parseSwitches(['--trust-this-folder'], true).trustThisFolder).toBe(false);
  });

  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '-remote-debugging-port=9222',
    '/remote-debugging-port=9222',
    '--Remote-Debugging-Port=9222',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
    '--load-extension=/x',
    '--disable-web-security',
    '--screenshot=/x.png',
    '--as-root',
    '--no-sandbox',
    'file.txt',
    '',
  ])('packaged, %j is refused', (argument) => {
    expect(() => parseSwitches(['--demo', argument], true)).toThrow('Unknown argument');
  });

  it('packaged, what it knows is taken', () => {
    expect(parseSwitches(['--demo', '--user-data-dir=/x'], true).demo).toBe(true);
    expect(parseSwitches(['--in-tray'], true).inTray).toBe(true);
  });

  it.each([
    [
      ['--cli', 'list', '--json'],
      ['list', '--json'],
    ],
    [['--no-sandbox', '--cli'], []],
    [['--demo', '--cli'], null],
    [['--no-sandbox'], null],
    [[], null],
  ])('%j asks the terminal for %j', (commandLine, words) => {
    expect(wordsForTerminal(commandLine)).toEqual(words);
  });

  it('root gets a window in development alone, and when told so', () => {
    const switches = (packaged: boolean, ...line: string[]) => parseSwitches(line, packaged);
    expect(() => {
      refuseWindowOfRoot(switches(true), 0);
    }).toThrow('opens no window as root');
    expect(() => {
      refuseWindowOfRoot(switches(false, '--demo'), 0);
    }).toThrow('opens no window as root');
    expect(() => {
      refuseWindowOfRoot(switches(false, '--as-root'), 0);
      refuseWindowOfRoot(switches(true), 1000);
      refuseWindowOfRoot(switches(true), undefined);
    }).not.toThrow();
  });
});

describe('requests', () => {
  it.each([
    ['app://bundle/index.html', true],
    ['app://bundle.evil/index.html', false],
    ['app://bundle', false],
    ['https://example.org/', false],
    ['http://127.0.0.1/', false],
    ['ws://127.0.0.1/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/bundled/inspector.html', false],
    ['chrome://gpu', false],
  ])('%s: %s', (url, allowed) => {
    expect(isAllowedRequest(url, false)).toBe(allowed);
  });

  it('developer tools load themselves where they can be opened', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', true)).toBe(true);
  });
});

describe('refusals', () => {
  it('prevent navigation, redirects and embedded pages, and deny windows', () => {
    const emitter = new EventEmitter();
    let openHandler: () => unknown = () => 'none';
    const policies: string[] = [];
    const contents = Object.assign(emitter, {
      setWebRTCIPHandlingPolicy: (policy: string) => {
        policies.push(policy);
      },
      setWindowOpenHandler: (handler: () => unknown) => {
        openHandler = handler;
      },
    });
    refuseForContents(contents as unknown as WebContents);
    const preventDefault = vi.fn();
    const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];
    for (const name of events) emitter.emit(name, { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(events.length);
    expect(openHandler()).toEqual({ action: 'deny' });
    expect(policies).toEqual(['disable_non_proxied_udp']);
  });

  it('deny every permission, device, download and request', () => {
    const emitter = new EventEmitter();
    const set: Record<string, (...parameters: never[]) => unknown> = {};
    const keep = (name: string) => (handler: (...parameters: never[]) => unknown) => {
      set[name] = handler;
    };
    const spellChecker = vi.fn();
    const session = Object.assign(emitter, {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setSpellCheckerEnabled: spellChecker,
      webRequest: { onBeforeRequest: keep('send') },
    });
    refuseForSession(session as unknown as Session, false);
    const answer = vi.fn();
    (set['request'] as (...p: unknown[]) => void)(null, 'geolocation', answer);
    expect(answer).toHaveBeenLastCalledWith(false);
    expect(set['check']?.()).toBe(false);
    expect(set['device']?.()).toBe(false);
    (set['send'] as (...p: unknown[]) => void)({ url: 'https://example.org/' }, answer);
    expect(answer).toHaveBeenLastCalledWith({ cancel: true });
    const preventDefault = vi.fn();
    emitter.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(spellChecker).toHaveBeenCalledWith(false);
  });
});

describe('a second start', () => {
  const fakeApp = (isFirst: boolean) =>
    Object.assign(new EventEmitter(), { requestSingleInstanceLock: () => isFirst });

  it('ends', () => {
    const app = fakeApp(false) as unknown as App;
    expect(becomeOnlyInstance(app, () => null, null, vi.fn())).toBe(false);
  });

  it('brings the window of the first to the front', () => {
    const app = fakeApp(true);
    const window = { isMinimized: () => true, restore: vi.fn(), show: vi.fn(), focus: vi.fn() };
    const shown = window as unknown as BrowserWindow;
    expect(becomeOnlyInstance(app as unknown as App, () => shown, null, vi.fn())).toBe(true);
    app.emit('second-instance', {}, ['interface-panel']);
    expect(window.restore).toHaveBeenCalled();
    expect(window.focus).toHaveBeenCalled();
  });

  it('at sign-in leaves the window of the first where it is', () => {
    const app = fakeApp(true);
    const window = { isMinimized: () => true, restore: vi.fn(), show: vi.fn(), focus: vi.fn() };
    becomeOnlyInstance(
      app as unknown as App,
      () => window as unknown as BrowserWindow,
      null,
      vi.fn(),
    );
    app.emit('second-instance', {}, ['interface-panel', '--in-tray']);
    expect(window.show).not.toHaveBeenCalled();
  });

  it('before there is a window does nothing', () => {
    const app = fakeApp(true);
    becomeOnlyInstance(app as unknown as App, () => null, null, vi.fn());
    expect(() => app.emit('second-instance', {}, [])).not.toThrow();
  });

  it('tells the first which file is to be opened', () => {
    const lock = vi.fn(() => false);
    const app = Object.assign(new EventEmitter(), { requestSingleInstanceLock: lock });
    becomeOnlyInstance(app as unknown as App, () => null, '/x/a.interfacepanel', vi.fn());
    expect(lock).toHaveBeenCalledWith({ file: '/x/a.interfacepanel' });
  });

  it.each<[unknown, boolean]>([
    [{ file: '/x/a.interfacepanel' }, true],
    [{ file: 'a.interfacepanel' }, false],
    [{ file: '/etc/passwd' }, false],
    [{ file: ['/x/a.interfacepanel'] }, false],
    [{ file: null }, false],
    ['/x/a.interfacepanel', false],
    [undefined, false],
  ])('that says %j is believed: %s', (data, isBelieved) => {
    const app = fakeApp(true);
    const open = vi.fn();
    becomeOnlyInstance(app as unknown as App, () => null, null, open);
    app.emit('second-instance', {}, [], '/', data);
    expect(open.mock.calls).toEqual(isBelieved ? [['/x/a.interfacepanel']] : []);
  });
});

describe('closing', () => {
  const scene = (phase: TransactionState['phase'], endsAsAsked = true, isCrashed = false) => {
    const emitter = new EventEmitter();
    const ask = vi.fn();
    const window = Object.assign(emitter, {
      close: vi.fn(),
      isDestroyed: () => false,
      webContents: { isCrashed: () => isCrashed },
    });
    const changes = {
      state: { phase } as TransactionState,
      isBusy: !['none', 'ended'].includes(phase),
      finish: vi.fn(() => Promise.resolve(endsAsAsked)),
    };
    guardClosing(window as unknown as BrowserWindow, changes, ask);
    const preventDefault = vi.fn();
    emitter.emit('close', { preventDefault });
    return { ask, window, changes, preventDefault };
  };

  it.each(['none', 'ended'] as const)('goes on in phase %s', (phase) => {
    const { preventDefault, ask } = scene(phase);
    expect(preventDefault).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it.each(['applying', 'waiting'] as const)('asks in phase %s', (phase) => {
    const { preventDefault, ask, changes } = scene(phase);
    expect(preventDefault).toHaveBeenCalled();
    expect(ask).toHaveBeenCalledOnce();
    expect(changes.finish).not.toHaveBeenCalled();
  });

  it.each([
    ['waiting-for-permission', 'revert'],
    ['checking', 'revert'],
    ['reverting', 'revert'],
    ['keeping', 'keep'],
  ] as const)('waits for the end in phase %s', async (phase, decision) => {
    const { preventDefault, ask, changes, window } = scene(phase);
    expect(preventDefault).toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
    expect(changes.finish).toHaveBeenCalledWith(decision);
    await vi.waitFor(() => {
      expect(window.close).toHaveBeenCalled();
    });
  });

  it('stays open to show what could not be put back', async () => {
    const { changes, window } = scene('reverting', false);
    await changes.finish.mock.results[0]?.value;
    await Promise.resolve();
    expect(window.close).not.toHaveBeenCalled();
  });

  it('asks nothing of a page that is gone', () => {
    expect(scene('waiting', true, true).preventDefault).not.toHaveBeenCalled();
  });
});

describe('quitting', () => {
  const scene = (isBusy: boolean, finish: () => Promise<boolean>) => {
    const app = Object.assign(new EventEmitter(), { exit: vi.fn() });
    const changes = {
      state: { phase: 'waiting' } as TransactionState,
      isBusy,
      finish: vi.fn(finish),
    };
    guardQuitting(app as unknown as App, changes);
    const preventDefault = vi.fn();
    app.emit('before-quit', { preventDefault });
    return { app, changes, preventDefault };
  };

  it('goes on when nothing runs', () => {
    expect(scene(false, () => Promise.resolve(true)).preventDefault).not.toHaveBeenCalled();
  });

  it.each<[string, () => Promise<boolean>]>([
    ['reverts first', () => Promise.resolve(true)],
    ['goes even when reverting fails', () => Promise.reject(new Error('lost'))],
  ])('%s', async (_name, finish) => {
    const { app, changes, preventDefault } = scene(true, finish);
    expect(preventDefault).toHaveBeenCalled();
    expect(changes.finish).toHaveBeenCalledWith('revert');
    await vi.waitFor(() => {
      expect(app.exit).toHaveBeenCalledWith(0);
    });
  });
});

describe('the end of the session', () => {
  const scene = (isBusy: boolean, finish = () => Promise.resolve(true)) => {
    const app = { quit: vi.fn() };
    const [powerMonitor, window] = [new EventEmitter(), new EventEmitter()];
    const changes = {
      state: { phase: 'waiting' } as TransactionState,
      isBusy,
      finish: vi.fn(finish),
    };
    guardSessionEnd(
      app as unknown as App,
      powerMonitor as unknown as PowerMonitor,
      window as unknown as BrowserWindow,
      changes,
    );
    return { app, powerMonitor, window, changes };
  };

  it.each(['query-session-end', 'session-end'])('reverts what waits at %s', (event) => {
    const { window, changes } = scene(true);
    window.emit(event);
    expect(changes.finish).toHaveBeenCalledWith('revert');
  });

  it('asks for nothing when nothing runs', () => {
    const { window, changes } = scene(false);
    window.emit('query-session-end');
    expect(changes.finish).not.toHaveBeenCalled();
  });

  it('goes on when reverting fails', async () => {
    const { window, changes } = scene(true, () => Promise.reject(new Error('lost')));
    window.emit('session-end');
    await expect(changes.finish.mock.results[0]?.value).rejects.toThrow('lost');
  });

  it('holds a shutdown up and quits', () => {
    const { app, powerMonitor } = scene(true);
    const preventDefault = vi.fn();
    powerMonitor.emit('shutdown', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
    expect(app.quit).toHaveBeenCalled();
  });
});

describe('the end of the app', () => {
  it.each([true, false])('waits for no resolver (one is asked: %s)', (isUnderWay) => {
    const app = new EventEmitter();
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    endDespiteLookups(app as unknown as App, { isUnderWay });
    app.emit('quit');
    expect(kill.mock.calls).toEqual(isUnderWay ? [[process.pid, 'SIGKILL']] : []);
    kill.mockRestore();
  });
});

describe('zoom', () => {
  it('goes from 80 to 400 % and back in steps', () => {
    const up = [0.8];
    while (up.at(-1) !== 4) up.push(zoomedIn(up.at(-1) ?? 4));
    expect(up).toEqual([0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]);
    expect(up.map(zoomedOut)).toEqual([0.8, ...up.slice(0, -1)]);
  });

  it('stays within its bounds and counts a rounded step as that step', () => {
    expect(zoomedIn(5)).toBe(4);
    expect(zoomedOut(0.5)).toBe(0.8);
    expect(zoomedIn(1.0954)).toBe(1.25);
  });
});

describe('the table for a terminal', () => {
  it('lines up its columns, also for names that are not Latin', () => {
    const { snapshot } = networkOf({
      stack: 'simulated',
      adapters: {
        eth0: {
          addresses: ['10.0.0.2/24', 'fe80::1/64', '10.0.0.3/24'],
          values: { Metric: 10, NlMtu: 1500 },
          IPv6: { DisableDefaultRoutes: 1, NlMtu: 1280 },
        },
        'Büro 👩‍💻': { values: { Connected: 0, Metric: 25, NlMtu: 1500 } },
        'Wi-Fi': { values: { Metric: null, UseAutomaticMetric: null, NlMtu: 1500 } },
        'Wi-Fi 2': {
          values: { Connected: 0, Metric: 30, NlMtu: 1500 },
          adapter: { adminStatus: 2 },
        },
      },
      routes: [
        ['0.0.0.0/0', 'eth0'],
        ['0.0.0.0/0', 'Wi-Fi', { metric: 20 }],
        ['0.0.0.0/0', 'Wi-Fi 2'],
      ],
    });
    expect(terminalTable(snapshot).split('\n')).toEqual([
      'Adapter  Family  State         Internet traffic  Metric   MTU   Addresses',
      'eth0     IPv4    Connected     In use            10 auto  1500  10.0.0.2/24, 10.0.0.3/24',
      'eth0     IPv6    Connected     Off               10 auto  1280  fe80::1/64',
      'Büro 👩‍💻   IPv4    Disconnected  –                 25 auto  1500',
      'Büro 👩‍💻   IPv6    Disconnected  –                 25 auto  1500',
      'Wi-Fi    IPv4    Connected     On                –        1500',
      'Wi-Fi    IPv6    Connected     –                 –        1500',
      'Wi-Fi 2  IPv4    Disabled      –                 30 auto  1500',
      'Wi-Fi 2  IPv6    Disabled      –                 30 auto  1500',
    ]);
  });
});
