// SPDX-License-Identifier: MIT
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow, prepareWindowTests } from './render-app';
import { defaultRoute, sampleSnapshot, vpnLuid } from './sample-snapshot';

prepareWindowTests();

const routes = [defaultRoute(), defaultRoute({ luid: vpnLuid, metric: 5 })];

describe.each([
  { page: 'interfaces', first: 'Adapter', metric: 'Metric' },
  { page: 'routes', first: 'Destination', metric: 'Effective metric' },
] as const)('the names of columns on the page of $page', ({ page, first, metric }) => {
  const sorted = () =>
    screen
      .getAllByRole('columnheader')
      .filter((header) => header.hasAttribute('aria-sort'))
      .map((header) => [header.textContent, header.getAttribute('aria-sort')]);

  it('sort upwards, then downwards, and never by nothing', async () => {
    const { user } = openWindow({ page, snapshot: { ...sampleSnapshot(), routes } });
    const name = await screen.findByRole('button', { name: metric });
    expect(sorted()).toEqual([[first, 'ascending']]);
    const seen = [];
    for (let click = 0; click < 3; click += 1) {
      await user.click(name);
      seen.push(...sorted());
    }
    expect(seen).toEqual([
      [metric, 'ascending'],
      [metric, 'descending'],
      [metric, 'ascending'],
    ]);
  });
});
