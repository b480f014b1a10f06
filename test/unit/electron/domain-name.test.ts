// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest';
import { isDomainName } from '../../../electron/contract/domain-name';

it.each(['localhost', 'example.com', 'example.com.', '_a-b.1x', `${'a.'.repeat(126)}a.`])(
  '%s can be asked for',
  (text) => {
    expect(isDomainName(text)).toBe(true);
  },
);

it.each([
  '',
  '.',
  'a..b',
  '.a',
  'a..',
  'Example.com',
  'bücher.example',
  'a b',
  'a\n',
  'a\u0000',
  '192.0.2.1',
  '1',
  '0x7f',
  '::1',
  'a:80',
  'a/b',
  'a'.repeat(64),
  `${'a.'.repeat(126)}aa`,
])('%j can not', (text) => {
  expect(isDomainName(text)).toBe(false);
});
