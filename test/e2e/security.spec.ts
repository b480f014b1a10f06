// SPDX-License-Identifier: MIT
import { expect, test } from '@playwright/test';
import { ipcSchema } from '../../electron/contract/ipc-schema';
import { launchApp, onlyInElectron } from './support/app';
import type { RunningApp } from './support/app';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launchApp({ switches: ['--demo'] });
  await expect(app.interfaces.table).toBeVisible();
});

test.afterAll(() => app.close());

test('the page has no Node, and of ours only the derived bridge, frozen', async () => {
  const seen = await app.window.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.fromEntries(
      Object.entries(window.interfacePanel).map(([group, calls]) => [group, Object.keys(calls)]),
    ),
    frozen: [window.interfacePanel, ...Object.values(window.interfacePanel)].every(Object.isFrozen),
  }));
  expect(seen.node).toEqual([]);
  expect(seen.bridge).toEqual(
    Object.fromEntries(
      Object.entries(ipcSchema).map(([group, calls]) => [group, Object.keys(calls)]),
    ),
  );
  expect(seen.frozen).toBe(true);
});

test('the renderer is sandboxed and isolated', { tag: onlyInElectron }, async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  expect(preferences.webviewTag).not.toBe(true);
});

test('foreign addresses are refused by the policy', async () => {
  const refused = await app.window.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
    });
    const image = new Image();
    image.src = 'https://192.0.2.1/image.png';
    await fetch('https://192.0.2.1/').catch(() => undefined);
    while (violations.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    return violations;
  });
  expect(refused).toEqual(expect.arrayContaining(['img-src', 'connect-src']));
});

test('text never becomes a script: trusted types are required', async () => {
  const refused = await app.window.evaluate(() => {
    try {
      document.createElement('script').textContent = 'document.title = "inline"';
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('TrustedScript');
});

for (const address of [
  'https://192.0.2.1/',
  'file:///etc/passwd',
  'app://bundle.evil/index.html',
  'data:text/html,hello',
  'about:blank',
]) {
  test(`the window does not navigate to ${address}`, { tag: onlyInElectron }, async () => {
    await app.window.evaluate((target) => {
      location.href = target;
    }, address);
    // Asked through main: Playwright itself waits for a navigation that was refused.
    await expect.poll(() => inWindow('document.querySelector("main") !== null')).toBe(true);
    expect(await inWindow('location.href')).toMatch(/^app:\/\/bundle\//);
  });
}

/** What an expression is in the window, evaluated by main. */
function inWindow(expression: string): Promise<unknown> {
  return app.electron.evaluate(async ({ BrowserWindow }, text): Promise<unknown> => {
    const [window] = BrowserWindow.getAllWindows();
    return window?.webContents.executeJavaScript(text);
  }, expression);
}

test('no second window opens', async () => {
  // Playwright may still wait for the navigation that was refused before.
  await expect(async () => {
    await app.window.evaluate(() => {
      window.open('app://bundle/index.html');
      const link = document.createElement('a');
      link.href = 'app://bundle/index.html';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
    });
  }).toPass();
  const count = await app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  );
  expect(count).toBe(1);
});

test('every permission is denied', { tag: onlyInElectron }, async () => {
  const states = await app.window.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ];
    const results = await Promise.all(
      names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
    );
    return results.map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

const operation = {
  luid: '1689399632855040',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
};

const goodPlan = { operations: [operation], lasting: 'until-reconnect', deadline: 60 };

const garbage: readonly (readonly [what: string, group: string, call: string, ...unknown[]])[] = [
  ['nothing', 'changes', 'apply'],
  ['too many parameters', 'interfaces', 'snapshot', 1],
  ['a number', 'changes', 'apply', 7],
  ['null', 'changes', 'apply', null],
  ['an unknown member', 'changes', 'apply', { ...goodPlan, extra: 1 }],
  ['no operation', 'changes', 'apply', { ...goodPlan, operations: [] }],
  ['another deadline', 'changes', 'apply', { ...goodPlan, deadline: 61 }],
  ['another choice of how long', 'changes', 'apply', { ...goodPlan, lasting: 'for-ever' }],
  ['an unknown field', 'changes', 'apply', plan({ field: 'Colour' })],
  ['a read-only field', 'changes', 'apply', plan({ field: 'Connected' })],
  ['a key field', 'changes', 'apply', plan({ field: 'InterfaceLuid' })],
  ['a value out of range', 'changes', 'apply', plan({ value: 2 })],
  ['a fraction', 'changes', 'apply', plan({ value: 0.5 })],
  ['text for a number', 'changes', 'apply', plan({ value: '1' })],
  ['another family', 'changes', 'apply', plan({ family: 'IPX' })],
  [
    'a family the field is not in',
    'changes',
    'apply',
    plan({ family: 'IPv4', field: 'SitePrefixLength' }),
  ],
  ['a LUID that is none', 'changes', 'apply', plan({ luid: '-1' })],
  ['a LUID beyond 64 bits', 'changes', 'apply', plan({ luid: '18446744073709551616' })],
  [
    '1,025 operations',
    'changes',
    'apply',
    { ...goodPlan, operations: Array(1025).fill(operation) },
  ],
  ['an address that is none', 'interfaces', 'bestRoute', 'example.test'],
  ['an over-long text', 'app', 'copyText', 'x'.repeat(10_000_000)],
  ['an unknown transaction', 'changes', 'restore', { transactionId: 'none', deadline: 60 }],
];

function plan(change: Record<string, unknown>): unknown {
  return { ...goodPlan, operations: [{ ...operation, ...change }] };
}

for (const [what, group, call, ...parameters] of garbage) {
  test(`${group}.${call} with ${what} gets a clear error and changes nothing`, async () => {
    const reply = await app.window.evaluate(
      async ([groupName, callName, given]) => {
        const bridge = window.interfacePanel as unknown as Record<
          string,
          Record<string, (...all: unknown[]) => Promise<unknown>>
        >;
        return bridge[groupName as string]?.[callName as string]?.(...(given as unknown[]));
      },
      [group, call, parameters],
    );
    expect(reply).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/./) as unknown },
    });
    const state = await app.window.evaluate(() => window.interfacePanel.changes.state());
    expect(state).toMatchObject({ ok: true, value: { phase: 'none' } });
  });
}

test('what programs have stumbled over gets an answer from every channel of the real bridge', async () => {
  const channels = Object.entries(ipcSchema).flatMap(([group, calls]) =>
    Object.entries(calls)
      .filter(([, { direction }]) => direction === 'invoke')
      .map(([call]) => [group, call] as const),
  );
  const answers = await app.window.evaluate(async (names) => {
    const cyclic: Record<string, unknown> = { operations: [], deadline: 60 };
    cyclic['self'] = cyclic;
    const notorious: readonly unknown[] = [
      null,
      Number.NaN,
      -0,
      Infinity,
      2 ** 53,
      2n ** 64n,
      '\0',
      '__proto__',
      '\u202eexe.txt',
      '\ud800',
      'x'.repeat(300_000),
      new Array(20_000),
      Array.from({ length: 1_000 }, () => ({})),
      new Uint8Array(300_000),
      new Date(Number.NaN),
      new Map([['operations', []]]),
      new Set([1]),
      cyclic,
      JSON.parse('{"__proto__":{"operations":[]},"constructor":1}'),
      () => 1,
      Symbol('none'),
    ];
    const bridge = window.interfacePanel as unknown as Record<
      string,
      Record<string, (...given: readonly unknown[]) => Promise<unknown>>
    >;
    const seen: string[] = [];
    for (const [group, call] of names) {
      for (const value of notorious) {
        // One at a time some of it would be welcome: a text to copy.
        seen.push(JSON.stringify(await bridge[group]?.[call]?.(value, value, value)));
      }
    }
    return seen;
  }, channels);
  expect(answers).toHaveLength(channels.length * 21);
  // What cannot be copied at all does not leave the page.
  for (const answer of answers)
    expect(answer).toMatch(/"code":"invalid-request"|"code":"internal".*could not be asked/);
  const state = await app.window.evaluate(() => window.interfacePanel.changes.state());
  expect(state).toMatchObject({ ok: true, value: { phase: 'none' } });
});
