// SPDX-License-Identifier: MIT
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startInChromium } from '../chromium/launch';
import { InterfacesPage } from '../pages/interfaces-page';
import { InternetTrafficPage } from '../pages/internet-traffic-page';
import type { DrivenApp, Started } from './driven-app';

export const projectFolder = path.resolve(__dirname, '../../..');

/** Marks a test about Electron itself: of what is around the page and the main bundle nothing is there without it. */
export const onlyInElectron = '@electron';

/** Whether the app runs in plain Node with its page in Debian's Chromium (e2e/chromium), instead of in Electron. */
export const inChromium = process.env['E2E_RUNTIME'] === 'chromium';

export interface LaunchOptions {
  /** Switches of the app, such as --demo. */
  readonly switches?: readonly string[];
  /** Where the app keeps its journal and drafts; a new folder unless given. */
  readonly userData?: string;
  /** The page to look at; the one of interfaces unless given. */
  readonly page?: 'internet-traffic';
  /** Another program to start than the runtime itself, with the same parameters. */
  readonly executable?: string;
  /** The app's folder as that program sees it. */
  readonly project?: string;
  /** A script that the main process loads before the app. */
  readonly loadedFirst?: string;
  /** Variables that this start has besides those of the tests. */
  readonly environment?: Readonly<Record<string, string>>;
  /** False: what main itself asks is left to the test. */
  readonly answersMain?: boolean;
}

export interface RunningApp {
  readonly electron: DrivenApp;
  readonly window: Page;
  readonly interfaces: InterfacesPage;
  readonly traffic: InternetTrafficPage;
  readonly userData: string;
  /** Ends the app as a crash would: SIGKILL to its main process. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export function newUserData(): string {
  return mkdtempSync(path.join(tmpdir(), 'interface-panel-e2e-'));
}

/** Chromium ends when its system bus does, and the bus of another spec may end at any time. */
function withoutSystemBus(): Record<string, string> {
  return { ...(process.env as Record<string, string>), DBUS_SYSTEM_BUS_ADDRESS: 'disabled:' };
}

/** Says yes to what main asks a user who is root: whoever runs these tests started them. */
async function answerMain(app: DrivenApp): Promise<void> {
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
}

/** How long a start may take on a machine that has other things to do, in milliseconds. */
const startPatience = 90_000;

async function startInElectron(
  switches: readonly string[],
  options: LaunchOptions,
): Promise<Started> {
  const { loadedFirst, project = projectFolder, executable, environment } = options;
  const app = await electron.launch({
    args: [...(loadedFirst ? ['--require', loadedFirst] : []), project, ...switches],
    cwd: project,
    ...(executable
      ? { executablePath: executable }
      : { env: { ...withoutSystemBus(), ...environment } }),
  });
  return {
    electron: app,
    window: await app.firstWindow({ timeout: startPatience }),
    gone: once(app.process(), 'exit'),
  };
}

/** Starts the app as it was built, in a window of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? newUserData();
  const switches = [`--user-data-dir=${userData}`, '--as-root', ...(options.switches ?? [])];
  const {
    electron: app,
    window,
    gone,
  } = await (inChromium
    ? startInChromium(switches, { ...withoutSystemBus(), ...options.environment })
    : startInElectron(switches, options));
  if (options.answersMain !== false) await answerMain(app);
  if (options.page !== 'internet-traffic') {
    await window
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('button', { name: 'Interfaces' })
      .click();
  }
  return {
    electron: app,
    window,
    interfaces: new InterfacesPage(window),
    traffic: new InternetTrafficPage(window),
    userData,
    kill: async () => {
      app.process().kill('SIGKILL');
      await gone;
    },
    close: () => app.close(),
  };
}
