// SPDX-License-Identifier: MIT
// All routes of the computer, fetched in chunks while a page lists them, and kept up to date by what changed: each step
// is as large as the change. When changes come faster than they are shown, several come as one.

import type { IpcBridge } from '../../../electron/contract/ipc-schema';
import { unpackRoutes } from '../../../electron/contract/route-course';
import type { Route } from '../../../electron/contract/snapshot';
import { splicedList } from '../../../electron/contract/snapshot-patch';
import type { Splice } from '../../../electron/contract/snapshot-patch';
import { unwrap } from '../../bridge/bridge';

/** What one step did to the list. */
export type RouteSplices = readonly Splice<Route>[];

/** The list as far as it has come. */
export interface RouteListing {
  /** Counts steps; `steps` lead from earlier versions here. */
  readonly version: number;
  readonly routes: readonly Route[];
  /** The last of them made this version; as many as somebody may have missed. */
  readonly steps: readonly RouteSplices[];
  /** Of all routes; null until the first chunk came. */
  readonly total: number | null;
  /** Why it goes no further; null: it does. */
  readonly error: unknown;
}

/** Steps that are remembered for a page that was not drawn meanwhile. */
const mostSteps = 64;

const nothing: RouteListing = { version: 0, routes: [], steps: [], total: null, error: null };

type RouteCalls = Pick<IpcBridge['routes'], 'chunk' | 'since'>;

/** Fetches the routes and follows them. One for each page that lists them; stop() when it goes. */
export class RouteFeed {
  readonly #calls: RouteCalls;
  readonly #changed: (listing: RouteListing) => void;
  #listing = nothing;
  /** Of the list in `#listing`; null while it is being fetched. */
  #revision: number | null = null;
  /** The newest revision that somebody spoke of. */
  #wanted = 0;
  #isAtWork = false;
  #isStopped = false;

  constructor(calls: RouteCalls, changed: (listing: RouteListing) => void) {
    this.#calls = calls;
    this.#changed = changed;
  }

  /** There is a snapshot of this revision; or, where fetching failed, it is to be tried again. */
  follow(revision: number): void {
    this.#wanted = Math.max(this.#wanted, revision);
    if (!this.#isAtWork) void this.#work();
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    try {
      while (!this.#isStopped && (this.#revision === null || this.#revision < this.#wanted)) {
        if (this.#revision === null) await this.#fetch();
        else await this.#catchUp(this.#revision);
      }
    } catch (reason) {
      this.#tell({ ...this.#listing, error: reason });
    } finally {
      this.#isAtWork = false;
    }
  }

  async #fetch(): Promise<void> {
    const first = unwrap(await this.#calls.chunk(null, 0));
    const { revision, total } = first;
    this.#step(
      [{ start: 0, removed: this.#listing.routes.length, rows: unpackRoutes(first.routes) }],
      total,
    );
    while (!this.#isStopped && this.#listing.routes.length < total) {
      const start = this.#listing.routes.length;
      const next = unwrap(await this.#calls.chunk(revision, start));
      // Somebody else fetches them, and main keeps one list at a time.
      if (next.revision !== revision) return;
      this.#step([{ start, removed: 0, rows: unpackRoutes(next.routes) }], total);
    }
    this.#revision = revision;
  }

  async #catchUp(revision: number): Promise<void> {
    const changes = unwrap(await this.#calls.since(revision));
    this.#revision = changes?.revision ?? null;
    for (const splices of changes?.patches ?? []) {
      if (splices.length > 0) this.#step(splices, null);
    }
  }

  #step(splices: RouteSplices, total: number | null): void {
    if (this.#isStopped) return;
    const { version, steps, routes: before } = this.#listing;
    const routes = splicedList(before, splices);
    this.#tell({
      version: version + 1,
      routes,
      steps: [...steps, splices].slice(-mostSteps),
      total: total ?? routes.length,
      error: null,
    });
  }

  #tell(listing: RouteListing): void {
    this.#listing = listing;
    if (!this.#isStopped) this.#changed(listing);
  }
}
