// SPDX-License-Identifier: MIT
// What the helper says about operations, in the words of the contract.

import type { Obstacle, OperationResult } from '../contract/changes';
import type { Operation } from '../contract/operation';
import type { AppError } from '../contract/errors';
import { refusalFromNumber } from '../contract/refusals';
import { wholePlan } from './frames';
import type { HelperMessage } from './frames';
import { outcomeFromNumber } from './outcomes';

/** One message of the helper by its name. */
export type HelperReply<N extends HelperMessage['message']> = Extract<
  HelperMessage,
  { message: N }
>;

/** The operation with this number; throws when the plan has none. */
export function operationAt(operations: readonly Operation[], index: number): Operation {
  const operation = operations[index];
  if (!operation) throw new RangeError(`There is no operation ${index}`);
  return operation;
}

function platformErrorOf(
  { code, domain, name }: HelperReply<'OUTCOME' | 'REFUSED' | 'CONFIRMED'>,
  call: string,
): AppError {
  return {
    code: 'platform',
    message: `${call} failed: ${name} (${code})`,
    platform: { domain: domain === 0 ? 'win32' : 'errno', name, number: code, call },
  };
}

/** What the helper gives of a platform's error; none where the number is 0. */
function repliedError(
  message: HelperReply<'OUTCOME' | 'REFUSED'>,
  operation: Operation | undefined,
): { readonly error?: AppError } {
  if (message.code === 0) return {};
  return { error: platformErrorOf(message, operation ? `set ${operation.field}` : 'set') };
}

/** Why CONFIRMED says that the lasting changes could not be written; nothing where they were. */
export function lastingUnwritten(message: HelperReply<'CONFIRMED'>): {
  readonly lastingUnwritten?: AppError;
} {
  if (message.unwritten === 0) return {};
  return { lastingUnwritten: platformErrorOf(message, 'write lasting settings') };
}

/** What REFUSED keeps from being applied. Throws on an operation the plan does not have. */
export function refusedObstacle(
  message: HelperReply<'REFUSED'>,
  operations: readonly Operation[],
): Obstacle {
  const isPlan = message.operation === wholePlan;
  const operation = isPlan ? undefined : operationAt(operations, message.operation);
  return {
    kind: 'refused',
    refusal: refusalFromNumber(message.refusal) ?? 'platformError',
    ...(operation ? { operation } : {}),
    ...repliedError(message, operation),
  };
}

/** What STALE keeps from being applied. Throws on an operation the plan does not have. */
export function staleObstacle(
  message: HelperReply<'STALE'>,
  operations: readonly Operation[],
): Obstacle {
  const operation = operationAt(operations, message.operation);
  return { kind: 'stale', operation, live: Number(message.live) };
}

/** What OUTCOME says became of an operation. Throws on an operation the plan does not have. */
export function operationResult(
  message: HelperReply<'OUTCOME'>,
  operations: readonly Operation[],
): OperationResult {
  const operation = operationAt(operations, message.operation);
  const live = message.live === null ? null : Number(message.live);
  return {
    operation,
    outcome: outcomeFromNumber(message.outcome),
    live: Number.isSafeInteger(live) ? live : null,
    ...repliedError(message, operation),
  };
}
