// SPDX-License-Identifier: MIT
import type { Family, StackName } from '../contract/family';
import type { AddressText, BestRoute, IpInterface, Luid, Snapshot } from '../contract/snapshot';
import type { SnapshotPatch } from '../contract/snapshot-patch';
import type { Addon, AddonStack } from './addon';
import { loadAddon } from './addon';
import { toFailure } from './native-error';
import {
  parseBestRoute,
  parseIpInterface,
  parseSnapshot,
  parseSnapshotPatch,
} from './snapshot-text';

/**
 * A stack that can be read and watched, off the main thread. Calls reject with an AppFailure whose
 * code is 'platform' when the system refuses, and with a TypeError that names an argument that is wrong.
 */
export interface Stack {
  readonly name: StackName;

  /** Adapters, IP interfaces, addresses, routes, rules, DNS servers and IPsec policies, taken together. */
  snapshot(): Promise<Snapshot>;

  /**
   * What a snapshot has that differs from what this stack's last changes() told; the first tells all rows. Calls take
   * turns. What drifts by itself (the rest of a lifetime, the reachable time) is no change; after a call that rejects
   * the next one tells what it would have.
   */
  changes(): Promise<SnapshotPatch>;

  /** One row of the IP interface table, as GetIpInterfaceEntry. */
  ipInterface(luid: Luid, family: Family): Promise<IpInterface>;

  /** The route to `destination` now, as GetBestRoute2; a zone is written as a number. */
  bestRoute(destination: AddressText, source?: AddressText): Promise<BestRoute>;

  /**
   * Calls `changed` whenever the system notifies of a change, several at once as one. Not every
   * change is notified. The watch does not keep a program running.
   */
  watch(changed: () => void): Promise<StackWatch>;
}

export interface StackWatch {
  /** Ends the watch; nothing is called afterwards. Again is harmless. */
  stop(): void;
}

export interface OpenStackOptions {
  readonly stack: StackName;
  /** The file that holds the simulated network; for that stack alone, and made when missing. */
  readonly stateFile?: string;
}

/** Opens a stack. Throws an AppFailure with the code 'addon-missing', or a TypeError for a stack this system has not. */
export function openStack(options: OpenStackOptions, addon: Addon = loadAddon()): Stack {
  return new NativeStack(options.stack, new addon.Stack(options.stack, options.stateFile));
}

class NativeStack implements Stack {
  readonly name: StackName;
  readonly #stack: AddonStack;
  #lastChanges: Promise<void> = Promise.resolve();

  constructor(name: StackName, stack: AddonStack) {
    this.name = name;
    this.#stack = stack;
  }

  async snapshot(): Promise<Snapshot> {
    return parseSnapshot(await failing(() => this.#stack.snapshot()));
  }

  async changes(): Promise<SnapshotPatch> {
    // Each is told on top of the one before it, so that they must answer in order.
    const told = this.#lastChanges.then(() => failing(() => this.#stack.changes()));
    // Holds no text: the first is as long as everything.
    const ended = () => undefined;
    this.#lastChanges = told.then(ended, ended);
    return parseSnapshotPatch(await told);
  }

  async ipInterface(luid: Luid, family: Family): Promise<IpInterface> {
    return parseIpInterface(await failing(() => this.#stack.ipInterface(luid, family)));
  }

  async bestRoute(destination: AddressText, source?: AddressText): Promise<BestRoute> {
    return parseBestRoute(await failing(() => this.#stack.bestRoute(destination, source)));
  }

  async watch(changed: () => void): Promise<StackWatch> {
    const stop = await failing(() => this.#stack.watch(changed));
    return { stop };
  }
}

async function failing<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    throw toFailure(cause);
  }
}
