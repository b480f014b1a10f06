// SPDX-License-Identifier: MIT
import type { BestRoute, IpInterface, Snapshot } from '../../../electron/contract/snapshot';
import { emptySnapshot as emptySnapshotOf } from '../../../electron/contract/snapshot-patch';
import type { SnapshotPatch } from '../../../electron/contract/snapshot-patch';
import type { Stack, StackWatch } from '../../../electron/native/stack';
import { referencePatch } from './reference-patch';

export const emptySnapshot = emptySnapshotOf('linux');

/** A snapshot that differs from those with another number. */
export function numbered(number: number): Snapshot {
  return { ...emptySnapshot, dnsServers: [{ luid: '0', address: `192.0.2.${number}` }] };
}

/** A stack whose reads take as long as the test wants and whose news the test makes. */
export class FakeStack implements Stack {
  readonly name = 'linux';
  /** Answers the next reads; the number of reads so far when there is none. */
  answers: (Snapshot | Error)[] = [];
  /** Milliseconds of the fake clock that a read takes. */
  readTakes = 1;
  reads = 0;
  mostReadsAtOnce = 0;
  watchFailures = 0;
  watchers = new Set<() => void>();
  lookedUp: string[] = [];
  routeAnswer: BestRoute | Error = new Error('no answer');
  #readsUnderWay = 0;
  #told = emptySnapshot;

  async snapshot(): Promise<Snapshot> {
    this.reads += 1;
    const answer = this.answers.shift() ?? numbered(this.reads);
    this.#readsUnderWay += 1;
    this.mostReadsAtOnce = Math.max(this.mostReadsAtOnce, this.#readsUnderWay);
    await new Promise((resolve) => setTimeout(resolve, this.readTakes));
    this.#readsUnderWay -= 1;
    if (answer instanceof Error) throw answer;
    return answer;
  }

  async changes(): Promise<SnapshotPatch> {
    const snapshot = await this.snapshot();
    const patch = referencePatch(this.#told, snapshot);
    this.#told = snapshot;
    return patch;
  }

  watch(changed: () => void): Promise<StackWatch> {
    if (this.watchFailures > 0) {
      this.watchFailures -= 1;
      return Promise.reject(new Error('no watch'));
    }
    this.watchers.add(changed);
    return Promise.resolve({ stop: () => this.watchers.delete(changed) });
  }

  bestRoute(destination: string): Promise<BestRoute> {
    this.lookedUp.push(destination);
    return this.routeAnswer instanceof Error
      ? Promise.reject(this.routeAnswer)
      : Promise.resolve(this.routeAnswer);
  }

  ipInterface(): Promise<IpInterface> {
    return Promise.reject(new Error('not asked for here'));
  }

  /** The system notifies of a change. */
  notify(): void {
    for (const changed of this.watchers) changed();
  }
}
