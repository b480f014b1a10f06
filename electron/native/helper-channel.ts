// SPDX-License-Identifier: MIT
import type { NativeError } from './native-error';

/** A helper that is being started or at work: one process, one transaction. */
export interface HelperChannel {
  /** Sends one frame of 64 bytes, in order and without waiting. Lost once the channel is closed; onClosed tells. */
  send(frame: Uint8Array): void;

  /** Ends the conversation; frames not yet on their way are dropped. A helper at work takes everything back. */
  close(): void;

  /**
   * Ends the process by force where this app may, and closes the channel. A helper at work cannot take
   * anything back then: this is for one that waits for consent.
   */
  kill(): void;
}

/** How a helper ended, or why it never began. */
export interface HelperExit {
  /** Its exit code (docs/helper-protocol.md); with pkexec also 126 and 127. Null when there is none. */
  readonly code: number | null;
  /** The signal that killed it, by number; null for none. */
  readonly signal: number | null;
  /** What kept it from starting; null when it did. On Windows 1223 says that consent was declined. */
  readonly launchError: NativeError | null;
  /** The beginning of what it wrote to its error output. */
  readonly stderr: string;
}

export interface StartHelperOptions {
  /** The helper's program, absolute. */
  readonly path: string;
  /** SHA-256 of the plan's frames in 64 lower-case hexadecimal digits. */
  readonly planHash: string;
  /** For the simulated helper alone: the file of the simulated network. */
  readonly stateFile?: string;
  /** Who asks the user: nobody, pkexec (Linux) or UAC (Windows). */
  readonly consent: 'direct' | 'pkexec' | 'uac';
  /** BrowserWindow.getNativeWindowHandle(): the window the prompt belongs to (Windows). */
  readonly windowHandle?: Uint8Array;
  /** Each frame of the helper, 64 bytes, in order. */
  readonly onFrame: (frame: Uint8Array) => void;
  /** Once, after the last frame: the channel is gone, whoever closed it. */
  readonly onClosed: () => void;
  /** Once, after onClosed: the process has ended, or it never began. */
  readonly onExit: (exit: HelperExit) => void;
}
