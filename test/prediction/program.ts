// SPDX-License-Identifier: MIT
// Runs in a network namespace of its own: random networks, random edits, really applied; each prediction against
// `ip route get`. Arguments: the seed and the number of configurations. Prints one line of JSON for each.

import { setTimeout } from 'node:timers/promises';
import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type { Operation } from '../../electron/contract/operation';
import type { Snapshot } from '../../electron/contract/snapshot';
import { AppFailure } from '../../electron/base/app-failure';
import { openStack } from '../../electron/native/stack';
import type { Stack } from '../../electron/native/stack';
import { agrees } from '../../electron/routes/calibration';
import type { LiveAnswer } from '../../electron/routes/calibration';
import type { Verdict } from '../../electron/routes/flow';
import { addressOf } from '../../electron/routes/ip-address';
import { internetTraffic } from '../../electron/routes/internet-traffic';
import { lookUp } from '../../electron/routes/lookup';
import { Network } from '../../electron/routes/network';
import { flowTo } from '../../electron/routes/probes';
import { apply } from './applied';
import { classesOf } from './classes';
import type { ClassName } from './classes';
import { allDestinations, anyConfiguration, destinations } from './configurations';
import { anyEdits } from './edits';
import { judge } from './judgement';
import type { Judgement } from './judgement';
import { buildLab, isSettled, setUp } from './lab';
import type { Configuration } from './lab';
import { Random } from './random';
import { Routers } from './routers';
import { contradictions, spread } from './sentence';
import { routesGot, routesOfFlows } from './witness';

/** What became of one configuration. */
export interface Outcome {
  readonly seed: number;
  readonly classes: readonly ClassName[];
  /** Plans that were applied, and why others were not. */
  readonly applied: number;
  readonly refused: readonly string[];
  readonly judgements: Readonly<Partial<Record<Judgement, number>>>;
  /** Addresses that sentences about internet traffic were held against. */
  readonly addressesOfSentences: number;
  /** What somebody who mends the prediction needs. */
  readonly differences: readonly unknown[];
}

async function live(stack: Stack, address: string): Promise<LiveAnswer> {
  try {
    return { kind: 'route', route: await stack.bestRoute(address) };
  } catch (cause) {
    const isRefused = cause instanceof AppFailure && cause.appError.code === 'platform';
    return { kind: isRefused ? 'refused' : 'failed' };
  }
}

function verdict(network: Network, address: string): Verdict {
  return lookUp(network, flowTo(network, addressOf(address), process.geteuid?.() ?? 0));
}

/** Destinations whose prediction for now the system confirms. */
async function reliable(stack: Stack, now: Network): Promise<ReadonlySet<string>> {
  const agreed = await Promise.all(
    allDestinations.map(async ([, address]) =>
      agrees(now, verdict(now, address), await live(stack, address)) ? [address] : [],
    ),
  );
  return new Set(agreed.flat());
}

/** Addresses of a family that a sentence is held against in each network. */
const sentenceAddresses = 24;

/** Milliseconds after which a network that does not come to rest is taken as it is. */
const patience = 3000;

async function settled(stack: Stack, configuration: Configuration): Promise<Snapshot> {
  const giveUpAt = performance.now() + patience;
  let snapshot = await stack.snapshot();
  while (!isSettled(snapshot, configuration) && performance.now() < giveUpAt) {
    await setTimeout(5);
    snapshot = await stack.snapshot();
  }
  return snapshot;
}

/** One configuration at work. */
class Trial {
  readonly #stack: Stack;
  readonly #random: Random;
  readonly #configuration: Configuration;
  #applied = 0;
  readonly #refused: string[] = [];
  readonly #judgements: Partial<Record<Judgement, number>> = {};
  readonly #differences: unknown[] = [];
  #addressesOfSentences = 0;

  constructor(stack: Stack, random: Random, configuration: Configuration) {
    this.#stack = stack;
    this.#random = random;
    this.#configuration = configuration;
  }

  async run(seed: number): Promise<Outcome> {
    const { routers } = this.#configuration;
    setUp(this.#configuration, await this.#stack.snapshot());
    const speaking = routers.length > 0 ? new Routers(routers) : null;
    const first = await settled(this.#stack, this.#configuration);
    const steps = 1 + this.#random.below(2);
    for (let step = 0; step < steps; step += 1) await this.#step();
    await speaking?.stop();
    return {
      seed,
      classes: classesOf(first),
      applied: this.#applied,
      refused: this.#refused,
      judgements: this.#judgements,
      addressesOfSentences: this.#addressesOfSentences,
      differences: this.#differences,
    };
  }

  async #step(): Promise<void> {
    const before = await this.#stack.snapshot();
    const operations = anyEdits(this.#random, before);
    const now = new Network(before);
    const trusted = await reliable(this.#stack, now);
    const refusal = operations.length === 0 ? null : await apply(operations);
    // What the kernel would not take must have been undone.
    if (refusal !== null) this.#refused.push(refusal);
    else if (operations.length > 0) this.#applied += 1;
    const after = refusal === null ? now.with(operations) : now;
    this.#compare(after, operations, trusted);
    for (const family of families) this.#compareSentence(after, family, operations);
  }

  /** The sentence about internet traffic, and what it names besides, against the kernel at addresses all over it. */
  #compareSentence(after: Network, family: Family, operations: readonly Operation[]): void {
    const { snapshot } = after.index;
    const traffic = internetTraffic(after, family, process.geteuid?.() ?? 0);
    const addresses = spread(snapshot, family, sentenceAddresses, this.#random);
    const { compared, wrong } = contradictions(snapshot, traffic, addresses);
    this.#addressesOfSentences += compared;
    const commands = this.#configuration.commands[family];
    this.#differences.push(...wrong.map((one) => ({ ...one, traffic, commands, operations })));
  }

  #compare(after: Network, operations: readonly Operation[], trusted: ReadonlySet<string>): void {
    for (const family of families) {
      const got = routesGot(family, destinations[family]);
      for (const [address, seen] of got) {
        const predicted = verdict(after, address);
        const judgement = trusted.has(address)
          ? judge(after, predicted, seen, () => routesOfFlows(family, address))
          : 'unreliable';
        this.#judgements[judgement] = (this.#judgements[judgement] ?? 0) + 1;
        if (judgement !== 'different') continue;
        const commands = this.#configuration.commands[family];
        this.#differences.push({ address, predicted, seen, commands, operations });
      }
    }
  }
}

async function run(): Promise<void> {
  const [seed = 0, count = 1] = process.argv.slice(2).map(Number);
  buildLab();
  const stack = openStack({ stack: 'linux' });
  for (let index = 0; index < count; index += 1) {
    const own = seed + index;
    const random = new Random(own);
    const outcome = await new Trial(stack, random, anyConfiguration(random)).run(own);
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}

void run();
