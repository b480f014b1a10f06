// SPDX-License-Identifier: MIT
import { loadAddon } from '../../../electron/native/addon';
import { testProgram } from './places';

/** What ShellExecuteEx answers the addon from now on (test/native/windows_launcher_double.cpp). */
export interface LauncherDouble {
  /** Starts what it is asked to start, as Windows does once the user has agreed. */
  grant(): void;
  /** Fails with a Win32 code. */
  refuse(code: number): void;
  /** Says that it worked, and names no process. */
  startNothing(): void;
  /** Starts a program that ends at once with this exit code. */
  exit(code: number): void;
  /** Does not return before answerAtLast(); then it starts what it was asked to. */
  keepAsking(): void;
  answerAtLast(): void;
  /** Another program takes the name of the next pipe before the addon can. */
  holdNextName(): void;
  /** How often it was called since it was told what to answer. */
  prompts(): number;
  /** Of the helper that was started since; null before and while it runs. */
  lastExitCode(): number | null;
}

let loaded: LauncherDouble | null = null;

/** Puts the double in the place of the addon's ShellExecuteEx; until it is told otherwise it makes no difference. */
export function launcherDouble(): LauncherDouble {
  if (loaded) return loaded;
  loadAddon();
  const module: { exports: Partial<LauncherDouble> } = { exports: {} };
  process.dlopen(module, testProgram('launcher-double.node'));
  loaded = module.exports as LauncherDouble;
  return loaded;
}
