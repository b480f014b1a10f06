// SPDX-License-Identifier: MIT
import type { BrowserWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type {
  LostSettings,
  Plan,
  TransactionResult,
  TransactionState,
} from '../../../electron/contract/changes';
import type { Operation } from '../../../electron/contract/operation';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { Notifications } from '../../../electron/shell/notifications';
import { changeWords, questionText, outsideResultText } from '../../../electron/shell/outside-text';
import type { ChangeWords } from '../../../electron/shell/outside-text';
import { OutsideWindow } from '../../../electron/shell/outside-window';
import type { WaitingChange } from '../../../electron/shell/outside-window';
import { Taskbar } from '../../../electron/shell/taskbar';
import { trayMenu } from '../../../electron/shell/tray';
import { planSubject } from '../../../electron/contract/plan-subject';

interface Shown extends EventEmitter {
  readonly options: { title: string; body: string; actions: { text: string }[] };
  readonly close: () => void;
}

const desktop = vi.hoisted(() => ({ isSupported: true, shown: [] as unknown[] }));

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  class Notification extends Emitter {
    static isSupported = () => desktop.isSupported;

    constructor(readonly options: object) {
      super();
    }

    show() {
      desktop.shown.push(this);
    }

    close() {
      desktop.shown = desktop.shown.filter((one) => one !== this);
    }
  }
  return { app: {}, Menu: {}, nativeImage: {}, Notification, Tray: vi.fn() };
});

const operation: Operation = {
  luid: '7',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
};
const plan: Plan = { operations: [operation], lastingChanges: [], deadline: 60 };
const known = { id: 'a', plan, subject: planSubject(plan), planCode: '00000000' };
const waiting: Extract<TransactionState, { phase: 'waiting' }> = {
  ...known,
  phase: 'waiting',
  deadlineAt: Date.now() + 60_000,
  results: [],
};
const ended = (result: TransactionResult): TransactionState => ({
  ...known,
  phase: 'ended',
  result,
  results: [],
});
const reverted: TransactionResult = {
  kind: 'reverted',
  cause: 'deadline',
  keepCameTooLate: false,
};

const plainWords: ChangeWords = {
  title: '1 change on Contoso VPN',
  question: null,
  revert: 'Revert now',
};

function scene({
  isFocused = false,
  areWanted = true,
  named = Promise.resolve(),
  words = plainWords,
} = {}) {
  let focused = isFocused;
  const window = Object.assign(new EventEmitter(), {
    isFocused: () => focused,
    isDestroyed: () => false,
    flashFrame: vi.fn(),
    setProgressBar: vi.fn(),
  });
  const browserWindow = window as unknown as BrowserWindow;
  const inTray: (WaitingChange | null)[] = [];
  const decide = vi.fn();
  const showWindow = vi.fn();
  const outside = new OutsideWindow({
    window: browserWindow,
    taskbar: new Taskbar(browserWindow),
    notifications: new Notifications({ window: browserWindow, areWanted: () => areWanted }),
    askInTray: (change) => inTray.push(change),
    wordsOf: () => Promise.resolve(words),
    nameOf: (luid) => named.then(() => (luid === '7' ? 'Contoso VPN' : `VPN ${luid}`)),
    decide,
    showWindow,
  });
  const focus = (isNow: boolean) => {
    focused = isNow;
    window.emit(isNow ? 'focus' : 'blur');
  };
  return { window, inTray, decide, showWindow, outside, focus };
}

const shown = () => desktop.shown as Shown[];
const texts = () => shown().map(({ options: { title, body } }) => `${title}: ${body}`);

beforeEach(() => {
  desktop.isSupported = true;
  desktop.shown = [];
});

describe('a change that waits while the window is not looked at', () => {
  it('is asked about by one notification, whatever comes of its values', async () => {
    const { outside } = scene();
    await outside.follow(waiting);
    await outside.follow({ ...waiting });
    expect(texts()).toEqual([
      expect.stringMatching(
        /^1 change on Contoso VPN: Keep this change\? It reverts at .* unless you do\.$/,
      ),
    ]);
    expect(shown()[0]?.options.actions.map(({ text }) => text)).toEqual(['Keep', 'Revert now']);
  });

  it('is asked about by what is so again after a restore', async () => {
    const { outside, inTray } = scene({
      words: {
        title: 'Undo: MTU 1400 bytes on Wi-Fi (IPv4)',
        question: 'MTU on Wi-Fi (IPv4) is 1500 bytes again. Keep it so?',
        revert: 'Go back to 1400 bytes',
      },
    });
    await outside.follow(waiting);
    expect(inTray[0]?.question).toMatch(
      /^MTU on Wi-Fi \(IPv4\) is 1500 bytes again\. Keep it so\? It goes back at .* unless you do\.$/,
    );
    expect(shown()[0]?.options.actions.map(({ text }) => text)).toEqual([
      'Keep',
      'Go back to 1400 bytes',
    ]);
  });

  it('is asked about anew once the clock was set, for the moment is another one', async () => {
    const { outside, inTray } = scene();
    await outside.follow(waiting);
    const deadlineAt = waiting.deadlineAt + 3_600_000;
    await outside.follow({ ...waiting, deadlineAt });
    expect(inTray.map((change) => change?.question)).toEqual([
      questionText(waiting.deadlineAt, plainWords),
      questionText(deadlineAt, plainWords),
    ]);
    expect(texts()).toEqual([`1 change on Contoso VPN: ${questionText(deadlineAt, plainWords)}`]);
  });

  it.each([
    [0, 'keep'],
    [1, 'revert'],
  ])('is decided by its button %i: %s', async (actionIndex, decision) => {
    const { outside, decide } = scene();
    await outside.follow(waiting);
    shown()[0]?.emit('action', { actionIndex });
    expect(decide.mock.calls).toEqual([['a', decision]]);
  });

  it('is shown by a click, which decides nothing', async () => {
    const { outside, decide, showWindow } = scene();
    await outside.follow(waiting);
    expect(showWindow).not.toHaveBeenCalled();
    shown()[0]?.emit('click');
    expect(showWindow).toHaveBeenCalledOnce();
    expect(decide).not.toHaveBeenCalled();
  });

  it('is no longer asked about once it is looked at, nor again', async () => {
    const { outside, focus, inTray } = scene();
    await outside.follow(waiting);
    focus(true);
    expect(texts()).toEqual([]);
    focus(false);
    expect(texts()).toEqual([]);
    expect(inTray.at(-1)).toMatchObject({ id: 'a' });
  });

  it('is asked about when the window goes out of sight', async () => {
    const { outside, focus } = scene({ isFocused: true });
    await outside.follow(waiting);
    expect(texts()).toEqual([]);
    focus(false);
    expect(texts()).toHaveLength(1);
  });

  it('is asked about in the tray until it is decided', async () => {
    const { outside, inTray } = scene({ isFocused: true });
    await outside.follow(waiting);
    await outside.follow({ ...known, phase: 'keeping', since: 0 });
    await outside.follow(ended({ kind: 'kept' }));
    expect(inTray).toEqual([
      {
        id: 'a',
        title: '1 change on Contoso VPN',
        question: expect.any(String) as string,
        revert: 'Revert now',
      },
      null,
    ]);
  });

  it('that went on before its title was known is not asked about', async () => {
    const { outside, inTray } = scene();
    const asking = outside.follow(waiting);
    await outside.follow({ ...known, phase: 'reverting', since: 0 });
    await asking;
    expect(inTray).toEqual([null]);
    expect(texts()).toEqual([]);
  });

  it('and changes no value is not asked about', async () => {
    const { outside, inTray, window } = scene();
    await outside.follow({ ...waiting, plan: { ...plan, operations: [] } });
    await outside.follow(ended({ kind: 'kept' }));
    expect([inTray, texts()]).toEqual([[], []]);
    expect(window.flashFrame).not.toHaveBeenCalled();
  });

  it.each([
    ['not wanted', false, true],
    ['not to be had', true, false],
  ])(
    'has no notification where they are %s, but the tray',
    async (_why, areWanted, isSupported) => {
      desktop.isSupported = isSupported;
      const { outside, inTray } = scene({ areWanted });
      await outside.follow(waiting);
      await outside.follow(ended(reverted));
      expect(texts()).toEqual([]);
      expect(inTray).toHaveLength(2);
    },
  );
});

describe('the end of a change', () => {
  it('is told in the place of the question', async () => {
    const { outside } = scene();
    await outside.follow(waiting);
    await outside.follow(ended(reverted));
    expect(texts()).toEqual([
      '1 change on Contoso VPN: Time ran out. Reverted. Everything is as before.',
    ]);
  });

  it('is not told to whoever sees the window', async () => {
    const { outside, focus } = scene();
    await outside.follow(waiting);
    focus(true);
    await outside.follow(ended(reverted));
    expect(texts()).toEqual([]);
  });

  it('is not told of one that nobody was asked about', async () => {
    const { outside } = scene();
    await outside.follow(ended({ kind: 'not-launched', failure: 'declined', detail: '' }));
    await outside.follow({ ...ended(reverted), id: 'b' } as TransactionState);
    expect(texts()).toEqual([]);
  });

  it.each<[TransactionResult, string | null]>([
    [{ kind: 'kept' }, 'Kept.'],
    [
      { kind: 'kept', lastingUnwritten: { code: 'lasting', message: '' } },
      'Kept, but it could not be made to last.',
    ],
    [{ ...reverted, cause: 'asked' }, 'Reverted. Everything is as before.'],
    [{ ...reverted, keepCameTooLate: true }, 'It was already reverted when you selected Keep.'],
    [{ kind: 'incomplete', cause: 'deadline' }, 'Not everything could be put back.'],
    [{ kind: 'rolled-back' }, null],
  ])('%j is told as %j', (result, text) => {
    expect(outsideResultText(result)).toBe(text);
  });
});

describe('a lost setting', () => {
  const lost: LostSettings = { luid: '7', keptAt: 0, cameBack: true, operations: [operation] };

  it('is told once, when its adapter came back without it', async () => {
    const { outside } = scene();
    await outside.followLost([lost]);
    await outside.followLost([lost]);
    expect(texts()).toEqual([
      'Contoso VPN reconnected without a setting you kept: Interface Panel shows it and can set it again.',
    ]);
    shown()[0]?.close();
    await outside.followLost([]);
    await outside.followLost([lost]);
    expect(texts()).toHaveLength(1);
  });

  it.each([
    [['7', '8'], 'Contoso VPN and VPN 8'],
    [['7', '8', '9', '10'], '4 adapters'],
  ])('of each of %j that came back is told at once', async (luids, names) => {
    const { outside } = scene();
    await outside.followLost(luids.map((luid) => ({ ...lost, luid })));
    expect(texts()).toEqual([
      `${names} reconnected without a setting you kept: Interface Panel shows it and can set it again.`,
    ]);
  });

  it('is not told in the place of a question that came while its adapter was named', async () => {
    let name: () => void = () => undefined;
    const named = new Promise<void>((resolve) => {
      name = resolve;
    });
    const { outside } = scene({ named });
    const telling = outside.followLost([lost]);
    await outside.follow(waiting);
    name();
    await telling;
    expect(texts()).toEqual([expect.stringContaining('Keep this change?')]);
  });

  it('is not told when it was so at the start, nor in the place of a question', async () => {
    const { outside } = scene();
    await outside.followLost([{ ...lost, cameBack: false }]);
    expect(texts()).toEqual([]);
    await outside.follow(waiting);
    await outside.followLost([lost]);
    expect(texts()).toEqual([expect.stringContaining('Keep this change?')]);
  });
});

describe('the taskbar', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const from = { ...waiting, deadlineAt: 1_060_000 };

  it('flashes once and shows how much time is left', async () => {
    const { outside, window } = scene();
    await outside.follow(from);
    await outside.follow({ ...from });
    expect(window.flashFrame.mock.calls).toEqual([[true]]);
    expect(window.setProgressBar).toHaveBeenLastCalledWith(1);
    vi.advanceTimersByTime(30_000);
    expect(window.setProgressBar).toHaveBeenLastCalledWith(0.5);
    vi.advanceTimersByTime(40_000);
    expect(window.setProgressBar).toHaveBeenLastCalledWith(0);
    await outside.follow(ended(reverted));
    expect(window.setProgressBar).toHaveBeenLastCalledWith(-1);
    expect(window.flashFrame).toHaveBeenLastCalledWith(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes by the clock that somebody set', async () => {
    const { outside, window } = scene();
    await outside.follow(from);
    vi.setSystemTime(5_000_000);
    await outside.follow({ ...from, deadlineAt: 5_030_000 });
    expect(window.setProgressBar).toHaveBeenLastCalledWith(0.5);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('does not flash a window that is looked at, and stops when it is', async () => {
    const seen = scene({ isFocused: true });
    await seen.outside.follow(from);
    expect(seen.window.flashFrame).not.toHaveBeenCalledWith(true);
    const { outside, window, focus } = scene();
    await outside.follow(from);
    focus(true);
    expect(window.flashFrame.mock.calls).toEqual([[true], [false]]);
  });

  it('stops with the window', async () => {
    const { outside, window } = scene();
    await outside.follow(from);
    window.emit('closed');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the menu of the tray', () => {
  const decide = vi.fn();
  const open = vi.fn();
  const close = vi.fn();
  const window = { close } as unknown as BrowserWindow;
  const menu = (change: WaitingChange | null) =>
    trayMenu('IPv4: R&D\nIPv6: Ethernet', change, { window, open, decide });
  const choose = (label: string, change: WaitingChange | null) => {
    const item = menu(change).find((one) => one.label === label);
    (item?.click as (() => void) | undefined)?.();
  };
  const change: WaitingChange = {
    id: 'a',
    title: '1 change on A & B',
    question: 'Keep?',
    revert: 'Revert now',
  };

  it('says which way traffic goes, and opens and quits', () => {
    expect(menu(null).map(({ label, type }) => label ?? type)).toEqual([
      'IPv4: R&&D',
      'IPv6: Ethernet',
      'separator',
      'Open',
      'Quit',
    ]);
    choose('Open', null);
    choose('Quit', null);
    expect([open, close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('asks first about a change that waits, by its title', () => {
    expect(
      menu(change)
        .map(({ label }) => label)
        .slice(0, 4),
    ).toEqual(['1 change on A && B', 'Keep?', 'Keep', 'Revert now']);
    choose('Keep', change);
    choose('Revert now', change);
    expect(decide.mock.calls).toEqual([
      ['a', 'keep'],
      ['a', 'revert'],
    ]);
  });
});

describe('the title of a change', () => {
  const adapters = [{ luid: '7', alias: 'Contoso\u202e VPN' }] as unknown as Snapshot['adapters'];

  it('is called by its title, and its adapter visibly', () => {
    const { subject } = known;
    const title = 'Use for internet traffic off · Contoso\\u{202E} VPN (IPv4)';
    expect(changeWords(subject, { adapters }).title).toBe(title);
    const unknown = 'Use for internet traffic off · adapter 7 (IPv4)';
    expect(changeWords(subject, { adapters: [] }).title).toBe(unknown);
    const intent = { kind: 'split-tunnelling', isOn: true, vpn: '7', blocksOthers: false } as const;
    expect(changeWords({ ...subject, intent }, { adapters }).title).toBe(
      'Turn split tunnelling on · Contoso\\u{202E} VPN',
    );
  });

  it('is asked about with the moment it reverts', () => {
    const time = new Date(0).toLocaleTimeString(undefined, { timeStyle: 'medium' });
    expect(questionText(0, plainWords)).toBe(
      `Keep this change? It reverts at ${time} unless you do.`,
    );
  });
});
