// SPDX-License-Identifier: MIT
/** What `npm run screenshots` looks at: every page, dialog and state that the demo can be brought to. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { messages } from '../../electron/language/messages';
import type { SimulatedPlace, PlacedSetting } from './lasting-place';
import { said } from './said';

/** A window to bring somewhere, and its simulated network to change from outside. */
export interface Stage {
  readonly app: Pick<ElectronApplication, 'evaluate'>;
  readonly page: Page;
  /** Runs simulated-control on the network that the window shows. */
  readonly network: (...command: readonly string[]) => void;
  /** Says what lasts there, and what the keeper says of it. */
  readonly lasting: (place: SimulatedPlace) => void;
}

/** What of a report is changed for a picture. */
interface ReportFile {
  readonly snapshot: {
    readonly adapters: readonly object[];
    readonly ipInterfaces: readonly { readonly values: object }[];
  };
}

export interface Scene {
  readonly name: string;
  readonly prepare: (stage: Stage) => Promise<void>;
  /** README or guide show it in light. */
  readonly inDocs?: true;
}

/** Content of the window in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** "Contoso VPN" of the demo: type 53 in the top 16 bits of its LUID, its index from bit 24 on. */
const contoso = String((53n << 48n) | (0x8003n << 24n));
/** "Northwind VPN", of type 23. */
const northwind = String((23n << 48n) | (0x8004n << 24n));

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });

const applyButton = (page: Page) =>
  button(page, messages.review.apply).or(button(page, messages.internetTraffic.review.applyAnyway));

const undoButton = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: messages.history.restore.button, exact: true })
    .or(button(page, messages.history.restore.anyway));

const editsBar = (page: Page) => page.getByRole('region', { name: messages.edits.region });

async function goTo(page: Page, id: keyof typeof messages.pages.names): Promise<void> {
  const name = messages.pages.names[id];
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  await page.getByRole('main', { name, exact: true }).waitFor();
}

async function openInterfaces({ page }: Stage): Promise<void> {
  await goTo(page, 'interfaces');
  await page.getByRole('row').nth(1).waitFor();
}

async function openHelp({ page }: Stage): Promise<void> {
  await goTo(page, 'help');
  await page.getByRole('heading', { name: messages.help.about.title }).waitFor();
}

async function openPane(stage: Stage): Promise<void> {
  await openInterfaces(stage);
  await stage.page.getByRole('row').filter({ hasText: 'Contoso VPN' }).first().click();
  await stage.page.getByTestId('field-DisableDefaultRoutes').waitFor();
}

async function draftInPane(stage: Stage): Promise<void> {
  await openPane(stage);
  await stage.page.getByTestId('field-DisableDefaultRoutes').getByRole('switch').setChecked(true);
  await editsBar(stage.page).waitFor();
}

async function openManyPane(stage: Stage): Promise<void> {
  await openInterfaces(stage);
  const { page } = stage;
  await page.getByRole('searchbox', { name: messages.interfaces.search }).fill('VPN');
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('complementary').waitFor();
}

async function chooseCompanyOnly({ page }: Stage): Promise<void> {
  await page
    .getByRole('radio', { name: messages.internetTraffic.presets.names['company-only'] })
    .check();
  await page.getByText(messages.internetTraffic.afterApplying).first().waitFor();
  await editsBar(page).waitFor();
}

async function openReview({ page }: Stage): Promise<void> {
  await button(page, messages.edits.review).click();
  await applyButton(page).waitFor();
}

async function reviewCompanyOnly(stage: Stage): Promise<void> {
  await chooseCompanyOnly(stage);
  await openReview(stage);
}

async function apply(stage: Stage): Promise<void> {
  await openReview(stage);
  await applyButton(stage.page).click();
  await button(stage.page, messages.countdown.keep).waitFor();
  await stage.page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function applyCompanyOnly(stage: Stage): Promise<void> {
  await chooseCompanyOnly(stage);
  await apply(stage);
  await stage.page.getByText(said(messages.internetTraffic.countdown.asPredicted)).waitFor();
}

async function keepCompanyOnly(stage: Stage): Promise<void> {
  await applyCompanyOnly(stage);
  await button(stage.page, messages.countdown.keep).click();
  await button(stage.page, messages.countdown.keep).waitFor({ state: 'hidden' });
}

async function switchAllOff({ page }: Stage): Promise<void> {
  for (const name of ['Contoso VPN', 'Ethernet', 'Wi-Fi', 'Cellular']) {
    await page
      .getByRole('switch', {
        name: messages.internetTraffic.adapters.useNamed({ adapter: name }),
        exact: true,
      })
      .click();
  }
}

async function chooseInMenu({ app }: Stage, label: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((top) => top.submenu?.items ?? []) ?? [];
    const item = items.find((one) => one.label === wanted);
    if (item) Reflect.apply(item.click, item, []);
  }, label);
}

/** Saves the edits that are there and opens the set again, by then perhaps without the VPN. */
async function openSavedSet(stage: Stage, file: string, isVpnThere: boolean): Promise<void> {
  const { app, page } = stage;
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await button(page, messages.support.edits.save).click();
  await page.getByRole('dialog').getByText(said(messages.support.edits.saved)).first().waitFor();
  await page.keyboard.press('Escape');
  await button(page, messages.edits.discardAll).click();
  if (!isVpnThere) {
    stage.network('vanish', contoso);
    await page.getByRole('group', { name: 'Contoso VPN' }).waitFor({ state: 'hidden' });
  }
  await chooseInMenu(stage, messages.menu.openFile);
  await page.getByRole('dialog', { name: messages.support.set.title }).waitFor();
}

/** Saves a report, makes it one of another computer, and compares. */
async function compare(stage: Stage, file: string): Promise<void> {
  const { app, page } = stage;
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);
  await openHelp(stage);
  await button(page, messages.help.support.report.action).click();
  await page.getByRole('radio', { name: messages.support.report.json }).check();
  await button(page, messages.support.report.save).click();
  await page.getByRole('dialog').getByText(said(messages.support.report.saved)).waitFor();
  await button(page, messages.app.close).click();
  const report = JSON.parse(readFileSync(file, 'utf8')) as ReportFile;
  for (const { values } of report.snapshot.ipInterfaces.slice(2, 6)) {
    Object.assign(values, { NlMtu: 1400, Metric: 9, Connected: 0 });
  }
  Object.assign(report.snapshot.adapters[4] ?? {}, { guid: '', alias: 'Old VPN' });
  writeFileSync(file, JSON.stringify({ ...report, computer: 'SUPPORT-PC' }));
  await button(page, messages.help.support.open.action).click();
  await page.getByRole('dialog', { name: messages.support.compare.title }).waitFor();
  await page
    .getByRole('checkbox', { name: said(messages.support.compare.choose) })
    .first()
    .check();
}

/** Says what main would on a computer where changes need more than in the demo (a Permission of the contract). */
async function tellPermission({ app }: Stage, permission: object): Promise<void> {
  await app.evaluate(({ BrowserWindow }, told) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('changes.permissionChanged', told);
  }, permission);
}

async function loseSetting(stage: Stage): Promise<void> {
  await keepCompanyOnly(stage);
  stage.network('vanish', contoso);
  await stage.page.getByRole('group', { name: 'Contoso VPN' }).waitFor({ state: 'hidden' });
  stage.network('return', contoso, 'fresh');
  await button(stage.page, messages.internetTraffic.lost.review).waitFor();
}

async function failToRevert(stage: Stage): Promise<void> {
  await openPane(stage);
  await stage.page.getByTestId('field-NlMtu').getByRole('textbox').fill('1300');
  await apply(stage);
  stage.network('set', contoso, 'ipv4', 'NlMtu', '1350');
  await button(stage.page, messages.countdown.revert).click();
  await stage.page.getByText(messages.results.incompleteTitle).first().waitFor();
}

const today = new Date().setHours(10, 32, 0, 0);
const made = new Date(2026, 4, 9, 12).getTime();

/** The VPN's default routes off, always. */
const vpnOff: PlacedSetting = {
  alias: 'Contoso VPN',
  type: 53,
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  value: 1,
  madeAt: made,
  account: 'anna',
  state: 'held',
  setAgainAt: today,
  timesSet: 4,
};
const isKeeperRunning = true;

/** A setting in each state that a person has to understand. */
const inEveryState: readonly PlacedSetting[] = [
  vpnOff,
  { ...vpnOff, family: 'IPv6', setAgainAt: 0, timesSet: 0 },
  { ...vpnOff, alias: 'Dock', type: 6, field: 'NlMtu', value: 9000, state: 'absent' },
  { ...vpnOff, field: 'NlMtu', value: 1300, state: 'changed', live: 1420 },
  { ...vpnOff, alias: 'Northwind VPN', type: 23, state: 'given-up' },
  { ...vpnOff, alias: 'Ethernet', type: 6, state: 'refused', refusal: 24, setAgainAt: 0 },
  { ...vpnOff, alias: 'Wi-Fi', type: 71, field: 'Metric', value: 50, state: 'failed', code: 1 },
  { ...vpnOff, alias: 'Twin', type: 6, state: 'ambiguous', setAgainAt: 0 },
];

const many = Array.from({ length: 1024 }, (_, index): PlacedSetting => {
  return {
    ...vpnOff,
    alias: `tunnel-${String(index)}`,
    state: index === 7 ? 'given-up' : 'absent',
  };
});

async function openLasting({ page }: Stage): Promise<void> {
  await goTo(page, 'lasting');
}

/** Shows what lasts. */
function lastingScene(name: string, place: SimulatedPlace, text: () => string): Scene {
  return {
    name,
    prepare: async (stage) => {
      stage.lasting(place);
      await openLasting(stage);
      await stage.page.getByText(text()).first().waitFor();
    },
  };
}

/** Reviews the VPN's split tunnelling, with a keeper that runs, and answers that it is to last. */
async function reviewAlways(stage: Stage, settings: readonly PlacedSetting[] = []): Promise<void> {
  stage.lasting({ settings, isKeeperRunning });
  await openLasting(stage);
  await stage.page
    .getByText(settings.length > 0 ? messages.lasting.states.held : messages.lasting.none)
    .first()
    .waitFor();
  await goTo(stage.page, 'internet-traffic');
  await chooseCompanyOnly(stage);
  await openReview(stage);
  await stage.page.getByRole('radio', { name: messages.lasting.choice.always }).check();
}

const lastingScenes: readonly Scene[] = [
  { name: 'lasting-not-installed', prepare: openLasting },
  {
    name: 'lasting-split-tunnelling',
    prepare: async (stage) => {
      await keepCompanyOnly(stage);
      stage.lasting({ settings: [vpnOff, { ...vpnOff, family: 'IPv6' }], isKeeperRunning });
      await openLasting(stage);
      await stage.page.getByText(messages.lasting.states.held).first().waitFor();
    },
    inDocs: true,
  },
  lastingScene('lasting-empty', { settings: [], isKeeperRunning }, () => messages.lasting.none),
  lastingScene(
    'lasting',
    { settings: inEveryState, isKeeperRunning },
    () => messages.lasting.states.ambiguous,
  ),
  lastingScene(
    'lasting-not-running',
    { settings: [vpnOff], isKeeperRunning: false },
    () => messages.lasting.states.unknown['not-running'],
  ),
  lastingScene(
    'lasting-off',
    { settings: [vpnOff], isKeeperRunning, isOff: true },
    () => messages.lasting.states.unknown['switched-off'],
  ),
  lastingScene(
    'lasting-damaged',
    { settings: [vpnOff], isKeeperRunning, isDamaged: true },
    () => messages.lasting.problems.damaged,
  ),
  lastingScene(
    'lasting-many',
    { settings: many, isKeeperRunning },
    () => messages.lasting.states.givenUp,
  ),
  {
    name: 'lasting-stop',
    prepare: async (stage) => {
      stage.lasting({ settings: inEveryState, isKeeperRunning });
      await openLasting(stage);
      await button(stage.page, messages.lasting.stopAll).click();
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  { name: 'review-always', prepare: (stage) => reviewAlways(stage), inDocs: true },
  {
    name: 'review-always-danger',
    prepare: async (stage) => {
      stage.lasting({ settings: [{ ...vpnOff, field: 'NlMtu', value: 1300 }], isKeeperRunning });
      await openLasting(stage);
      await stage.page.getByText(said(messages.lasting.states.changed)).waitFor();
      await goTo(stage.page, 'internet-traffic');
      await switchAllOff(stage);
      await openReview(stage);
      await button(stage.page, messages.internetTraffic.review.applyAnyway).waitFor();
      const always = stage.page.getByRole('radio', { name: messages.lasting.choice.always });
      await always.check();
      await stage.page
        .getByRole('checkbox', { name: messages.lasting.choice.yes })
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'review-stops-always',
    prepare: async (stage) => {
      await openPane(stage);
      stage.lasting({ settings: [{ ...vpnOff, field: 'NlMtu', value: 1420 }], isKeeperRunning });
      const { page } = stage;
      await page.getByTestId('field-NlMtu').getByText(messages.lasting.mark.badge).waitFor();
      await page.getByTestId('field-NlMtu').getByRole('textbox').fill('1300');
      await openReview(stage);
      await page.getByText(said(messages.lasting.choice.stops)).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'countdown-always',
    prepare: async (stage) => {
      await reviewAlways(stage);
      await applyButton(stage.page).click();
      await stage.page.getByText(said(messages.lasting.results.countdown)).waitFor();
    },
  },
  {
    name: 'kept-always',
    prepare: async (stage) => {
      await reviewAlways(stage);
      await applyButton(stage.page).click();
      await button(stage.page, messages.countdown.keep).click();
      await stage.page.getByText(messages.lasting.results.kept).first().waitFor();
      await goTo(stage.page, 'history');
      await stage.page
        .getByRole('list', { name: messages.history.list })
        .getByRole('button')
        .first()
        .click();
      await stage.page.getByRole('heading', { name: messages.lasting.history.heading }).waitFor();
    },
  },
  {
    name: 'interfaces-lasting',
    prepare: async (stage) => {
      await openPane(stage);
      stage.lasting({ settings: inEveryState, isKeeperRunning });
      await stage.page.getByTestId('field-NlMtu').getByText(messages.lasting.mark.badge).waitFor();
    },
  },
];

const settingsScenes: readonly Scene[] = [
  { name: 'settings', prepare: ({ page }) => goTo(page, 'settings') },
];

const trafficScenes: readonly Scene[] = [
  { name: 'traffic', prepare: () => Promise.resolve() },
  { name: 'traffic-edited', prepare: chooseCompanyOnly, inDocs: true },
  {
    name: 'traffic-addresses',
    prepare: async (stage) => {
      await chooseCompanyOnly(stage);
      const box = stage.page.getByRole('textbox', { name: messages.internetTraffic.probes.input });
      await box.fill('203.0.113.7');
      await button(stage.page, messages.internetTraffic.probes.fold).click();
      await stage.page.getByRole('rowheader', { name: /^203\.0\.113\.7/ }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'traffic-why',
    prepare: async ({ page }) => {
      const box = page.getByRole('textbox', { name: messages.internetTraffic.probes.input });
      await box.fill('203.0.113.7');
      await box.press('Enter');
      await box.blur();
    },
    inDocs: true,
  },
  {
    name: 'traffic-name',
    prepare: async ({ page }) => {
      const box = page.getByRole('textbox', { name: messages.internetTraffic.probes.input });
      // Looked up in the hosts file.
      await box.fill('localhost');
      await box.press('Enter');
      await page
        .getByText(said(messages.internetTraffic.probes.resolved, { name: 'localhost' }))
        .waitFor();
    },
  },
  {
    name: 'traffic-apart',
    prepare: async ({ page }) => {
      const more = button(page, messages.internetTraffic.adapters.more({ adapter: 'Contoso VPN' }));
      await more.click();
      await page.getByRole('menuitem', { name: messages.internetTraffic.adapters.apart }).click();
      await more.click();
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'traffic-all-adapters',
    prepare: async ({ page }) => {
      await button(page, said(messages.internetTraffic.adapters.showAll)).click();
      await button(page, messages.internetTraffic.adapters.showFewer).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'traffic-no-vpn',
    prepare: async ({ page, network }) => {
      network('vanish', contoso);
      network('vanish', northwind);
      await page.getByText(messages.internetTraffic.presets.noVpn).first().waitFor();
    },
  },
  {
    name: 'traffic-nowhere',
    prepare: async (stage) => {
      await switchAllOff(stage);
      await apply(stage);
      await button(stage.page, messages.countdown.keep).click();
      await stage.page.getByText(messages.internetTraffic.nowhereAtAll).first().waitFor();
    },
  },
  { name: 'traffic-setting-lost', prepare: loseSetting },
  {
    name: 'traffic-card-menu',
    prepare: async ({ page }) => {
      await button(page, messages.internetTraffic.adapters.more({ adapter: 'Ethernet' })).click();
      await page.getByRole('menu').waitFor();
    },
  },
];

const changeScenes: readonly Scene[] = [
  { name: 'review', prepare: reviewCompanyOnly },
  {
    name: 'review-details',
    prepare: async (stage) => {
      await reviewCompanyOnly(stage);
      const details = stage.page
        .getByRole('dialog')
        .getByText(messages.planDetails.title, { exact: true });
      await details.click();
      await button(stage.page, messages.planDetails.copyCommands).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'review-several',
    prepare: async (stage) => {
      await openPane(stage);
      await stage.page.getByTestId('field-NlMtu').getByRole('textbox').fill('1300');
      await stage.page.getByTestId('field-Metric').getByRole('textbox').fill('7');
      await openReview(stage);
    },
  },
  {
    name: 'review-one-family',
    prepare: async (stage) => {
      await draftInPane(stage);
      await openReview(stage);
    },
  },
  {
    name: 'review-danger',
    prepare: async (stage) => {
      await switchAllOff(stage);
      await openReview(stage);
    },
  },
  {
    name: 'review-failed',
    prepare: async (stage) => {
      stage.network('fail-next-set', '5');
      await reviewCompanyOnly(stage);
      await applyButton(stage.page).click();
      await button(stage.page, messages.results.reviewAgain)
        .or(button(stage.page, messages.app.tryAgain))
        .waitFor();
    },
  },
  {
    name: 'review-hanging',
    prepare: async (stage) => {
      stage.network('hang-next-set');
      await reviewCompanyOnly(stage);
      await applyButton(stage.page).click();
      await stage.page.getByText(messages.phases.silent).waitFor();
    },
  },
  {
    name: 'review-read-only',
    prepare: async (stage) => {
      await tellPermission(stage, {
        kind: 'read-only',
        reason: 'folder-writable-by-others',
        detail: '/home/somebody/interface-panel',
      });
      await reviewCompanyOnly(stage);
    },
  },
  {
    name: 'review-password',
    prepare: async (stage) => {
      await tellPermission(stage, { kind: 'prompt', prompt: 'uac', needsPassword: true });
      await reviewCompanyOnly(stage);
    },
  },
  {
    name: 'edits-list',
    prepare: async (stage) => {
      await chooseCompanyOnly(stage);
      await button(stage.page, said(messages.edits.listButton)).click();
    },
  },
  { name: 'countdown', prepare: applyCompanyOnly, inDocs: true },
  {
    name: 'countdown-one-family',
    prepare: async (stage) => {
      await draftInPane(stage);
      await apply(stage);
      await stage.page.getByText(said(messages.internetTraffic.countdown.asPredicted)).waitFor();
    },
  },
  {
    name: 'countdown-addresses',
    prepare: async (stage) => {
      await applyCompanyOnly(stage);
      const panel = stage.page.getByRole('region', { name: messages.countdown.title });
      await panel.getByRole('button', { name: messages.internetTraffic.probes.heading }).click();
    },
  },
  {
    name: 'close-question',
    prepare: async (stage) => {
      await applyCompanyOnly(stage);
      await stage.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      });
      await button(stage.page, messages.closing.keep).waitFor();
    },
  },
  { name: 'kept', prepare: keepCompanyOnly },
  {
    name: 'kept-and-copied',
    prepare: async (stage) => {
      await keepCompanyOnly(stage);
      await chooseInMenu(stage, messages.menu.copySummary);
      const notes = stage.page.getByRole('region', { name: messages.app.notes });
      await notes.getByRole('group').nth(1).waitFor();
    },
  },
  {
    name: 'reverted-incompletely',
    prepare: async (stage) => {
      await failToRevert(stage);
      await button(stage.page, messages.results.show).click();
    },
  },
];

const interfacesScenes: readonly Scene[] = [
  { name: 'interfaces', prepare: openInterfaces },
  { name: 'interfaces-edited', prepare: draftInPane, inDocs: true },
  {
    name: 'interfaces-invalid',
    prepare: async (stage) => {
      await openPane(stage);
      const { page } = stage;
      await page.getByTestId('field-NlMtu').getByRole('textbox').fill('12');
      await page.getByTestId('field-NlMtu').getByText(said(messages.problems.range)).waitFor();
      await editsBar(page).waitFor();
    },
  },
  {
    name: 'interfaces-all-fields',
    prepare: async (stage) => {
      await openPane(stage);
      const pane = stage.page.getByRole('complementary');
      const folded = pane.locator('h3 button[aria-expanded="false"]');
      for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
      await pane.getByText(messages.fieldGroups.identity).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'interfaces-filter',
    prepare: async (stage) => {
      await openInterfaces(stage);
      await button(stage.page, messages.tables.filter).click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'interfaces-columns',
    prepare: async (stage) => {
      await openInterfaces(stage);
      await button(stage.page, messages.interfaces.columns).click();
      await stage.page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'interfaces-none',
    prepare: async (stage) => {
      await openInterfaces(stage);
      await stage.page.getByRole('searchbox', { name: messages.interfaces.search }).fill('nothing');
      await stage.page.getByText(messages.interfaces.noMatch).waitFor();
    },
  },
  {
    name: 'interfaces-row-menu',
    prepare: async (stage) => {
      await openPane(stage);
      await stage.page.keyboard.press('Escape');
      await stage.page.keyboard.press('Shift+F10');
      await stage.page.getByRole('menu').waitFor();
    },
  },
  { name: 'interfaces-many', prepare: openManyPane },
  {
    name: 'interfaces-locked',
    prepare: async (stage) => {
      await openManyPane(stage);
      const pane = stage.page.getByRole('complementary');
      await pane.getByRole('radio', { name: messages.details.fixed }).check();
      await pane.getByTestId('field-Metric').getByRole('textbox').fill('7');
      await apply(stage);
      await stage.page.getByText(messages.details.locked).waitFor();
    },
  },
  {
    name: 'interface-gone',
    prepare: async (stage) => {
      await draftInPane(stage);
      stage.network('vanish', contoso);
      await stage.page.getByText(said(messages.edits.gone)).first().waitFor();
    },
  },
];

const routesScenes: readonly Scene[] = [
  { name: 'routes', prepare: ({ page }) => goTo(page, 'routes') },
  {
    name: 'routes-lookup',
    prepare: async ({ page }) => {
      await goTo(page, 'routes');
      await page.getByRole('textbox', { name: messages.routes.lookup.label }).fill('10.20.30.40');
      await page.keyboard.press('Enter');
      await page
        .getByText(said(messages.routes.lookup.direct, { address: '10.20.30.40' }))
        .first()
        .waitFor();
    },
  },
  {
    name: 'routes-invalid',
    prepare: async ({ page }) => {
      await goTo(page, 'routes');
      await page.getByRole('textbox', { name: messages.routes.lookup.label }).fill('10.20.30');
      await page.keyboard.press('Enter');
      await page.getByText(said(messages.routes.lookup.invalid)).first().waitFor();
    },
  },
  {
    name: 'routes-filter',
    prepare: async ({ page }) => {
      await goTo(page, 'routes');
      await button(page, messages.tables.filter).click();
      await page.getByRole('menu').waitFor();
    },
  },
];

const undoNewest = ({ page }: Stage) =>
  button(page, said(messages.history.restore.transaction)).first().click();

const historyScenes: readonly Scene[] = [
  { name: 'history-empty', prepare: ({ page }) => goTo(page, 'history') },
  {
    name: 'history',
    prepare: async (stage) => {
      await keepCompanyOnly(stage);
      await goTo(stage.page, 'history');
      const list = stage.page.getByRole('list', { name: messages.history.list });
      await list.getByRole('button').first().click();
      await stage.page.getByRole('complementary').waitFor();
    },
  },
  {
    name: 'history-restore',
    prepare: async (stage) => {
      await keepCompanyOnly(stage);
      await goTo(stage.page, 'history');
      await undoNewest(stage);
      await undoButton(stage.page).waitFor();
    },
  },
  {
    name: 'history-undone',
    prepare: async (stage) => {
      await keepCompanyOnly(stage);
      await goTo(stage.page, 'history');
      await undoNewest(stage);
      await undoButton(stage.page).click();
      await button(stage.page, messages.countdown.keep).click();
      await stage.page.getByText(messages.history.results.restored).waitFor();
    },
    inDocs: true,
  },
  {
    name: 'history-still-open',
    prepare: async (stage) => {
      await failToRevert(stage);
      await goTo(stage.page, 'history');
      await stage.page.getByText(messages.history.stillOpen.title).waitFor();
    },
  },
];

/** Another file in each run. */
/** Nobody else's: what lies under a name that can be guessed may be another user's link. */
let ownFolder: string | undefined;

function temporary(name: string): string {
  ownFolder ??= mkdtempSync(path.join(tmpdir(), 'interface-panel-scenes-'));
  return path.join(ownFolder, name);
}

const supportScenes: readonly Scene[] = [
  { name: 'help', prepare: openHelp },
  {
    name: 'help-licences',
    prepare: async (stage) => {
      await openHelp(stage);
      await stage.page.getByText(said(messages.help.about.parts)).click();
      await stage.page.getByText(/^react 1/).click();
      await stage.page.getByText(/^react 1/).scrollIntoViewIfNeeded();
    },
  },
  { name: 'compare', prepare: (stage) => compare(stage, temporary('compared.json')) },
  {
    name: 'set-waits',
    prepare: async (stage) => {
      await reviewCompanyOnly(stage);
      await openSavedSet(stage, temporary('waiting.interfacepanel'), false);
      await button(stage.page, messages.support.set.wait).click();
      // The notice's title; for a moment the sentence is also among what is said aloud.
      const connectFirst = stage.page.getByText(said(messages.support.set.connectFirst));
      await connectFirst.first().waitFor();
    },
  },
  {
    name: 'shortcuts',
    prepare: async ({ page }) => {
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'save-report',
    prepare: async (stage) => {
      await chooseInMenu(stage, messages.menu.saveReport);
      await stage.page.getByRole('dialog', { name: messages.support.report.title }).waitFor();
    },
  },
  {
    name: 'saved-set',
    prepare: async (stage) => {
      await reviewCompanyOnly(stage);
      await openSavedSet(stage, temporary('set.interfacepanel'), false);
    },
  },
  {
    name: 'saved-set-fits',
    prepare: async (stage) => {
      await reviewCompanyOnly(stage);
      await openSavedSet(stage, temporary('from-support.interfacepanel'), true);
      const meant = { isOn: true, blocksOthers: false, vpn: 'Contoso VPN' };
      await stage.page.getByText(messages.plan.titles.splitTunnelling(meant)).waitFor();
    },
    inDocs: true,
  },
];

export const scenes: readonly Scene[] = [
  ...trafficScenes,
  ...changeScenes,
  ...interfacesScenes,
  ...routesScenes,
  ...historyScenes,
  ...lastingScenes,
  ...settingsScenes,
  ...supportScenes,
];
