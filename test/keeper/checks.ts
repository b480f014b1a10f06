// SPDX-License-Identifier: MIT
// What the keeper must do on the real kernel.

import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Operation } from '../../electron/contract/operation';
import { nativeFolder } from '../../electron/native/native-folder';
import { openStack } from '../../electron/native/stack';
import { until } from '../fault/victims';
import { Conversation } from '../law/conversation';
import { addNetworkNamespace } from '../runner/network-namespace';
import { shell, succeeds } from '../managers/shell';
import { addLink, fieldCases, removeLink, saysOf } from './fields';
import { connect, disconnect, isSplit, sentBy, wayTo } from './network';
import { Company } from './openvpn';
import { keeperProgram, RunningKeeper, withKeeper } from './running-keeper';
import { encode, folder, offFile, statusFile, storeFile, told, write, writeBytes } from './store';
import type { Lasting } from './store';

/** A sentence, and what it says; it throws where that is not so. */
export interface Check {
  readonly name: string;
  run(): Promise<void>;
}

function expect(is: boolean, what: string): void {
  if (!is)
    throw new Error(`${what}\n${shell('ip -4 route show table all | grep default || true')}`);
}

const tunnelOff: Lasting = {
  alias: 'tun0',
  type: 'tunnel',
  family: 'IPv4',
  field: 'DisableDefaultRoutes',
  value: 1,
};

const mtu = (value: number, alias = 'tun0'): Lasting => ({
  ...tunnelOff,
  alias,
  field: 'NlMtu',
  value,
});

const mtuOf = (link: string): number => Number(shell(`cat /sys/class/net/${link}/mtu`));

/** From the moment at which a VPN has given its tunnel all routes: two seconds, and what a busy machine takes. */
const soon = 2_300;

const isSplitSoon = (since = performance.now()): Promise<void> =>
  until(
    'only company traffic goes through the tunnel',
    isSplit,
    soon - (performance.now() - since),
  );

/** Settings that lie there before the keeper starts. */
function begin(...settings: readonly Lasting[]): void {
  mkdirSync(folder);
  write(...settings);
}

async function expectNothingSet(): Promise<void> {
  await setTimeout(3_000);
  expect(mtuOf('tun0') === 1500, 'nothing is set');
}

/** A store that cannot be used: nothing is set, and that is told once. */
const useless = (name: string, spoil: () => void, trouble: string): Check => ({
  name,
  run: async () => {
    begin(mtu(1400));
    spoil();
    connect();
    await withKeeper(async (keeper) => {
      await expectNothingSet();
      await keeper.saysTimes('nothing is set', 1);
      expect(told()?.trouble === trouble, `${String(told()?.trouble)} is told`);
      rmSync(storeFile, { force: true });
      write(mtu(1400));
      await until('it is set once the store is good', () => mtuOf('tun0') === 1400, soon);
    });
  },
});

const stores: readonly Check[] = [
  useless(
    'a store that is cut is not used',
    () => {
      writeBytes(encode([mtu(1400)]).subarray(0, -5));
    },
    'damaged',
  ),
  useless(
    'nor is one of a later version',
    () => {
      writeBytes(encode([mtu(1400)], 2));
    },
    'later version',
  ),
  useless(
    'nor is one with a setting twice',
    () => {
      writeBytes(encode([mtu(1400), mtu(1300)]));
    },
    'damaged',
  ),
  useless(
    'nor is one with a value out of range',
    () => {
      writeBytes(encode([mtu(5)]));
    },
    'damaged',
  ),
  useless(
    'nor is one with 10,000 settings',
    () => {
      writeBytes(
        encode(Array.from({ length: 10_000 }, (_, index) => mtu(1400, `t${String(index)}`))),
      );
    },
    'damaged',
  ),
  useless(
    'nor is one that others can write',
    () => {
      chmodSync(storeFile, 0o666);
    },
    'not trusted',
  ),
  useless(
    'nor is one of another user',
    () => {
      chownSync(storeFile, 1000, 1000);
    },
    'not trusted',
  ),
  useless(
    'nor is a link in its place',
    () => {
      renameSync(storeFile, '/var/lib/elsewhere');
      symlinkSync('/var/lib/elsewhere', storeFile);
    },
    'not trusted',
  ),
  {
    name: 'while nothing lasts, nothing that the kernel tells is kept for it there',
    run: async () => {
      begin();
      connect();
      await withKeeper(async (keeper) => {
        // A user’s program that comes to a tunnel of theirs, and goes, makes the kernel tell as much.
        writeFileSync(
          '/var/lib/restless',
          'link set tun0 mtu 1400\nlink set tun0 mtu 1500\n'.repeat(2_000),
        );
        shell('ip -batch /var/lib/restless');
        const kept = shell("awk 'NR > 1 { sum += $5 } END { print sum }' /proc/net/netlink");
        expect(Number(kept) === 0, `${kept.trim()} bytes are kept`);
        write(mtu(1400));
        await keeper.says('set again from 1500 to 1400');
        disconnect();
        connect();
        await keeper.saysTimes('set again from 1500 to 1400', 2);
      });
    },
  },
  {
    name: 'a second name, which anybody may give it on some systems, changes nothing',
    run: async () => {
      begin(mtu(1400));
      linkSync(storeFile, '/var/lib/second');
      connect();
      await withKeeper(async (keeper) => {
        await keeper.says('set again');
        linkSync(statusFile, '/var/lib/third');
        disconnect();
        connect();
        await keeper.saysTimes('set again', 2);
        expect(!keeper.words.includes('not trusted'), 'it is trusted');
      });
      rmSync('/var/lib/second');
      rmSync('/var/lib/third');
    },
  },
  {
    name: 'a folder that others can write is not trusted, and the keeper ends once it is another one',
    run: async () => {
      begin(mtu(1400));
      connect();
      chmodSync(folder, 0o777);
      const keeper = new RunningKeeper();
      await keeper.says('not trusted');
      await expectNothingSet();
      chmodSync(folder, 0o755);
      expect((await keeper.ended()) === 75, 'it ends to be started anew');
      await withKeeper(() => until('it is set then', () => mtuOf('tun0') === 1400, soon));
    },
  },
  {
    name: 'switched off it does nothing, and switched on it does what is due',
    run: async () => {
      begin(mtu(1400));
      writeFileSync(offFile, '');
      connect();
      await withKeeper(async () => {
        await expectNothingSet();
        expect(told()?.trouble === 'switched off', 'that is told');
        rmSync(offFile);
        await until('it is set then', () => mtuOf('tun0') === 1400, soon);
        writeFileSync(offFile, '');
        await until('that is told', () => told()?.trouble === 'switched off');
        disconnect();
        connect();
        await expectNothingSet();
      });
    },
  },
  {
    name: 'what is stopped is left as it is, one setting or all',
    run: async () => {
      begin(mtu(1400), tunnelOff);
      connect();
      await withKeeper(async () => {
        await until('both are set', () => mtuOf('tun0') === 1400 && isSplit(), soon);
        write(tunnelOff);
        disconnect();
        connect();
        await isSplitSoon();
        expect(mtuOf('tun0') === 1500, 'the one that was stopped is not set');
        write();
        disconnect();
        connect();
        await expectNothingSet();
        expect(wayTo('203.0.113.1') === 'tun0', 'nor is the other one');
      });
    },
  },
  {
    name: 'a full disk keeps nobody from setting values',
    run: async () => {
      mkdirSync(folder);
      shell(`mount -t tmpfs -o mode=755,size=12k tmpfs ${folder}`);
      try {
        write(mtu(1400));
        connect();
        const keeper = new RunningKeeper();
        shell(`cat /dev/zero > ${folder}/filling 2>/dev/null || true`);
        await until('it is set', () => mtuOf('tun0') === 1400, soon);
        await keeper.says('The status cannot be written: ENOSPC');
        expect((await keeper.stop()) === 0, 'it ends well');
      } finally {
        shell(`umount ${folder}`);
      }
    },
  },
];

/** Whatever happens to the link, its value is set when it is there. */
const arrivals: readonly Check[] = [
  {
    name: 'a tunnel that is made anew ten times is split each time, within two seconds, also for packets',
    run: async () => {
      begin(tunnelOff);
      await withKeeper(async (keeper) => {
        for (let round = 1; round <= 10; round += 1) {
          connect();
          await isSplitSoon();
          const before = [sentBy('eth0'), sentBy('tun0')] as const;
          shell(`bash -c 'for i in 1 2 3; do echo > /dev/udp/203.0.113.1/9; done'`);
          expect(
            sentBy('eth0') >= before[0] + 3 && sentBy('tun0') === before[1],
            'packets go by eth0',
          );
          await keeper.saysTimes('set again from 0 to 1', round);
          disconnect();
        }
      });
    },
  },
  {
    name: 'a tunnel whose routes come later is split as soon as they are there',
    run: async () => {
      begin(tunnelOff);
      await withKeeper(async (keeper) => {
        shell(`ip tuntap add tun0 mode tun
ip address add 10.8.0.2/24 dev tun0
ip link set tun0 up`);
        await keeper.says('noDefaultRoute');
        shell(`ip route add 10.20.0.0/16 via 10.8.0.1
ip route add default via 10.8.0.1 dev tun0 metric 50`);
        await isSplitSoon();
      });
    },
  },
  {
    name: 'a keeper that starts after the tunnel takes care of it',
    run: async () => {
      begin(tunnelOff);
      connect();
      await withKeeper(() => isSplitSoon());
    },
  },
  {
    name: 'OpenVPN that connects ten times is split each time',
    run: async () => {
      begin(tunnelOff);
      const company = new Company();
      try {
        await withKeeper(async () => {
          for (let round = 1; round <= 10; round += 1) {
            const client = await company.connect();
            await isSplitSoon();
            const sent = sentBy('eth0');
            shell(`bash -c 'echo > /dev/udp/203.0.113.1/9'`);
            expect(sentBy('eth0') > sent, 'packets go by eth0');
            await company.disconnect(client);
          }
        });
      } finally {
        await company.end();
      }
    },
  },
  {
    name: 'each of the settable fields is set again when its link comes again, before and after the keeper',
    run: async () => {
      begin(...fieldCases.map(({ setting }) => setting));
      const areSet = () => fieldCases.every((one) => saysOf(one) === one.says);
      const missing = () =>
        fieldCases
          .filter((one) => saysOf(one) !== one.says)
          .map(({ setting }) => `${setting.family} ${setting.field}`)
          .join(', ');
      addLink();
      await withKeeper(async () => {
        await until('all are set', areSet, 8_000).catch(() => {
          throw new Error(`not set: ${missing()}`);
        });
        removeLink();
        addLink();
        expect(!areSet(), 'the new link has none of these values');
        await until('all are set again', areSet, 8_000).catch(() => {
          throw new Error(`not set again: ${missing()}`);
        });
      });
      removeLink();
    },
  },
  {
    name: 'a lease that brings its default route again and again is mended each time',
    run: async () => {
      begin(tunnelOff);
      connect();
      await withKeeper(async () => {
        await isSplitSoon();
        for (const renewal of [3_000, 8_000]) {
          await setTimeout(renewal);
          shell('ip route replace default via 10.8.0.1 dev tun0 metric 50 proto dhcp');
          expect(wayTo('203.0.113.1') === 'tun0', 'the default route is back');
          await isSplitSoon();
        }
      });
    },
  },
  {
    name: 'a client that sets its default route for ever is given up, and told once',
    run: async () => {
      begin(tunnelOff);
      connect();
      await withKeeper(async (keeper) => {
        await isSplitSoon();
        const giveUp = performance.now() + 60_000;
        while (keeper.count('given up') === 0 && performance.now() < giveUp) {
          shell('ip route replace default via 10.8.0.1 dev tun0 metric 50');
          await setTimeout(1_200);
        }
        for (let round = 0; round < 10; round += 1) {
          shell('ip route replace default via 10.8.0.1 dev tun0 metric 50');
          await setTimeout(1_200);
        }
        expect(keeper.count('given up') === 1, 'told once');
        await keeper.saysTimes('set again', 4);
        expect(wayTo('203.0.113.1') === 'tun0', 'and left alone');
        expect(told()?.states[0] === 'given up', 'the status tells');
      });
    },
  },
  {
    name: 'a link that flaps every 100 ms gets its value once it stays, and costs little',
    run: async () => {
      begin(mtu(1400));
      await withKeeper(async (keeper) => {
        const cpu = () =>
          Number(shell(`awk '{ print $14 + $15 }' /proc/${String(keeper.pid)}/stat`));
        const before = cpu();
        for (let round = 0; round < 60; round += 1) {
          shell('ip tuntap add tun0 mode tun');
          await setTimeout(50);
          shell('ip link delete tun0');
          await setTimeout(50);
        }
        expect(cpu() - before <= 20, `${String((cpu() - before) * 10)} ms of CPU`);
        connect();
        await until('it is set', () => mtuOf('tun0') === 1400, soon);
      });
    },
  },
];

const isHeld = (states: readonly string[]): boolean => states.every((state) => state === 'held');

const helper = path.join(nativeFolder(), 'interface-panel-helper');

async function operationOn(
  alias: string,
  change: Omit<Operation, 'luid' | 'family'>,
): Promise<Operation> {
  const { adapters } = await openStack({ stack: 'linux' }).snapshot();
  const luid = adapters.find((adapter) => adapter.alias === alias)?.luid ?? '';
  return { luid, family: 'IPv4', ...change };
}

const others: readonly Check[] = [
  {
    name: 'a default route that comes while a helper counts down is mended once the helper has ended',
    run: async () => {
      begin(tunnelOff);
      connect();
      await withKeeper(async (keeper) => {
        await isSplitSoon();
        const on = await operationOn('tun0', {
          field: 'DisableDefaultRoutes',
          expected: 1,
          value: 0,
        });
        const talk = new Conversation(helper, [{ kind: 'set', operation: on }], 60);
        expect(await talk.heard('PREPARED'), 'prepared');
        shell('ip route add default via 10.8.0.9 dev tun0 metric 60');
        await setTimeout(4_000);
        await keeper.saysTimes('set again', 1);
        talk.close();
        await talk.ended();
        await isSplitSoon();
        await keeper.saysTimes('set again', 2);
      });
    },
  },
  {
    name: 'what a helper keeps is left alone, and its lock is never in its way',
    run: async () => {
      begin(tunnelOff);
      connect();
      await withKeeper(async (keeper) => {
        await isSplitSoon();
        const on = await operationOn('tun0', {
          field: 'DisableDefaultRoutes',
          expected: 1,
          value: 0,
        });
        const talk = new Conversation(helper, [{ kind: 'set', operation: on }], 60);
        expect(await talk.heard('PREPARED'), 'prepared');
        talk.send({ message: 'COMMIT' });
        expect(await talk.applied(), 'applied');
        talk.send({ message: 'CONFIRM' });
        expect((await talk.ended()).exit.code === 0, 'kept');
        await keeper.says('somebody changed it to 0');
        await setTimeout(3_000);
        expect(wayTo('203.0.113.1') === 'tun0', 'left alone');
      });
    },
  },
  {
    name: 'a second keeper ends at once, also with another store, or in another network',
    run: async () => {
      begin();
      const other = addNetworkNamespace('second');
      try {
        await withKeeper(async () => {
          expect((await new RunningKeeper().ended()) === 4, 'a second one');
          const elsewhere = [
            'unshare',
            '--mount',
            'sh',
            '-c',
            'mount -t tmpfs -o mode=755 tmpfs /var/lib && exec "$0"',
          ];
          expect((await new RunningKeeper(elsewhere).ended()) === 4, 'one with another store');
          const inOther = ['nsenter', `--net=/run/netns/${other.name}`];
          expect((await new RunningKeeper(inOther).ended()) === 4, 'one in another network');
        });
        await withKeeper(async ({ pid }) => {
          await until('the next one has its place', () => told()?.process === pid);
        });
      } finally {
        other.remove();
      }
    },
  },
  {
    name: 'its lock is out of reach for everybody but root',
    run: async () => {
      begin();
      await withKeeper(async () => {
        await setTimeout(0);
        const asNobody = 'setpriv --reuid 65534 --regid 65534 --clear-groups';
        expect(!succeeds(`${asNobody} flock --nonblock ${folder}/keeper-lock true`), 'the lock');
        expect(!succeeds(`${asNobody} touch ${folder}/off`), 'the switch');
      });
    },
  },
  {
    name: 'killed at any of its calls while it sets, the next keeper finishes, and nothing is lost',
    run: async () => {
      for (let call = 1; ; call += 1) {
        rmSync(folder, { recursive: true, force: true });
        begin(tunnelOff, mtu(1400));
        connect();
        const injection = `inject=sendmsg,sendto,renameat,openat:signal=SIGKILL:when=${String(call)}`;
        const doomed = new RunningKeeper(['strace', '--output=/dev/null', '-e', injection]);
        const isThrough = () =>
          isSplit() && mtuOf('tun0') === 1400 && isHeld(told()?.states ?? ['no']);
        await until('it is killed or through', () => doomed.hasEnded || isThrough(), 20_000);
        // Its last call may have been the one.
        await setTimeout(200);
        const wasThrough = !doomed.hasEnded;
        if (wasThrough) shell(`pkill -KILL -P ${String(doomed.pid)}`);
        await doomed.ended();
        expect(
          shell('ip route show table all default dev tun0') !== '',
          `call ${String(call)}: the route is somewhere`,
        );
        if (!wasThrough) {
          await withKeeper(async () => {
            await until(
              `call ${String(call)}: the next keeper finishes`,
              () => isSplit() && mtuOf('tun0') === 1400,
              5_000,
            );
          });
        }
        disconnect();
        if (wasThrough) return;
      }
    },
  },
  {
    name: 'it holds CAP_NET_ADMIN alone, can gain nothing, and has a filter of system calls',
    run: async () => {
      begin();
      await withKeeper(async ({ pid }) => {
        await setTimeout(300);
        const status = shell(`cat /proc/${String(pid)}/status`);
        for (const line of ['CapEff', 'CapPrm', 'CapBnd']) {
          expect(status.includes(`${line}:\t0000000000001000`), line);
        }
        expect(
          status.includes('NoNewPrivs:\t1') && status.includes('Seccomp:\t2'),
          'no new privileges, a filter',
        );
        expect(status.includes('Threads:\t1'), 'one thread');
      });
    },
  },
  {
    name: 'it says who it is, and refuses other arguments and users',
    run: async () => {
      await setTimeout(0);
      expect(/^interface-panel-keeper \d/.test(shell(`${keeperProgram} --version`)), 'version');
      const code = (command: string) => Number(shell(`${command} >/dev/null 2>&1 || echo $?`));
      expect(code(`${keeperProgram} --foreground --foreground`) === 2, 'arguments');
      expect(
        code(`setpriv --bounding-set -net_admin --inh-caps -net_admin ${keeperProgram}`) === 3,
        'rights',
      );
    },
  },
];

export const checks: readonly Check[] = [...arrivals, ...stores, ...others];
