// SPDX-License-Identifier: MIT
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { routeId } from '../../../electron/contract/snapshot';
import type { Snapshot } from '../../../electron/contract/snapshot';
import { openWindow, prepareWindowTests } from './render-app';
import { defaultRoute, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const viaEthernet = defaultRoute();
const viaVpn = defaultRoute({ luid: vpnLuid, nextHop: '10.8.0.1', validLifetime: 1800 });
const company = defaultRoute({ luid: vpnLuid, destination: '10.0.0.0', prefixLength: 8 });

function openRoutes(some: Partial<Snapshot> = {}) {
  const routes = [viaEthernet, viaVpn, company];
  return openWindow({
    page: 'routes',
    snapshot: { ...sampleSnapshot(), routes, ...some },
    handlers: {
      routes: {
        standings: () => [
          { route: routeId(viaEthernet), standing: { state: 'ignored', reason: 'off' } },
          { route: routeId(viaVpn), standing: { state: 'wins', reason: 'lowest' } },
        ],
      },
    },
  });
}

const row = (name: RegExp) => screen.findByRole('row', { name });

describe('the table of routes', () => {
  it('keeps an ignored default route in sight, with the reason', async () => {
    openRoutes();
    await waitFor(async () => {
      expect((await row(/Ethernet/)).textContent).toContain('Ignored');
    });
    expect((await row(/Ethernet/)).textContent).toContain('Use for internet traffic is off.');
  });

  it('copies the rows that are selected, or the one it is asked at', async () => {
    const { user, callsTo } = openRoutes();
    (await row(/Ethernet/)).focus();
    await user.keyboard('{Control>}c{/Control}');
    await user.keyboard('{Control>}ac{/Control}');
    const texts = callsTo('app.copyText').map(([text]) => String(text).trim().split('\n'));
    expect(texts.map(({ length }) => length)).toEqual([2, 4]);
    expect(texts[0]?.[0]).toMatch(/^Destination\tGateway\tInterface\tEffective metric/);
    expect(texts[0]?.[1]).toContain('Ignored: Use for internet traffic is off.');
  });

  it('opens everything that is known of a route, and gives the focus back', async () => {
    const { user } = openRoutes();
    const first = await row(/^0\.0\.0\.0\/0.*Contoso VPN/);
    first.focus();
    await user.keyboard('{Enter}');
    const pane = await screen.findByRole('complementary', { name: /^Details of the route/ });
    const fact = (term: string) => within(pane).getByText(term).nextElementSibling?.textContent;
    expect(fact('Gateway')).toBe('10.8.0.1');
    expect(fact('Lifetime')).toBe('1800 seconds');
    expect(fact('Default route')).toBe('Wins. It has the lowest effective metric.');
    expect(within(pane).queryByText('Scope')).toBeNull();
    expect(pane.contains(document.activeElement)).toBe(true);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(first);
  });

  it('has a column for tables for as long as there is a route in another than the main one', async () => {
    const elsewhere = defaultRoute({ destination: '198.51.100.0', prefixLength: 24, table: 100 });
    const { change } = openRoutes();
    await row(/Ethernet/);
    const columns = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    const plain = columns();
    expect(plain).not.toContain('Table');
    change((now) => ({ ...now, routes: [...now.routes, elsewhere] }));
    await waitFor(() => {
      expect(columns()).toEqual([...plain, 'Table']);
    });
    change((now) => ({ ...now, routes: now.routes.filter(({ table }) => table !== 100) }));
    await waitFor(() => {
      expect(columns()).toEqual(plain);
    });
  });

  it('tells on Linux what only Linux knows', async () => {
    const special = defaultRoute({
      source: '192.0.2.0',
      sourcePrefixLength: 24,
      scope: 253,
      mtu: 1400,
    });
    const { user } = openRoutes({ stack: 'linux', routes: [special] });
    await user.click(await row(/Ethernet/));
    const pane = await screen.findByRole('complementary');
    for (const text of ['192.0.2.0/24', 'Link', '1400', 'main']) {
      expect(within(pane).getByText(text)).toBeTruthy();
    }
  });
});
