// SPDX-License-Identifier: MIT
// The read side: one current snapshot, kept so by notifications and a slow poll.

import { causeText } from '../contract/cause-text';
import type { AppError } from '../contract/errors';
import type { AddressText, BestRoute, Snapshot } from '../contract/snapshot';
import { emptySnapshot, isEmptyPatch, patchedSnapshot } from '../contract/snapshot-patch';
import type { SnapshotPatch } from '../contract/snapshot-patch';
import { windowPatchOf, windowSnapshotOf } from '../contract/window-snapshot';
import type { WindowPatch, WindowSnapshot } from '../contract/window-snapshot';
import { AppFailure, appFailure } from '../base/app-failure';
import type { Stack, StackWatch } from '../native/stack';
import { followSnapshot } from '../routes/snapshot-index';
import { readPace } from './read-pace';
import type { ReadPace } from './read-pace';
import { RouteList } from './route-list';
import { withNumericZone } from './zone';

export interface InterfacesListener {
  /** What made the newest snapshot of the one before. */
  changed(patch: WindowPatch): void;
  /** A read has succeeded, whether it brought something new or not. */
  read(): void;
  /** Reading failed and the last data stay; null when it works again. Each is told once. */
  readFailed(error: AppError | null): void;
}

function toAppError(cause: unknown): AppError {
  if (cause instanceof AppFailure) return cause.appError;
  return { code: 'internal', message: causeText(cause) };
}

/**
 * Holds the newest snapshot of a stack. Between start() and stop() it reads again after every
 * notification, several that come together as one, and without any at the pace of the stack's poll. One
 * read is under way at a time. A read that fails keeps the last data and is tried again at the next turn; so
 * is a watch that cannot be had.
 */
export class Interfaces {
  /** The newest routes, for a window that lists them. */
  readonly routeList = new RouteList();
  readonly #stack: Pick<Stack, 'name' | 'changes' | 'bestRoute' | 'watch'>;
  readonly #pace: ReadPace;
  /** An object of its own for each start(), so that what belongs to an earlier one is known. */
  #session: { readonly listener: InterfacesListener } | null = null;
  #latest: Snapshot | null = null;
  #revision = 0;
  #reading: Promise<Snapshot> | null = null;
  /** The read that begins when the one under way has ended. */
  #following: Promise<Snapshot> | null = null;
  #lastReadTook = 0;
  #lastReadEnded = -Infinity;
  #news = false;
  #failed = false;
  #timer: NodeJS.Timeout | null = null;
  #watch: StackWatch | 'starting' | null = null;

  constructor(stack: Stack, pace: ReadPace = readPace(stack.name)) {
    this.#stack = stack;
    this.#pace = pace;
  }

  /** Begins to read, to watch and to tell. */
  start(listener: InterfacesListener): void {
    this.stop();
    this.#session = { listener };
    this.#schedule(0);
  }

  /** Ends reading and watching by itself; nothing is told afterwards. */
  stop(): void {
    this.#session = null;
    this.#cancelTimer();
    if (this.#watch && this.#watch !== 'starting') this.#watch.stop();
    this.#watch = null;
  }

  /** The newest snapshot there is, or the first one. Rejects with an AppFailure only before the first. */
  async snapshot(): Promise<Snapshot> {
    return this.#latest ?? this.#reading ?? this.#read();
  }

  /** The newest snapshot as a window holds it. Rejects with an AppFailure only before the first. */
  async windowSnapshot(): Promise<WindowSnapshot> {
    const snapshot = await this.snapshot();
    return windowSnapshotOf(this.#latest ?? snapshot, this.#revision);
  }

  /** Reads anew; the answer is not older than the question. Rejects with an AppFailure. */
  async refresh(): Promise<Snapshot> {
    if (!this.#reading) return this.#read();
    this.#following ??= this.#readAfter(this.#reading);
    return this.#following;
  }

  /** The route to an address now; a zone may be an adapter's name. Rejects with an AppFailure. */
  async bestRoute(destination: AddressText): Promise<BestRoute> {
    try {
      return await this.#stack.bestRoute(
        withNumericZone(destination, this.#latest?.adapters ?? []),
      );
    } catch (cause) {
      if (cause instanceof TypeError) throw appFailure('invalid-request', cause.message);
      throw cause;
    }
  }

  async #readAfter(reading: Promise<Snapshot>): Promise<Snapshot> {
    // Whoever asked for that read is told of its failure.
    await reading.catch(() => undefined);
    this.#following = null;
    return this.#read();
  }

  #read(): Promise<Snapshot> {
    this.#cancelTimer();
    this.#news = false;
    this.#reading = this.#readOnce();
    return this.#reading;
  }

  async #readOnce(): Promise<Snapshot> {
    const began = performance.now();
    // The first tells everything, which says nothing of how long it takes to tell what changed.
    const isFirst = this.#latest === null;
    try {
      return this.#succeeded(await this.#stack.changes());
    } catch (cause) {
      this.#readFailed(cause);
      throw cause;
    } finally {
      this.#reading = null;
      this.#lastReadEnded = performance.now();
      this.#lastReadTook = isFirst ? 0 : this.#lastReadEnded - began;
      this.#scheduleNext();
    }
  }

  #succeeded(patch: SnapshotPatch): Snapshot {
    if (this.#failed) {
      this.#failed = false;
      this.#session?.listener.readFailed(null);
    }
    const before = this.#latest;
    const snapshot = before && isEmptyPatch(patch) ? before : this.#advance(before, patch);
    this.#session?.listener.read();
    return snapshot;
  }

  /** The next revision. Rows that stay are the very objects they were, and the index goes along. */
  #advance(before: Snapshot | null, patch: SnapshotPatch): Snapshot {
    const base = before ?? emptySnapshot(this.#stack.name);
    const snapshot = patchedSnapshot(base, patch);
    this.#latest = snapshot;
    this.#revision += 1;
    this.routeList.take(this.#revision, snapshot.routes, before ? (patch.routes ?? []) : null);
    if (before) {
      followSnapshot(before, patch, snapshot);
      this.#session?.listener.changed(windowPatchOf(before, patch, snapshot, this.#revision));
    }
    return snapshot;
  }

  #readFailed(cause: unknown): void {
    if (this.#failed) return;
    this.#failed = true;
    this.#session?.listener.readFailed(toAppError(cause));
  }

  #notified(): void {
    this.#news = true;
    if (!this.#reading) this.#scheduleNext();
  }

  #scheduleNext(): void {
    if (!this.#session) return;
    void this.#provideWatch();
    const delay = this.#news
      ? this.#pace.afterNews(this.#lastReadTook)
      : this.#pace.withoutNews(this.#lastReadTook);
    this.#schedule(this.#lastReadEnded + delay - performance.now());
  }

  #schedule(delay: number): void {
    this.#cancelTimer();
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        // A failure is told to the listener.
        this.refresh().catch(() => undefined);
      },
      Math.max(0, delay),
    );
  }

  #cancelTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #provideWatch(): Promise<void> {
    if (this.#watch) return;
    const session = this.#session;
    this.#watch = 'starting';
    const watch = await this.#stack
      .watch(() => {
        this.#notified();
      })
      .catch(() => null);
    if (this.#session === session) this.#watch = watch;
    else watch?.stop();
  }
}
