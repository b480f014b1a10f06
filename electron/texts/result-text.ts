// SPDX-License-Identifier: MIT
import type { AppError } from '../contract/errors';
import type { Obstacle, TransactionResult } from '../contract/changes';
import type { Operation } from '../contract/operation';
import type { StackName } from '../contract/family';
import type { Adapter, Luid } from '../contract/snapshot';
import { adapterName } from './adapter-name';
import { errorText } from './error-text';
import { settingInSentence, settingValueText } from './field-text';
import { messages } from '../language/messages';

const words = messages.results;

/** What a sentence about operations needs to know. */
export interface ResultNames {
  readonly adapters: ReadonlyMap<Luid, Adapter>;
  readonly stack: StackName;
}

function place(operation: Operation, { adapters }: ResultNames) {
  const { field, luid, family } = operation;
  return {
    field: settingInSentence(field),
    adapter: adapterName(adapters.get(luid), luid),
    family,
  };
}

/** One obstacle as one sentence. */
export function obstacleText(obstacle: Obstacle, names: ResultNames): string {
  if (obstacle.kind === 'stale') {
    const { operation, live } = obstacle;
    const { field, expected } = operation;
    if (live === expected) return words.staleAround(place(operation, names));
    const before = settingValueText(field, expected, names.stack);
    const now = settingValueText(field, live, names.stack);
    return words.stale({ ...place(operation, names), before, live: now });
  }
  const reason = messages.refusals[obstacle.refusal];
  const sentence = obstacle.error ? `${reason} ${errorText(obstacle.error)}` : reason;
  return obstacle.operation
    ? words.refused({ ...place(obstacle.operation, names), reason: sentence })
    : sentence;
}

/** What the platform said of an attempt that failed by it; undefined where it did not. */
export function platformError(result: TransactionResult): AppError | undefined {
  switch (result.kind) {
    case 'rolled-back':
      return result.error;
    case 'refused':
      return result.obstacles.flatMap((one) => ('error' in one ? one.error : []))[0];
    case 'kept':
      return result.lastingUnwritten;
    case 'not-launched':
    case 'reverted':
    case 'incomplete':
      return undefined;
  }
}

/** Why nothing came of an attempt, sentence by sentence; empty when something did come of it. */
export function failureTexts(result: TransactionResult, names: ResultNames): readonly string[] {
  switch (result.kind) {
    case 'not-launched':
      return [words.launch[result.failure]];
    case 'refused':
      return result.obstacles.map((obstacle) => obstacleText(obstacle, names));
    case 'rolled-back':
      return result.error ? [words.rolledBack, errorText(result.error)] : [words.rolledBack];
    case 'kept':
      return result.lastingUnwritten ? [errorText(result.lastingUnwritten)] : [];
    case 'reverted':
    case 'incomplete':
      return [];
  }
}

/** What the system said besides, for the clipboard. */
export function failureDetail(result: TransactionResult): string {
  switch (result.kind) {
    case 'not-launched':
      return result.detail;
    case 'rolled-back':
      return result.error?.message ?? '';
    case 'refused':
      return result.obstacles
        .flatMap((obstacle) => ('error' in obstacle ? [obstacle.error.message] : []))
        .join('\n');
    case 'kept':
      return result.lastingUnwritten?.message ?? '';
    case 'reverted':
    case 'incomplete':
      return '';
  }
}
