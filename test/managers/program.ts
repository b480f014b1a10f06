// SPDX-License-Identifier: MIT
// Runs the checks beside one manager, in the network and mount namespaces that it is started in; one line of JSON for
// each. The other end of eth0 is d0 in the namespace that PEER names.

import { until } from '../fault/victims';
import type { CheckLine } from '../runner/counts';
import { checks, ownCommandCheck } from './checks';
import { lastingChecks } from './lasting-checks';
import type { Check } from './checks';
import type { ManagerUnderTest } from './manager-under-test';
import { NetworkManager } from './network-manager';
import { Networkd } from './networkd';
import { endDaemon, shell, startDaemon } from './shell';

/** Nothing of the machine's own: an empty /run, a bus, and settings that are gone with it. */
const furnish = `kept=$(mktemp -d)
mount --rbind /run/netns $kept
mount -t tmpfs tmpfs /run
mkdir /run/netns
mount --rbind $kept /run/netns
umount -l $kept
rmdir $kept
mkdir -p /etc/systemd/network
mount -t tmpfs tmpfs /etc/systemd/network
mkdir /run/var-lib
mount --bind /var/lib /run/var-lib
mount -t tmpfs -o mode=0755 tmpfs /var/lib
mkdir /var/lib/NetworkManager /var/lib/dbus /var/lib/interface-panel
if [ -d /run/var-lib/dbus ]; then mount --bind /run/var-lib/dbus /var/lib/dbus; fi
mount -o remount,ro,bind /sys
mkdir -p /run/dbus /run/none /run/connections /run/systemd/network /run/systemd/netif/links /run/systemd/netif/leases
chown -R systemd-network: /run/systemd/netif 2>/dev/null || true
dbus-daemon --system --fork --nopidfile
ip link add eth0 type veth peer name d0 netns "$PEER"
ip -n "$PEER" address add 192.0.2.1/24 dev d0
ip -n "$PEER" link set d0 up
ip link set eth0 up`;

const server = (peer: string) => [
  ...['ip', 'netns', 'exec', peer, 'dnsmasq', '--no-daemon', '--port=0', '--interface=d0'],
  ...['--bind-dynamic', '--dhcp-range=192.0.2.100,192.0.2.150,2m', '--dhcp-option=3,192.0.2.1'],
  ...['--leasefile-ro', '--no-ping', '--conf-file=/dev/null'],
];

async function outcomeOf(manager: ManagerUnderTest, check: Check): Promise<CheckLine> {
  const name = `${manager.name}: ${check.name}`;
  try {
    await check.run(manager);
    return { name, problem: null };
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    return { name, problem: `${words}\n${shell('tail -n 20 /run/*.log')}` };
  }
}

async function run(): Promise<void> {
  const manager = process.argv[2] === 'NetworkManager' ? new NetworkManager() : new Networkd();
  shell(furnish);
  const dnsmasq = startDaemon(server(process.env['PEER'] ?? ''), '/run/dnsmasq.log');
  await manager.start();
  const hasDefault = () => shell('ip -4 route show default dev eth0') !== '';
  const named = ({ name }: Check) => name.includes(process.argv[3] ?? '');
  for (const one of [...checks, ...lastingChecks, ownCommandCheck].filter(named)) {
    await until('the lease has brought a default route', hasDefault);
    console.log(JSON.stringify(await outcomeOf(manager, one)));
  }
  await manager.stop();
  await endDaemon(dnsmasq);
}

run().then(
  () => process.exit(0),
  (cause: unknown) => {
    console.error(cause);
    process.exit(1);
  },
);
