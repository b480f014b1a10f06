// SPDX-License-Identifier: MIT

import type { Operation } from '../../electron/contract/operation';
import type { OpenStackOptions } from '../../electron/native/stack';
import type { Host } from './hosts';

/** A stack to break things on, seen by other means than our own stack. */
export interface FaultLab {
  /** The system the app and its helper run on. */
  readonly host: Host;
  readonly stack: OpenStackOptions;
  /** The helper with places to halt at. */
  readonly haltingHelper: string;
  /** Three at least, two of them on one adapter; what they expect is there. The first three are numbers. */
  readonly operations: readonly Operation[];
  /** All there is, as text that differs when anything does. */
  witness(): string;
  /** What the field of an operation is now. */
  live(operation: Operation): number;
  /** Changes a field as another program would. */
  setFromOutside(operation: Operation, value: number): void;
  /** Makes a field what it was, as whoever changed it would. */
  putBackFromOutside(operation: Operation): void;
  /** The interface of an operation goes. */
  vanish(operation: Operation): void;
  /** It comes back under the same LUID: as it was, or as another one that merely has its place. */
  comeBack(operation: Operation, as: 'itself' | 'another'): void;
  /** Makes an empty place where values can be made to last, and tells where; it goes with `removeLastingPlace`. */
  makeLastingPlace(): string;
  removeLastingPlace(): void;
  /** Makes everything as it was in the beginning. */
  reset(): void;
  remove(): void;
}

/** One operation of the lab by its number. */
export function operationOf({ operations }: FaultLab, index: number): Operation {
  const operation = operations[index];
  if (!operation) throw new Error(`The lab has no operation ${index}`);
  return operation;
}
