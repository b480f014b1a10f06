// SPDX-License-Identifier: MIT
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { linuxFieldCases } from './support/linux-fields';
import { lan, NetworkLab } from './support/network-lab';
import { run } from './support/shell';

test.describe('changes made by other programs', () => {
  let lab: NetworkLab;
  let app: RunningApp;

  test.beforeAll(async () => {
    lab = await NetworkLab.create();
    app = await launchApp();
  });

  test.afterAll(async () => {
    await app.close();
    await lab.remove();
  });

  for (const { field, family, adapter, changeOutside, outside } of linuxFieldCases) {
    if (field === 'DisableDefaultRoutes') continue;
    test(`${field} (${family}) appears in the open window without a click`, async () => {
      await app.interfaces.open(adapter, family);
      const shown = app.interfaces.field(field);
      changeOutside();
      if (typeof outside === 'boolean') {
        await expect(shown.getByRole('switch')).toBeChecked({ checked: outside });
      } else if (await shown.getByRole('combobox').count()) {
        await expect(shown.locator('option:checked')).toHaveText(outside);
      } else {
        await expect(shown.locator('input')).toHaveValue(outside);
      }
    });
  }

  test('a default route that goes makes the switch say why it cannot be used', async () => {
    await app.interfaces.open(lan, 'IPv4');
    run('ip', 'route', 'delete', 'default', 'dev', lan);
    await expect(app.interfaces.field('DisableDefaultRoutes')).toContainText('no default route');
  });

  test('a link that appears and one that goes', async () => {
    run('ip', 'link', 'add', 'new0', 'type', 'veth', 'peer', 'name', 'new1');
    run('ip', 'link', 'set', 'new0', 'up');
    const row = app.interfaces.row('new0', 'IPv4');
    await expect(row).toBeVisible();
    run('ip', 'link', 'delete', 'new0');
    await expect(row).toBeHidden();
  });
});
