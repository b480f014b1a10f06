// SPDX-License-Identifier: MIT
// The network of the checks: eth0 with the internet behind it, a tunnel, and what ip says of them.

import { rmSync } from 'node:fs';
import { shell } from '../managers/shell';
import { folder } from './store';

/** Settings that are gone with the namespace, and eth0 with a gateway that answers for the internet. */
export function furnish(): void {
  shell(`mount -t tmpfs -o mode=755 tmpfs /var/lib
ip link add eth0 type veth peer name office netns "$COMPANY"
ip -n "$COMPANY" address add 192.0.2.1/24 dev office
ip -n "$COMPANY" address add 203.0.113.1/32 dev lo
ip -n "$COMPANY" link set office up
ip address add 192.0.2.2/24 dev eth0
ip link set eth0 up
ip route add default via 192.0.2.1 dev eth0 metric 100`);
}

/** As it was before the first check, but for the time. */
export function tidy(): void {
  rmSync(folder, { recursive: true, force: true });
  shell(`for link in $(ls /sys/class/net); do
  case $link in lo|eth0) ;; *) ip link delete $link 2>/dev/null || true ;; esac
done
ip route replace default via 192.0.2.1 dev eth0 metric 100`);
}

/** A tunnel of a VPN that takes all traffic, as its client makes it: one command after the other. */
export function connect(name = 'tun0'): void {
  shell(`ip tuntap add ${name} mode tun
ip address add 10.8.0.2/24 dev ${name}
ip link set ${name} up
ip route add 10.20.0.0/16 via 10.8.0.1 dev ${name}
ip route add default via 10.8.0.1 dev ${name} metric 50`);
}

export const disconnect = (name = 'tun0'): string => shell(`ip link delete ${name}`);

interface RouteAnswer {
  readonly dev: string;
}

/** The link that leads there, as ip says. */
export function wayTo(address: string): string {
  const [answer] = JSON.parse(shell(`ip -j route get ${address}`)) as RouteAnswer[];
  return answer?.dev ?? '';
}

/** Split tunnelling: the internet by eth0, the company by the tunnel. */
export const isSplit = (name = 'tun0'): boolean =>
  wayTo('203.0.113.1') === 'eth0' && wayTo('10.20.1.1') === name;

/** Packets that a link has sent. */
export const sentBy = (link: string): number =>
  Number(shell(`cat /sys/class/net/${link}/statistics/tx_packets`));
