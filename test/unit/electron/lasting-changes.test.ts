// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import type { LastingChange, ShownValue } from '../../../electron/contract/lasting';
import type { Snapshot } from '../../../electron/contract/snapshot';
import {
  lastingChangesOf,
  makingLast,
  stoppingLast,
  takingBack,
} from '../../../electron/lasting/lasting-changes';
import { MeantSettings } from '../../../electron/lasting/meant-settings';
import { settingId } from '../../../electron/lasting/setting-id';
import { storedSetting } from './lasting-store';

const guid = '{0F0E0D0C-0B0A-0908-0706-050403020100}';
const tunnel = { luid: '7', alias: 'tun0', type: 131, guid: '' };
const vpn = { luid: '8', alias: 'Contoso VPN', type: 53, guid };
const adapters = [tunnel, vpn];
const snapshot = {
  stack: 'windows',
  adapters,
  ipInterfaces: [
    { luid: '7', family: 'IPv4', values: { DisableDefaultRoutes: 1, NlMtu: 1400, Connected: 1 } },
    { luid: '8', family: 'IPv4', values: { DisableDefaultRoutes: 0, NlMtu: null } },
  ],
} as unknown as Snapshot;

const off = {
  luid: '7',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  expected: 0,
  value: 1,
} as const satisfies Operation;
const key = { luid: '7', family: 'IPv4', field: 'DisableDefaultRoutes' } as const;

describe('values that are to last', () => {
  it('become settings of their adapters by what these are called', () => {
    const metric: Operation = { ...off, luid: '8', family: 'IPv6', field: 'Metric', value: 5 };
    expect(lastingChangesOf([off, metric], 'always', [], snapshot)).toEqual([
      {
        id: settingId(tunnel, 'IPv4', 'DisableDefaultRoutes'),
        alias: 'tun0',
        luid: '7',
        family: 'IPv4',
        field: 'DisableDefaultRoutes',
        expected: null,
        value: 1,
      },
      {
        id: settingId(vpn, 'IPv6', 'Metric'),
        alias: 'Contoso VPN',
        luid: '8',
        family: 'IPv6',
        field: 'Metric',
        expected: null,
        value: 5,
      },
    ]);
  });

  it('lead on from what lasts already, and change nothing where it is the same', () => {
    const zero = storedSetting({ value: 0 });
    expect(lastingChangesOf([off], 'always', [zero], snapshot)).toMatchObject([
      { id: zero.id, expected: 0, value: 1 },
    ]);
    expect(lastingChangesOf([off], 'always', [storedSetting()], snapshot)).toEqual([]);
  });

  it('take the place of settings that mean the same adapter by another name', () => {
    const renamed = storedSetting({ ...vpn, alias: 'VPN of old' });
    const operation = { ...off, luid: '8' };
    expect(lastingChangesOf([operation], 'always', [renamed], snapshot)).toMatchObject([
      { id: settingId(vpn, 'IPv4', 'DisableDefaultRoutes'), luid: '8', expected: 1, value: 1 },
    ]);
    const same = storedSetting({ ...vpn, value: 0 });
    const both = [renamed, same];
    for (const stored of [both, both.toReversed()]) {
      expect(lastingChangesOf([operation], 'always', stored, snapshot)).toMatchObject([
        { id: same.id, expected: 0, value: 1 },
      ]);
    }
  });

  it('are refused for an adapter that could not be known again', () => {
    for (const alias of ['', 'a\ud800']) {
      const nameless = { adapters: [{ ...tunnel, alias }] } as unknown as Snapshot;
      expect(() => lastingChangesOf([off], 'always', [], nameless)).toThrow(/no name/);
      expect(lastingChangesOf([off], 'until-reconnect', [], nameless)).toEqual([]);
    }
  });
});

describe('values that are not to last', () => {
  it('stop every setting of the same field of the same adapter, and no other', () => {
    const stored = [
      storedSetting(),
      storedSetting({ family: 'IPv6' }),
      storedSetting({ field: 'NlMtu', value: 1400 }),
      storedSetting({ alias: 'tun1' }),
      storedSetting({ guid, type: 131 }),
    ];
    const changes = lastingChangesOf([off], 'until-reconnect', stored, snapshot);
    expect(changes).toHaveLength(2);
    expect(changes).toContainEqual({
      id: stored[0]?.id,
      alias: 'tun0',
      luid: null,
      family: 'IPv4',
      field: 'DisableDefaultRoutes',
      expected: 1,
      value: null,
    });
    expect(changes).toContainEqual(expect.objectContaining({ id: stored[4]?.id }));
  });

  it('leave a setting alone that two adapters fit', () => {
    const twins = { adapters: [...adapters, { ...tunnel, luid: '9' }] } as unknown as Snapshot;
    const other = storedSetting({ guid });
    expect(lastingChangesOf([off], 'until-reconnect', [other], twins)).toEqual([]);
  });

  it.each(['always', 'until-reconnect'] as const)(
    'are metrics once the metric is automatic (%s)',
    (choice) => {
      const metric = storedSetting({ field: 'Metric', value: 5 });
      const automatic: Operation = { ...off, field: 'UseAutomaticMetric' };
      const stops = expect.objectContaining({ id: metric.id, value: null }) as LastingChange;
      expect(lastingChangesOf([automatic], choice, [metric], snapshot)).toContainEqual(stops);
      const fixed = { ...automatic, value: 0 };
      expect(lastingChangesOf([fixed], choice, [metric], snapshot)).not.toContainEqual(stops);
      const asked: Operation = { ...off, field: 'Metric', value: 5 };
      const changes = lastingChangesOf([automatic, asked], 'always', [metric], snapshot);
      expect(changes.map(({ field }) => field)).toEqual(['UseAutomaticMetric']);
    },
  );
});

describe('an automatic metric', () => {
  const automatic = storedSetting({ field: 'UseAutomaticMetric', value: 1 });
  const metric: Operation = { ...off, field: 'Metric', value: 5 };

  it('lasts no longer once a fixed one is to last', () => {
    expect(lastingChangesOf([metric], 'always', [automatic], snapshot)).toMatchObject([
      { field: 'Metric', value: 5 },
      { id: automatic.id, luid: null, expected: 1, value: null },
    ]);
    expect(lastingChangesOf([metric], 'until-reconnect', [automatic], snapshot)).toEqual([]);
    const fixed = storedSetting({ field: 'UseAutomaticMetric', value: 0 });
    expect(lastingChangesOf([metric], 'always', [fixed], snapshot)).toHaveLength(1);
    const isFixed: Operation = { ...off, field: 'UseAutomaticMetric', value: 0 };
    expect(lastingChangesOf([isFixed, metric], 'always', [automatic], snapshot)).toMatchObject([
      { field: 'UseAutomaticMetric', expected: 1, value: 0 },
      { field: 'Metric', value: 5 },
    ]);
  });

  it.each([
    [1, [['UseAutomaticMetric', 1]]],
    [
      0,
      [
        ['UseAutomaticMetric', 0],
        ['Metric', 25],
      ],
    ],
  ])('is made to last without the metric that it has now (%i)', (isAutomatic, expected) => {
    const values = { UseAutomaticMetric: isAutomatic, Metric: 25 };
    const here = {
      ...snapshot,
      ipInterfaces: [{ luid: '7', family: 'IPv4', values }],
    } as unknown as Snapshot;
    const shown = (['UseAutomaticMetric', 'Metric'] as const).map((field) => ({
      ...key,
      field,
      value: values[field],
    }));
    const changes = makingLast(shown, [], here);
    expect(changes.map(({ field, value }) => [field, value])).toEqual(expected);
  });

  it('that is made to last stops a fixed one', () => {
    const here = {
      ...snapshot,
      ipInterfaces: [{ luid: '7', family: 'IPv4', values: { UseAutomaticMetric: 1, Metric: 25 } }],
    } as unknown as Snapshot;
    const fixed = storedSetting({ field: 'Metric', value: 5 });
    expect(
      makingLast([{ ...key, field: 'UseAutomaticMetric', value: 1 }], [fixed], here),
    ).toMatchObject([
      { field: 'UseAutomaticMetric', value: 1 },
      { id: fixed.id, expected: 5, value: null },
    ]);
  });
});

describe('what is there now', () => {
  it('is made to last, but for what cannot be set, is not there or lasts already', () => {
    const shown = { ...key, value: 1 };
    const all: readonly ShownValue[] = [
      shown,
      { ...shown, field: 'Connected' },
      { ...shown, family: 'IPv6' },
      { ...shown, luid: '8', field: 'NlMtu' },
      { ...shown, luid: '9' },
    ];
    expect(makingLast(all, [], snapshot)).toMatchObject([{ luid: '7', expected: null, value: 1 }]);
    expect(makingLast(all, [storedSetting()], snapshot)).toEqual([]);
  });

  it('is not made to last where something else was shown', () => {
    const shown = { ...key, value: 0 };
    expect(() => makingLast([shown], [], snapshot)).toThrow(
      'DisableDefaultRoutes is 1 now, not 0 as it was shown.',
    );
  });

  it('is stopped by the ids that are there', () => {
    const stored = [storedSetting(), storedSetting({ alias: 'tun1' })];
    const ids = [stored[1]?.id ?? '', 'f'.repeat(32)];
    expect(stoppingLast(ids, stored)).toMatchObject([
      { id: ids[0], luid: null, expected: 1, value: null },
    ]);
  });
});

describe('what a transaction made last', () => {
  const setting = storedSetting();
  const { id } = setting;
  const about = { id, alias: 'tun0', family: 'IPv4', field: 'DisableDefaultRoutes' } as const;
  const madeNew: LastingChange = { ...about, luid: '7', expected: null, value: 1 };
  const changed: LastingChange = { ...about, luid: '7', expected: 0, value: 1 };
  const stopped: LastingChange = { ...about, luid: null, expected: 1, value: null };
  const live = (value: number | 'gone') => () => value;
  const back = (
    change: LastingChange,
    stored: Parameters<typeof stoppingLast>[1],
    value: number | 'gone' = 1,
    restoring: readonly Operation[] = [],
    there: readonly object[] = adapters,
  ) =>
    takingBack(
      [change],
      restoring,
      new MeantSettings(stored, { adapters: there as Snapshot['adapters'] }),
      live(value),
    )[0];

  it('lasts no longer where nothing did before', () => {
    expect(back(madeNew, [setting], 'gone', [], [])).toEqual({
      change: madeNew,
      stillChanged: true,
      present: true,
      inverse: { ...about, luid: null, expected: 1, value: null },
    });
  });

  it.each<[string, LastingChange, readonly (typeof setting)[]]>([
    ['has another value', madeNew, [storedSetting({ value: 0 })]],
    ['is gone', madeNew, []],
    ['was made again', stopped, [setting]],
    ['was made again under another name', stopped, [storedSetting({ guid })]],
  ])('is left alone where it %s', (_name, change, stored) => {
    expect(back(change, stored)).toMatchObject({ stillChanged: false, inverse: null });
  });

  it('is left alone where it was made again, whether its adapter is there or not', () => {
    expect(back(stopped, [setting], 'gone', [], [])).toMatchObject({ stillChanged: false });
    expect(back(stopped, [], 'gone', [], [])).toMatchObject({ stillChanged: true });
  });

  it('lasts again as before, where its value is there', () => {
    expect(back(stopped, [])?.inverse).toEqual({ ...about, luid: '7', expected: null, value: 1 });
    expect(back(stopped, [], 0)).toMatchObject({ present: false, inverse: null });
    expect(back(stopped, [], 'gone')).toMatchObject({ present: false, inverse: null });
  });

  it('lasts again as before, where an operation puts its value back', () => {
    const restore: Operation = { ...off, expected: 1, value: 0 };
    expect(back(changed, [setting], 1, [restore])?.inverse).toMatchObject({
      luid: '7',
      expected: 1,
      value: 0,
    });
    expect(back(changed, [setting], 0, [{ ...restore, value: 1 }])?.inverse).toBeNull();
    expect(back(changed, [setting], 1)?.inverse).toBeNull();
  });

  it('does not last again for an adapter that is gone, or would be another setting now', () => {
    expect(back(stopped, [], 1, [], [vpn])).toMatchObject({ present: false, inverse: null });
    const other = { ...tunnel, guid };
    expect(back(stopped, [], 1, [], [other])).toMatchObject({ present: false, inverse: null });
    const moved = { ...tunnel, luid: '12' };
    expect(back(stopped, [], 1, [], [moved])?.inverse).toMatchObject({ luid: '12' });
  });
});
