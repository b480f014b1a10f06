// SPDX-License-Identifier: MIT
// The app without Electron: its main bundle in the Node.js that runs the tests, its page in Debian's Chromium.

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { appOrigin } from '../../../electron/shell/app-origin';
import { projectRoot } from '../../../build/project-paths';
import type { DrivenApp, Started } from '../support/driven-app';
import type { PageShape } from './browser-window';
import type { PlainResponse } from './electron';
import { fromMain, toMain } from './page-names';
import { pageProgram } from './page-program';
import { Peer } from './peer';

/** Chromium knows no scheme app:. Nothing is asked of a network under this name either. */
const origin = 'https://bundle';

const toApp = (url: string) => url.replace(`${origin}/`, `${appOrigin}/`);

/** Answers the page's requests as the app's own protocol does. */
async function serve(context: BrowserContext, main: Peer): Promise<void> {
  await context.route('**/*', async (route) => {
    const request = route.request();
    const answer = await main.ask('request', request.method(), toApp(request.url()));
    if (answer === null) return route.abort();
    const { status, headers, body } = answer as PlainResponse;
    return route.fulfill({ status, headers, body: Buffer.from(body) });
  });
}

async function bridge(context: BrowserContext, main: Peer): Promise<void> {
  await context.exposeBinding(
    toMain.call,
    ({ frame }, channel: string, parameters: readonly unknown[]) =>
      main.ask('call', channel, toApp(frame.url()), parameters),
  );
  await context.exposeBinding(toMain.input, (_, type: string) => main.ask('input', type));
  await context.exposeBinding(toMain.unusedKey, (_, key: unknown) => main.ask('unusedKey', key));
  await context.addInitScript(pageProgram());
}

/** What the program's windows do to the page. */
async function pageAnswers(page: Page) {
  const session = await page.context().newCDPSession(page);
  return {
    load: async (url: string) => {
      await page.goto(url.replace(appOrigin, origin));
    },
    reload: async () => {
      await page.reload();
    },
    send: (channel: string, payload: readonly unknown[]) =>
      page.evaluate(
        ([name, told, values]) => {
          const hear = (globalThis as unknown as Record<string, unknown>)[name] as (
            channel: string,
            payload: readonly unknown[],
          ) => void;
          hear(told, values);
        },
        [fromMain, channel, payload] as const,
      ),
    reshape: async ({ width, height, zoom }: PageShape) => {
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(width / zoom),
        height: Math.round(height / zoom),
        deviceScaleFactor: zoom,
        mobile: false,
      });
    },
  };
}

/** A program as Playwright's ElectronApplication would show it. */
function driven(main: Peer, program: ChildProcess, gone: Promise<unknown>): DrivenApp {
  const isGone = () => Promise.reject(new Error('The program has ended'));
  const evaluate = (ofMain: unknown, argument: unknown) =>
    Promise.race([main.ask('evaluate', String(ofMain), argument), gone.then(isGone)]);
  return {
    evaluate: evaluate as DrivenApp['evaluate'],
    process: () => program,
    close: async () => {
      void main.ask('quit');
      await gone;
    },
  };
}

const v8Flags = '--js-flags=';

/** Starts the program with what follows it on its command line, and answers when its page is there. */
export async function startInChromium(
  switches: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  const context = await browser.newContext({ viewport: null });
  const page = await context.newPage();
  const program = fork(path.join(projectRoot, 'out/e2e-chromium/main-program.cjs'), switches, {
    cwd: projectRoot,
    env: environment,
    execArgv: switches.flatMap((one) => (one.startsWith(v8Flags) ? one.slice(v8Flags.length) : [])),
    serialization: 'advanced',
  });
  const gone = once(program, 'exit').then(() => browser.close());
  const main = new Peer(program, await pageAnswers(page));
  await serve(context, main);
  await bridge(context, main);
  const isStarted = Promise.all([
    page.waitForURL(`${origin}/**`, { waitUntil: 'commit', timeout: 0 }),
    main.ask('start'),
  ]);
  const endedEarly = gone.then(() => Promise.reject(new Error('The program opened no page')));
  await Promise.race([isStarted, endedEarly]);
  return { electron: driven(main, program, gone), window: page, gone };
}
