// SPDX-License-Identifier: MIT
// Answers the window's questions about traffic from the newest snapshot.

import type { DefaultRouteStanding, Preview, PreviewRequest } from '../contract/preview';
import type { AddressText, Snapshot } from '../contract/snapshot';
import type { Interfaces } from './interfaces';
import { AppFailure } from '../base/app-failure';
import { LiveLookups } from '../routes/calibration';
import type { LiveAnswer } from '../routes/calibration';
import { standings } from '../routes/default-route-standings';
import { Network } from '../routes/network';
import { preview } from '../routes/preview';
import type { Surroundings } from '../routes/preview';

type ReadSide = Pick<Interfaces, 'snapshot' | 'bestRoute'>;

async function askLive(interfaces: ReadSide, destination: AddressText): Promise<LiveAnswer> {
  try {
    return { kind: 'route', route: await interfaces.bestRoute(destination) };
  } catch (cause) {
    const code = cause instanceof AppFailure ? cause.appError.code : null;
    // Of an address that is one, a stack does not take but a zone that it does not know.
    const isRefused = code === 'platform' || code === 'invalid-request';
    return { kind: isRefused ? 'refused' : 'failed' };
  }
}

/** Which way traffic goes. */
export class Routes {
  readonly #interfaces: ReadSide;
  readonly #surroundings: (snapshot: Snapshot) => Surroundings;
  readonly #lookups: LiveLookups;

  constructor(interfaces: ReadSide, surroundings: (snapshot: Snapshot) => Surroundings) {
    this.#interfaces = interfaces;
    this.#surroundings = surroundings;
    this.#lookups = new LiveLookups((destination) => askLive(interfaces, destination));
  }

  /** What each default route does. Rejects with an AppFailure where there is no snapshot. */
  async standings(): Promise<readonly DefaultRouteStanding[]> {
    const snapshot = await this.#interfaces.snapshot();
    return standings(new Network(snapshot), this.#surroundings(snapshot).userId);
  }

  /** What operations would do to traffic. Rejects with an AppFailure where there is no snapshot. */
  async preview(request: PreviewRequest): Promise<Preview> {
    const snapshot = await this.#interfaces.snapshot();
    return preview(snapshot, request, this.#surroundings(snapshot), (address) =>
      this.#lookups.answer(snapshot, address),
    );
  }
}
