// SPDX-License-Identifier: MIT
/** `npm run screenshots` takes the pictures of the README, and those that are looked at after a visible change. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import type { Page } from '@playwright/test';
import { inOutput, inProject } from './project-paths';
import { captureCommand } from './run-command';
import { provideBundles } from './set-up/bundles';
import { provideElectron } from './set-up/electron-runtime';
import { buildNative } from './set-up/native-build';
import { runScript, SetUpProblem } from './set-up/set-up-problem';
import { hasDisplay, startVirtualDisplay } from './virtual-display';

interface Look {
  readonly name: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active';
  /** The page to look at; the one of interfaces unless given. */
  readonly page?: 'internet-traffic';
  /** Content of the window in CSS pixels. */
  readonly size?: readonly [width: number, height: number];
  /** Brings the window to what is to be seen. */
  readonly scene?: (page: Page) => Promise<void>;
  /** The README shows it, so it is kept with the project. */
  readonly inReadme?: true;
}

const folderOf = ({ inReadme }: Pick<Look, 'inReadme'>): string =>
  inReadme ? inProject('docs', 'screenshots') : inOutput('screenshots');

async function openPane(page: Page): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: 'Contoso VPN' }).first();
  await row.click();
  await page.getByRole('complementary').getByTestId('field-DisableDefaultRoutes').waitFor();
}

async function draftAnEdit(page: Page): Promise<void> {
  await openPane(page);
  await page.getByTestId('field-DisableDefaultRoutes').getByRole('switch').setChecked(true);
}

async function openReview(page: Page): Promise<void> {
  await draftAnEdit(page);
  await page.getByRole('button', { name: 'Review and apply…' }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).waitFor();
}

async function applyAndWait(page: Page): Promise<void> {
  await openReview(page);
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('button', { name: 'Keep', exact: true }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const narrow = [800, 600] as const;

/** As much as 1200 x 800 shows at 200 %. */
const doubled = [600, 400] as const;
const small = [400, 700] as const;
const tall = [1200, 940] as const;

const traffic = { page: 'internet-traffic' } as const;

async function chooseCompanyOnly(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Only company traffic through the VPN' }).check();
  await page.getByText('After applying:').waitFor();
  await page.getByRole('region', { name: 'Edits' }).waitFor();
}

async function chooseAndScroll(page: Page): Promise<void> {
  await chooseCompanyOnly(page);
  await page.getByRole('textbox', { name: 'Address to check' }).scrollIntoViewIfNeeded();
}

async function reviewLastRoute(page: Page): Promise<void> {
  for (const name of ['Contoso VPN', 'Ethernet', 'Wi-Fi', 'Cellular']) {
    await page
      .getByRole('switch', { name: `Use for internet traffic: ${name}`, exact: true })
      .click();
  }
  await page.getByRole('button', { name: 'Review and apply…' }).click();
  await page.getByRole('button', { name: 'Apply anyway' }).waitFor();
}

async function applyCompanyOnly(page: Page): Promise<void> {
  await chooseCompanyOnly(page);
  await page.getByRole('button', { name: 'Review and apply…' }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByText('Addresses go as predicted.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

const looks: readonly Look[] = [
  {
    ...traffic,
    name: 'internet-traffic-light',
    size: tall,
    scene: chooseCompanyOnly,
    inReadme: true,
  },
  { ...traffic, name: 'internet-traffic-dark', colorScheme: 'dark', scene: chooseCompanyOnly },
  { ...traffic, name: 'internet-traffic-forced-colours', forcedColors: 'active' },
  { ...traffic, name: 'internet-traffic-addresses', scene: chooseAndScroll },
  { ...traffic, name: 'internet-traffic-narrow', size: narrow, scene: chooseCompanyOnly },
  { ...traffic, name: 'internet-traffic-small', size: small, scene: chooseCompanyOnly },
  { ...traffic, name: 'internet-traffic-200-percent', size: doubled },
  { ...traffic, name: 'internet-traffic-danger', scene: reviewLastRoute },
  { ...traffic, name: 'internet-traffic-countdown', scene: applyCompanyOnly },
  { name: 'interfaces-light', scene: draftAnEdit, inReadme: true },
  { name: 'interfaces-dark', colorScheme: 'dark', scene: draftAnEdit },
  { name: 'interfaces-forced-colours', forcedColors: 'active', scene: draftAnEdit },
  { name: 'interfaces-narrow', size: narrow },
  { name: 'pane-narrow', size: narrow, scene: draftAnEdit },
  { name: 'list-light' },
  { name: 'review-light', scene: openReview },
  { name: 'review-dark', colorScheme: 'dark', scene: openReview },
  { name: 'countdown-light', scene: applyAndWait, inReadme: true },
  { name: 'countdown-narrow', size: narrow, scene: applyAndWait },
];

async function goToInterfaces(page: Page): Promise<void> {
  await page.keyboard.press('Control+2');
  await page.getByRole('row').nth(1).waitFor();
}

/** Each look starts from a new demo network and new drafts. */
async function take(look: Look, display: string | undefined): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'interface-panel-screenshots-'));
  const state = path.join(data, 'network');
  const app = await electron.launch({
    args: [inProject(), '--demo', `--user-data-dir=${data}`, `--simulated-state=${state}`],
    env: { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) },
  });
  const page = await app.firstWindow();
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? 'light',
    ...(look.forcedColors ? { forcedColors: look.forcedColors } : {}),
  });
  const [width, height] = look.size ?? [1200, 800];
  await app.evaluate(
    ({ BrowserWindow }, [w, h]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setMinimumSize(1, 1);
      window?.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await page.getByRole('radiogroup').waitFor();
  if (look.page !== 'internet-traffic') await goToInterfaces(page);
  await look.scene?.(page);
  await page.screenshot({
    path: path.join(folderOf(look), `${look.name}.png`),
    animations: 'disabled',
  });
  await app.evaluate(({ app: running }) => {
    running.exit(0);
  });
}

/** The demo with so many IP interfaces that only a virtual table can show them. */
async function takeManyRows(display: string | undefined): Promise<void> {
  const state = path.join(mkdtempSync(path.join(tmpdir(), 'interface-panel-many-')), 'network');
  const control = inOutput('native', `${process.platform}-${process.arch}`, 'simulated-control');
  const { exitCode, output } = captureCommand(control, [state, 'resize', '5000']);
  if (exitCode !== 0) throw new SetUpProblem(`The demo could not be resized: ${output}`);
  const app = await electron.launch({
    args: [inProject(), '--demo', `--simulated-state=${state}`],
    env: { ...(process.env as Record<string, string>), ...(display ? { DISPLAY: display } : {}) },
  });
  const page = await app.firstWindow();
  await page.getByRole('radiogroup').waitFor();
  await goToInterfaces(page);
  await page.screenshot({ path: path.join(folderOf({}), 'many-rows.png') });
  await app.close();
}

async function takeAll(): Promise<number> {
  await provideElectron();
  await buildNative('app');
  await provideBundles();
  for (const look of looks) mkdirSync(folderOf(look), { recursive: true });
  const display = hasDisplay() ? undefined : await startVirtualDisplay();
  try {
    for (const look of looks) await take(look, display?.name);
    await takeManyRows(display?.name);
  } finally {
    display?.stop();
  }
  console.log(`Screenshots are in ${folderOf({})} and ${folderOf({ inReadme: true })}`);
  return 0;
}

void runScript(takeAll);
