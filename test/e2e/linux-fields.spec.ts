// SPDX-License-Identifier: MIT
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { linuxFieldCases } from './support/linux-fields';
import type { LinuxFieldCase } from './support/linux-fields';
import { lan, NetworkLab, until } from './support/network-lab';
import { run } from './support/shell';
import { takeWitness } from './support/witness';

/** Drafts an edit for each of the cases, opening each IP interface once. */
async function draft(app: RunningApp, cases: readonly LinuxFieldCase[]): Promise<void> {
  for (const { adapter, family, field, draft: value } of cases) {
    await app.interfaces.open(adapter, family);
    await app.interfaces.edit(field, value);
  }
}

function learntDefaultRoute(): string {
  return run('ip', '-6', 'route', 'show', 'default', 'dev', lan, 'proto', 'ra');
}

for (const equalMetrics of [false, true]) {
  test.describe(`Linux fields, ${equalMetrics ? 'equal' : 'different'} metrics`, () => {
    let lab: NetworkLab;
    let app: RunningApp;

    test.beforeAll(async () => {
      lab = await NetworkLab.create({ equalMetrics, routerAdvertisements: true });
      app = await launchApp();
    });

    test.afterAll(async () => {
      await app.close();
      await lab.remove();
    });

    const single = equalMetrics
      ? linuxFieldCases.filter(({ field }) => field === 'DisableDefaultRoutes')
      : linuxFieldCases;

    for (const fieldCase of single) {
      const { field, family, adapter, applied, read } = fieldCase;
      test(`${field} of ${adapter} (${family}) is set in the kernel and reverted exactly`, async () => {
        const before = takeWitness();
        await draft(app, [fieldCase]);
        await app.interfaces.apply();
        expect(read()).toBe(applied);
        await app.interfaces.revert();
        expect(takeWitness()).toEqual(before);
      });
    }

    test('all fields together are set in one transaction and reverted exactly', async () => {
      const before = takeWitness();
      await draft(app, linuxFieldCases);
      await app.interfaces.apply();
      for (const { field, family, adapter, applied, read } of linuxFieldCases) {
        expect.soft(read(), `${field} of ${adapter} (${family})`).toBe(applied);
      }
      await app.interfaces.revert();
      expect(takeWitness()).toEqual(before);
    });

    test('the learnt default route is the kernel’s own again: a stopped router withdraws it', async () => {
      expect(learntDefaultRoute()).toContain('default');
      await lab.stopRadvd();
      await until(() => learntDefaultRoute() === '');
      await lab.startRadvd();
    });

    if (equalMetrics) return;

    test('all fields revert exactly when the countdown runs out', async () => {
      test.setTimeout(240_000);
      const before = takeWitness();
      await draft(app, linuxFieldCases);
      await app.interfaces.apply();
      await expect(app.interfaces.countdown).toBeHidden({ timeout: 120_000 });
      await expect(
        app.window.getByText('Reverted. Everything is as before.').first(),
      ).toBeVisible();
      expect(takeWitness()).toEqual(before);
    });
  });
}
