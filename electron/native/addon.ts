// SPDX-License-Identifier: MIT
// The addon as it is (native/addon), and the only place that loads it.

import path from 'node:path';
import { causeText } from '../contract/cause-text';
import type { AddressText, Luid } from '../contract/snapshot';
import type { Family, StackName } from '../contract/family';
import type { FieldAccess, FieldName, FieldRange, FieldType } from '../contract/fields';
import type { Refusal } from '../contract/refusals';
import { appFailure } from '../base/app-failure';
import type { HelperChannel, HelperExit, StartHelperOptions } from './helper-channel';
import { nativeFolder } from './native-folder';

/** JSON text, written off the main thread; snapshot-text.ts reads it. */
export type Json = string;

/** A stack of the addon. A wrong argument is a TypeError that names it; a failed read rejects with `platform`. */
export interface AddonStack {
  snapshot(): Promise<Json>;
  /** Several at once take turns, and in no certain order. */
  changes(): Promise<Json>;
  ipInterface(luid: Luid, family: Family): Promise<Json>;
  bestRoute(destination: AddressText, source?: AddressText): Promise<Json>;
  /** Resolves with the function that ends the watch. */
  watch(changed: () => void): Promise<() => void>;
}

/** What the addon tells of a helper, in this order: frames, closed, exit. */
export type AddonHelperEvent =
  | { readonly kind: 'frame'; readonly frame: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'exit'; readonly exit: HelperExit };

/** What to start, without the callbacks. */
export type HelperCommand = Omit<StartHelperOptions, 'onFrame' | 'onClosed' | 'onExit'>;

/** One line of the native field table. */
export interface AddonField {
  readonly name: FieldName;
  readonly type: FieldType;
  readonly access: FieldAccess;
  readonly IPv4: FieldRange | null;
  readonly IPv6: FieldRange | null;
}

/** The place of lasting settings and of the keeper's status (docs/lasting-settings.md), byte by byte. */
export interface LastingPlace {
  /** With one, nothing of the place is told. */
  readonly problem: 'missing' | 'not-trusted' | 'unreadable' | null;
  /** Null where there are none yet. */
  readonly settings: Uint8Array | null;
  readonly status: Uint8Array | null;
  /** Whether an administrator switched the keeper off. */
  readonly isOff: boolean;
}

/** One entry of a place's access list. */
export interface AccessEntry {
  /** False for one that denies. */
  readonly allows: boolean;
  /** Applies to what is made inside, not to the place itself. */
  readonly inheritOnly: boolean;
  /** Whom it is about, as "S-1-5-32-544"; null for a kind of entry that is not understood. */
  readonly sid: string | null;
  /** Access rights (winnt.h). */
  readonly mask: number;
}

/** Who may exchange a file or folder (Windows). */
export interface PlaceSecurity {
  /** A junction, a symbolic link or another stand-in for a place elsewhere. */
  readonly isReparsePoint: boolean;
  /** Security identifier; null if there is none. */
  readonly owner: string | null;
  /** Null where there is no list, which lets everybody do everything. */
  readonly entries: readonly AccessEntry[] | null;
}

export interface Addon {
  readonly Stack: new (name: StackName, stateFile?: string) => AddonStack;
  /** Equal in the helpers of the same build; they refuse any other. */
  readonly buildId: string;
  startHelper(command: HelperCommand, listener: (event: AddonHelperEvent) => void): HelperChannel;
  fieldTable(): readonly AddonField[];
  refusals(): Readonly<Record<Refusal, number>>;
  readLastingPlace(stateFile: string | null): LastingPlace;
  isKeeperRunning(process: number, startedAt: bigint): boolean;
  /** Linux alone. */
  holdFile(descriptor: number): boolean;
  /** Windows alone, as is what follows. */
  elevatesSilently(): boolean;
  isAdministrator(): boolean;
  ownSid(): string | null;
  placeSecurity(place: string): PlaceSecurity;
  programFilesFolder(): string | null;
}

const loaded = new Map<string, Addon>();

/**
 * Loads the addon, once. Throws an AppFailure with the code 'addon-missing' when the file is not
 * there or is not an addon for this runtime.
 */
export function loadAddon(file: string = path.join(nativeFolder(), 'interface_panel.node')): Addon {
  const known = loaded.get(file);
  if (known) return known;
  // Not require(): a bundler would try to resolve it.
  const addonModule: { exports: Partial<Addon> } = { exports: {} };
  try {
    process.dlopen(addonModule, file);
  } catch (cause) {
    throw missing(file, causeText(cause));
  }
  const addon = addonModule.exports;
  if (typeof addon.Stack !== 'function') throw missing(file, 'It is not Interface Panel’s.');
  loaded.set(file, addon as Addon);
  return addon as Addon;
}

function missing(file: string, why: string): Error {
  return appFailure('addon-missing', `The native part ${file} does not load. ${why}`);
}
