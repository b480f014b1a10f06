// SPDX-License-Identifier: MIT
// Asks the system's resolver for the addresses of a name. Of all that the program does, this alone sends packets.

import { lookup } from 'node:dns/promises';
import { mostResolvedAddresses } from '../contract/domain-name';
import type { ResolvedName } from '../contract/domain-name';
import type { AddressText } from '../contract/snapshot';
import { appFailure } from '../base/app-failure';
import { lookupFailure } from './lookup-failure';
import { isOffline as isSystemOffline } from './offline';

/** An answer that comes later is dropped, in milliseconds. */
const patience = 5_000;

/** libuv lets names wait for each other beyond half of its four threads; the others read the network. */
const mostUnderWay = 2;

/** Gives the addresses of a name, in order; rejects as dns.lookup does. */
type Resolve = (name: string) => Promise<readonly AddressText[]>;

/** getaddrinfo, as other programs call it: hosts file, DNS and whatever else the system asks. */
const askSystem: Resolve = async (name) => {
  const answers = await lookup(name, { all: true, order: 'verbatim' });
  return answers.map(({ address }) => address);
};

/** The answer, unless it takes too long. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(appFailure('timed-out', `The resolver did not answer within ${patience / 1_000} s.`));
    }, patience);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

interface NameLookupsOptions {
  readonly resolve?: Resolve;
  readonly isOffline?: () => boolean;
}

/** Looks names up, a few at once at most. */
export class NameLookups {
  readonly #resolve: Resolve;
  readonly #isOffline: () => boolean;
  /** getaddrinfo cannot be cancelled: one that nobody waits for any more counts until it returns. */
  #underWay = 0;

  constructor({ resolve = askSystem, isOffline = isSystemOffline }: NameLookupsOptions = {}) {
    this.#resolve = resolve;
    this.#isOffline = isOffline;
  }

  get isUnderWay(): boolean {
    return this.#underWay > 0;
  }

  /**
   * The addresses of a name. Rejects with an AppFailure: 'busy' while two are under way, 'not-found', 'timed-out',
   * 'offline', or 'platform' where the resolver itself fails.
   */
  async addressesOf(name: string): Promise<ResolvedName> {
    if (this.#underWay >= mostUnderWay) {
      throw appFailure('busy', 'Two names are being looked up already.');
    }
    try {
      const all = [...new Set(await inTime(this.#ask(name)))];
      const addresses = all.slice(0, mostResolvedAddresses);
      return { name, addresses, more: all.length - addresses.length };
    } catch (cause) {
      throw lookupFailure(cause, this.#isOffline());
    }
  }

  #ask(name: string): Promise<readonly AddressText[]> {
    this.#underWay += 1;
    const answer = this.#resolve(name);
    const end = () => {
      this.#underWay -= 1;
    };
    answer.then(end, end);
    return answer;
  }
}
