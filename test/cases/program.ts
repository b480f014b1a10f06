// SPDX-License-Identifier: MIT
// Runs in the network namespace of a case: what the program says there, and where the kernel contradicts it. Its
// argument is a preview request without kinds; it prints one line of JSON.

import { families } from '../../electron/contract/family';
import type { Family } from '../../electron/contract/family';
import type {
  Preview,
  PreviewRequest,
  DefaultRouteStanding,
} from '../../electron/contract/preview';
import type { AddressText, Snapshot } from '../../electron/contract/snapshot';
import { AppFailure } from '../../electron/base/app-failure';
import { openStack } from '../../electron/native/stack';
import { standings } from '../../electron/routes/default-route-standings';
import { Network } from '../../electron/routes/network';
import { preview } from '../../electron/routes/preview';
import { Random } from '../prediction/random';
import { askedOfFamily } from './asked';
import { contradictions, spread } from '../prediction/sentence';

/** What a case shows. */
export interface Shown {
  readonly snapshot: Snapshot;
  readonly preview: Preview;
  readonly standings: readonly DefaultRouteStanding[];
  /** Addresses of which the kernel says another way than the sentence. */
  readonly contradictions: readonly string[];
  readonly compared: number;
}

const stack = openStack({ stack: 'linux' });
const userId = process.geteuid?.() ?? 0;

async function askLive(address: AddressText) {
  try {
    return { kind: 'route', route: await stack.bestRoute(address) } as const;
  } catch (cause) {
    const isRefused = cause instanceof AppFailure && cause.appError.code === 'platform';
    return { kind: isRefused ? 'refused' : 'failed' } as const;
  }
}

function compare(snapshot: Snapshot, family: Family, { traffic }: Preview) {
  const addresses = spread(snapshot, family, askedOfFamily, new Random(askedOfFamily));
  return contradictions(snapshot, traffic[family].now, addresses);
}

async function run(): Promise<void> {
  const request = JSON.parse(process.argv[2] ?? '{}') as Partial<PreviewRequest>;
  const snapshot = await stack.snapshot();
  const answer = await preview(
    snapshot,
    { operations: [], addresses: [], kinds: {}, vpn: null, blocksOthers: false, ...request },
    { remoteSession: null, metricsSetHere: new Set(), userId, managerOf: () => null },
    askLive,
  );
  const compared = families.map((family) => compare(snapshot, family, answer));
  const shown: Shown = {
    snapshot,
    preview: answer,
    standings: standings(new Network(snapshot), userId),
    contradictions: compared.flatMap(({ wrong }) => wrong.map((one) => JSON.stringify(one))),
    compared: compared.reduce((sum, one) => sum + one.compared, 0),
  };
  process.stdout.write(`${JSON.stringify(shown)}\n`);
}

void run();
