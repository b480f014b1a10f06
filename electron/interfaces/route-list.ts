// SPDX-License-Identifier: MIT
// The routes for a window that lists them: in chunks of one revision, and what changed since.

import { packRoutes } from '../contract/route-course';
import type { Route } from '../contract/snapshot';
import type { Splice } from '../contract/snapshot-patch';
import type { RouteChanges, RouteChunk } from '../contract/window-snapshot';

/** Routes of one answer: few enough that a window draws between two, and enough that it seldom copies its lists. */
const routesPerChunk = 12_000;

/** Patches that are remembered; whoever is further behind gets all routes anew. */
const mostPatches = 256;

/** Routes in all remembered patches, so that an upheaval of a large table is not kept. */
const mostRoutes = 20_000;

interface Remembered {
  readonly revision: number;
  readonly splices: readonly Splice<Route>[];
}

function routesIn({ splices }: Remembered): number {
  return splices.reduce((sum, { removed, rows }) => sum + removed + rows.length, 0);
}

/** The newest list of routes and the way there. */
export class RouteList {
  readonly #perChunk: number;
  #revision = 0;
  #routes: readonly Route[] = [];
  #patches: Remembered[] = [];
  #remembered = 0;
  /** The list that is being fetched, whatever came since. */
  #fetched: { readonly revision: number; readonly routes: readonly Route[] } | null = null;

  constructor(perChunk = routesPerChunk) {
    this.#perChunk = perChunk;
  }

  /** Takes the routes of the next revision. `splices` made them; null: nobody knows. */
  take(revision: number, routes: readonly Route[], splices: readonly Splice<Route>[] | null): void {
    this.#revision = revision;
    this.#routes = routes;
    if (splices === null) {
      this.#patches = [];
      this.#remembered = 0;
      return;
    }
    const patch = { revision, splices };
    this.#patches.push(patch);
    this.#remembered += routesIn(patch);
    while (this.#patches.length > mostPatches || this.#remembered > mostRoutes) {
      const [oldest] = this.#patches.splice(0, 1);
      if (oldest) this.#remembered -= routesIn(oldest);
    }
  }

  /** Routes from a place on, of a revision that is being fetched, else of the newest one. */
  chunk(revision: number | null, start: number): RouteChunk {
    if (this.#fetched === null || this.#fetched.revision !== revision) {
      this.#fetched = { revision: this.#revision, routes: this.#routes };
    }
    const { routes } = this.#fetched;
    const chunk = {
      revision: this.#fetched.revision,
      total: routes.length,
      routes: packRoutes(routes.slice(start, start + this.#perChunk)),
    };
    if (start + this.#perChunk >= routes.length) this.#fetched = null;
    return chunk;
  }

  /** What changed since a revision; null: too much, or nobody knows any more. */
  since(revision: number): RouteChanges | null {
    if (revision > this.#revision) return null;
    const missed = this.#patches.filter((patch) => patch.revision > revision);
    if (missed.length !== this.#revision - revision) return null;
    return { revision: this.#revision, patches: missed.map(({ splices }) => splices) };
  }
}
