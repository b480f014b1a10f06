// SPDX-License-Identifier: MIT
// The picture of traffic shows what the judge says, and nothing else.
import { describe, expect, it } from 'vitest';
import { carriersOf } from '../../../electron/contract/carriers';
import { families } from '../../../electron/contract/family';
import type { InternetTraffic, Preview } from '../../../electron/contract/preview';
import { preview } from '../../../electron/routes/preview';
import { pictureOf } from '../../../renderer/traffic/picture/picture';
import type { PictureLine } from '../../../renderer/traffic/picture/picture';
import type { Box } from '../../../renderer/traffic/picture/geometry';
import { layOut, mostAdaptersIn } from '../../../renderer/traffic/picture/picture-layout';
import { statusSentences } from '../../../renderer/traffic/status-text';
import { Random } from '../../prediction/random';
import {
  nowhere,
  samplePreview,
  staying,
  throughEthernet,
  throughHalves,
  throughVpn,
  whole,
} from '../renderer/sample-preview';
import { ethernetLuid, vpnLuid } from '../renderer/sample-snapshot';
import { networkOf } from './routes-network';
import { anySketch } from './routes-random-network';

const tied: InternetTraffic = {
  kind: 'tie',
  luids: ['7', '8', '9'],
  metric: 5,
  choice: 'undocumented',
  ...whole,
};
const noCompany = { now: false, after: false };
const company = { IPv4: { now: true, after: true }, IPv6: noCompany };
const others = [vpnLuid, ethernetLuid, '7', '8', '9'];

const picture = (some: Partial<Preview>, most = { onLines: 3, inAll: 3 }) =>
  pictureOf(samplePreview({ company, ...some }), others, most);

const line = (some: Partial<PictureLine>): PictureLine => ({
  to: 'websites',
  family: null,
  through: [vpnLuid],
  end: 'arrives',
  state: 'now',
  isLocked: false,
  ...some,
});

describe('the picture', () => {
  it('has a line to websites and one to the company, and counts who has no place', () => {
    expect(picture({ traffic: { IPv4: staying(throughVpn), IPv6: staying(nowhere) } })).toEqual({
      adapters: [vpnLuid, ethernetLuid, '7'],
      more: 2,
      destinations: ['websites', 'company'],
      lines: [line({}), line({ to: 'company' })],
    });
  });

  it('leaves out a company that no VPN leads to', () => {
    const traffic = { IPv4: staying(throughEthernet), IPv6: staying(nowhere) };
    const { destinations, lines } = picture({
      traffic,
      company: { IPv4: noCompany, IPv6: noCompany },
    });
    expect(destinations).toEqual(['websites']);
    expect(lines).toEqual([line({ through: [ethernetLuid] })]);
  });

  it('shows what would be beside what is', () => {
    const changes = { ...staying(throughVpn), after: throughEthernet };
    const { lines } = picture({ traffic: { IPv4: changes, IPv6: staying(nowhere) } });
    expect(lines).toEqual([
      line({ state: 'replaced' }),
      line({ state: 'after', through: [ethernetLuid] }),
      line({ to: 'company' }),
    ]);
  });

  it('has a line for IPv6 where that goes another way', () => {
    const { lines } = picture({
      traffic: { IPv4: staying(throughVpn), IPv6: staying(throughEthernet) },
    });
    expect(lines).toEqual([
      line({}),
      line({ family: 'IPv6', through: [ethernetLuid] }),
      line({ to: 'company' }),
    ]);
  });

  it('draws as it is what stays while the other family changes', () => {
    const changes = { ...staying(throughVpn), after: throughEthernet };
    const { lines } = picture({ traffic: { IPv4: changes, IPv6: staying(throughVpn) } });
    expect(lines).toEqual([
      line({ state: 'replaced' }),
      line({ family: 'IPv6' }),
      line({ state: 'after', through: [ethernetLuid] }),
      line({ to: 'company' }),
    ]);
  });

  it('says that switches do not move what a program leads, and where a line ends', () => {
    const { lines } = picture({
      traffic: { IPv4: staying(throughHalves), IPv6: staying(nowhere) },
    });
    expect(lines[0]).toEqual(line({ isLocked: true }));
    const cutOff = picture({ traffic: { IPv4: staying(nowhere), IPv6: staying(nowhere) } });
    expect(cutOff.lines[0]).toEqual(line({ through: [], end: 'nowhere' }));
  });

  it('keeps those on lines, in their order, where few have room', () => {
    const through = { ...throughEthernet, luid: '9' };
    const { adapters, more } = picture(
      { traffic: { IPv4: staying(through), IPv6: staying(nowhere) } },
      { onLines: 2, inAll: 2 },
    );
    expect(adapters).toEqual([vpnLuid, '9']);
    expect(more).toBe(3);
  });

  it('keeps all of those on lines, where others have no room', () => {
    const tie = { ...staying(throughVpn), after: tied };
    const { adapters, more } = picture(
      { traffic: { IPv4: tie, IPv6: staying(nowhere) } },
      { onLines: 5, inAll: 2 },
    );
    expect(adapters).toEqual([vpnLuid, '7', '8', '9']);
    expect(more).toBe(1);
  });

  const apart = (one: Box, other: Box) =>
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;

  it.each([430, 560, 640, 900])(
    'has no words on other words or on a box in a width of %d',
    (width) => {
      const before: InternetTraffic[] = [throughVpn, throughEthernet];
      for (const isSmall of [false, true]) {
        for (const [now, after] of [before, before.toReversed()]) {
          if (!now || !after) throw new Error('There are two');
          const drawn = picture(
            { traffic: { IPv4: { ...staying(now), after }, IPv6: staying(nowhere) } },
            mostAdaptersIn(width, isSmall),
          );
          const said = new Map([
            ['replaced', 'now'],
            ['after', 'after applying'],
          ]);
          const textOf = ({ state }: PictureLine) => said.get(state) ?? '';
          const { lines, computer, adapters, more, destinations } = layOut(
            drawn,
            width,
            isSmall,
            textOf,
          );
          const places = [computer, ...[...adapters, ...destinations].map(({ box }) => box)];
          const taken: Box[] = more ? [...places, more] : places;
          const words = lines.flatMap(({ line: one, label }): Box[] => {
            if (!label) return [];
            // Narrower than a browser makes them: what touches here lies on each other there.
            const wide = textOf(one).length * 5.5;
            const left = label.x - wide * { start: 0, middle: 0.5, end: 1 }[label.anchor];
            return [{ x: left, y: label.y - 9, width: wide, height: 10 }];
          });
          expect(words).toHaveLength(2);
          for (const [index, one] of words.entries()) {
            for (const other of [...words.slice(index + 1), ...taken]) {
              expect(apart(one, other)).toBe(true);
            }
          }
        }
      }
    },
  );

  it.each([300, 430, 620, 710, 900])(
    'keeps the words of both families off each other where one changes, in a width of %d',
    (width) => {
      const changes = { ...staying(throughVpn), after: throughEthernet };
      const traffic = { IPv4: changes, IPv6: staying(throughVpn) };
      for (const isSmall of [false, true]) {
        const drawn = picture({ traffic }, mostAdaptersIn(width, isSmall));
        const textOf = ({ family, state, to }: PictureLine) => {
          if (to === 'company') return '';
          if (family !== null) return 'IPv6';
          return state === 'replaced' ? 'IPv4, now' : 'IPv4, after applying';
        };
        const words = layOut(drawn, width, isSmall, textOf).lines.flatMap((one): Box[] => {
          if (!one.label) return [];
          const wide = textOf(one.line).length * 6;
          const left = one.label.x - wide * { start: 0, middle: 0.5, end: 1 }[one.label.anchor];
          return [{ x: left - 3, y: one.label.y - 12, width: wide + 6, height: 16 }];
        });
        expect(words).toHaveLength(3);
        for (const [index, one] of words.entries()) {
          for (const other of words.slice(index + 1)) expect(apart(one, other)).toBe(true);
        }
      }
    },
  );

  it.each([280, 559, 560, 900])(
    'lies within a width of %d, without boxes on each other',
    (width) => {
      for (const isSmall of [false, true]) {
        const drawn = picture(
          { traffic: { IPv4: staying(throughVpn), IPv6: staying(throughEthernet) } },
          mostAdaptersIn(width, isSmall),
        );
        const { computer, adapters, more, destinations, ...layout } = layOut(
          drawn,
          width,
          isSmall,
          () => '',
        );
        const boxes = [
          computer,
          ...adapters.map(({ box }) => box),
          ...(more ? [more] : []),
          ...destinations.map(({ box }) => box),
        ];
        for (const box of boxes) {
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(layout.height + 0.01);
        }
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            expect(apart(one, other)).toBe(true);
          }
        }
        expect(layout.isVertical).toBe(width < 560);
        expect(layout.lines.every(({ paths }) => !paths.join().includes('NaN'))).toBe(true);
      }
    },
  );
});

describe.each(['linux', 'windows'] as const)('of random networks (%s)', (stack) => {
  const seeds = Array.from({ length: 150 }, (_, seed) => seed);

  /** The answer about "Only company traffic", which changes most. */
  async function answerOf(seed: number): Promise<Preview> {
    const { snapshot } = networkOf(anySketch(new Random(seed), stack));
    const surroundings = {
      remoteSession: null,
      metricsSetHere: new Set<string>(),
      userId: 0,
      managerOf: () => null,
    };
    const ask = (operations: Preview['presets'][number]['operations']) =>
      preview(
        snapshot,
        { operations, addresses: [], kinds: {}, vpn: null, blocksOthers: false },
        surroundings,
        () => Promise.resolve({ kind: 'failed' }),
      );
    const { presets } = await ask([]);
    return ask(presets.find(({ id }) => id === 'company-only')?.operations ?? []);
  }

  it('picture, status line and judge agree, now and after', async () => {
    const seen = new Set<string>();
    for (const seed of seeds) {
      const answer = await answerOf(seed);
      const { lines, adapters, more } = pictureOf(answer, [], { onLines: 3, inAll: 3 });
      for (const moment of ['now', 'after'] as const) {
        const states = moment === 'now' ? ['now', 'replaced'] : ['now', 'after'];
        const shown = lines.filter(({ state }) => states.includes(state));
        const websites = shown.filter(({ to }) => to === 'websites');
        const main = websites.find((one) => one.family === null);
        for (const { state, end } of websites) seen.add(state).add(end);
        for (const family of families) {
          const traffic = answer.traffic[family][moment];
          const own = websites.find((one) => one.family === family) ?? main;
          const isUnused =
            answer.traffic[family].now.kind === 'none' &&
            answer.traffic[family].after.kind === 'none';
          if (isUnused) continue;
          const carriers = own?.end === 'arrives' ? own.through : [];
          expect([seed, family, carriers]).toEqual([seed, family, carriersOf(traffic)]);
          const { kind } = traffic;
          expect([seed, own?.isLocked]).toEqual([seed, kind === 'wide-routes' || kind === 'rules']);
        }
        const toCompany = shown.filter(({ to }) => to === 'company');
        const isCarried = families.some((family) => answer.company[family][moment]);
        expect([seed, toCompany.map(({ through }) => through)]).toEqual([
          seed,
          isCarried ? [[answer.vpn]] : [],
        ]);
        const said = statusSentences(answer, moment, { nameOf: (luid) => `<${luid}>`, system: '' });
        const named = new Set([...said.join(' ').matchAll(/<(\d+)>/g)].map(([, luid]) => luid));
        const drawn = new Set(shown.flatMap(({ through }) => through));
        expect([seed, moment, [...named].sort()]).toEqual([seed, moment, [...drawn].sort()]);
      }
      const all = new Set(lines.flatMap(({ through }) => through));
      expect(adapters.length + more).toBe(all.size);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['now', 'after', 'replaced', 'arrives']));
  });
});
