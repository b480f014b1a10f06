// SPDX-License-Identifier: MIT
/** `npm start [-- --demo] [-- --trust-this-folder]`: sets up what is missing, then runs the app. */
import { existsSync, mkdirSync } from 'node:fs';
import { inOutput } from './project-paths';
import { runApp } from './run-app';
import { provideBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { buildNative } from './set-up/native-build';
import { runScript } from './set-up/set-up-problem';
import { provideSystemTools } from './set-up/system-tools';
import { hasDisplay, startVirtualDisplay } from './virtual-display';

async function setUp(withDisplay: boolean): Promise<void> {
  provideSystemTools(withDisplay ? 'start' : 'start without a display');
  await provideElectron();
  await buildNative('app');
  await provideBundles();
}

/** Chromium complains about buses and graphics cards that a machine without a screen has not. */
const quietChromium = '--log-level=3';

/** Without a screen the app prints its interfaces, leaves a picture of its window and quits. */
async function runOnVirtualDisplay(appArguments: readonly string[]): Promise<number> {
  mkdirSync(inOutput('screenshots'), { recursive: true });
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const screenshot = inOutput('screenshots', `interface-panel-${time}.png`);
  console.log('No display here: running on a virtual one.');
  const display = await startVirtualDisplay();
  try {
    const chosen = [quietChromium, `--screenshot=${screenshot}`, ...appArguments];
    const exitCode = await runApp(chosen, display.name).exitCode;
    if (existsSync(screenshot)) console.log(`Screenshot of the window: ${screenshot}`);
    return exitCode;
  } finally {
    display.stop();
  }
}

async function start(): Promise<number> {
  const appArguments = process.argv.slice(2);
  const withDisplay = hasDisplay();
  await setUp(withDisplay);
  return withDisplay ? runApp(appArguments).exitCode : runOnVirtualDisplay(appArguments);
}

void runScript(start);
