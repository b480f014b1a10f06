// SPDX-License-Identifier: MIT
import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressBits,
  addressText,
  isWithin,
  parseAddress,
} from '../../../electron/routes/ip-address';
import { firstAround } from '../../../electron/routes/prefix';

const bits = fc.bigInt(0n, 2n ** 128n - 1n);
/** Addresses with many zero groups, where "::" may stand in several places. */
const sparse = fc
  .array(fc.constantFrom(0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.reduce<bigint>((all, group) => (all << 16n) | group, 0n));

describe('addresses', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(fc.oneof(bits, sparse), (value) => {
        const text = addressText('IPv6', value);
        expect(isIPv6(text)).toBe(true);
        expect(parseAddress(text)).toEqual({ family: 'IPv6', bits: value, zone: null });
      }),
    );
    fc.assert(
      fc.property(fc.nat(0xffffffff), (value) => {
        const text = addressText('IPv4', BigInt(value));
        expect(isIPv4(text)).toBe(true);
        expect(parseAddress(text)).toEqual({ family: 'IPv4', bits: BigInt(value), zone: null });
      }),
    );
  });

  it.each([
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['0::0', '::'],
    ['::ffff:c000:201', '::ffff:192.0.2.1'],
    ['::192.0.2.1', '::c000:201'],
    ['64:ff9b::192.0.2.1', '64:ff9b::c000:201'],
  ])('%s is written as the addon writes it', (text, canonical) => {
    expect(addressText('IPv6', parseAddress(text)?.bits ?? -1n)).toBe(canonical);
  });

  it('keep their zone apart', () => {
    expect(parseAddress('fe80::1%eth0')).toEqual({
      family: 'IPv6',
      bits: (0xfe80n << 112n) | 1n,
      zone: 'eth0',
    });
  });

  it.each(['br_lan', 'Wi-Fi 2', 'a%b', 'vEthernet (Default Switch)', '12', 'eth0.100'])(
    'take the zone %j, as any name of an adapter',
    (zone) => {
      expect(parseAddress(`fe80::9%${zone}`)).toMatchObject({ family: 'IPv6', zone });
    },
  );

  it.each(['', 'eth0', '1.2.3', '1.2.3.4/8', '::g', 'fe80::1%'])('are none: %j', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('lie in exactly the prefixes whose bits they share', () => {
    fc.assert(
      fc.property(bits, fc.integer({ min: 0, max: 128 }), fc.nat(127), (value, length, flipped) => {
        const prefix = addressText('IPv6', BigInt(firstAround('IPv6', value, length)));
        const other = { family: 'IPv6', bits: value ^ (1n << BigInt(127 - flipped)), zone: null };
        expect(isWithin({ family: 'IPv6', bits: value, zone: null }, prefix, length)).toBe(true);
        expect(isWithin(other as never, prefix, length)).toBe(flipped >= length);
      }),
    );
    expect(isWithin({ family: 'IPv4', bits: 1n, zone: null }, '::', addressBits.IPv6)).toBe(false);
  });
});
