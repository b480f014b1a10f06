// SPDX-License-Identifier: MIT
// No two places of the program say different things about internet traffic.
import { describe, expect, it } from 'vitest';
import { carriersOf } from '../../../electron/contract/carriers';
import { families } from '../../../electron/contract/family';
import type { Family } from '../../../electron/contract/family';
import type { Path, Preview } from '../../../electron/contract/preview';
import { ipInterfaceId, routeId } from '../../../electron/contract/snapshot';
import type { Luid, Snapshot } from '../../../electron/contract/snapshot';
import { windowSnapshotOf } from '../../../electron/contract/window-snapshot';
import { standings } from '../../../electron/routes/default-route-standings';
import { Network } from '../../../electron/routes/network';
import { preview } from '../../../electron/routes/preview';
import { trafficText } from '../../../electron/shell/tray-text';
import { terminalTable } from '../../../electron/terminal/terminal-table';
import { trafficUses } from '../../../renderer/adapters/traffic-use';
import { adapterCards } from '../../../renderer/traffic/adapter-cards';
import { companyVpn } from '../../../renderer/traffic/status-text';
import { cardStatusText } from '../../../renderer/pages/internet-traffic/card-text';
import { trafficSentence } from '../../../electron/texts/traffic-text';
import { Random } from '../../prediction/random';
import { claimOf } from '../../prediction/sentence';
import { networkOf } from './routes-network';
import { anySketch } from './routes-random-network';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

interface Place {
  readonly snapshot: Snapshot;
  readonly answer: Preview;
  readonly nameOf: (luid: Luid) => string;
}

async function placeOf(stack: 'linux' | 'windows', seed: number): Promise<Place> {
  const { snapshot } = networkOf(anySketch(new Random(seed), stack));
  const answer = await preview(
    snapshot,
    { operations: [], addresses: [], kinds: {}, vpn: null, blocksOthers: false },
    // terminalTable asks for the user who runs it.
    {
      remoteSession: null,
      metricsSetHere: new Set(),
      userId: process.geteuid?.() ?? 0,
      managerOf: () => null,
    },
    () => Promise.resolve({ kind: 'failed' }),
  );
  const names = new Map(snapshot.adapters.map(({ luid, alias }) => [luid, alias]));
  return { snapshot, answer, nameOf: (luid) => names.get(luid) ?? luid };
}

/** The adapters that the sentence of a family names, sorted. */
const said = ({ answer, nameOf }: Place, family: Family) =>
  carriersOf(answer.traffic[family].now).map(nameOf).sort();

/** Adapters in the terminal's table whose line of a family says "In use". */
function inTerminal({ snapshot }: Place, family: Family): readonly string[] {
  const lines = terminalTable(snapshot).split('\n');
  return lines
    .filter((line) => line.includes(family) && line.includes('In use'))
    .map((line) => line.split(' ')[0] ?? '')
    .sort();
}

function inInterfaces({ snapshot, answer, nameOf }: Place, family: Family): readonly string[] {
  const traffic = trafficUses(windowSnapshotOf(snapshot, 1), answer.traffic);
  return snapshot.ipInterfaces
    .filter((row) => row.family === family && traffic.get(ipInterfaceId(row)) === 'in-use')
    .map(({ luid }) => nameOf(luid))
    .sort();
}

/** What cards say, adapter by adapter, of one family. */
function onCards({ snapshot, answer, nameOf }: Place, family: Family): Map<string, string> {
  const words = { nameOf, system: 'Linux' };
  return new Map(
    adapterCards(windowSnapshotOf(snapshot, 1), {}).map((card) => {
      const own = card.families.filter((one) => one.family === family);
      return [
        nameOf(card.luid),
        cardStatusText(
          card,
          own,
          { traffic: answer.traffic, companyVpn: companyVpn(answer, 'now') },
          words,
        ),
      ];
    }),
  );
}

function wayOf(path: Path): string {
  switch (path.kind) {
    case 'through':
      return path.luid;
    case 'tie':
      return path.luids.toSorted().join();
    case 'this-computer':
      return 'here';
    case 'nowhere':
      return path.reason;
  }
}

describe.each(['linux', 'windows'] as const)('about internet traffic (%s)', (stack) => {
  it('sentence, tray, terminal, Interfaces and cards name the same adapters', async () => {
    for (const seed of seeds) {
      const place = await placeOf(stack, seed);
      const now = {
        IPv4: place.answer.traffic.IPv4.now,
        IPv6: place.answer.traffic.IPv6.now,
      };
      const tray = trafficText(now, place.snapshot.adapters).split('\n');
      for (const family of families) {
        const names = said(place, family);
        const here = `seed ${seed}, ${family}`;
        const sentence = trafficSentence(family, now[family], { nameOf: place.nameOf, system: '' });
        for (const name of names) expect(sentence, here).toContain(name);
        expect([here, inTerminal(place, family)]).toEqual([here, names]);
        expect([here, inInterfaces(place, family)]).toEqual([here, names]);
        const line = tray.find((text) => text.startsWith(family)) ?? '';
        for (const name of names) expect(line, here).toContain(name);
        expect([here, / or |no way|dropped/.test(line)]).toEqual([here, names.length !== 1]);
        const carrying = [...onCards(place, family)]
          .filter(([, text]) => text === `Carries ${family} now`)
          .map(([name]) => name);
        expect([here, carrying]).toEqual([here, names.length === 1 ? names : []]);
      }
    }
  });

  it('the table of addresses shows what the sentence and its exceptions say', async () => {
    for (const seed of seeds) {
      const { answer } = await placeOf(stack, seed);
      for (const { kind, family, address, now } of answer.probes) {
        if (kind !== 'internet') continue;
        const claim = claimOf(answer.traffic[family].now, address);
        if (!claim) continue;
        const { way } = claim;
        const ways = { through: 'luid', lost: 'luid' } as const;
        const expected =
          way.kind in ways && 'luid' in way
            ? way.luid
            : way.kind === 'tie'
              ? way.luids.toSorted().join()
              : way.kind === 'dropped'
                ? way.reason
                : way.kind === 'stays'
                  ? 'here'
                  : 'no-route';
        expect([seed, address, wayOf(now)]).toEqual([seed, address, expected]);
      }
    }
  });

  it('a default route that wins on the page Routes carries what the sentence says', async () => {
    for (const seed of seeds) {
      const { snapshot, answer } = await placeOf(stack, seed);
      const routes = new Map(snapshot.routes.map((route) => [routeId(route), route]));
      for (const { route: id, standing } of standings(
        new Network(snapshot),
        process.geteuid?.() ?? 0,
      )) {
        const route = routes.get(id);
        if (!route || standing.state !== 'wins' || route.hops.length > 0) continue;
        const { now } = answer.traffic[route.family];
        const ways = now.rest.map(({ way }) => way);
        const carriers = [
          ...carriersOf(now),
          ...(now.kind === 'lost' ? [now.luid] : []),
          ...ways.flatMap((way) => ('luid' in way ? [way.luid] : [])),
        ];
        expect([seed, carriers]).toEqual([seed, expect.arrayContaining([route.luid])]);
      }
    }
  });

  it('a choice that is shown as true is true by the sentence', async () => {
    const seen = new Set<string>();
    for (const seed of seeds) {
      const { answer } = await placeOf(stack, seed);
      const { presetNow, vpn, traffic } = answer;
      const carriers = families.flatMap((family) => carriersOf(traffic[family].now));
      if (presetNow !== null) seen.add(presetNow);
      if (presetNow === 'through-vpn')
        expect([seed, carriers]).toEqual([seed, expect.arrayContaining([vpn])]);
      if (presetNow === 'company-only') {
        expect([seed, carriers.includes(vpn ?? '')]).toEqual([seed, false]);
        expect(carriers.length).toBeGreaterThan(0);
      }
      for (const advice of answer.advice) {
        if (advice.id === 'other-means')
          expect([seed, carriers]).toEqual([seed, expect.arrayContaining([advice.luid])]);
      }
    }
    expect([...seen].length).toBeGreaterThan(1);
  });
});
