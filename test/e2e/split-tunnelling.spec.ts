// SPDX-License-Identifier: MIT
// What the page says about a real VPN, against what the kernel and packets that arrive say.
import { expect, test } from '@playwright/test';
import { launchApp } from './support/app';
import type { RunningApp } from './support/app';
import { companyHosts, internetHosts, lan, truthAbout, tunnel, VpnLab } from './support/vpn-lab';
import { run } from './support/shell';
import type { Truth, VpnRoutes } from './support/vpn-lab';

const everything = 'Everything through the VPN';
const companyOnly = 'Only company traffic through the VPN';
const systemDefault = 'System default';

const direct: Truth = { link: lan, answer: 'direct' };
const throughVpn: Truth = { link: tunnel, answer: 'through the VPN' };
const company: Truth = { link: tunnel, answer: 'company' };
const nowhere: Truth = { link: 'nowhere', answer: 'nobody' };

let lab: VpnLab;
let app: RunningApp;

async function begin(routes: VpnRoutes): Promise<void> {
  lab = await VpnLab.create(routes);
  app = await launchApp({ page: 'internet-traffic' });
  await app.traffic.check(companyHosts[1]);
}

test.afterEach(async () => {
  await app.close();
  await lab.remove();
});

/** "lan0" of "This computer→lan0→internet", "nowhere" of "This computer→nowhere: no route". */
const linkIn = (path: string) => path.split('→')[1]?.split(':')[0] ?? '';

/** What the page says of each family's hosts now must be what is so. */
async function expectNow(internet: Truth, inside: Truth): Promise<void> {
  const truths = [
    ...internetHosts.map((address) => [address, internet] as const),
    ...companyHosts.map((address) => [address, inside] as const),
  ];
  for (const [address, truth] of truths) {
    // On a busy machine a host may need longer for an answer than one question waits.
    await expect.poll(() => truthAbout(address)).toEqual(truth);
    await expect
      .poll(async () => linkIn((await app.traffic.probeTexts(address)).now))
      .toBe(truth.link);
  }
}

/** Which links the page says the hosts would be reached by after applying. */
async function predicted(): Promise<readonly string[]> {
  return Promise.all(
    [...internetHosts, ...companyHosts].map(async (address) => {
      const { now, after } = await app.traffic.probeTexts(address);
      return linkIn(after === 'The same way' ? now : after);
    }),
  );
}

/** Applies what is edited; what comes must be what was said. */
async function applyAndCompare(internet: Truth, inside: Truth): Promise<void> {
  const links = [internet.link, internet.link, inside.link, inside.link];
  await expect.poll(predicted).toEqual(links);
  await app.interfaces.apply();
  await expectNow(internet, inside);
  await expect(app.interfaces.countdown).toContainText(
    /Checked: all \d+ addresses now go as predicted\./,
  );
}

test('a VPN with default routes: each preset does what the page says, and goes back', async () => {
  await begin('default routes');
  const { traffic, interfaces } = app;
  await expect(traffic.preset(everything)).toBeChecked();
  await expectNow(throughVpn, company);

  await traffic.preset(companyOnly).check();
  await applyAndCompare(direct, company);
  await interfaces.revert();
  await expectNow(throughVpn, company);

  await interfaces.apply();
  await interfaces.keep();
  await expect(traffic.preset(companyOnly)).toBeChecked();
  await expectNow(direct, company);

  for (const preset of [everything, systemDefault] as const) {
    await traffic.preset(preset).click();
    await applyAndCompare(throughVpn, company);
    await interfaces.revert();
    await expectNow(direct, company);
    await interfaces.edits.getByRole('button', { name: 'Discard all' }).click();
    await expect(traffic.preset(companyOnly)).toBeChecked();
  }
});

test('a VPN with half routes: the page says that switches do not matter, and they do not', async () => {
  await begin('half routes');
  const { traffic, interfaces } = app;
  await traffic.unfold(traffic.details);
  await expect(traffic.now).toContainText(
    'Two half routes (0.0.0.0/1, 128.0.0.0/1) on tun0 take all IPv4 internet traffic.',
  );
  await expect(traffic.now).toContainText(
    'Two half routes (::/1, 8000::/1) on tun0 take all IPv6 internet traffic.',
  );
  const choice = traffic.preset(companyOnly);
  await expect(choice).toHaveAttribute('aria-disabled', 'true');
  await expect(choice).toHaveAccessibleDescription(/tun0 uses half routes/);
  await expectNow(throughVpn, company);

  await traffic.toggle(lan).click();
  await applyAndCompare(throughVpn, company);
  await interfaces.revert();
  await expectNow(throughVpn, company);

  // Some programs take what of IPv6 is given out, and nothing more.
  run('ip', '-6', 'route', 'add', '2000::/3', 'dev', tunnel);
  for (const half of ['::/1', '8000::/1']) run('ip', '-6', 'route', 'del', half);
  await expect(traffic.now).toContainText(
    'A wide route (2000::/3) on tun0 takes all IPv6 internet traffic.',
  );
  await expectNow(throughVpn, company);
});

test('a VPN with company routes only: websites stay outside, and without the link nothing is left', async () => {
  await begin('company routes');
  const { traffic, interfaces } = app;
  await expect(traffic.preset(companyOnly)).toBeChecked();
  const choice = traffic.preset(everything);
  await expect(choice).toHaveAttribute('aria-disabled', 'true');
  await expect(choice).toHaveAccessibleDescription(/tun0 offers no default route/);
  await expectNow(direct, company);

  await traffic.toggle(lan).click();
  await interfaces.openReview();
  await expect(interfaces.review).toContainText('IPv4 internet traffic will stop.');
  await expect(interfaces.review).toContainText('no route of its own to the server of tun0');
  await interfaces.review.getByRole('button', { name: 'Cancel' }).click();
  // The route into the tunnel stays; what it carries no longer arrives.
  await applyAndCompare(nowhere, { link: tunnel, answer: 'nobody' });
  await interfaces.revert();
  await expectNow(direct, company);
});
