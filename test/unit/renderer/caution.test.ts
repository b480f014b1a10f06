// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import type { FieldName } from '../../../electron/contract/fields';
import { cautionOf } from '../../../renderer/changes/caution';
import { ethernetLuid } from './sample-snapshot';
import { fieldCaution } from '../../../electron/texts/field-words';

const cautionFor = (field: FieldName, expected: number, value: number) =>
  cautionOf({ luid: ethernetLuid, family: 'IPv6', field, expected, value });

describe('cautionOf', () => {
  it.each<[FieldName, number, number]>([
    ['DisableDefaultRoutes', 0, 1],
    ['WeakHostSend', 0, 1],
    ['WeakHostReceive', 0, 1],
    ['AdvertisingEnabled', 0, 1],
    ['AdvertiseDefaultRoute', 0, 1],
    ['RouterDiscoveryBehavior', 1, 0],
    ['LinkLocalAddressBehavior', 1, 0],
    ['Metric', 25, 0],
    ['DadTransmits', 1, 5],
    ['NlMtu', 1500, 9000],
    ['NlMtu', 1500, 1279],
    // In either direction:
    ['ForwardingEnabled', 0, 1],
    ['ForwardingEnabled', 1, 0],
  ])('warns when %s goes from %i to %i', (field, expected, value) => {
    expect(cautionFor(field, expected, value)).toBe(fieldCaution(field));
    expect(cautionFor(field, expected, value)).not.toBeUndefined();
  });

  it.each<[FieldName, number, number]>([
    ['DisableDefaultRoutes', 1, 0],
    ['WeakHostSend', 1, 0],
    ['RouterDiscoveryBehavior', 0, 1],
    ['Metric', 25, 5],
    ['DadTransmits', 5, 1],
    ['NlMtu', 1500, 1280],
    // Without a caution of its own:
    ['BaseReachableTime', 30000, 1],
  ])('is silent when %s goes from %i to %i', (field, expected, value) => {
    expect(cautionFor(field, expected, value)).toBeUndefined();
  });
});
