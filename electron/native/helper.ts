// SPDX-License-Identifier: MIT
import type { Addon, AddonHelperEvent } from './addon';
import { loadAddon } from './addon';
import type { HelperChannel, StartHelperOptions } from './helper-channel';

/**
 * Starts a helper and returns at once, while consent is still being asked for; frames may be sent at once.
 * A launch that fails is told by onClosed and onExit, never by a throw. Nothing is called back before this
 * returns. Throws a TypeError that names an option that is wrong, and an AppFailure with the code
 * 'addon-missing'. A channel that is forgotten lives until its helper ends; when the app ends, the helper takes everything back.
 */
export function startHelper(
  options: StartHelperOptions,
  addon: Addon = loadAddon(),
): HelperChannel {
  const { onFrame, onClosed, onExit, ...command } = options;
  return addon.startHelper(command, (event: AddonHelperEvent) => {
    switch (event.kind) {
      case 'frame':
        onFrame(event.frame);
        break;
      case 'closed':
        onClosed();
        break;
      case 'exit':
        onExit(event.exit);
        break;
    }
  });
}
