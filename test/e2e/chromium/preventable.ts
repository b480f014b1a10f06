// SPDX-License-Identifier: MIT
import type { EventEmitter } from 'node:events';

/** Tells of something, and answers whether a listener prevented what follows from it. */
export function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false;
  emitter.emit(name, {
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
}
