// SPDX-License-Identifier: MIT
// Which program of the system configures an adapter, by what that program leaves below /run for others to read.

import type { Manager } from '../commands/manager-command';
import type { ManagerName } from '../contract/manager-name';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where to look; tests have folders of their own. */
export interface SystemFolders {
  readonly run: string;
  readonly proc: string;
}

const usualFolders: SystemFolders = { run: '/run', proc: '/proc' };

/** As /proc shows the names: 15 characters at most. */
const processNames: Readonly<Record<ManagerName, string>> = {
  NetworkManager: 'NetworkManager',
  'systemd-networkd': 'systemd-network',
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const networkFile = /^\/[\w./@:-]+\.network$/;

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The value of `name=` in a file of such lines. */
const valueOf = (text: string, name: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** What NetworkManager keeps stays when it ends. */
function runs(proc: string, name: string): boolean {
  return readdirSync(proc)
    .filter((entry) => /^\d+$/.test(entry))
    .some((entry) => textOf(path.join(proc, entry, 'comm')).trim() === name);
}

function networkManagerOf(run: string, index: number): Manager | null {
  const text = textOf(path.join(run, 'NetworkManager', 'devices', String(index)));
  const connection = valueOf(text, 'connection-uuid') ?? '';
  const isManaged = ['1', 'true'].includes(valueOf(text, 'managed') ?? '');
  return isManaged && uuid.test(connection) ? { name: 'NetworkManager', connection } : null;
}

function networkdOf(run: string, index: number): Manager | null {
  const text = textOf(path.join(run, 'systemd', 'netif', 'links', String(index)));
  const file = valueOf(text, 'NETWORK_FILE') ?? '';
  const isUnmanaged = valueOf(text, 'ADMIN_STATE') === 'unmanaged';
  return !isUnmanaged && networkFile.test(file)
    ? { name: 'systemd-networkd', networkFile: file }
    : null;
}

/** The program that manages the link with this index now; null: none that is known here. */
export function managerOf(
  index: number,
  { run, proc }: SystemFolders = usualFolders,
): Manager | null {
  const found = networkManagerOf(run, index) ?? networkdOf(run, index);
  return found && runs(proc, processNames[found.name]) ? found : null;
}
