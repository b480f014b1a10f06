// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { isDomainName } from '../../../electron/contract/domain-name';
import { isAddress, parseTypedHost } from '../../../electron/texts/typed-host';

describe('what is typed as an address', () => {
  it.each([
    '192.0.2.1',
    '2001:db8::1',
    '::ffff:192.0.2.1',
    'fe80::9%br_lan',
    'fe80::9%eth0',
    'fe80::9%Wi-Fi 2',
    'fe80::9%12',
  ])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each(['', 'example.org', '192.0.2', '192.0.2.1%eth0', 'fe80::9%', '%eth0', 'fe80::g%eth0'])(
    '%j is none',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );
});

describe('a typed host', () => {
  it.each([
    [' 203.0.113.7\n', '203.0.113.7'],
    ['203.0.113.7:443', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[fe80::1%eth0]', 'fe80::1%eth0'],
    ['fe80::9%Wi-Fi 2', 'fe80::9%Wi-Fi 2'],
    ['[fe80::1%25]:22', 'fe80::1%25'],
    ['https://203.0.113.7/a?b#c', '203.0.113.7'],
    ['ssh://root@203.0.113.7:22', '203.0.113.7'],
    ['https://[2001:db8::1]:8443/path', '2001:db8::1'],
    ['http://[fe80::1%25eth0]/', 'fe80::1%eth0'],
    ['http://[fe80::1%eth0]/', 'fe80::1%eth0'],
  ])('%j is the address %s', (text, address) => {
    expect(parseTypedHost(text)).toEqual({ kind: 'address', address });
  });

  it.each([
    ['example.com', 'example.com'],
    ['\t example.com \r\n', 'example.com'],
    ['Example.COM.', 'example.com.'],
    ['intranet', 'intranet'],
    ['localhost:8080', 'localhost'],
    ['example.com:443', 'example.com'],
    ['_ldap._tcp.example.com', '_ldap._tcp.example.com'],
    ['7zip.example', '7zip.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['faß.example', 'xn--fa-hia.example'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
    ['https://user@example.com:8443/path', 'example.com'],
    ['https://user:pass:word@example.com', 'example.com'],
    ['user@example.com', 'example.com'],
    ['mailto:user@example.com', 'example.com'],
    ['HTTPS://Example.com?a@b', 'example.com'],
    ['https://example.com\\@example.org', 'example.com'],
    ['sftp://bücher.example/', 'xn--bcher-kva.example'],
    ['vpn+tls://gateway', 'gateway'],
    ['example.com/path', 'example.com'],
    [`${'a'.repeat(63)}.example`, `${'a'.repeat(63)}.example`],
    [`${'a.'.repeat(126)}a`, `${'a.'.repeat(126)}a`],
    [`${'a.'.repeat(126)}a.`, `${'a.'.repeat(126)}a.`],
  ])('%j is the name %s', (text, name) => {
    expect(parseTypedHost(text)).toEqual({ kind: 'name', name });
    expect(isDomainName(name)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '.',
    'a..example',
    '.example',
    'example.com..',
    'exam ple.com',
    'exam\tple.com',
    'exam\u0000ple.com',
    'exam%20ple.com',
    'a,b',
    '*.example.com',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(126)}aa`,
    '203.0.113.300',
    '203.0.113',
    '127.1',
    '2130706433',
    '0x7f.1',
    'example.0x1',
    '10.0.0.0/8',
    '2001:db8::/32',
    '2001:db8::g',
    '[2001:db8::1',
    '[203.0.113.7]',
    '[example.com]',
    '[v1.x]',
    'a:b',
    'a:80:80',
    'example.com:123456',
    'https:///path',
    'file:///etc/hosts',
  ])('%j is none', (text) => {
    expect(parseTypedHost(text)).toBeNull();
  });
});
