// SPDX-License-Identifier: MIT
// A kernel with a crowd of routes or links, of which a few change all the time.

import { execFileSync, spawn } from 'node:child_process';

export interface Crowd {
  readonly ipv4Routes: number;
  readonly ipv6Routes: number;
  readonly links: number;
}

function batch(commands: readonly string[], family = '-4'): void {
  if (commands.length === 0) return;
  execFileSync('ip', [family, '-batch', '-'], { input: `${commands.join('\n')}\n` });
}

/** "20.0.0.0/24", "20.0.1.0/24", …: a prefix of the internet for each number. */
function ipv4Prefix(number: number): string {
  const [first, second, third] = [20 + (number >> 16), (number >> 8) & 255, number & 255];
  return `${first}.${second}.${third}.0/24`;
}

function ipv6Prefix(number: number): string {
  return `2600:${(number >> 12).toString(16)}:${(number & 4095).toString(16)}::/48`;
}

/** Makes the crowd, which ends with its namespace: two links that routes lead through in turn, and as many more as asked. */
export function gather({ ipv4Routes, ipv6Routes, links }: Crowd): void {
  const pairs = ['a0', 'a1', ...Array.from({ length: links }, (_, number) => `many${number}`)];
  batch(
    pairs.flatMap((name) => [
      `link add ${name} type veth peer name p${name}`,
      `link set ${name} up`,
      `link set p${name} up`,
    ]),
  );
  batch([
    'addr add 192.0.2.1/24 dev a0',
    'addr add 198.51.100.1/24 dev a1',
    'route add default via 192.0.2.254 dev a0',
  ]);
  const way = (number: number) =>
    number % 2 === 0 ? 'via 192.0.2.254 dev a0' : 'via 198.51.100.254 dev a1';
  batch(Array.from({ length: ipv4Routes }, (_, n) => `route add ${ipv4Prefix(n)} ${way(n)}`));
  batch(
    Array.from({ length: ipv6Routes }, (_, n) => `route add ${ipv6Prefix(n)} dev a${n % 2}`),
    '-6',
  );
  waitForAddresses();
}

/** Thousands of new links keep the kernel and everybody who hears it busy until their addresses are theirs (RFC 4862, 5.4). */
function waitForAddresses(): void {
  execFileSync('sh', [
    '-c',
    'while ip -6 address show tentative | grep -q inet6; do sleep 0.2; done',
  ]);
}

/** Changes one thing after another, so many a second, until it is stopped; says how often it did. */
export function disturb(crowd: Crowd, perSecond: number) {
  const ip = spawn('ip', ['-force', '-batch', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
  let count = 0;
  const change = () => {
    const number = (count * 7919) % Math.max(1, crowd.ipv4Routes);
    const other = `via 192.0.2.${1 + (count % 250)} dev a0`;
    const command =
      crowd.links > 0
        ? `link set many${count % crowd.links} mtu ${1300 + (count % 150)}`
        : `route replace ${ipv4Prefix(number)} ${other}`;
    ip.stdin.write(`${command}\n`);
    count += 1;
  };
  const timer = setInterval(change, 1000 / perSecond);
  return {
    stop: () => {
      clearInterval(timer);
      ip.stdin.end();
      return count;
    },
  };
}
