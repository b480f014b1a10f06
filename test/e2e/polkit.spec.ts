// SPDX-License-Identifier: MIT
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { processStatus, theHelper } from './support/helper-process';
import { lan, NetworkLab } from './support/network-lab';
import { OrdinaryUser } from './support/ordinary-user';
import { sysctl, takeWitness } from './support/witness';

const capNetAdmin = '0000000000001000';

test.describe('as an ordinary user', () => {
  let lab: NetworkLab;
  let user: OrdinaryUser;
  let app: RunningApp;

  test.beforeAll(async () => {
    lab = await NetworkLab.create();
    user = await OrdinaryUser.create();
  });

  test.afterAll(async () => {
    await user.remove();
    await lab.remove();
  });

  test.beforeEach(async () => {
    app = await launchApp({
      executable: user.executable(),
      project: user.projectFolder,
      userData: user.newUserData(),
    });
  });

  test.afterEach(() => app.close());

  async function draftAndApply(): Promise<void> {
    await app.interfaces.open(lan, 'IPv6');
    await app.interfaces.edit('DadTransmits', 5);
    await app.interfaces.openReview();
    await app.interfaces.review.getByRole('button', { name: 'Apply' }).click();
  }

  test('polkit says yes: the helper applies with CAP_NET_ADMIN alone, and reverts', async () => {
    await user.answer('yes');
    const before = takeWitness();
    await draftAndApply();
    await expect(app.interfaces.countdown).toBeVisible();
    expect(sysctl(`net.ipv6.conf.${lan}.dad_transmits`)).toBe('5');
    const status = processStatus(await theHelper());
    for (const set of ['CapPrm', 'CapEff', 'CapBnd']) {
      expect.soft(status, set).toContain(`${set}:\t${capNetAdmin}`);
    }
    expect(status).toContain('NoNewPrivs:\t1');
    await app.interfaces.revert();
    expect(takeWitness()).toEqual(before);
  });

  for (const answer of ['no', 'nothing'] as const) {
    test(`polkit ${answer === 'no' ? 'says no' : 'has no agent to ask'}: nothing changes and the edit stays`, async () => {
      await user.answer(answer);
      const before = takeWitness();
      await draftAndApply();
      await expect(app.interfaces.review).toContainText('Nothing was changed.');
      await expect(app.interfaces.review).toContainText('Your edits are still here.');
      await app.interfaces.review.getByRole('button', { name: 'Cancel' }).click();
      await expect(app.interfaces.edits).toContainText('1 change on ');
      expect(takeWitness()).toEqual(before);
    });
  }
});
