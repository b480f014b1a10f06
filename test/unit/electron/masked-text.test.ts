// SPDX-License-Identifier: MIT
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textMask } from '../../../electron/reports/masked-text';
import { Masks } from '../../../electron/reports/masking';
import type { MaskKind } from '../../../electron/reports/masking';

const known = new Map<string, MaskKind>([
  ['Contoso VPN', 'name'],
  ['Contoso VPN 2', 'name'],
  ['lo', 'name'],
  ['(a|b)*', 'name'],
  ['CONTOSO-PC-7', 'computer'],
  ['alice', 'person'],
]);

const masked = (text: string) => textMask(known, new Masks(new Set(known.keys())))(text);

describe('a text of the log, masked', () => {
  it.each([
    ['Contoso VPN 2 and contoso vpn', '[name 1] and [name 2]'],
    ['the loop of lo', 'the loop of [name 1]'],
    ['(a|b)* on contoso-pc-7.example', '[name 1] on [computer 1].example'],
    ['C:\\Users\\Alice\\AppData', 'C:\\Users\\[person 1]\\AppData'],
    ['10.1.2.3/24 via 10.1.2.4:53.', '[IPv4 1]/24 via [IPv4 2]:53.'],
    ['127.0.0.1, 0.0.0.0 and ::1', '127.0.0.1, 0.0.0.0 and ::1'],
    ['fe80::1%lo: fe80::2. [2001:db8::3]:443', '[IPv6 1]%[name 1]: [IPv6 2]. [[IPv6 3]]:443'],
    ['::ffff:10.1.2.3 2001:DB8::3', '[IPv6 1] [IPv6 2]'],
    ['02-FC-aa-bb-cc-dd is 02:fc:aa:bb:cc:dd', '[hardware 1] is [hardware 1]'],
    ['tcpip_{0f0e0d0c-0b0a-0908-0706-050403020100}', 'tcpip_[GUID 1]'],
    ['std::bad_alloc at index.cjs:10:5, 09:55:19', 'std::bad_alloc at index.cjs:10:5, 09:55:19'],
  ])('%j becomes %j', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('holds no address, whatever stands around it (1,000 texts)', () => {
    const before = fc.constantFrom(' ', '(', '[', '"', '=', '→', ', ', ': ');
    const after = fc.constantFrom(' ', ')', ']:80', '/64', '. ', ', ', ': ', '%', '"', '…');
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), before, after, (address, left, right) => {
        const text = masked(`x ${left}${address}${right} y`);
        // A short one is a part of what stands around it.
        if (address.length > 8) expect(text).not.toContain(address);
      }),
      { numRuns: 1_000 },
    );
  });
});
