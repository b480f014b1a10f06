// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../electron/contract/operation';
import { canMean } from '../../../electron/contract/intent';
import type { Intent } from '../../../electron/contract/intent';
import type { LastingChange } from '../../../electron/contract/lasting';
import { planSubject, restoringSubject } from '../../../electron/contract/plan-subject';
import type { SubjectPlan } from '../../../electron/contract/plan-subject';
import {
  keepQuestion,
  planChanges,
  planCount,
  planQuestion,
  planTitle,
  restoringQuestion,
  revertLabel,
} from '../../../electron/texts/plan-title';
import { ipInterfaceId } from '../../../electron/contract/snapshot';
import { Network } from '../../../electron/routes/network';
import { presets } from '../../../electron/routes/presets/presets';
import { intentOf } from '../../../electron/contract/intent-of';
import { Random } from '../../prediction/random';
import { networkOf } from './routes-network';
import { anyOperations, anySketch } from './routes-random-network';

const adapters: Readonly<Record<string, string>> = {
  1: 'Ethernet',
  2: 'Wi-Fi',
  3: 'Contoso VPN',
  4: 'Cellular',
};
const names = {
  nameOf: ({ luid, alias }: { luid: string | null; alias: string | null }) =>
    alias ?? adapters[luid ?? ''] ?? '?',
};

function operation(
  luid: string,
  field: Operation['field'],
  expected: number,
  value: number,
  family: Operation['family'] = 'IPv4',
): Operation {
  return { luid, family, field, expected, value };
}

/** The same in both families. */
const both = (...of: Parameters<typeof operation>) => [
  operation(...of),
  operation(of[0], of[1], of[2], of[3], 'IPv6'),
];
const metric = (luid: string) => [
  ...both(luid, 'UseAutomaticMetric', 1, 0),
  ...both(luid, 'Metric', 25, 5),
];
const off = (luid: string) => both(luid, 'DisableDefaultRoutes', 0, 1);
const on = (luid: string) => both(luid, 'DisableDefaultRoutes', 1, 0);
const splitOn: Intent = {
  kind: 'split-tunnelling',
  isOn: true,
  vpn: '3',
  blocksOthers: false,
};
const splitOff: Intent = { ...splitOn, isOn: false };
const everyMetric = ({ index }: Network) => new Set(index.snapshot.ipInterfaces.map(ipInterfaceId));
const stopping: LastingChange = {
  id: 'a'.repeat(32),
  alias: 'tun0',
  luid: null,
  family: 'IPv4',
  field: 'NlMtu',
  expected: 1400,
  value: null,
};

const plans: readonly (readonly [
  plan: SubjectPlan,
  title: string,
  question: string,
  changes: string,
])[] = [
  [
    { operations: off('3'), intent: splitOn },
    'Turn split tunnelling on · Contoso VPN',
    'Turn split tunnelling on for Contoso VPN?',
    'Use for internet traffic: On → Off',
  ],
  [
    {
      operations: [...both('3', 'DisableDefaultRoutes', 1, 0), ...off('1')],
      intent: { ...splitOn, isOn: false, blocksOthers: true },
    },
    'Turn split tunnelling off and block other adapters · Contoso VPN',
    'Turn split tunnelling off and block other adapters for Contoso VPN?',
    'Use for internet traffic on Contoso VPN: Off → On, Use for internet traffic on Ethernet: On → Off',
  ],
  [
    { operations: both('3', 'DisableDefaultRoutes', 1, 0), intent: { kind: 'system-default' } },
    'Use the system default for internet traffic',
    'Use the system default for internet traffic?',
    'Use for internet traffic: Off → On',
  ],
  [
    { operations: off('1') },
    'Use for internet traffic off · Ethernet',
    'Turn “Use for internet traffic” off for Ethernet?',
    'On → Off',
  ],
  [
    { operations: [...metric('1'), ...metric('2')] },
    'Metric 5 on Ethernet and Wi-Fi',
    'Set Metric to 5 on Ethernet and Wi-Fi?',
    'automatic → 5',
  ],
  [
    { operations: [operation('1', 'UseAutomaticMetric', 0, 1, 'IPv6')] },
    'Metric automatic on Ethernet (IPv6)',
    'Set Metric to automatic on Ethernet (IPv6)?',
    'fixed → automatic',
  ],
  [
    { operations: [...both('1', 'Metric', 25, 5), ...both('2', 'Metric', 35, 5)] },
    'Metric 5 on Ethernet and Wi-Fi',
    'Set Metric to 5 on Ethernet and Wi-Fi?',
    'several values → 5',
  ],
  [
    { operations: [operation('1', 'RouterDiscoveryBehavior', 1, 0, 'IPv6')] },
    'Router discovery: Disabled · Ethernet (IPv6)',
    'Set Router discovery to “Disabled” on Ethernet (IPv6)?',
    'Enabled → Disabled',
  ],
  [
    {
      operations: [
        ...metric('3'),
        ...off('3'),
        operation('3', 'NlMtu', 1500, 1400),
        operation('3', 'ForwardingEnabled', 0, 1),
      ],
    },
    '4 changes on Contoso VPN',
    'Make 4 changes on Contoso VPN?',
    'Metric: automatic → 5, Use for internet traffic: On → Off, MTU on Contoso VPN (IPv4): 1500 bytes → 1400 bytes, 1 more',
  ],
  [
    {
      operations: [operation('1', 'NlMtu', 1500, 1400), operation('2', 'NlMtu', 1500, 1300)],
    },
    '2 changes on Ethernet and Wi-Fi (IPv4)',
    'Make 2 changes on Ethernet and Wi-Fi (IPv4)?',
    'MTU on Ethernet (IPv4): 1500 bytes → 1400 bytes, MTU on Wi-Fi (IPv4): 1500 bytes → 1300 bytes',
  ],
  [
    { operations: ['1', '2', '3', '4'].flatMap(off) },
    'Use for internet traffic off · 4 adapters',
    'Turn “Use for internet traffic” off for 4 adapters?',
    'On → Off',
  ],
  [
    { operations: [], lastingChanges: [stopping] },
    'Stop making it last: MTU · tun0 (IPv4)',
    'Stop making “MTU · tun0 (IPv4)” last?',
    '',
  ],
  [
    { operations: [], lastingChanges: [{ ...stopping, expected: null, value: 1400 }] },
    'Make it last: MTU 1400 bytes on tun0 (IPv4)',
    'Make “MTU 1400 bytes on tun0 (IPv4)” last?',
    '',
  ],
];

describe('the title of a plan', () => {
  it.each(plans)('of %j', (plan, title, question, changes) => {
    const subject = planSubject(plan);
    expect(planTitle(subject, names)).toBe(title);
    expect(planQuestion(subject, names)).toBe(question);
    expect(planChanges(subject, names)).toBe(changes);
  });

  it('of a restore is that of what it takes back, and its values go the other way', () => {
    const subject = restoringSubject({ operations: both('1', 'Metric', 5, 25) });
    expect(planTitle(subject, names)).toBe('Undo: Metric 5 on Ethernet');
    expect(planQuestion(subject, names)).toBe('Undo “Metric 5 on Ethernet”?');
    expect(planChanges(subject, names)).toBe('5 → 25');
    expect(restoringQuestion(subject, names)).toBe('Undo “Undo: Metric 5 on Ethernet”?');
  });

  it.each<[string, SubjectPlan, string, string]>([
    [
      'one number',
      { operations: both('1', 'NlMtu', 1400, 1500).filter(({ family }) => family === 'IPv4') },
      'MTU on Ethernet (IPv4) is 1500 bytes again. Keep it so?',
      'Go back to 1400 bytes',
    ],
    [
      'several values',
      { operations: [...both('1', 'Metric', 5, 25), ...both('1', 'NlMtu', 1400, 1500)] },
      '“2 changes on Ethernet” is undone. Keep it so?',
      'Go back',
    ],
  ])('after a restore asks about what is so again: %s', (_, plan, question, revert) => {
    const subject = restoringSubject(plan);
    expect(keepQuestion(subject, names)).toBe(question);
    expect(revertLabel(subject)).toBe(revert);
  });

  it('after a change asks about the change', () => {
    const subject = planSubject({ operations: both('1', 'Metric', 25, 5) });
    expect(keepQuestion(subject, names)).toBe('Keep “Metric 5 on Ethernet”?');
    expect(revertLabel(subject)).toBe('Revert now');
  });

  it('counts as a person would: one value is one change, however many have it, and names them all', () => {
    const count = (operations: readonly Operation[]) =>
      planCount(planSubject({ operations }), names);
    expect(count(off('3'))).toBe('1 change on Contoso VPN (IPv4 and IPv6)');
    expect(count(metric('1'))).toBe('1 change on Ethernet (IPv4 and IPv6)');
    expect(count([...off('3'), ...metric('1')])).toBe(
      '2 changes on Contoso VPN and Ethernet (IPv4 and IPv6)',
    );
  });

  it('stays short, however long the plan is', () => {
    const operations = Array.from({ length: 1024 }, (_, index) =>
      operation(String(index + 1), 'NlMtu', 1500, 1300 + index),
    );
    const subject = planSubject({ operations });
    expect(JSON.stringify(subject).length).toBeLessThan(1_000);
    expect(planTitle(subject, names)).toBe('1,024 changes on 1,024 adapters (IPv4)');
  });
});

describe('what a plan may be called', () => {
  it.each<readonly [boolean, Intent, readonly Operation[]]>([
    [true, splitOn, off('3')],
    [true, splitOn, [...off('3'), ...both('1', 'DisableDefaultRoutes', 1, 0)]],
    [false, splitOn, both('3', 'DisableDefaultRoutes', 1, 0)],
    [false, splitOn, [...off('3'), operation('1', 'ForwardingEnabled', 0, 1)]],
    [false, { ...splitOn, blocksOthers: true }, off('3')],
    // Other adapters switched off are its opposite, and a metric is none of it.
    [false, splitOn, off('1')],
    [false, splitOn, [...off('3'), ...metric('3')]],
    [true, splitOff, on('3')],
    [true, splitOff, [...on('3'), ...metric('3')]],
    [false, splitOff, off('3')],
    [false, splitOff, [...on('3'), ...off('1')]],
    [false, splitOff, [...on('3'), ...metric('1')]],
    [true, { ...splitOff, blocksOthers: true }, [...on('3'), ...off('1')]],
    [false, { ...splitOff, blocksOthers: true }, on('3')],
    [false, { ...splitOff, blocksOthers: true }, [...on('3'), ...off('1'), ...on('2')]],
    [true, { kind: 'system-default' }, both('1', 'UseAutomaticMetric', 0, 1)],
    [true, { kind: 'system-default' }, on('1')],
    [false, { kind: 'system-default' }, off('1')],
    [false, { kind: 'system-default' }, metric('1')],
  ])('is %s for %j of %j', (is, intent, operations) => {
    expect(canMean(intent, operations)).toBe(is);
  });

  it.each(['linux', 'windows'] as const)(
    'is what the window calls a choice, on any network of %s',
    (stack) => {
      let called = 0;
      for (let seed = 1; seed <= 40; seed += 1) {
        const random = new Random(seed);
        const sketched = networkOf(anySketch(random, stack));
        const network = new Network(sketched.snapshot).with(
          anyOperations(random, stack, sketched.luid),
        );
        const vpn = sketched.luid('tun0');
        const input = { network, kinds: {}, vpn, metricsSetHere: everyMetric(network), userId: 0 };
        const offered = presets({ ...input, blocksOthers: false });
        for (const { operations } of [...offered, ...presets({ ...input, blocksOthers: true })]) {
          const intent = intentOf(operations, { presets: offered, vpn });
          if (intent) called += 1;
          expect(intent === undefined || canMean(intent, operations)).toBe(true);
        }
      }
      expect(called).toBeGreaterThan(60);
    },
  );
});
