// SPDX-License-Identifier: MIT
// Nothing that tells who and where a computer is gets into a masked report: everything that `ip` says of a namespace
// is looked for.

import { execFileSync } from 'node:child_process';
import { homedir, hostname } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStack } from '../../electron/native/stack';
import { htmlReport } from '../../electron/reports/html-report';
import { unpackReport } from '../../electron/reports/packed-report';
import { logEntries, namesOfPerson } from '../../electron/reports/report-log';
import { makeReport } from '../../electron/reports/report';
import { trafficOf } from '../../electron/routes/internet-traffic';
import { Network } from '../../electron/routes/network';

const ip = (...words: readonly string[]) => execFileSync('ip', words, { encoding: 'utf8' });

beforeAll(() => {
  ip('link', 'add', 'tellname0', 'address', '02:5e:c2:e7:12:34', 'type', 'bridge');
  ip('link', 'add', 'tellname1', 'type', 'veth', 'peer', 'name', 'tellname2');
  for (const name of ['tellname0', 'tellname1', 'tellname2']) ip('link', 'set', name, 'up');
  ip('address', 'add', '203.0.113.77/24', 'dev', 'tellname1');
  ip('address', 'add', '2001:db8:7e11::77/64', 'dev', 'tellname1', 'nodad');
  ip('route', 'add', 'default', 'via', '203.0.113.78', 'dev', 'tellname1');
  ip('-6', 'route', 'add', 'default', 'via', 'fe80::7e11:1', 'dev', 'tellname1');
  ip('route', 'add', '232.77.7.7/32', 'dev', 'tellname1');
  ip(
    '-6',
    'route',
    'add',
    'multicast',
    'ff3e:40:2001:db8:7e11::/80',
    'dev',
    'tellname1',
    'table',
    'local',
  );
  ip('-6', 'route', 'add', 'ff02::1:ffe7:1234/128', 'dev', 'tellname1');
});
afterAll(() => {
  for (const name of ['tellname0', 'tellname1']) ip('link', 'delete', name);
});

const questions = [
  ['link'],
  ['address'],
  ['-4', 'route', 'show', 'table', 'all'],
  ['-6', 'route', 'show', 'table', 'all'],
];

const telling = new Set([
  'address',
  'ifname',
  'dev',
  'local',
  'dst',
  'gateway',
  'prefsrc',
  'link',
  'permaddr',
  'label',
]);

/** What tells nothing: the same on every computer. */
const same =
  /^(lo|default|::1?|127\.0\.0\.[01]|127\.255\.255\.255|fe80::|ff00::|00:00:00:00:00:00|(\d{1,2}|[0-9a-f]{1,2})?)$/;

function stringsIn(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return telling.has(key) ? [value.split('/')[0] ?? ''] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    stringsIn(inner, Array.isArray(value) ? key : name),
  );
}

it('of all names and addresses of a real machine none is in a masked report', async () => {
  const snapshot = await openStack({ stack: 'linux' }).snapshot();
  const origin = { computer: hostname(), createdAt: new Date().toISOString(), programVersion: '1' };
  const traffic = trafficOf(new Network(snapshot), 0);
  const words = questions.flatMap((question) => stringsIn(JSON.parse(ip('-j', ...question))));
  const log = logEntries(
    [...words, hostname(), homedir()].map((word) =>
      JSON.stringify({ time: origin.createdAt, level: 'warn', msg: `${word} refused: ${word}.` }),
    ),
  );
  const circumstances = { traffic, history: [], log, person: namesOfPerson() };
  const report = makeReport(snapshot, circumstances, origin, null, true);
  const html = htmlReport(report);
  // What is packed is random letters to whoever reads them.
  const packed = unpackReport(html, 10_000_000) ?? '';
  expect(packed).toContain(report.programVersion);
  const readable = html.replace(/content="[A-Za-z0-9+/=]{100,}"/, '');
  const text = `${JSON.stringify(report)}${packed}${readable}`.toLowerCase();
  const found = [...new Set([...words, hostname(), homedir()])].filter((one) => !same.test(one));
  expect(found.length).toBeGreaterThan(15);
  expect(found.filter((one) => text.includes(one.toLowerCase()))).toEqual([]);
});
