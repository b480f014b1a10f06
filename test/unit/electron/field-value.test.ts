// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { fieldValueProblem, parseFieldDraft } from '../../../electron/contract/field-value';
import type { FieldProblem } from '../../../electron/contract/field-value';
import type { Family, StackName } from '../../../electron/contract/family';
import type { FieldName } from '../../../electron/contract/fields';

describe('a value is refused', () => {
  it.each<[FieldProblem['kind'], FieldName, Family, StackName, number]>([
    ['key', 'InterfaceLuid', 'IPv4', 'windows', 1],
    ['reserved', 'MaxReassemblySize', 'IPv4', 'windows', 1],
    ['status', 'Connected', 'IPv4', 'windows', 1],
    ['key', 'InterfaceLuid', 'IPv4', 'linux', 1],
    ['reserved', 'MaxReassemblySize', 'IPv4', 'linux', 1],
    // Linux always has it on.
    ['status', 'WeakHostSend', 'IPv4', 'linux', 1],
    ['not-in-family', 'AdvertiseDefaultRoute', 'IPv4', 'windows', 1],
    ['not-available-on-linux', 'Metric', 'IPv4', 'linux', 5],
    ['not-a-whole-number', 'NlMtu', 'IPv4', 'windows', 1400.5],
    ['not-a-whole-number', 'NlMtu', 'IPv4', 'windows', Number.NaN],
    ['not-a-whole-number', 'NlMtu', 'IPv4', 'windows', Infinity],
    ['not-a-whole-number', 'NlMtu', 'IPv4', 'windows', 2 ** 53],
    ['out-of-range', 'NlMtu', 'IPv4', 'windows', 0],
    ['out-of-range', 'NlMtu', 'IPv4', 'windows', 2 ** 32],
    ['out-of-range', 'DisableDefaultRoutes', 'IPv6', 'linux', 2],
    ['not-a-choice', 'RouterDiscoveryBehavior', 'IPv6', 'windows', 3],
    ['not-a-choice', 'RouterDiscoveryBehavior', 'IPv6', 'windows', -1],
    // Windows has this choice.
    ['not-a-choice', 'RouterDiscoveryBehavior', 'IPv6', 'linux', 2],
  ])('as %s: %s of %s on %s as %s', (kind, name, family, stack, value) => {
    expect(fieldValueProblem(name, family, stack, value)).toMatchObject({ kind });
  });

  it.each(['1,400', '1e3', '0x10', '-1', '+1', '１４００', '1 400', '9'.repeat(16)])(
    'as it was typed: "%s"',
    (draft) => {
      expect(parseFieldDraft('NlMtu', 'IPv4', 'windows', draft)).toHaveProperty('problem');
    },
  );

  it.each(['', '  '])('as empty, where nothing was typed: "%s"', (draft) => {
    expect(parseFieldDraft('NlMtu', 'IPv4', 'windows', draft)).toEqual({
      problem: { kind: 'empty' },
    });
  });
});

describe('a value is taken', () => {
  it.each<[FieldName, Family, StackName, number]>([
    ['NlMtu', 'IPv4', 'windows', 1400],
    ['NlMtu', 'IPv6', 'linux', 1280],
    ['Metric', 'IPv4', 'windows', 1],
    ['RouterDiscoveryBehavior', 'IPv6', 'windows', 2],
    ['LinkLocalAddressBehavior', 'IPv6', 'linux', 2],
    ['DisableDefaultRoutes', 'IPv4', 'linux', 1],
  ])('%s of %s on %s as %i, and as it is typed', (name, family, stack, value) => {
    expect(fieldValueProblem(name, family, stack, value)).toBeNull();
    expect(parseFieldDraft(name, family, stack, ` ${value} `)).toEqual({ value });
  });
});
