// SPDX-License-Identifier: MIT

import type { StackName } from './contract/family';
import type { IpcNotifiers } from './contract/ipc-schema';
import { Interfaces } from './interfaces/interfaces';
import type { InterfacesListener } from './interfaces/interfaces';
import { AppFailure } from './base/app-failure';
import { openStack } from './native/stack';
import type { Stack } from './native/stack';
import type { Run } from './run';

/** Stands in for a stack that cannot be opened: every call is answered with the reason. */
function unavailableStack(name: StackName, reason: AppFailure): Stack {
  const refuse = () => Promise.reject(reason);
  return {
    name,
    snapshot: refuse,
    changes: refuse,
    ipInterface: refuse,
    bestRoute: refuse,
    watch: refuse,
  };
}

function stackOf({ stack, simulation }: Run): Stack {
  try {
    return openStack({ stack, ...simulation });
  } catch (cause) {
    if (!(cause instanceof AppFailure)) throw cause;
    return unavailableStack(stack, cause);
  }
}

/** Opens the read side of a run. Without the addon the window still opens and says what is missing. */
export function openReadSide(run: Run): Interfaces {
  return new Interfaces(stackOf(run));
}

/** Begins to watch and tells the page what changes; `also` hears of it too. */
export function startWatching(
  interfaces: Interfaces,
  notify: IpcNotifiers['interfaces'],
  also: Pick<InterfacesListener, 'read'> & { changed: () => void },
): void {
  interfaces.start({
    changed: (patch) => {
      notify.changed(patch);
      also.changed();
    },
    read: () => {
      also.read();
    },
    readFailed: (error) => {
      notify.readFailed(error);
    },
  });
}
