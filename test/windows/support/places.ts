// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { nativeFolder } from '../../../electron/native/native-folder';

const inNative = (...parts: string[]): string => path.join(nativeFolder(), ...parts);

export const addonFile = inNative('interface_panel.node');
export const helperFile = inNative('interface-panel-helper.exe');
export const keeperFile = inNative('interface-panel-keeper.exe');
export const simulatedHelperFile = inNative('interface-panel-helper-simulated.exe');
export const simulatedControlFile = inNative('simulated-control.exe');
/** A program of the tests (test/native/windows.cmake). */
export const testProgram = (name: string): string => inNative('test', name);

/** An empty folder that stays, for files that are held until this program ends. */
export function lastingFolder(name: string): string {
  const folder = path.join(__dirname, 'lasting', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A folder that is gone after the test. */
export function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'interface-panel-'));
  test.after(() => {
    // A program that has just ended may still hold its file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
  });
  return folder;
}
