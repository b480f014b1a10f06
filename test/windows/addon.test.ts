// SPDX-License-Identifier: MIT
// The addon in a Windows program: where it loads, and what its stacks answer.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { AppFailure } from '../../electron/base/app-failure';
import { loadAddon } from '../../electron/native/addon';
import { isForeignOwner } from '../../electron/files/data-folder';
import { elevatesSilently, isAdministrator } from '../../electron/native/administrator';
import { ownSid, placeSecurity, programFilesFolder } from '../../electron/native/place-security';
import { parseSnapshot } from '../../electron/native/snapshot-text';
import { openStack } from '../../electron/native/stack';
import { isWine, ipWitness } from './support/wine';
import { addonFile, simulatedControlFile, temporaryFolder, testProgram } from './support/places';
import { thisProcess } from './support/processes';

const familyOfWitness = { inet: 'IPv4', inet6: 'IPv6' } as const;

async function platformError(call: Promise<unknown>) {
  try {
    await call;
  } catch (cause) {
    if (cause instanceof AppFailure) return cause.appError.platform;
    throw cause;
  }
  return null;
}

test('it loads in a program of any name, with no node.exe beside it', (t) => {
  const renamed = path.join(temporaryFolder(t), 'interface-panel.exe');
  copyFileSync(process.execPath, renamed);
  const script =
    'const m = { exports: {} }; process.dlopen(m, process.argv[1]); ' +
    'require("fs").writeSync(1, m.exports.buildId)';
  const { stdout, stderr } = spawnSync(renamed, ['-e', script, addonFile], { encoding: 'utf8' });
  assert.equal(stdout, loadAddon().buildId, stderr);
});

test('the simulated stack answers, row by row what the snapshot has', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'nétwork');
  const stack = openStack({ stack: 'simulated', stateFile });
  const snapshot = await stack.snapshot();
  assert.ok(snapshot.adapters.length >= 12);
  for (const row of snapshot.ipInterfaces.slice(0, 4)) {
    assert.deepEqual(await stack.ipInterface(row.luid, row.family), row);
  }
});

test('the simulated stack tells of a change that another program makes', async (t) => {
  const stateFile = path.join(temporaryFolder(t), 'network');
  const stack = openStack({ stack: 'simulated', stateFile });
  await stack.changes();
  const row = (await stack.snapshot()).ipInterfaces.find(({ values }) => values.NlMtu === 1500);
  assert.ok(row);
  let notified: () => void = () => undefined;
  const news = new Promise<void>((resolve) => {
    notified = resolve;
  });
  const watch = await stack.watch(notified);
  const change = [stateFile, 'set', row.luid, row.family.toLowerCase(), 'NlMtu', '1400'];
  assert.equal(spawnSync(simulatedControlFile, change).status, 0);
  await news;
  watch.stop();
  const { ipInterfaces } = await stack.changes();
  assert.deepEqual(
    ipInterfaces?.map(({ removed, rows }) => [removed, rows.map(({ values }) => values.NlMtu)]),
    [[1, [1400]]],
  );
  assert.equal((await stack.ipInterface(row.luid, row.family)).values.NlMtu, 1400);
});

test('the Linux stack is not there', () => {
  assert.throws(() => openStack({ stack: 'linux' }), TypeError);
});

test('what Wine lacks is refused by name, and the program lives on', async () => {
  const stack = openStack({ stack: 'windows' });
  if (!isWine()) {
    assert.ok((await stack.snapshot()).ipInterfaces.length > 0);
    return;
  }
  const notSupported = { domain: 'win32', number: 50, name: 'ERROR_NOT_SUPPORTED' };
  const loopback = '6755399441055744';
  for (const [call, refused] of Object.entries({
    GetIpInterfaceTable: () => stack.snapshot(),
    GetIpInterfaceEntry: () => stack.ipInterface(loopback, 'IPv4'),
    GetBestRoute2: () => stack.bestRoute('192.0.2.1'),
  })) {
    assert.deepEqual(await platformError(refused()), { ...notSupported, call });
  }
  (await stack.watch(() => undefined)).stop();
});

test('adapters, addresses and routes are what another program says of this computer', () => {
  if (!isWine()) return;
  const { stdout, stderr } = spawnSync(testProgram('windows-listing.exe'), { encoding: 'utf8' });
  assert.notEqual(stdout, '', stderr);
  const snapshot = parseSnapshot(stdout);
  const witness = ipWitness();

  assert.deepEqual(
    snapshot.adapters.map(({ alias, index, mtu }) => ({ alias, index, mtu })),
    witness.links.map(({ ifname, ifindex, mtu }) => ({ alias: ifname, index: ifindex, mtu })),
  );
  const indexOf = new Map(snapshot.adapters.map(({ luid, index }) => [luid, index]));
  const ours = snapshot.unicastAddresses.map(({ luid, family, address, prefixLength }) =>
    [indexOf.get(luid), family, address.replace(/%.*/, ''), prefixLength].join(' '),
  );
  const theirs = witness.links.flatMap(({ ifindex, addr_info: addresses }) =>
    addresses.map(({ family, local, prefixlen }) =>
      [ifindex, familyOfWitness[family], local, prefixlen].join(' '),
    ),
  );
  assert.deepEqual(ours.sort(), theirs.sort());
  assert.ok(theirs.length >= 4);

  const indexByName = new Map(witness.links.map(({ ifname, ifindex }) => [ifname, ifindex]));
  const routes = snapshot.routes.map(({ luid, destination, prefixLength, nextHop, metric }) =>
    [indexOf.get(luid), `${destination}/${String(prefixLength)}`, nextHop, metric].join(' '),
  );
  for (const { dst, dev, gateway = '0.0.0.0', metric = 0 } of witness.routes) {
    const destination = dst === 'default' ? '0.0.0.0/0' : dst;
    const route = [indexByName.get(dev), destination, gateway, metric].join(' ');
    assert.ok(routes.includes(route), `${route} in\n${routes.join('\n')}`);
  }
  assert.ok(witness.routes.length >= 2);
});

test('who may exchange a place is read from its access list', () => {
  const { isReparsePoint, owner, entries } = placeSecurity('C:\\windows');
  assert.equal(isReparsePoint, false);
  assert.match(owner ?? '', /^S-1-/);
  assert.ok(entries === null || entries.every(({ sid }) => sid === null || sid.startsWith('S-1-')));
  assert.throws(() => placeSecurity('C:\\nowhere'), AppFailure);
});

test('a folder that this account makes is known as its own', (t) => {
  const { owner } = placeSecurity(temporaryFolder(t));
  assert.match(ownSid() ?? '', /^S-1-5-/);
  assert.equal(isForeignOwner(owner ?? '', ownSid()), false);
});

test('whether the account is an administrator’s is known without asking anybody', () => {
  assert.equal(typeof isAdministrator(), 'boolean');
  // As the tests are run, who has the whole token has its rights, too.
  assert.equal(elevatesSilently(), thisProcess().elevation !== 'limited');
});

test('the environment does not say where programs for all users are', (t) => {
  const saved = process.env['ProgramFiles'];
  t.after(() => {
    process.env['ProgramFiles'] = saved;
  });
  process.env['ProgramFiles'] = 'C:\\Users\\Public';
  assert.equal(programFilesFolder(), 'C:\\Program Files');
});
