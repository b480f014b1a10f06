// SPDX-License-Identifier: MIT
/**
 * `npm run screenshots` takes the pictures of README and guide, and those that are looked at after a visible change:
 * every scene in every look. `npm run screenshots -- history` takes those whose name begins so.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';
import { inOutput, inProject } from './project-paths';
import { captureCommand } from './run-command';
import { writePlace } from './screenshots/lasting-place';
import { scenes } from './screenshots/scenes';
import type { Scene, Size } from './screenshots/scenes';
import { provideBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { buildNative } from './set-up/native-build';
import { runScript, SetUpProblem } from './set-up/set-up-problem';
import { hasDisplay, startVirtualDisplay } from './virtual-display';

interface Look {
  readonly name: string;
  readonly size: Size;
  readonly colorScheme?: 'dark';
  readonly forcedColors?: 'active';
}

const usual: Size = [1200, 800];

const looks: readonly Look[] = [
  { name: 'light', size: usual },
  { name: 'dark', size: usual, colorScheme: 'dark' },
  { name: '800x600', size: [800, 600] },
  { name: '400-wide', size: [400, 700] },
  // As much as 1200 x 800 shows at 200 %.
  { name: '200-percent', size: [600, 400] },
  { name: 'forced-colours', size: usual, forcedColors: 'active' },
];

const folder = inOutput('screenshots');
const docsFolder = inProject('docs', 'screenshots');
const docsSize: Size = [1200, 940];

/** Changes the simulated network in `state` from outside. */
function control(state: string, ...command: readonly string[]): void {
  const program = inOutput('native', `${process.platform}-${process.arch}`, 'simulated-control');
  const { exitCode, output } = captureCommand(program, [state, ...command]);
  if (exitCode !== 0) throw new SetUpProblem(`The demo could not be changed: ${output}`);
}

async function resize(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, [w, h]) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setMinimumSize(1, 1);
    window?.setContentSize(w, h);
  }, size);
  await page.waitForFunction(([w, h]) => {
    const { innerWidth, innerHeight } = globalThis as unknown as Record<string, number>;
    return innerWidth === w && innerHeight === h;
  }, size);
}

async function picture(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: file, animations: 'disabled' });
}

/** Opens the demo with a network and drafts of its own, and ends it after `use`. */
async function withDemo(
  display: string | undefined,
  use: (app: ElectronApplication, page: Page, state: string) => Promise<void>,
  ...before: readonly string[]
): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'interface-panel-screenshots-'));
  const state = path.join(data, 'network');
  if (before.length > 0) control(state, ...before);
  const app = await electron.launch({
    args: [
      inProject(),
      '--demo',
      `--user-data-dir=${data}`,
      '--as-root',
      `--simulated-state=${state}`,
    ],
    env: { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) },
  });
  try {
    const page = await app.firstWindow();
    await resize(app, page, usual);
    await page.getByRole('radiogroup').waitFor();
    await use(app, page, state);
  } finally {
    await app.evaluate(({ app: running }) => {
      running.exit(0);
    });
  }
}

/** One scene in every look. */
async function take({ name, prepare, inDocs }: Scene, display?: string): Promise<void> {
  await withDemo(display, async (app, page, state) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await prepare({
      app,
      page,
      network: (...command) => {
        control(state, ...command);
      },
      lasting: (place) => {
        writePlace(state, place);
      },
    });
    for (const { name: look, size, colorScheme = 'light', forcedColors = 'none' } of looks) {
      await page.emulateMedia({ colorScheme, forcedColors });
      await resize(app, page, size);
      await picture(page, path.join(folder, `${name}-${look}.png`));
    }
    if (!inDocs) return;
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await resize(app, page, docsSize);
    await picture(page, path.join(docsFolder, `${name}.png`));
  });
}

/** The demo with so many IP interfaces that only a virtual table can show them. */
async function takeManyRows(display?: string): Promise<void> {
  await withDemo(
    display,
    async (_, page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('row').nth(1).waitFor();
      await picture(page, path.join(folder, 'many-rows.png'));
    },
    'resize',
    '5000',
  );
}

async function takeAll(): Promise<number> {
  const [beginning = ''] = process.argv.slice(2);
  await provideElectron();
  await buildNative('app');
  await provideBundles();
  mkdirSync(folder, { recursive: true });
  mkdirSync(docsFolder, { recursive: true });
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  try {
    for (const scene of scenes.filter(({ name }) => name.startsWith(beginning))) {
      await take(scene, display?.name);
    }
    if (beginning === '') await takeManyRows(display?.name);
  } finally {
    display?.stop();
  }
  console.log(`Screenshots are in ${folder} and ${docsFolder}`);
  return 0;
}

void runScript(takeAll);
