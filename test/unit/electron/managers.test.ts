// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastingCommand } from '../../../electron/commands/manager-command';
import { managerOf } from '../../../electron/managers/manager';

const connection = '01234567-89ab-cdef-0123-456789abcdef';
const networkFile = '/etc/systemd/network/50-lan.network';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'managers-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

const found = () => managerOf(3, { run: path.join(root, 'run'), proc: path.join(root, 'proc') });

const networkManagerSays = (text: string) => {
  write('run/NetworkManager/devices/3', `[device]\n${text}`);
};
const networkdSays = (text: string) => {
  write('run/systemd/netif/links/3', `# This is private data. Do not parse.\n${text}`);
};

describe('the manager of an adapter', () => {
  beforeEach(() => {
    write('proc/17/comm', 'NetworkManager\n');
    write('proc/18/comm', 'systemd-network\n');
  });

  it('is NetworkManager where that says so', () => {
    networkManagerSays(
      `managed=1\nconnection-uuid=${connection}\nroute-metric-default-aspired=100\n`,
    );
    expect(found()).toEqual({ name: 'NetworkManager', connection });
  });

  it('is systemd-networkd where that has a file for it', () => {
    networkdSays(`ADMIN_STATE=configured\nNETWORK_FILE=${networkFile}\n`);
    expect(found()).toEqual({ name: 'systemd-networkd', networkFile });
  });

  it.each([
    ['nobody said anything', () => undefined],
    [
      'NetworkManager leaves it alone',
      () => {
        networkManagerSays(`managed=0\nconnection-uuid=${connection}\n`);
      },
    ],
    [
      'NetworkManager has no connection for it',
      () => {
        networkManagerSays('managed=1\n');
      },
    ],
    [
      'the connection is no UUID',
      () => {
        networkManagerSays('managed=1\nconnection-uuid=x; reboot\n');
      },
    ],
    [
      'networkd leaves it alone',
      () => {
        networkdSays(`ADMIN_STATE=unmanaged\nNETWORK_FILE=${networkFile}\n`);
      },
    ],
    [
      'the file is none for a shell',
      () => {
        networkdSays('ADMIN_STATE=configured\nNETWORK_FILE=/x$(reboot).network\n');
      },
    ],
  ])('is nobody where %s', (_what, prepare) => {
    prepare();
    expect(found()).toBeNull();
  });

  it('is nobody once that program has ended', () => {
    networkManagerSays(`managed=1\nconnection-uuid=${connection}\n`);
    rmSync(path.join(root, 'proc/17'), { recursive: true });
    expect(found()).toBeNull();
  });
});

describe('the command that lasts', () => {
  it('is NetworkManager’s for the families that are switched', () => {
    expect(lastingCommand({ name: 'NetworkManager', connection }, "it's", ['IPv4'])).toBe(
      String.raw`nmcli connection modify ${connection} ipv4.never-default yes && nmcli device reapply 'it'\''s'`,
    );
  });

  it('is a drop-in of networkd', () => {
    const folder = '/etc/systemd/network/50-lan.network.d';
    expect(
      lastingCommand({ name: 'systemd-networkd', networkFile }, 'eth0', ['IPv4', 'IPv6']),
    ).toBe(
      `sudo mkdir -p ${folder} && printf '[DHCPv4]\\nUseGateway=no\\n[IPv6AcceptRA]\\nUseGateway=no\\n' | sudo tee ${folder}/no-default-route.conf && sudo networkctl reload`,
    );
  });
});
