// SPDX-License-Identifier: MIT
import { existsSync, readFileSync } from 'node:fs';

/** What `ip -j` says of the computer that Wine runs on; only what is compared. */
export interface IpWitness {
  readonly links: readonly {
    readonly ifname: string;
    readonly ifindex: number;
    readonly mtu: number;
    readonly addr_info: readonly {
      readonly family: 'inet' | 'inet6';
      readonly local: string;
      readonly prefixlen: number;
    }[];
  }[];
  /** IPv4 routes of the main table. */
  readonly routes: readonly {
    readonly dst: string;
    readonly dev: string;
    readonly gateway?: string;
    readonly metric?: number;
  }[];
}

/** The file the witness's words are in, for a program that cannot start Linux programs. */
export const witnessVariable = 'INTERFACE_PANEL_IP_WITNESS';

/** Wine shows the computer's whole file system as the drive Z:. */
export const isWine = (): boolean => existsSync('Z:\\proc\\self');

export function ipWitness(): IpWitness {
  const file = process.env[witnessVariable];
  if (file === undefined) throw new Error(`${witnessVariable} is not set`);
  return JSON.parse(readFileSync(file, 'utf8')) as IpWitness;
}
